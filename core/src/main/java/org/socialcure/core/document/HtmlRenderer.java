package org.socialcure.core.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.socialcure.core.document.Block.Fact;

/** Documents as one page that needs nothing else: no script, no network, no font. */
final class HtmlRenderer {
  private static final int DEEPEST_HEADING = 6;

  private final Document document;
  private final StringBuilder out = new StringBuilder();

  private HtmlRenderer(Document document) {
    this.document = document;
  }

  static String write(Document document) {
    return new HtmlRenderer(document).page();
  }

  private static String style() {
    try (InputStream css = HtmlRenderer.class.getResourceAsStream("page.css")) {
      return new String(
          Objects.requireNonNull(css, "page.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page() {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.append("<title>").append(Xml.escape(document.title())).append("</title>\n");
    out.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n<header>\n");
    element("h1", document.title());
    List<Block> lead = document.lead();
    int inHeader = 0;
    while (inHeader < lead.size() && lead.get(inHeader) instanceof Block.Lead sentence) {
      block(sentence, "");
      inHeader++;
    }
    if (document.isNested()) {
      contents();
    }
    out.append("</header>\n<main").append(document.isNested() ? " class=\"several\">\n" : ">\n");
    lead.subList(inHeader, lead.size()).forEach(b -> block(b, ""));
    document.sections().forEach(s -> section(s, s.id(), 2));
    out.append("</main>\n");
    if (!document.colophon().isEmpty()) {
      out.append("<footer>");
      element("p", document.colophon());
      out.append("</footer>\n");
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private void contents() {
    out.append("<nav aria-label=\"Contents\">\n<ul>\n");
    for (Section section : document.sections()) {
      out.append("<li><a href=\"#").append(section.id()).append("\">");
      out.append(HtmlText.of(section.heading())).append("</a></li>\n");
    }
    out.append("</ul>\n</nav>\n");
  }

  private void section(Section section, String id, int level) {
    out.append("<section ");
    out.append(section.tone() == Section.Tone.CAUTION ? "class=\"cautions\" id=\"" : "id=\"");
    out.append(id).append("\">\n");
    element("h" + Math.min(level, DEEPEST_HEADING), section.heading());
    section.blocks().forEach(b -> block(b, section.heading()));
    section.sections().forEach(s -> section(s, id + "-" + s.id(), level + 1));
    out.append("</section>\n");
  }

  private void block(Block block, String heading) {
    if (block instanceof Block.Lead lead) {
      out.append("<p class=\"lead\">").append(HtmlText.of(lead.text())).append("</p>\n");
    } else if (block instanceof Block.Paragraph paragraph) {
      element("p", paragraph.text());
    } else if (block instanceof Block.Facts facts) {
      out.append("<dl>\n");
      for (Fact fact : facts.facts()) {
        element("dt", fact.name());
        element("dd", fact.value());
      }
      out.append("</dl>\n");
    } else if (block instanceof Block.Bullets bullets) {
      out.append("<ul>\n");
      bullets.items().forEach(i -> element("li", i));
      out.append("</ul>\n");
    } else if (block instanceof Block.Code code) {
      if (!code.caption().equals(heading)) {
        element("p", code.caption() + ":");
      }
      out.append("<pre>").append(Xml.escape(code.text())).append("</pre>\n");
    } else if (block instanceof Table table) {
      out.append(HtmlGrid.write(Grid.of(table), table.caption().equals(heading)));
    } else if (block instanceof Figure figure) {
      figure(figure);
    } else if (block instanceof Block.Folded folded) {
      fold(folded.summary(), folded.blocks());
    }
  }

  private void figure(Figure figure) {
    out.append("<figure>\n");
    element("figcaption", figure.caption());
    out.append("<div class=\"wide\">").append(figure.svg()).append("</div>\n</figure>\n");
    figure.data().ifPresent(table -> fold("The numbers of the picture", List.of(table)));
  }

  private void fold(String summary, List<Block> blocks) {
    out.append("<details>\n");
    element("summary", summary);
    for (Block block : blocks) {
      // The words to click on say what the caption would.
      block(block, blocks.size() > 1 ? summary : caption(block));
    }
    out.append("</details>\n");
  }

  private static String caption(Block block) {
    if (block instanceof Table table) {
      return table.caption();
    }
    return block instanceof Block.Code code ? code.caption() : "";
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>').append(HtmlText.of(text));
    out.append("</").append(name).append(">\n");
  }
}

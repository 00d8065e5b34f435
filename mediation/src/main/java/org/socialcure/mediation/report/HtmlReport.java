package org.socialcure.mediation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.report.Block.Fact;
import org.socialcure.mediation.report.ModelDocument.Equation;
import org.socialcure.mediation.report.ModelDocument.JohnsonNeyman;
import org.socialcure.mediation.report.ModelDocument.SimpleSlopes;

/** The report as one page that needs nothing else: no script, no network, no font. */
final class HtmlReport {
  /** The rules of the page. */
  static final String STYLE = style();

  private final String title;
  private final List<ModelDocument> documents;
  private final StringBuilder out = new StringBuilder();

  private HtmlReport(String title, List<ModelDocument> documents) {
    this.title = title;
    this.documents = documents;
  }

  static String write(String title, List<ModelDocument> documents) {
    return new HtmlReport(title, documents).page();
  }

  private static String style() {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The models alone, as sections under second-level headings. */
  static String fragment(List<ModelDocument> documents) {
    HtmlReport report = new HtmlReport("", documents);
    report.out.append("<div class=\"several\">\n");
    for (int i = 0; i < documents.size(); i++) {
      report.model(documents.get(i), i + 1, true);
    }
    return report.out.append("</div>\n").toString();
  }

  private String page() {
    boolean several = documents.size() > 1;
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.append("<title>").append(Xml.escape(title)).append("</title>\n");
    out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<header>\n");
    element("h1", title);
    if (several) {
      contents();
    } else {
      lead(documents.get(0));
    }
    out.append("</header>\n<main").append(several ? " class=\"several\">\n" : ">\n");
    for (int i = 0; i < documents.size(); i++) {
      model(documents.get(i), i + 1, several);
    }
    out.append("</main>\n");
    footer();
    return out.append("</body>\n</html>\n").toString();
  }

  private void lead(ModelDocument document) {
    out.append("<p class=\"lead\">")
        .append(HtmlText.of(new Narrative(document).headline()))
        .append("</p>\n");
  }

  private void contents() {
    out.append("<nav aria-label=\"Models\">\n<ul>\n");
    for (int i = 0; i < documents.size(); i++) {
      out.append("<li><a href=\"#model-").append(i + 1).append("\">");
      out.append(HtmlText.of(documents.get(i).name())).append("</a></li>\n");
    }
    out.append("</ul>\n</nav>\n");
  }

  private void model(ModelDocument document, int number, boolean headed) {
    out.append("<section id=\"model-").append(number).append("\">\n");
    if (headed) {
      element("h2", document.name());
      lead(document);
    }
    overview(document);
    for (Section section : Outline.page(document)) {
      boolean caution = section.id().equals("cautions");
      out.append(caution ? "<section class=\"cautions\" id=\"" : "<section id=\"");
      out.append("model-").append(number).append('-').append(section.id()).append("\">\n");
      element(headed ? "h3" : "h2", section.heading());
      List<String> pictures = new ArrayList<>(pictures(document, section.id()));
      for (Block block : section.blocks()) {
        if (block instanceof Grid grid && !pictures.isEmpty()) {
          out.append(pictures.remove(0));
          out.append("<details>\n");
          element("summary", "The points of the plot");
          out.append(HtmlGrid.write(grid, true)).append("</details>\n");
        } else {
          block(block, section.heading());
        }
      }
      if (section.id().equals("reproduce")) {
        covariances(document);
      }
      out.append("</section>\n");
    }
    out.append("</section>\n");
  }

  private void overview(ModelDocument document) {
    out.append(figure("Path diagram", DiagramSvg.draw(document)));
    ForestSvg.draw(document)
        .ifPresent(
            svg ->
                out.append(
                    figure(
                        "Effects with their "
                            + Numbers.percent(document.model().level())
                            + " intervals; filled where the interval excludes zero",
                        svg)));
  }

  /**
   * The pictures of a section, one for each of its tables; empty where there is nothing to draw.
   */
  private static List<String> pictures(ModelDocument document, String section) {
    return switch (section) {
      case "regions" ->
          document.johnsonNeyman().stream()
              .map(r -> CurveSvg.region(document, r).map(svg -> figure(caption(r), svg)).orElse(""))
              .toList();
      case "slopes" ->
          document.slopes().stream()
              .map(s -> CurveSvg.slopes(s).map(svg -> figure(caption(s), svg)).orElse(""))
              .toList();
      default -> List.of();
    };
  }

  private static String caption(JohnsonNeyman region) {
    return region.effect()
        + " along "
        + region.moderator()
        + "; the band is stronger where it excludes zero, triangles mark the probed values";
  }

  private static String caption(SimpleSlopes slopes) {
    return "Predicted " + slopes.outcome() + " by " + slopes.focal();
  }

  private static String figure(String caption, String svg) {
    return "<figure>\n<figcaption>"
        + HtmlText.of(caption)
        + "</figcaption>\n<div class=\"wide\">"
        + svg
        + "</div>\n</figure>\n";
  }

  private void block(Block block, String heading) {
    if (block instanceof Block.Paragraph paragraph) {
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
      element("p", code.caption() + ":");
      out.append("<pre>").append(Xml.escape(code.text())).append("</pre>\n");
    } else if (block instanceof Grid grid) {
      out.append(HtmlGrid.write(grid, grid.caption().equals(heading)));
    }
  }

  /** What other programs may want and few readers do, folded away. */
  private void covariances(ModelDocument document) {
    details("The path diagram in Mermaid", document.model().mermaid());
    details("The path diagram in DOT", document.model().dot());
    for (Equation equation : document.equations()) {
      covariance(equation)
          .ifPresent(
              grid -> {
                out.append("<details>\n");
                element("summary", grid.caption());
                out.append(HtmlGrid.write(grid, true)).append("</details>\n");
              });
    }
  }

  private void details(String summary, String text) {
    if (!text.isBlank()) {
      out.append("<details>\n");
      element("summary", summary);
      out.append("<pre>").append(Xml.escape(text)).append("</pre>\n</details>\n");
    }
  }

  private static Optional<Grid> covariance(Equation equation) {
    if (equation.covariance().size() != equation.terms().size()) {
      return Optional.empty();
    }
    List<String> names = equation.terms().stream().map(ModelDocument.Term::name).toList();
    Grid.Builder grid =
        Grid.titled("Covariance matrix of the coefficients of " + equation.outcome())
            .text("Term")
            .numbers(names.toArray(String[]::new));
    for (int i = 0; i < names.size(); i++) {
      List<String> row = new ArrayList<>(List.of(names.get(i)));
      equation.covariance().get(i).forEach(v -> row.add(Numbers.plain(v)));
      grid.row(row);
    }
    return Optional.of(grid.build());
  }

  private void footer() {
    String made =
        documents.stream()
            .map(d -> d.provenance().library() + " " + d.provenance().version())
            .distinct()
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    out.append("<footer>");
    element("p", "Made with " + made + ".");
    out.append("</footer>\n");
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>').append(HtmlText.of(text));
    out.append("</").append(name).append(">\n");
  }
}

package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.socialcure.core.document.Block.Fact;

/** Documents as plain text of limited width. */
final class TextRenderer {
  /** The widest line where nobody asks for another width. */
  static final int WIDTH = 100;

  /** Narrower than this, neither names nor numbers have room. */
  static final int NARROWEST = 40;

  private static final int MARGIN = 2;

  private final int width;
  private final List<String> lines = new ArrayList<>();

  private TextRenderer(int width) {
    if (width < NARROWEST) {
      throw new IllegalArgumentException(
          "A line of text has at least " + NARROWEST + " characters, not " + width + ".");
    }
    this.width = width;
  }

  static String write(Document document, int width) {
    TextRenderer text = new TextRenderer(width);
    text.document(document);
    return text.joined() + "\n";
  }

  static String table(Table table, int width) {
    TextRenderer text = new TextRenderer(width);
    text.add(text.table(table, "", width), 0);
    return text.joined();
  }

  static String section(Section section) {
    TextRenderer text = new TextRenderer(WIDTH);
    text.section(section, "=");
    return text.joined();
  }

  static String block(Block block) {
    TextRenderer text = new TextRenderer(WIDTH);
    if (block instanceof Block.Folded folded) {
      // A page in text leaves out what others fold; by itself it is what was asked for.
      text.lines.addAll(Wrap.lines(Wrap.plain(folded.summary()), WIDTH, 2));
      text.blocks(folded.blocks(), folded.summary(), MARGIN);
    } else {
      text.add(text.block(block, "", WIDTH), 0);
    }
    return text.joined();
  }

  private String joined() {
    // No-break spaces kept numbers by their names while lines were broken.
    return lines.stream().collect(Collectors.joining("\n")).replace('\u00a0', ' ').stripTrailing();
  }

  private void document(Document document) {
    lines.addAll(Wrap.lines(Wrap.plain(document.title()), width, 2));
    lines.add(document.isNested() ? "" : "=".repeat(width));
    blocks(document.lead(), "", 0);
    document.sections().forEach(s -> section(s, "="));
    if (!document.colophon().isEmpty()) {
      lines.addAll(Wrap.lines(Wrap.plain(document.colophon()), width, 0));
    }
  }

  private void section(Section section, String rule) {
    lines.addAll(Wrap.lines(Wrap.plain(section.heading()), width, 2));
    if (!section.sections().isEmpty()) {
      lines.add(rule.repeat(width));
    }
    blocks(section.blocks(), section.heading(), MARGIN);
    section.sections().forEach(s -> section(s, "-"));
  }

  /** Blocks with an empty line after each. */
  private void blocks(List<Block> blocks, String heading, int margin) {
    for (Block block : blocks) {
      List<String> written = block(block, heading, width - margin);
      if (!written.isEmpty()) {
        add(written, block instanceof Block.Lead ? 0 : margin);
        lines.add("");
      }
    }
  }

  private void add(List<String> block, int margin) {
    block.forEach(l -> lines.add((" ".repeat(margin) + l).stripTrailing()));
  }

  private List<String> block(Block block, String heading, int room) {
    if (block instanceof Block.Lead lead) {
      return Wrap.lines(Wrap.plain(lead.text()), width, 0);
    }
    if (block instanceof Block.Paragraph paragraph) {
      return Wrap.lines(Wrap.plain(paragraph.text()), room, 0);
    }
    if (block instanceof Block.Facts facts) {
      return facts(facts.facts(), room);
    }
    if (block instanceof Block.Bullets bullets) {
      return bullets.items().stream()
          .flatMap(i -> Wrap.lines(Wrap.plain("- " + i), room, 2).stream())
          .toList();
    }
    if (block instanceof Block.Code code) {
      List<String> written = new ArrayList<>(Wrap.lines(Wrap.plain(code.caption() + ":"), room, 2));
      code.text()
          .lines()
          .flatMap(l -> Wrap.lines(Wrap.plain(l), room - 2, 4).stream())
          .forEach(l -> written.add("  " + l));
      return written;
    }
    if (block instanceof Table table) {
      return table(table, heading, room);
    }
    return block instanceof Figure figure
        ? figure.data().map(t -> table(t, heading, room)).orElse(List.of())
        : List.of();
  }

  private List<String> table(Table table, String heading, int room) {
    List<String> block = new ArrayList<>();
    if (!table.caption().equals(heading)) {
      block.addAll(Wrap.lines(Wrap.plain(table.caption()), room, 2));
    }
    block.addAll(new TextGrid(Grid.of(table), room).lines());
    return block;
  }

  /** Names beside their values; above them where names take more than half of the line. */
  private static List<String> facts(List<Fact> facts, int room) {
    int names = facts.stream().mapToInt(f -> TextWidth.of(f.name())).max().orElse(0) + 2;
    boolean beside = names <= room / 2;
    List<String> lines = new ArrayList<>();
    for (Fact fact : facts) {
      String name = Wrap.plain(fact.name());
      if (!beside) {
        lines.addAll(Wrap.lines(name, room, 2));
        Wrap.lines(Wrap.plain(fact.value()), room - 4, 0).forEach(l -> lines.add("    " + l));
        continue;
      }
      List<String> value = Wrap.lines(Wrap.plain(fact.value()), room - names, 0);
      for (int i = 0; i < value.size(); i++) {
        String label = i == 0 ? name : "";
        lines.add(label + " ".repeat(names - TextWidth.of(label)) + value.get(i));
      }
    }
    return lines;
  }
}

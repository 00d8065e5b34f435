package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.socialcure.core.document.Grid.Align;
import org.socialcure.core.document.Grid.Column;
import org.socialcure.core.document.Grid.Row;
import org.socialcure.core.document.Grid.RowKind;

/** Documents as Markdown with pipe tables. */
final class MarkdownRenderer {
  private static final int DEEPEST_HEADING = 6;

  /** What would make an item of a list, at the start of a line. */
  private static final Pattern LIST_MARK = Pattern.compile("^([0-9]{0,9})([-+.)])(?=\\s|$)");

  /** All that a line of code cannot show; lines may end in any way. */
  private static final Pattern CONTROL = Pattern.compile("\\r(?=\\n)|[\\p{Cntrl}&&[^\\n]]");

  private final List<String> lines = new ArrayList<>();

  private MarkdownRenderer() {}

  static String write(Document document) {
    MarkdownRenderer markdown = new MarkdownRenderer();
    markdown.lines.addAll(List.of("# " + escape(document.title()), ""));
    markdown.blocks(document.lead(), "");
    document.sections().forEach(s -> markdown.section(s, 2));
    if (!document.colophon().isEmpty()) {
      markdown.lines.add(escape(document.colophon()));
    }
    return String.join("\n", markdown.lines).stripTrailing() + "\n";
  }

  private void section(Section section, int level) {
    lines.add("#".repeat(Math.min(level, DEEPEST_HEADING)) + " " + escape(section.heading()));
    lines.add("");
    blocks(section.blocks(), section.heading());
    section.sections().forEach(s -> section(s, level + 1));
  }

  private void blocks(List<Block> blocks, String heading) {
    for (Block block : blocks) {
      List<String> written = block(block, heading);
      if (!written.isEmpty()) {
        lines.addAll(written);
        lines.add("");
      }
    }
  }

  private static List<String> block(Block block, String heading) {
    if (block instanceof Block.Lead lead) {
      return List.of(escape(lead.text()));
    }
    if (block instanceof Block.Paragraph paragraph) {
      return List.of(escape(paragraph.text()));
    }
    if (block instanceof Block.Facts facts) {
      return facts.facts().stream()
          .map(f -> "- **" + escape(f.name()) + ":** " + escape(f.value()))
          .toList();
    }
    if (block instanceof Block.Bullets bullets) {
      return bullets.items().stream().map(i -> "- " + escape(i)).toList();
    }
    if (block instanceof Block.Code code) {
      return code(code);
    }
    if (block instanceof Table table) {
      return table(Grid.of(table), heading);
    }
    return block instanceof Figure figure
        ? figure.data().map(t -> table(Grid.of(t), heading)).orElse(List.of())
        : List.of();
  }

  private static List<String> code(Block.Code code) {
    String text = CONTROL.matcher(code.text()).replaceAll(" ");
    // A fence must be longer than any run of backticks inside.
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return List.of(escape(code.caption()) + ":", "", fence, text, fence);
  }

  private static List<String> table(Grid grid, String heading) {
    List<String> lines = new ArrayList<>();
    if (!grid.caption().equals(heading)) {
      lines.add("**" + escape(grid.caption()) + "**");
      lines.add("");
    }
    lines.add(line(grid.columns().stream().map(c -> escape(c.header())).toList()));
    lines.add(
        line(
            grid.columns().stream()
                .map(Column::align)
                .map(a -> a == Align.TEXT ? ":---" : "---:")
                .toList()));
    for (Row row : grid.rows()) {
      List<String> cells =
          new ArrayList<>(row.cells().stream().map(MarkdownRenderer::escape).toList());
      if (row.kind() == RowKind.GROUP) {
        cells.set(0, "*" + cells.get(0) + "*");
        while (cells.size() < grid.columns().size()) {
          cells.add("");
        }
      }
      lines.add(line(cells));
    }
    for (String note : grid.notes()) {
      lines.add("");
      lines.add(escape(note));
    }
    return lines;
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Text that Markdown shows as it is: no markup, no HTML, no table cells, no link. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '|', '\\', '`', '*', '_', '[', ']', '#', '~', '$' -> escaped.append('\\').append(c);
        default -> escaped.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    String line = escaped.toString().strip().replace("-&gt;", "\u2192");
    return LIST_MARK.matcher(line).replaceFirst("$1\\\\$2");
  }
}

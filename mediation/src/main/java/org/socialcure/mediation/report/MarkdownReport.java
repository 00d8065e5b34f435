package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.socialcure.mediation.report.Grid.Align;
import org.socialcure.mediation.report.Grid.Column;
import org.socialcure.mediation.report.Grid.Row;
import org.socialcure.mediation.report.Grid.RowKind;

/** The report as Markdown with pipe tables. */
final class MarkdownReport {
  private MarkdownReport() {}

  static String write(String title, List<ModelDocument> documents) {
    List<String> lines = new ArrayList<>(List.of("# " + escape(title), ""));
    for (ModelDocument document : documents) {
      if (documents.size() > 1) {
        lines.add("## " + escape(document.name()));
        lines.add("");
      }
      lines.add(escape(new Narrative(document).headline()));
      lines.add("");
      String level = documents.size() > 1 ? "### " : "## ";
      for (Section section : Outline.page(document)) {
        lines.add(level + escape(section.heading()));
        lines.add("");
        for (Block block : section.blocks()) {
          lines.addAll(block(block, section.heading()));
          lines.add("");
        }
      }
    }
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  private static List<String> block(Block block, String heading) {
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
    return table((Grid) block, heading);
  }

  private static List<String> code(Block.Code code) {
    // A fence must be longer than any run of backticks inside.
    String fence = "```";
    while (code.text().contains(fence)) {
      fence += "`";
    }
    return List.of(escape(code.caption()) + ":", "", fence, code.text(), fence);
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
          new ArrayList<>(row.cells().stream().map(MarkdownReport::escape).toList());
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
        case '\n', '\r', '\t' -> escaped.append(' ');
        default -> escaped.append(c);
      }
    }
    return escaped.toString().replace("-&gt;", "\u2192");
  }
}

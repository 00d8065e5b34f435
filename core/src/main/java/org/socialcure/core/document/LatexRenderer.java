package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.socialcure.core.document.Grid.Align;
import org.socialcure.core.document.Grid.Row;
import org.socialcure.core.document.Grid.RowKind;

/**
 * Documents as LaTeX, to be put into a document that loads {@code booktabs} and reads UTF-8.
 *
 * <p>Each table is a {@code table} float with its caption; the words between them are paragraphs.
 */
final class LatexRenderer {
  /** A line of a table cell that is longer than this is put into a paragraph column. */
  private static final int LONG_NAME = 26;

  private static final List<String> HEADINGS =
      List.of("section", "subsection", "subsubsection", "paragraph");

  private final List<String> lines = new ArrayList<>();

  private LatexRenderer() {}

  static String write(Document document) {
    LatexRenderer latex = new LatexRenderer();
    latex.lines.add("% Needs \\usepackage{booktabs} and UTF-8 input.");
    latex.heading(document.title(), 0);
    document.lead().forEach(b -> latex.lines.addAll(block(b)));
    document.sections().forEach(s -> latex.section(s, 1));
    if (!document.colophon().isEmpty()) {
      latex.lines.addAll(List.of("", escape(document.colophon())));
    }
    return String.join("\n", latex.lines) + "\n";
  }

  private void section(Section section, int depth) {
    heading(section.heading(), depth);
    section.blocks().forEach(b -> lines.addAll(block(b)));
    section.sections().forEach(s -> section(s, depth + 1));
  }

  private void heading(String text, int depth) {
    lines.add("");
    lines.add(
        "\\" + HEADINGS.get(Math.min(depth, HEADINGS.size() - 1)) + "*{" + escape(text) + "}");
  }

  private static List<String> block(Block block) {
    if (block instanceof Block.Lead lead) {
      return List.of(escape(lead.text()));
    }
    if (block instanceof Block.Paragraph paragraph) {
      return List.of(escape(paragraph.text()), "");
    }
    if (block instanceof Block.Facts facts) {
      return list(
          "description",
          facts.facts().stream()
              .map(f -> "\\item[{" + escape(f.name()) + "}] " + escape(f.value()))
              .toList());
    }
    if (block instanceof Block.Bullets bullets) {
      return list("itemize", bullets.items().stream().map(i -> "\\item " + escape(i)).toList());
    }
    if (block instanceof Block.Code code) {
      return list(
          "quote", code.text().lines().map(l -> "\\texttt{" + escape(l) + "}\\\\").toList());
    }
    if (block instanceof Table table) {
      return table(Grid.of(table));
    }
    return block instanceof Figure figure
        ? figure.data().map(t -> table(Grid.of(t))).orElse(List.of())
        : List.of();
  }

  /** An environment; one without items would stop LaTeX. */
  private static List<String> list(String environment, List<String> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of("\\begin{" + environment + "}"));
    lines.addAll(items);
    lines.add("\\end{" + environment + "}");
    return lines;
  }

  private static List<String> table(Grid grid) {
    List<String> lines = new ArrayList<>();
    lines.add("\\begin{table}[htbp]");
    lines.add("\\centering\\footnotesize\\setlength{\\tabcolsep}{4pt}");
    lines.add("\\caption{" + escape(grid.caption()) + "}");
    lines.add("\\begin{tabular}{" + columns(grid) + "}");
    lines.add("\\toprule");
    lines.add(line(grid.columns().stream().map(c -> escape(c.header())).toList()));
    lines.add("\\midrule");
    for (Row row : grid.rows()) {
      if (row.kind() == RowKind.GROUP) {
        lines.add(
            "\\multicolumn{"
                + grid.columns().size()
                + "}{l}{\\textit{"
                + escape(row.cells().get(0))
                + "}} \\\\");
      } else {
        lines.add(line(cells(grid, row)));
      }
    }
    lines.add("\\bottomrule");
    lines.add("\\end{tabular}");
    if (!grid.notes().isEmpty()) {
      lines.add("");
      lines.add("\\smallskip");
      lines.add(
          "\\parbox{\\linewidth}{\\footnotesize "
              + grid.notes().stream().map(LatexRenderer::escape).collect(Collectors.joining(" "))
              + "}");
    }
    lines.add("\\end{table}");
    return lines;
  }

  private static String columns(Grid grid) {
    StringBuilder columns = new StringBuilder();
    for (int c = 0; c < grid.columns().size(); c++) {
      int column = c;
      boolean wide =
          grid.rows().stream()
              .filter(r -> r.kind() == RowKind.DATA)
              .anyMatch(r -> r.cells().get(column).length() > LONG_NAME);
      boolean text = grid.columns().get(c).align() == Align.TEXT;
      columns.append(!text ? "r" : wide ? "p{0.3\\linewidth}" : "l");
    }
    return columns.toString();
  }

  /** Numbers get a true minus sign. */
  private static List<String> cells(Grid grid, Row row) {
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < row.cells().size(); c++) {
      String cell = row.cells().get(c);
      boolean negative =
          grid.columns().get(c).align() == Align.NUMBER && cell.matches("-[0-9.e+-]+");
      cells.add(negative ? "$" + cell + "$" : escape(cell));
    }
    return cells;
  }

  private static String line(List<String> cells) {
    return String.join(" & ", cells) + " \\\\";
  }

  /** Text that LaTeX sets as it is; long names may be broken after their punctuation. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '<' -> escaped.append("\\textless{}");
                case '>' -> escaped.append("\\textgreater{}");
                case '|' -> escaped.append("\\textbar{}");
                // A straight quote is a command of some languages' packages.
                case '"' -> escaped.append("''");
                case '\u2212' -> escaped.append("$-$");
                case '\u2192' -> escaped.append("$\\rightarrow$");
                case '\u2026' -> escaped.append("\\ldots{}");
                // LaTeX's own at the start of a row or an item; quotes would join with what is
                // before.
                case '[', ']', '*', '`' -> escaped.append('{').appendCodePoint(c).append('}');
                case '&', '%', '$', '#', '{', '}' -> escaped.append('\\').appendCodePoint(c);
                case '_' -> escaped.append("\\_\\allowbreak{}");
                case '@', ':' -> escaped.append("\\allowbreak{}").appendCodePoint(c);
                case '²' -> escaped.append("\\textsuperscript{2}");
                case '\u00a0' -> escaped.append('~');
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
              }
            });
    return escaped
        .toString()
        .replace("-\\textgreater{}", "$\\rightarrow$")
        // Two hyphens would become a dash.
        .replace("--", "-{}-{}")
        .replace("\\allowbreak{}: ", ": ");
  }
}

package org.socialcure.core.document;

import java.util.List;
import java.util.stream.IntStream;
import org.socialcure.core.document.Grid.Align;
import org.socialcure.core.document.Grid.Row;
import org.socialcure.core.document.Grid.RowKind;

/** A grid as an HTML table with a caption and headers that screen readers can follow. */
final class HtmlGrid {
  /** As wide as a digit, so that decimal points stand under each other. */
  private static final String FIGURE_SPACE = "\u2007";

  /** As wide as a point. */
  private static final String POINT_SPACE = "\u2008";

  private HtmlGrid() {}

  /**
   * The table.
   *
   * @param grid what it shows
   * @param captioned whether a heading right above says the same as the caption
   * @return the table in a box that scrolls, and its notes
   */
  static String write(Grid grid, boolean captioned) {
    StringBuilder out = new StringBuilder("<div class=\"wide\">\n<table>\n");
    if (!captioned) {
      out.append("<caption>").append(Xml.escape(grid.caption())).append("</caption>\n");
    }
    out.append("<thead>\n<tr>");
    grid.columns()
        .forEach(
            c ->
                out.append("<th scope=\"col\"")
                    .append(c.align() == Align.NUMBER ? " class=\"number\">" : ">")
                    .append(HtmlText.of(c.header()))
                    .append("</th>"));
    out.append("</tr>\n</thead>\n<tbody>\n");
    int[] fractions = fractions(grid);
    boolean grouped = false;
    for (Row row : grid.rows()) {
      if (row.kind() == RowKind.GROUP) {
        grouped = true;
        out.append("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
            .append(grid.columns().size())
            .append("\">")
            .append(HtmlText.of(row.cells().get(0)))
            .append("</th></tr>\n");
      } else {
        out.append(grouped ? "<tr class=\"member\">" : "<tr>");
        row(out, grid, row, fractions);
        out.append("</tr>\n");
      }
    }
    out.append("</tbody>\n</table>\n");
    grid.notes()
        .forEach(n -> out.append("<p class=\"note\">").append(HtmlText.of(n)).append("</p>\n"));
    return out.append("</div>\n").toString();
  }

  private static int[] fractions(Grid grid) {
    return IntStream.range(0, grid.columns().size())
        .map(
            c ->
                grid.rows().stream()
                    .filter(r -> r.kind() == RowKind.DATA)
                    .mapToInt(r -> Grid.fraction(r.cells().get(c)))
                    .max()
                    .orElse(0))
        .toArray();
  }

  private static void row(StringBuilder out, Grid grid, Row row, int[] fractions) {
    List<String> cells = row.cells();
    for (int c = 0; c < cells.size(); c++) {
      boolean number = grid.columns().get(c).align() == Align.NUMBER;
      String text = number ? aligned(cells.get(c), fractions[c]) : cells.get(c);
      String open = c == 0 ? "<th scope=\"row\"" : "<td";
      out.append(open).append(number ? " class=\"number\">" : ">");
      out.append(number ? Xml.escape(text) : HtmlText.of(text));
      out.append(c == 0 ? "</th>" : "</td>");
    }
  }

  private static String aligned(String number, int deepest) {
    if (number.isEmpty()) {
      return number;
    }
    int fraction = Grid.fraction(number);
    String padding =
        fraction == 0 && deepest > 0
            ? POINT_SPACE + FIGURE_SPACE.repeat(deepest - 1)
            : FIGURE_SPACE.repeat(deepest - fraction);
    return Svg.minus(number) + padding;
  }
}

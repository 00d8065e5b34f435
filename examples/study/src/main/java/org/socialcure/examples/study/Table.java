package org.socialcure.examples.study;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table for the terminal and for the page. The first column names the row; a column whose heading
 * starts with {@code >} is aligned to the right.
 */
final class Table {
  private static final int WIDEST = 100;
  private static final int NARROWEST = 16;
  private static final String GAP = "  ";
  private static final String RIGHT = ">";

  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  Table(String... header) {
    right = new boolean[header.length];
    for (int i = 0; i < header.length; i++) {
      right[i] = header[i].startsWith(RIGHT);
    }
    rows.add(
        Stream.of(header)
            .map(cell -> cell.startsWith(RIGHT) ? cell.substring(RIGHT.length()) : cell)
            .toArray(String[]::new));
  }

  void row(String... cells) {
    rows.add(cells);
  }

  /**
   * Prints the table in letters of one width, in at most 100 columns; words wrap, numbers do not.
   */
  void print(PrintWriter out) {
    int[] widths = widths();
    for (String[] row : rows) {
      List<List<String>> cells = new ArrayList<>();
      for (int i = 0; i < row.length; i++) {
        cells.add(wrapped(row[i], widths[i]));
      }
      int lines = cells.stream().mapToInt(List::size).max().orElse(0);
      for (int line = 0; line < lines; line++) {
        out.println(line(cells, line, widths));
      }
      if (row == rows.get(0)) {
        out.println("-".repeat(total(widths)));
      }
    }
  }

  private String line(List<List<String>> cells, int line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
      String padding = " ".repeat(widths[i] - cell.length());
      text.append(i == 0 ? "" : GAP).append(right[i] ? padding + cell : cell + padding);
    }
    return text.toString().stripTrailing();
  }

  /** As wide as the cells are, the widest columns of words narrower where that is too wide. */
  private int[] widths() {
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    while (total(widths) > WIDEST) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = !right[i] && widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int total(int[] widths) {
    return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
  }

  /** Lines of a cell: broken at a space, else inside a name where its parts meet, else anywhere. */
  private static List<String> wrapped(String cell, int width) {
    List<String> lines = new ArrayList<>();
    String rest = cell;
    while (rest.length() > width) {
      int end = rest.lastIndexOf(' ', width);
      for (int i = width; end <= width / 3 && i > width / 3; i--) {
        end = "@[".indexOf(rest.charAt(i)) >= 0 || ".-".indexOf(rest.charAt(i - 1)) >= 0 ? i : end;
      }
      end = end > width / 3 ? end : width;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = "  " + rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** The table for a page with the style sheet of reports. */
  String html() {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n");
    for (String[] row : rows) {
      boolean header = row == rows.get(0);
      html.append(header ? "<thead><tr>" : "<tr>");
      for (int i = 0; i < row.length; i++) {
        String tag = header || i == 0 ? "th" : "td";
        html.append('<').append(tag);
        if (header || i == 0) {
          html.append(header ? " scope=\"col\"" : " scope=\"row\"");
        }
        // As in the reports: a true minus sign before a number.
        String text = right[i] && !header ? row[i].replace('-', '\u2212') : row[i];
        html.append(right[i] ? " class=\"number\">" : ">")
            .append(HtmlPage.escape(text))
            .append("</")
            .append(tag)
            .append('>');
      }
      html.append(header ? "</tr></thead>\n<tbody>\n" : "</tr>\n");
    }
    return html.append("</tbody>\n</table></div>\n").toString();
  }
}

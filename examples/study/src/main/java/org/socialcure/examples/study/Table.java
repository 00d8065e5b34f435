package org.socialcure.examples.study;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table for the terminal and for the page. The first column names the row; a column whose heading
 * starts with {@code >} is aligned to the right.
 */
final class Table {
  private static final int WIDEST = 100;
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

  /** Prints the table in letters of one width, in at most 100 columns. */
  void print(PrintWriter out) {
    int[] widths = new int[right.length];
    int total = GAP.length() * (right.length - 1);
    for (int i = 0; i < right.length; i++) {
      for (String[] row : rows) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
      total += widths[i];
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < right.length; i++) {
        String padding = " ".repeat(widths[i] - row[i].length());
        line.append(i == 0 ? "" : GAP).append(right[i] ? padding + row[i] : row[i] + padding);
      }
      out.println(cut(line.toString().stripTrailing()));
      if (row == rows.get(0)) {
        out.println("-".repeat(Math.min(WIDEST, total)));
      }
    }
  }

  private static String cut(String line) {
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "~";
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
        html.append(right[i] ? " class=\"number\">" : ">")
            .append(HtmlPage.escape(row[i]))
            .append("</")
            .append(tag)
            .append('>');
      }
      html.append(header ? "</tr></thead>\n<tbody>\n" : "</tr>\n");
    }
    return html.append("</tbody>\n</table></div>\n").toString();
  }
}

package org.socialcure.examples.study;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table in letters of one width. A column whose heading starts with {@code >} is aligned to the
 * right.
 */
final class TextTable {
  private static final int WIDEST = 100;
  private static final String GAP = "  ";
  private static final String RIGHT = ">";

  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... header) {
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
}

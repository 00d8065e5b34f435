package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.socialcure.core.document.Grid.Align;
import org.socialcure.core.document.Grid.Row;
import org.socialcure.core.document.Grid.RowKind;

/**
 * A grid as lines of text of limited width.
 *
 * <p>Numbers line up at the decimal point. Long names are wrapped under each other; when the
 * numbers alone are too wide, the table is continued below with the row names repeated.
 */
final class TextGrid {
  private static final int GAP = 2;
  private static final int NARROWEST_NAME = 18;
  private static final int WIDEST_HEADER = 14;

  private final Grid grid;
  private final int width;

  TextGrid(Grid grid, int width) {
    this.grid =
        new Grid(
            grid.caption(),
            grid.columns().stream()
                .map(c -> new Grid.Column(Wrap.plain(c.header()), c.align()))
                .toList(),
            grid.rows().stream()
                .map(r -> new Row(r.kind(), r.cells().stream().map(Wrap::plain).toList()))
                .toList(),
            grid.notes().stream().map(Wrap::plain).toList());
    this.width = width;
  }

  /** The lines without the caption: header, rows, notes. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<List<Integer>> parts = parts();
    for (List<Integer> part : parts) {
      if (part != parts.get(0)) {
        lines.add("");
      }
      lines.addAll(part(part));
    }
    grid.notes().forEach(n -> Wrap.lines(n, width - 2, 2).forEach(l -> lines.add("  " + l)));
    return lines;
  }

  /** The columns in as few parts as fit, each with the first column. */
  private List<List<Integer>> parts() {
    List<List<Integer>> parts = new ArrayList<>();
    List<Integer> part = new ArrayList<>(List.of(0));
    int used = smallest(0);
    for (int c = 1; c < grid.columns().size(); c++) {
      int wide = GAP + smallest(c);
      if (used + wide > width && part.size() > 1) {
        parts.add(part);
        part = new ArrayList<>(List.of(0));
        used = smallest(0);
      }
      part.add(c);
      used += wide;
    }
    parts.add(part);
    return parts;
  }

  private int smallest(int column) {
    int natural = natural(column);
    return isText(column) ? Math.min(natural, NARROWEST_NAME) : natural;
  }

  private boolean isText(int column) {
    return grid.columns().get(column).align() == Align.TEXT;
  }

  private int natural(int column) {
    int cells = aligned(column).stream().mapToInt(TextWidth::of).max().orElse(0);
    String header = header(column);
    int head =
        isText(column)
            ? TextWidth.of(header)
            : Wrap.lines(header, Math.max(cells, WIDEST_HEADER), 0).stream()
                .mapToInt(TextWidth::of)
                .max()
                .orElse(0);
    return Math.max(cells, head);
  }

  /** The cells of the data rows of a column, numbers padded so that their points line up. */
  private List<String> aligned(int column) {
    List<String> cells =
        grid.rows().stream()
            .filter(r -> r.kind() == RowKind.DATA)
            .map(r -> r.cells().get(column))
            .toList();
    if (isText(column)) {
      return cells;
    }
    int deepest = cells.stream().mapToInt(Grid::fraction).max().orElse(0);
    return cells.stream()
        .map(c -> c.isEmpty() ? c : c + " ".repeat(deepest - Grid.fraction(c)))
        .toList();
  }

  private List<String> part(List<Integer> columns) {
    int[] widths = columns.stream().mapToInt(this::natural).toArray();
    shrink(columns, widths);
    List<String> lines = new ArrayList<>();
    List<List<String>> headers =
        IntStream.range(0, widths.length)
            .mapToObj(i -> Wrap.lines(header(columns.get(i)), widths[i], 0))
            .toList();
    int deepest = headers.stream().mapToInt(List::size).max().orElse(1);
    List<List<String>> bottom =
        headers.stream()
            .map(
                h -> {
                  List<String> padded = new ArrayList<>();
                  IntStream.range(h.size(), deepest).forEach(i -> padded.add(""));
                  padded.addAll(h);
                  return padded;
                })
            .toList();
    lines.addAll(across(columns, widths, bottom));
    int ruled = IntStream.of(widths).sum() + GAP * (widths.length - 1);
    lines.add("-".repeat(ruled));
    List<List<String>> cells = columns.stream().map(this::aligned).toList();
    int data = 0;
    for (Row row : grid.rows()) {
      if (row.kind() == RowKind.GROUP) {
        lines.addAll(Wrap.lines(row.cells().get(0), width, 4));
        continue;
      }
      List<List<String>> wrapped = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        int margin = i == 0 && grouped() && isText(columns.get(0)) ? 2 : 0;
        wrapped.add(
            Wrap.lines(cells.get(i).get(data), widths[i] - margin, 2).stream()
                .map(l -> " ".repeat(margin) + l)
                .toList());
      }
      lines.addAll(across(columns, widths, wrapped));
      data++;
    }
    return lines;
  }

  private boolean grouped() {
    return grid.rows().stream().anyMatch(r -> r.kind() == RowKind.GROUP);
  }

  private String header(int column) {
    return grid.columns().get(column).header();
  }

  /** Takes width from the widest text columns until the part fits. */
  private void shrink(List<Integer> columns, int[] widths) {
    if (grouped() && isText(columns.get(0))) {
      widths[0] += 2;
    }
    while (IntStream.of(widths).sum() + GAP * (widths.length - 1) > width) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (isText(columns.get(i)) && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0 || widths[widest] <= 4) {
        return;
      }
      widths[widest]--;
    }
  }

  private List<String> across(List<Integer> columns, int[] widths, List<List<String>> cells) {
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    List<String> lines = new ArrayList<>();
    for (int l = 0; l < height; l++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = l < cells.get(i).size() ? cells.get(i).get(l) : "";
        String pad = " ".repeat(Math.max(0, widths[i] - TextWidth.of(cell)));
        line.append(i > 0 ? " ".repeat(GAP) : "");
        line.append(isText(columns.get(i)) ? cell + pad : pad + cell);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}

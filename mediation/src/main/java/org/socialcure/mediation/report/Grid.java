package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table before it is drawn: what every output format shows, in the same order and digits.
 *
 * <p>The first column holds the name of the row. Cells are plain text; an empty cell means that the
 * quantity does not exist.
 *
 * @param caption what the table shows; numbers stay out of it
 * @param columns the columns
 * @param rows the rows
 * @param notes sentences below the table
 */
record Grid(String caption, List<Column> columns, List<Row> rows, List<String> notes)
    implements Block {

  /** How the cells of a column line up. */
  enum Align {
    /** To the left. */
    TEXT,
    /** At the decimal point. */
    NUMBER
  }

  /**
   * A column.
   *
   * @param header its header
   * @param align how its cells line up
   */
  record Column(String header, Align align) {}

  /** What a row is. */
  enum RowKind {
    /** Numbers under a name. */
    DATA,
    /** A heading for the rows that follow. */
    GROUP
  }

  /**
   * A row.
   *
   * @param kind what it is
   * @param cells a cell a column; the heading alone for a group
   */
  record Row(RowKind kind, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  Grid {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  static Builder titled(String caption) {
    return new Builder(caption);
  }

  /** Collects columns and rows; columns whose cells are all empty are left out in the end. */
  static final class Builder {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Builder(String caption) {
      this.caption = caption;
    }

    Builder text(String... headers) {
      Arrays.stream(headers).forEach(h -> columns.add(new Column(h, Align.TEXT)));
      return this;
    }

    Builder numbers(String... headers) {
      Arrays.stream(headers).forEach(h -> columns.add(new Column(h, Align.NUMBER)));
      return this;
    }

    Builder row(List<String> cells) {
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row of " + columns.size() + " columns cannot have " + cells.size() + " cells.");
      }
      rows.add(new Row(RowKind.DATA, cells));
      return this;
    }

    Builder row(String... cells) {
      return row(List.of(cells));
    }

    Builder group(String heading) {
      rows.add(new Row(RowKind.GROUP, List.of(heading)));
      return this;
    }

    Builder note(String note) {
      notes.add(note);
      return this;
    }

    Grid build() {
      List<Integer> kept = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        int column = c;
        boolean used =
            rows.stream()
                .anyMatch(r -> r.kind() == RowKind.DATA && !r.cells().get(column).isEmpty());
        if (c == 0 || used) {
          kept.add(c);
        }
      }
      List<Row> trimmed =
          rows.stream()
              .map(
                  r ->
                      r.kind() == RowKind.GROUP
                          ? r
                          : new Row(RowKind.DATA, kept.stream().map(r.cells()::get).toList()))
              .toList();
      return new Grid(caption, kept.stream().map(columns::get).toList(), trimmed, notes);
    }
  }
}

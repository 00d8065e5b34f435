package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Table.Data;
import org.socialcure.core.document.Table.Heading;

/**
 * A table as people see it: the same cells, in the same order and digits, in every format.
 *
 * <p>Intervals have become two columns, long texts letters with a note, and columns without a cell
 * are gone.
 *
 * @param caption what the table shows
 * @param columns the columns
 * @param rows the rows
 * @param notes sentences below the table
 */
record Grid(String caption, List<Column> columns, List<Row> rows, List<String> notes) {

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
   * @param cells a cell a column, empty where there is nothing; the heading alone for a group
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

  static Grid of(Table table) {
    List<Data> data =
        table.rows().stream().filter(Data.class::isInstance).map(Data.class::cast).toList();
    List<Column> columns = new ArrayList<>();
    List<List<String>> cells = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      int column = c;
      Table.Column given = table.columns().get(c);
      List<Cell> below = data.stream().map(d -> d.cells().get(column)).toList();
      switch (given.kind()) {
        case TEXT -> add(columns, cells, given.header(), Align.TEXT, below, 0);
        case NUMBER -> add(columns, cells, given.header(), Align.NUMBER, below, 0);
        case INTERVAL -> {
          add(columns, cells, given.header() + "\u00a0lower", Align.NUMBER, below, 0);
          add(columns, cells, given.header() + "\u00a0upper", Align.NUMBER, below, 1);
        }
        case KEYED -> keyed(given.header(), below, columns, cells, notes);
      }
    }
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(c -> c == 0 || cells.get(c).stream().anyMatch(t -> !t.isEmpty()))
            .boxed()
            .toList();
    List<Row> rows = new ArrayList<>();
    int at = 0;
    for (Table.Row row : table.rows()) {
      if (row instanceof Heading heading) {
        rows.add(new Row(RowKind.GROUP, List.of(heading.text())));
      } else {
        int line = at++;
        rows.add(new Row(RowKind.DATA, kept.stream().map(c -> cells.get(c).get(line)).toList()));
      }
    }
    notes.addAll(table.notes());
    return new Grid(table.caption(), kept.stream().map(columns::get).toList(), rows, notes);
  }

  private static void add(
      List<Column> columns,
      List<List<String>> cells,
      String header,
      Align align,
      List<Cell> below,
      int part) {
    columns.add(new Column(header, align));
    cells.add(below.stream().map(cell -> shown(cell, part)).toList());
  }

  private static String shown(Cell cell, int part) {
    if (cell instanceof Cell.Text text) {
      return text.text();
    }
    if (cell instanceof Cell.Quantity number) {
      return number.shown();
    }
    if (cell instanceof Cell.Limits limits) {
      double limit = part == 0 ? limits.interval().lower() : limits.interval().upper();
      return Numbers.limit(limit, limits.decimals());
    }
    return "";
  }

  /** Letters for the different texts, in the order of the rows, and the note that explains them. */
  private static void keyed(
      String header,
      List<Cell> below,
      List<Column> columns,
      List<List<String>> cells,
      List<String> notes) {
    Map<String, String> letters = new LinkedHashMap<>();
    List<String> texts = below.stream().map(cell -> shown(cell, 0)).toList();
    texts.stream()
        .filter(text -> !text.isEmpty())
        .forEach(text -> letters.putIfAbsent(text, letter(letters.size())));
    if (letters.isEmpty()) {
      return;
    }
    if (letters.size() == 1 && !texts.contains("")) {
      notes.add(header + ": " + texts.get(0) + ".");
      return;
    }
    notes.add(
        letters.entrySet().stream()
            .map(e -> e.getValue() + " = " + e.getKey())
            .collect(Collectors.joining("; ", header + ": ", ".")));
    columns.add(new Column(header, Align.TEXT));
    cells.add(texts.stream().map(text -> letters.getOrDefault(text, "")).toList());
  }

  private static String letter(int index) {
    return index < 26 ? String.valueOf((char) ('a' + index)) : String.valueOf(index);
  }

  /** How many characters the fraction takes, its point included. */
  static int fraction(String number) {
    int point = number.indexOf('.');
    return point < 0 ? 0 : number.length() - point;
  }
}

package org.socialcure.files.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;

/** The cells of a sheet as they come, row by row: first the names, then the columns below them. */
final class SheetTable {
  private static final int FIRST_SIZE = 64;
  private static final double LARGEST_EXACT = 1e15;

  private final OptionalInt headerRow;
  private final Problems problems;
  private final Memory memory;
  private final TreeMap<Integer, String> names = new TreeMap<>();
  private final Map<Integer, Cells> cells = new HashMap<>();
  private final Map<Integer, MarkedCells> errors = new TreeMap<>();
  private final Map<Integer, MarkedCells> longNumbers = new TreeMap<>();
  private int[] rowNumbers = new int[FIRST_SIZE];
  private int rows;
  private int header;
  private boolean rowHasValue;

  SheetTable(OptionalInt headerRow, Problems problems, Memory memory) {
    this.headerRow = headerRow;
    this.problems = problems;
    this.memory = memory;
  }

  void beginRow() {
    rowHasValue = false;
  }

  void text(int row, int column, String text) {
    String stripped = stripped(text);
    if (stripped.isEmpty() || isBefore(row)) {
      return;
    }
    if (isHeader(row)) {
      names.put(column, stripped);
    } else {
      column(column).text(valueIn(row), stripped);
    }
  }

  void number(int row, int column, double value) {
    if (isBefore(row)) {
      return;
    }
    if (isHeader(row)) {
      names.put(column, Names.number(value));
    } else {
      int index = valueIn(row);
      column(column).number(index, value);
      if (Math.abs(value) >= LARGEST_EXACT) {
        longNumbers.computeIfAbsent(column, MarkedCells::new).add(index);
      }
    }
  }

  /** A cell that holds an error of the spreadsheet keeps it, so that a rule may call it missing. */
  void error(int row, int column, String error) {
    if (isBefore(row)) {
      return;
    }
    if (isHeader(row)) {
      problems.add(SheetText.cell(row, column), "an error of the spreadsheet where a name must be");
      names.put(column, SheetText.letters(column));
      return;
    }
    int index = valueIn(row);
    column(column).text(index, error);
    errors.computeIfAbsent(column, MarkedCells::new).add(index);
  }

  /** One problem a column that has cells and no name; equal names. */
  void checkNames() {
    if (header == 0) {
      problems.add(
          "row 1", "the sheet is empty; it needs a row of column names and a row a person");
      return;
    }
    for (int column : cells.keySet().stream().sorted().toList()) {
      if (!names.containsKey(column)) {
        problems.add(
            SheetText.cell(header, column),
            "there are cells below, but no name; name the column, or leave it out");
      }
    }
    Map<String, Integer> first = new HashMap<>();
    names.forEach(
        (column, name) -> {
          Integer earlier = first.putIfAbsent(name, column);
          if (earlier != null) {
            problems.add(
                SheetText.cell(header, column),
                "has the same name as column " + SheetText.letters(earlier) + "; rename one");
          }
        });
    if (rows == 0) {
      problems.add(
          "row " + (header + 1), "there are column names but no rows; add a row per person");
    }
  }

  /** Whether a range of cells has to do with the names or the cells below them. */
  boolean holds(String from, String to) {
    int firstColumn = SheetText.columnOf(from);
    int lastColumn = SheetText.columnOf(to);
    boolean columns = names.keySet().stream().anyMatch(it -> it >= firstColumn && it <= lastColumn);
    int last = rows == 0 ? header : rowNumbers[rows - 1];
    return columns && SheetText.rowOf(to) >= header && SheetText.rowOf(from) <= last;
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    SheetReader.note(
        notes,
        longNumbers.values().stream().mapToInt(it -> it.rows().length).sum(),
        "number of 16 digits or more, of which spreadsheets keep 15: format such cells as text",
        "numbers of 16 digits or more, of which spreadsheets keep 15: format such cells as text");
    return notes;
  }

  RawTable raw(List<String> notes) {
    List<Variable> variables = new ArrayList<>();
    names.forEach(
        (column, name) ->
            variables.add(new Variable(name, cells.getOrDefault(column, new Cells(memory)))));
    int emptyRows = rows == 0 ? 0 : rowNumbers[rows - 1] - header - rows;
    return new RawTable(
        variables,
        rows,
        Arrays.copyOf(rowNumbers, rows),
        notes,
        byName(errors),
        byName(longNumbers),
        new BitSet(),
        emptyRows);
  }

  private Map<String, MarkedCells> byName(Map<Integer, MarkedCells> marked) {
    Map<String, MarkedCells> byName = new LinkedHashMap<>();
    marked.forEach(
        (column, found) -> {
          String name = names.get(column);
          if (name != null) {
            byName.put(name, found);
          }
        });
    return byName;
  }

  private boolean isBefore(int row) {
    return headerRow.isPresent() && row < headerRow.getAsInt();
  }

  private boolean isHeader(int row) {
    if (header == 0) {
      header = row;
    }
    return row == header;
  }

  private Cells column(int column) {
    return cells.computeIfAbsent(column, it -> new Cells(memory));
  }

  /** The index of the row in the table, which gets one with its first value. */
  private int valueIn(int row) {
    if (!rowHasValue) {
      if (rows == rowNumbers.length) {
        memory.take((long) rows * Integer.BYTES);
        rowNumbers = Arrays.copyOf(rowNumbers, rows * 2);
      }
      rowNumbers[rows++] = row;
      rowHasValue = true;
    }
    return rows - 1;
  }

  /** Without blanks at the ends, no-break ones included. */
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\uFEFF';
  }
}

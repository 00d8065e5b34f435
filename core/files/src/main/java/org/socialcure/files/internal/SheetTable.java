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
import java.util.stream.Collectors;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;

/** The cells of a sheet as they come, row by row: first the names, then the columns below them. */
final class SheetTable {
  private static final int FIRST_SIZE = 64;
  private static final int SHOWN = 3;
  private static final double LARGEST_EXACT = 1e15;

  private final OptionalInt headerRow;
  private final Problems problems;
  private final Memory memory;
  private final TreeMap<Integer, String> names = new TreeMap<>();
  private final Map<Integer, Cells> cells = new HashMap<>();
  private final Map<Integer, MarkedCells> errors = new TreeMap<>();
  private final Map<Integer, MarkedCells> longNumbers = new TreeMap<>();
  private final Map<String, String> absences = new LinkedHashMap<>();
  private final List<String> repeated = new ArrayList<>();
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

  /** Of columns with one name none can be meant by it. */
  private void leaveOutRepeatedNames() {
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    names.forEach(
        (column, name) -> places.computeIfAbsent(name, any -> new ArrayList<>()).add(column));
    places.values().removeIf(columns -> columns.size() == 1);
    places.forEach(
        (name, columns) -> {
          String letters =
              columns.stream().map(SheetText::letters).collect(Collectors.joining(" and "));
          absences.put(
              name, "columns " + letters + " have this name, so that none is meant: rename them");
          repeated.add(letters);
          names.keySet().removeAll(columns);
        });
  }

  /** One problem a column that has cells and no name. */
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
    leaveOutRepeatedNames();
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
    if (!repeated.isEmpty()) {
      notes.add(
          "columns of the same name, left out: "
              + repeated.stream().limit(SHOWN).collect(Collectors.joining("; "))
              + (repeated.size() > SHOWN ? "; …" : ""));
    }
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
        absences,
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

package org.socialcure.files.internal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.DatasetBuilder;

/**
 * A file as it was read, before any rule is applied to it.
 *
 * @param variables the columns in the order of the file
 * @param rows how many rows there are
 * @param rowNumbers the number of each row in the file
 * @param notes what was found in the file, in words for people
 * @param errors cells of a spreadsheet that hold an error, by column
 * @param longNumbers cells of a spreadsheet with numbers of 16 digits or more, by column
 * @param absences why names mean no column, by name
 * @param empty the rows of the table that have no value
 * @param emptyRows how many rows of the file have no value
 */
public record RawTable(
    List<Variable> variables,
    int rows,
    int[] rowNumbers,
    List<String> notes,
    Map<String, MarkedCells> errors,
    Map<String, MarkedCells> longNumbers,
    Map<String, String> absences,
    BitSet empty,
    int emptyRows) {

  /** A table whose rows are numbered from 1. */
  static RawTable of(List<Variable> variables, int rows, List<String> notes) {
    int[] numbers = IntStream.rangeClosed(1, rows).toArray();
    BitSet empty = new BitSet();
    empty.set(0, rows);
    variables.forEach(variable -> variable.clearRowsWithValue(empty));
    if (empty.cardinality() == rows) {
      throw new InvalidInputException("the file", "no row has any value; add a row per person");
    }
    return new RawTable(
        variables, rows, numbers, notes, Map.of(), Map.of(), Map.of(), empty, empty.cardinality());
  }

  /** The columns with their labels, without empty rows. */
  public Dataset data() {
    DatasetBuilder builder = Dataset.builder();
    Map<String, String> labels = new LinkedHashMap<>();
    for (Variable variable : variables) {
      Cells cells = variable.cells();
      if (cells.hasText()) {
        builder.texts(variable.name(), cells.texts(rows));
      } else {
        builder.numbers(variable.name(), cells.numbers(rows));
      }
      variable.label().ifPresent(label -> labels.put(variable.name(), label));
    }
    Dataset all = builder.rowNumbers(rowNumbers).build().withLabels(labels);
    for (Map.Entry<String, String> absence : absences.entrySet()) {
      all = all.withAbsence(absence.getKey(), absence.getValue());
    }
    return empty.isEmpty()
        ? all
        : all.take(IntStream.range(0, rows).filter(row -> !empty.get(row)).toArray());
  }

  /** Whether a column has texts, or is not there. */
  public boolean isText(String column) {
    return variables.stream()
        .filter(variable -> variable.name().equals(column))
        .allMatch(variable -> variable.cells().hasText());
  }

  /** The texts that stand for codes, by column and code. */
  public Map<String, Map<String, String>> valueLabels() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Variable variable : variables) {
      if (!variable.valueLabels().isEmpty()) {
        all.put(variable.name(), variable.valueLabels());
      }
    }
    return all;
  }

  /** The codes with texts that count as missing, by column. */
  public Map<String, Set<String>> labelledMissing() {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    variables.forEach(variable -> all.put(variable.name(), variable.labelledMissing()));
    return all;
  }

  /** How many cells held each code that the file declares missing, by column. */
  public Map<String, Map<String, Integer>> missing() {
    Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
    for (Variable variable : variables) {
      if (!variable.missing().isEmpty()) {
        all.put(variable.name(), variable.missing());
      }
    }
    return all;
  }

  /** Refuses names that are blank or stand twice, and a file without columns or rows. */
  static void check(List<String> names, long rows, Problems problems) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String place = "column " + (i + 1);
      if (names.get(i).isBlank()) {
        problems.add(place, "its name is blank; name it, or leave the column out");
        continue;
      }
      Integer earlier = first.putIfAbsent(names.get(i), i);
      if (earlier != null) {
        problems.add(place, "has the same name as column " + (earlier + 1) + "; rename one");
      }
    }
    if (names.isEmpty()) {
      problems.add("the file", "has no columns; it needs columns and a row per person");
    } else if (rows == 0) {
      problems.add("row 1", "there are columns but no rows; add a row per person");
    }
  }
}

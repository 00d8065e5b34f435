package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found in a file and left out of it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param found what the file itself told of its format, as in {@code "cells separated by ';'"};
 *     empty where it is the default or was told to the reader
 * @param headingRows the rows after the line of names that were further headings
 * @param skippedRows the rows that met the condition for leaving out
 * @param rowsNotChosen the other rows that did not meet the condition for being used
 * @param emptyRows the rows without any value
 * @param emptyColumns the columns without name and without any value
 * @param rowNumbers whether a first column without name, which numbered the rows, was left out
 * @param unmatched the columns and values that the condition for used rows names and no row has, as
 *     in {@code "event month_6"}
 * @param missingCodes how many cells held a code of a missing value, by column; only columns with
 *     such cells
 * @since 0.1
 */
public record ReadingSummary(
    List<String> found,
    int headingRows,
    int skippedRows,
    int rowsNotChosen,
    int emptyRows,
    int emptyColumns,
    boolean rowNumbers,
    List<String> unmatched,
    Map<String, Integer> missingCodes) {
  /** Nothing was found, and nothing left out. */
  public static final ReadingSummary NOTHING =
      new ReadingSummary(List.of(), 0, 0, 0, 0, 0, false, List.of(), Map.of());

  private static final int COLUMNS_SHOWN = 20;

  /** Copies the collections, which keep their order. */
  public ReadingSummary {
    found = List.copyOf(found);
    unmatched = List.copyOf(unmatched);
    missingCodes = Collections.unmodifiableMap(new LinkedHashMap<>(missingCodes));
  }

  /**
   * How many rows of the file are not in the data, empty ones included.
   *
   * @return the sum of the four counts
   */
  public int rowsLeftOut() {
    return headingRows + skippedRows + rowsNotChosen + emptyRows;
  }

  /**
   * The summary as sentences for people.
   *
   * @return a sentence for each thing that there is to say; none where the file was plain
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!found.isEmpty()) {
      notes.add("Found in the file: " + String.join(", ", found));
    }
    note(
        notes,
        headingRows,
        "row of headings after the line of names",
        "rows of headings after the line of names");
    note(notes, skippedRows, "row to be skipped", "rows to be skipped");
    note(notes, rowsNotChosen, "row that was not chosen", "rows that were not chosen");
    note(notes, emptyRows, "row without any value", "rows without any value");
    note(notes, emptyColumns, "column without name and values", "columns without name and values");
    if (rowNumbers) {
      notes.add("Left out: the first column, which has no name and numbers the rows");
    }
    if (!unmatched.isEmpty()) {
      notes.add("Chosen, but in no row: " + String.join(", ", unmatched));
    }
    if (!missingCodes.isEmpty()) {
      int rest = missingCodes.size() - COLUMNS_SHOWN;
      notes.add(
          "Cells that hold a code of a missing value: "
              + missingCodes.entrySet().stream()
                  .limit(COLUMNS_SHOWN)
                  .map(entry -> Columns.shown(entry.getKey()) + " " + entry.getValue())
                  .collect(Collectors.joining(", "))
              + (rest > 0 ? ", and in " + rest + " more columns" : ""));
    }
    return notes;
  }

  private static void note(List<String> notes, int count, String one, String many) {
    if (count > 0) {
      notes.add("Left out: " + count + " " + (count == 1 ? one : many));
    }
  }

  /**
   * The sentences.
   *
   * @return {@link #notes()}, one a line; {@code "nothing left out"} where there is none
   */
  @Override
  public String toString() {
    return notes().isEmpty() ? "nothing left out" : String.join("\n", notes());
  }
}

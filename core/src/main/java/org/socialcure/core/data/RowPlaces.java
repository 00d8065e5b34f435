package org.socialcure.core.data;

import java.util.Arrays;

/**
 * Where the rows of a data set are in what they were read from.
 *
 * @param unit what the source calls a row: {@code line} or {@code row}
 * @param numbers the number of each row there
 */
record RowPlaces(String unit, int[] numbers) {
  /** Rows of a text, by the lines that they begin in. */
  static RowPlaces lines(int[] numbers) {
    return new RowPlaces("line", numbers);
  }

  /** Rows of a table, by its own numbers. */
  static RowPlaces rows(int[] numbers) {
    return new RowPlaces("row", numbers);
  }

  String place(int row) {
    return unit + " " + numbers[row];
  }

  RowPlaces take(int[] rows) {
    return new RowPlaces(unit, Arrays.stream(rows).map(row -> numbers[row]).toArray());
  }
}

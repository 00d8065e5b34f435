package org.socialcure.files.internal;

import java.util.Arrays;

/**
 * Which cells of a column of a sheet are to be looked at again: errors such as {@code #N/A},
 * numbers of more digits than spreadsheets keep.
 */
public final class MarkedCells {
  private static final int FIRST_SIZE = 16;

  private final int column;
  private int[] rows = new int[FIRST_SIZE];
  private int count;

  MarkedCells(int column) {
    this.column = column;
  }

  void add(int row) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, count * 2);
    }
    rows[count++] = row;
  }

  /**
   * The column in the sheet.
   *
   * @return its index from 0
   */
  public int column() {
    return column;
  }

  /**
   * The rows of the table, ascending.
   *
   * @return their indices from 0
   */
  public int[] rows() {
    return Arrays.copyOf(rows, count);
  }
}

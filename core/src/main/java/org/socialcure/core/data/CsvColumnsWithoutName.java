package org.socialcure.core.data;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.socialcure.core.Problems;

/**
 * Columns with a blank name: left out where they hold nothing, or where the first of all numbers
 * the rows, as other programs write it; refused otherwise.
 */
final class CsvColumnsWithoutName {
  private final Set<Integer> columns = new TreeSet<>();
  private final Set<Integer> withValues = new TreeSet<>();
  private final Set<Integer> pending = new TreeSet<>();
  private double pendingNumber = Double.NaN;
  private double lastNumber = -1;
  private int numbered;
  private boolean ascending = true;
  private boolean numbersRows;

  void add(int column) {
    columns.add(column);
  }

  void cell(int column, char[] buffer, int from, int to) {
    if (columns.isEmpty() || !columns.contains(column)) {
      return;
    }
    pending.add(column);
    if (column == 0) {
      pendingNumber = NumberForm.PLAIN.parse(buffer, from, to);
    }
  }

  void endRow(boolean used) {
    if (columns.isEmpty()) {
      return;
    }
    if (used) {
      withValues.addAll(pending);
      ascending &= pendingNumber > lastNumber && pendingNumber == Math.rint(pendingNumber);
      lastNumber = pendingNumber;
      numbered++;
    }
    pending.clear();
    pendingNumber = Double.NaN;
  }

  /** Refuses what cannot be left out. */
  void addTo(Problems problems, int line, int rows) {
    numbersRows = withValues.contains(0) && ascending && numbered == rows;
    for (int column : withValues) {
      if (column > 0 || !numbersRows) {
        problems.add(
            "line " + line + ", column " + (column + 1),
            "its name is blank; name it, or leave the column out");
      }
    }
  }

  boolean isLeftOut(int column) {
    return columns.contains(column);
  }

  int empty() {
    return columns.size() - withValues.size();
  }

  boolean rowNumbers() {
    return numbersRows;
  }

  /** How many cells a row needs at least: those up to the last name. */
  int afterLastName(List<String> names) {
    int cells = names.size();
    while (cells > 0 && columns.contains(cells - 1)) {
      cells--;
    }
    return cells;
  }
}

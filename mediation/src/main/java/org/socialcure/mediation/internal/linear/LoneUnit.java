package org.socialcure.mediation.internal.linear;

/** A row or cluster that alone has another value than all others, and so decides a coefficient. */
public final class LoneUnit {
  private LoneUnit() {}

  /**
   * Whether a column has one value in all units but one.
   *
   * @param column the values of the rows, not all the same
   * @param units the unit of each row, of which there are at least two
   * @return whether the rows with other values are of one unit
   */
  public static boolean has(double[] column, int[] units) {
    int outside = 0;
    while (units[outside] == units[0]) {
      outside++;
    }
    return othersAreInOne(column, units, column[0])
        || othersAreInOne(column, units, column[outside]);
  }

  /** Whether the rows of other values, of which there are some, are in one cluster. */
  private static boolean othersAreInOne(double[] column, int[] units, double value) {
    int only = -1;
    for (int i = 0; i < column.length; i++) {
      if (column[i] != value) {
        if (only >= 0 && units[i] != only) {
          return false;
        }
        only = units[i];
      }
    }
    return only >= 0;
  }
}

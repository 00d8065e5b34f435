package org.socialcure.mediation.internal.fit;

import java.util.Arrays;

/** Means and standard deviations of columns. */
final class Columns {
  private Columns() {}

  static double mean(double[] column) {
    return Arrays.stream(column).sum() / column.length;
  }

  /** The standard deviation with divisor n − 1. */
  static double standardDeviation(double[] column) {
    double mean = mean(column);
    return Math.sqrt(
        Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum() / (column.length - 1));
  }

  /** The standard deviation of rows that count as often as their frequency says. */
  static double standardDeviation(double[] column, double[] frequencies) {
    double n = 0;
    double sum = 0;
    for (int i = 0; i < column.length; i++) {
      n += frequencies[i];
      sum += frequencies[i] * column[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (int i = 0; i < column.length; i++) {
      double deviation = column[i] - mean;
      squares += frequencies[i] * deviation * deviation;
    }
    return Math.sqrt(squares / (n - 1));
  }
}

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

  /** The correlation of two columns; not finite where one of them does not vary. */
  static double correlation(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  /** The covariance matrix of columns, divisor n − 1. */
  static double[][] covariance(double[]... columns) {
    double[][] covariance = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        covariance[i][j] =
            (i == j ? 1 : correlation(columns[i], columns[j]))
                * standardDeviation(columns[i])
                * standardDeviation(columns[j]);
      }
    }
    return covariance;
  }
}

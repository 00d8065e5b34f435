package org.socialcure.mediation.internal.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * Least squares with an intercept, from means and covariances.
 *
 * <p>In doubles: the rounding of the covariances limits the certified digits of the NIST problems
 * to between 6 (Wampler 5) and 12 (Longley), in 32 digits as well as in 16.
 *
 * @param coefficients the intercept and the coefficients of the predictors
 * @param inverse {@code (X'X)^-1}
 * @param residualSumOfSquares the sum of squared residuals
 */
public record MomentRegression(
    double[] coefficients, double[][] inverse, double residualSumOfSquares) {
  /** The smallest share of a predictor's variance that the others must leave. */
  private static final double TOLERANCE = 1e-12;

  /**
   * What came of an attempt.
   *
   * @param fit the fit, if the predictors are independent
   * @param independent how many of the first predictors are independent of each other
   */
  public record Attempt(Optional<MomentRegression> fit, int independent) {}

  /**
   * Fits.
   *
   * @param n the number of rows
   * @param means the means of the predictors and, last, of the outcome
   * @param covariance their covariance matrix with divisor {@code n - 1}
   * @return the fit, or where it failed
   */
  public static Attempt fit(int n, double[] means, double[][] covariance) {
    int p = means.length - 1;
    double[] withOutcome = new double[p];
    for (int i = 0; i < p; i++) {
      withOutcome[i] = covariance[i][p];
    }
    if (p == 0) {
      double[][] inverse = {{1.0 / n}};
      double unexplained = (n - 1) * covariance[0][0];
      return new Attempt(Optional.of(new MomentRegression(means.clone(), inverse, unexplained)), 0);
    }
    ScaledCholesky.Attempt factored = ScaledCholesky.of(covariance, p, TOLERANCE);
    if (factored.factor().isEmpty()) {
      return new Attempt(Optional.empty(), factored.pivots());
    }
    ScaledCholesky factor = factored.factor().get();
    double[] slopes = factor.solve(withOutcome);
    double[] coefficients = new double[p + 1];
    System.arraycopy(slopes, 0, coefficients, 1, p);
    double[] predictorMeans = Arrays.copyOf(means, p);
    coefficients[0] = means[p] - Summation.dot(slopes, predictorMeans);
    double unexplained = covariance[p][p] - Summation.dot(slopes, withOutcome);
    return new Attempt(
        Optional.of(
            new MomentRegression(
                coefficients, inverse(n, predictorMeans, factor), (n - 1) * unexplained)),
        p);
  }

  /**
   * How many of the first variables are independent of each other.
   *
   * @param covariance a symmetric matrix with positive variances
   * @return their number; that of all variables if the matrix is positive definite
   */
  public static int independent(double[][] covariance) {
    return ScaledCholesky.of(covariance, covariance.length, TOLERANCE).pivots();
  }

  private static double[][] inverse(int n, double[] means, ScaledCholesky factor) {
    int p = means.length;
    double[][] among = factor.inverse();
    double[] leaning = factor.solve(means);
    double[][] inverse = new double[p + 1][p + 1];
    inverse[0][0] = 1.0 / n + Summation.dot(leaning, means) / (n - 1);
    for (int j = 0; j < p; j++) {
      inverse[0][j + 1] = -leaning[j] / (n - 1);
      inverse[j + 1][0] = inverse[0][j + 1];
      for (int i = 0; i < p; i++) {
        inverse[i + 1][j + 1] = among[i][j] / (n - 1);
      }
    }
    return inverse;
  }
}

package org.socialcure.mediation.internal.linear;

import java.util.Optional;

/**
 * Least squares with an intercept, from means and covariances.
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
    Twofold[] withOutcome = new Twofold[p];
    for (int i = 0; i < p; i++) {
      withOutcome[i] = Twofold.of(covariance[i][p]);
    }
    TwofoldFactor.Factored factored = factored(covariance, p);
    if (factored.factor().isEmpty()) {
      return new Attempt(Optional.empty(), factored.pivots());
    }
    TwofoldFactor factor = factored.factor().get();
    Twofold[] slopes = factor.solve(withOutcome);
    Twofold intercept = Twofold.of(means[p]);
    Twofold unexplained = Twofold.of(covariance[p][p]);
    double[] coefficients = new double[p + 1];
    for (int j = 0; j < p; j++) {
      intercept = intercept.minus(slopes[j].times(Twofold.of(means[j])));
      unexplained = unexplained.minus(slopes[j].times(withOutcome[j]));
      coefficients[j + 1] = slopes[j].value();
    }
    coefficients[0] = intercept.value();
    return new Attempt(
        Optional.of(
            new MomentRegression(
                coefficients, inverse(n, means, factor, p), (n - 1) * unexplained.value())),
        p);
  }

  /**
   * How many of the first variables are independent of each other.
   *
   * @param covariance a symmetric matrix with positive variances
   * @return their number; that of all variables if the matrix is positive definite
   */
  public static int independent(double[][] covariance) {
    return factored(covariance, covariance.length).pivots();
  }

  /** Factors the covariances of the first so many variables. */
  private static TwofoldFactor.Factored factored(double[][] covariance, int size) {
    Twofold[][] among = new Twofold[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        among[i][j] = Twofold.of(covariance[i][j]);
      }
    }
    return TwofoldFactor.of(among, TOLERANCE);
  }

  private static double[][] inverse(int n, double[] means, TwofoldFactor factor, int p) {
    double[][] inverse = new double[p + 1][p + 1];
    double[][] among = factor.inverse();
    Twofold[] predictorMeans = new Twofold[p];
    for (int j = 0; j < p; j++) {
      predictorMeans[j] = Twofold.of(means[j]);
    }
    Twofold[] leaning = factor.solve(predictorMeans);
    Twofold corner = Twofold.ZERO;
    for (int j = 0; j < p; j++) {
      corner = corner.plus(leaning[j].times(predictorMeans[j]));
      inverse[0][j + 1] = -leaning[j].value() / (n - 1);
      inverse[j + 1][0] = inverse[0][j + 1];
      for (int i = 0; i < p; i++) {
        inverse[i + 1][j + 1] = among[i][j] / (n - 1);
      }
    }
    inverse[0][0] = 1.0 / n + corner.value() / (n - 1);
    return inverse;
  }
}

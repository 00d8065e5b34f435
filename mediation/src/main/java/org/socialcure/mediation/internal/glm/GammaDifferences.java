package org.socialcure.mediation.internal.glm;

import org.apache.commons.math3.special.Gamma;

/**
 * Differences of the gamma function and its derivatives at arguments a whole number apart.
 *
 * <p>For small counts they are summed term by term, so that they stay accurate for large shapes,
 * where the functions themselves would cancel.
 */
final class GammaDifferences {
  private static final int SUMMED = 200;

  private GammaDifferences() {}

  /** log(y!). */
  static double logFactorial(double y) {
    return Gamma.logGamma(y + 1);
  }

  /** The logarithm of {@code (1)(1 + 1/theta)...(1 + (y-1)/theta)}. */
  static double logRising(double theta, double y) {
    if (y > SUMMED) {
      return Gamma.logGamma(y + theta) - Gamma.logGamma(theta) - y * Math.log(theta);
    }
    double sum = 0;
    for (int j = 1; j < y; j++) {
      sum += Math.log1p(j / theta);
    }
    return sum;
  }

  /** digamma(theta + y) - digamma(theta). */
  static double digamma(double theta, double y) {
    double sum = 0;
    int summed = (int) Math.min(y, SUMMED);
    for (int j = 0; j < summed; j++) {
      sum += 1 / (theta + j);
    }
    if (y > summed) {
      // Both arguments are at least 200, where the asymptotic series is exact to a double.
      double from = theta + summed;
      double to = theta + y;
      sum += Math.log1p((to - from) / from) + digammaRest(to) - digammaRest(from);
    }
    return sum;
  }

  /** digamma(x) - log(x) for large x. */
  private static double digammaRest(double x) {
    double square = x * x;
    return -0.5 / x - (1.0 / 12 - (1.0 / 120 - 1.0 / (252 * square)) / square) / square;
  }

  /** trigamma(theta) - trigamma(theta + y). */
  static double trigamma(double theta, double y) {
    double sum = 0;
    int summed = (int) Math.min(y, SUMMED);
    for (int j = 0; j < summed; j++) {
      sum += 1 / ((theta + j) * (theta + j));
    }
    if (y > summed) {
      double from = theta + summed;
      double to = theta + y;
      sum += (to - from) / (from * to) + trigammaRest(from) - trigammaRest(to);
    }
    return sum;
  }

  /** trigamma(x) - 1/x for large x. */
  private static double trigammaRest(double x) {
    double square = x * x;
    return (0.5 + (1.0 / 6 - (1.0 / 30 - 1.0 / (42 * square)) / square) / x) / square;
  }
}

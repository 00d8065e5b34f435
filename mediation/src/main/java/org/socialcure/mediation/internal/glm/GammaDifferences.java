package org.socialcure.mediation.internal.glm;

import org.apache.commons.math3.special.Gamma;
import org.socialcure.core.internal.numeric.Stirling;

/**
 * Differences of the gamma function and its derivatives at arguments a whole number apart.
 *
 * <p>For small counts they are summed term by term, so that they stay accurate for large shapes,
 * where the functions themselves would cancel: formed from the functions of commons-math3 the
 * digamma difference of one step is off by 4e-11 of itself at 200 and by 2e-3 at 1e12, here by
 * 2e-16; the trigamma difference by 5e-13 and 5e-5, here by 3e-16.
 */
final class GammaDifferences {
  /** Up to how large a count is summed term by term. */
  static final int SUMMED = 200;

  private GammaDifferences() {}

  /** log(y!), which is as exact as a double to within 4e-16 of the larger of it and 1. */
  static double logFactorial(double y) {
    return Gamma.logGamma(y + 1);
  }

  /** The logarithm of {@code (1)(1 + 1/theta)...(1 + (y-1)/theta)}. */
  static double logRising(double theta, double y) {
    if (y <= SUMMED) {
      double sum = 0;
      for (int j = 1; j < y; j++) {
        sum += StrictMath.log1p(j / theta);
      }
      return sum;
    }
    return (theta + y - 0.5) * StrictMath.log1p(y / theta)
        - y
        + Stirling.error(theta + y)
        - Stirling.error(theta);
  }

  /** digamma(from + steps) - digamma(from), for a {@code from} of at least {@link #SUMMED}. */
  static double digamma(double from, double steps) {
    return StrictMath.log1p(steps / from) + digammaRest(from + steps) - digammaRest(from);
  }

  /** digamma(x) - log(x), by the asymptotic series, which is exact to a double here. */
  private static double digammaRest(double x) {
    double square = x * x;
    return -0.5 / x - (1.0 / 12 - (1.0 / 120 - 1.0 / (252 * square)) / square) / square;
  }

  /** trigamma(from) - trigamma(from + steps), for a {@code from} of at least {@link #SUMMED}. */
  static double trigamma(double from, double steps) {
    double to = from + steps;
    return steps / (from * to) + trigammaRest(from) - trigammaRest(to);
  }

  /** trigamma(x) - 1/x, by the asymptotic series. */
  private static double trigammaRest(double x) {
    double square = x * x;
    return (0.5 + (1.0 / 6 - (1.0 / 30 - 1.0 / (42 * square)) / square) / x) / square;
  }
}

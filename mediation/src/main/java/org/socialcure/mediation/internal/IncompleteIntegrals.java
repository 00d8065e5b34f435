package org.socialcure.mediation.internal;

/** The regularised incomplete beta and gamma integrals, each side with full relative accuracy. */
final class IncompleteIntegrals {
  private static final double TINY = 1e-300;
  private static final double ACCURACY = 1e-16;
  private static final int MOST_TERMS = 1_000_000;

  private IncompleteIntegrals() {}

  /** I_x(a, b) for y = 1 - x; the other side is {@code beta(b, a, y, x)}. */
  static double beta(double a, double b, double x, double y) {
    if (x <= 0) {
      return 0;
    }
    if (y <= 0) {
      return 1;
    }
    // Up to here the fraction converges fast; beyond, this side is no small number any more and
    // may be formed from the other.
    return x * (a + b + 2) <= a + 1
        ? SaddlePoint.beta(a, b, x, y) * betaFraction(a, b, x) / a
        : 1 - SaddlePoint.beta(b, a, y, x) * betaFraction(b, a, y) / b;
  }

  /** The continued fraction of the incomplete beta integral by Lentz's method. */
  private static double betaFraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / guard(1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m < MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / guard(1 + even * d);
      c = guard(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / guard(1 + odd * d);
      c = guard(1 + odd / c);
      double step = d * c;
      h *= step;
      if (Math.abs(step - 1) <= ACCURACY) {
        return h;
      }
    }
    return h;
  }

  /** P(a, x), the lower side. */
  static double gammaLower(double a, double x) {
    if (x <= 0) {
      return 0;
    }
    return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
  }

  /** Q(a, x), the upper side. */
  static double gammaUpper(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
  }

  private static double gammaSeries(double a, double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; k < MOST_TERMS && term > sum * ACCURACY; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return SaddlePoint.poisson(a, x) * sum;
  }

  private static double gammaFraction(double a, double x) {
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / guard(b);
    double h = d;
    for (int k = 1; k < MOST_TERMS; k++) {
      double numerator = -k * (k - a);
      b += 2;
      d = 1 / guard(numerator * d + b);
      c = guard(b + numerator / c);
      double step = d * c;
      h *= step;
      if (Math.abs(step - 1) <= ACCURACY) {
        break;
      }
    }
    return SaddlePoint.poisson(a, x) * a * h;
  }

  private static double guard(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}

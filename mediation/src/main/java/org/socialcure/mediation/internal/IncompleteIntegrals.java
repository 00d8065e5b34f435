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
        ? SaddlePoint.beta(a, b, x, y) / betaFraction(a, b, x, y)
        : 1 - SaddlePoint.beta(b, a, y, x) / betaFraction(b, a, y, x);
  }

  /**
   * The continued fraction of DiDonato and Morris (1992, equation 9) by Lentz's method: the even
   * part of the usual one, with the distance from the mean formed before rounding can swallow it.
   */
  private static double betaFraction(double a, double b, double x, double y) {
    double distance = x < y ? a - (a + b) * x : (a + b) * y - b;
    double value = guard(a * (distance + 1) / (a + 1));
    double c = value;
    double d = 0;
    for (int n = 1; n < MOST_TERMS; n++) {
      double step = a + 2 * n - 1;
      double share = n * (b - n) * x / step;
      double above = (a + n - 1) * (a + b + n - 1) * share * x / step;
      double below = n + share + (a + n) * (distance + 1 + n * (1 + y)) / (step + 2);
      d = 1 / guard(below + above * d);
      c = guard(below + above / c);
      double factor = c * d;
      value *= factor;
      if (Math.abs(factor - 1) <= ACCURACY) {
        break;
      }
    }
    return value;
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

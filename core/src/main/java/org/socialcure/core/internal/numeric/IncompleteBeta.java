package org.socialcure.core.internal.numeric;

/**
 * The regularised incomplete beta integral, each side with full relative accuracy.
 *
 * <p>A continued fraction times {@code x^a (1-x)^b / B(a, b)}. Written as powers and gamma
 * functions the latter loses digits to cancellation when a and b are large; Loader (2000, "Fast and
 * accurate computation of binomial probabilities") splits off the deviance, which is small near the
 * mean and exact away from it.
 */
final class IncompleteBeta {
  private static final double TINY = 1e-300;
  private static final double ACCURACY = 1e-16;
  private static final int MOST_TERMS = 1_000_000;
  private static final double TWO_PI = 2 * Math.PI;

  private IncompleteBeta() {}

  /** I_x(a, b) for y = 1 - x; the other side is {@code of(b, a, y, x)}. */
  static double of(double a, double b, double x, double y) {
    if (x <= 0) {
      return 0;
    }
    if (y <= 0) {
      return 1;
    }
    // Up to here the fraction converges fast; beyond, this side is no small number any more and
    // may be formed from the other.
    return x * (a + b + 2) <= a + 1
        ? front(a, b, x, y) / fraction(a, b, x, y)
        : 1 - front(b, a, y, x) / fraction(b, a, y, x);
  }

  /** {@code x^a y^b / B(a, b)} for {@code y = 1 - x}; both sides given, so that neither is lost. */
  static double front(double a, double b, double x, double y) {
    double n = a + b;
    double exponent =
        Stirling.error(n)
            - Stirling.error(a)
            - Stirling.error(b)
            - deviance(a, n * x)
            - deviance(b, n * y);
    // (a / n) * b rather than a * b / n: the product may overflow before the quotient is taken.
    return (a / n) * b * StrictMath.exp(exponent) * Math.sqrt(n / (TWO_PI * a) / b);
  }

  /**
   * The continued fraction of DiDonato and Morris (1992, equation 9) by Lentz's method: the even
   * part of the usual one, with the distance from the mean formed before rounding can swallow it.
   */
  private static double fraction(double a, double b, double x, double y) {
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

  private static double guard(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** {@code a log(a/m) + m - a}, without cancellation near {@code a = m}. */
  private static double deviance(double a, double m) {
    if (m == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double difference = a - m;
    if (Math.abs(difference) >= 0.1 * (a + m)) {
      return a * StrictMath.log(a / m) - difference;
    }
    double v = difference / (a + m);
    double sum = difference * v;
    double term = 2 * a * v;
    for (int k = 3; ; k += 2) {
      term *= v * v;
      double next = sum + term / k;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}

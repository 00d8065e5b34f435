package org.socialcure.mediation.internal;

/**
 * Binomial and Poisson probabilities in Loader's form, extended to real arguments.
 *
 * <p>Written as powers and gamma functions, {@code x^a (1-x)^b / B(a, b)} loses digits to
 * cancellation when a and b are large. Loader (2000, "Fast and accurate computation of binomial
 * probabilities") splits off the deviance, which is small near the mean and exact away from it.
 */
final class SaddlePoint {
  private static final double TWO_PI = 2 * Math.PI;
  private static final double SERIES_START = 12;

  private SaddlePoint() {}

  /** {@code x^a y^b / B(a, b)} for {@code y = 1 - x}; both sides given, so that neither is lost. */
  static double beta(double a, double b, double x, double y) {
    double n = a + b;
    double exponent =
        stirlingError(n)
            - stirlingError(a)
            - stirlingError(b)
            - deviance(a, n * x)
            - deviance(b, n * y);
    // (a / n) * b rather than a * b / n: the product may overflow before the quotient is taken.
    return (a / n) * b * Math.exp(exponent) * Math.sqrt(n / (TWO_PI * a) / b);
  }

  /** {@code x^a e^-x / Gamma(a + 1)}. */
  static double poisson(double a, double x) {
    return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(TWO_PI * a);
  }

  /** {@code log Gamma(z + 1) - log(sqrt(2 pi z) (z/e)^z)}, z > 0. */
  static double stirlingError(double z) {
    double down = 0;
    double at = z;
    while (at < SERIES_START) {
      down += (at + 0.5) * Math.log1p(1 / at) - 1;
      at += 1;
    }
    double s = 1 / (at * at);
    double series =
        (1.0 / 12
                - s
                    * (1.0 / 360
                        - s
                            * (1.0 / 1260
                                - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360))))))
            / at;
    return down + series;
  }

  /** {@code a log(a/m) + m - a}, without cancellation near {@code a = m}. */
  static double deviance(double a, double m) {
    if (m == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double difference = a - m;
    if (Math.abs(difference) >= 0.1 * (a + m)) {
      return a * Math.log(a / m) - difference;
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

package org.socialcure.mediation.internal;

/** The standard normal distribution; reached through {@link Distributions}. */
final class NormalDistribution {
  private static final double SQRT_TWO_PI = 2.5066282746310005024;
  // Below this distance the series for the central area is used, above it the continued fraction.
  private static final double SERIES_END = 2;

  // Coefficients of algorithm AS 241, numerators and denominators, constant term first.
  private static final double[] CENTRE_ABOVE = {
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3
  };
  private static final double[] CENTRE_BELOW = {
    1,
    4.2313330701600911252e1,
    6.8718700749205790830e2,
    5.3941960214247511077e3,
    2.1213794301586595867e4,
    3.9307895800092710610e4,
    2.8729085735721942674e4,
    5.2264952788528545610e3
  };
  private static final double[] TAIL_ABOVE = {
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4
  };
  private static final double[] TAIL_BELOW = {
    1,
    2.05319162663775882187e0,
    1.67638483018380384940e0,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9
  };
  private static final double[] FAR_ABOVE = {
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7
  };
  private static final double[] FAR_BELOW = {
    1,
    5.99832206555887937690e-1,
    1.36929880922735805310e-1,
    1.48753612908506148525e-2,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15
  };

  private NormalDistribution() {}

  static double density(double x) {
    return exponential(x) / SQRT_TWO_PI;
  }

  /** exp(-x^2/2) with the square formed without rounding error, so that far tails keep digits. */
  private static double exponential(double x) {
    double size = Math.abs(x);
    if (size > 40) {
      return 0;
    }
    double head = Math.rint(size * 16) / 16;
    double rest = size - head;
    return Math.exp(-0.5 * head * head) * Math.exp(-rest * (head + 0.5 * rest));
  }

  /** P(Z > x). */
  static double upper(double x) {
    if (x < 0) {
      return x < -SERIES_END ? 1 - farTail(-x) : 0.5 + centralArea(-x);
    }
    return x > SERIES_END ? farTail(x) : 0.5 - centralArea(x);
  }

  /** P(0 < Z < x) for x >= 0: density times the series of odd double factorials, all positive. */
  private static double centralArea(double x) {
    double square = x * x;
    double term = x;
    double sum = x;
    for (int k = 3; term > sum * 1e-17; k += 2) {
      term *= square / k;
      sum += term;
    }
    return density(x) * sum;
  }

  /** Density times Mills' ratio, by the continued fraction x + 1/(x + 2/(x + 3/(x + ...))). */
  private static double farTail(double x) {
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    int depth = (int) (14 + 500 / (x * x));
    double fraction = x;
    for (int k = depth; k >= 1; k--) {
      fraction = x + k / fraction;
    }
    return density(x) / fraction;
  }

  /**
   * The quantile by the rational approximations of Wichura (1988, algorithm AS 241, PPND16), whose
   * relative error is about 1e-16. {@code StrictMath}, because random numbers are made from it.
   */
  static double quantile(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      return q * ratio(0.180625 - q * q, CENTRE_ABOVE, CENTRE_BELOW);
    }
    double tail = q < 0 ? p : 1 - p;
    double r = StrictMath.sqrt(-StrictMath.log(tail));
    double size =
        r <= 5 ? ratio(r - 1.6, TAIL_ABOVE, TAIL_BELOW) : ratio(r - 5, FAR_ABOVE, FAR_BELOW);
    return q < 0 ? -size : size;
  }

  private static double ratio(double x, double[] above, double[] below) {
    double numerator = 0;
    double denominator = 0;
    for (int k = above.length - 1; k >= 0; k--) {
      numerator = numerator * x + above[k];
      denominator = denominator * x + below[k];
    }
    return numerator / denominator;
  }
}

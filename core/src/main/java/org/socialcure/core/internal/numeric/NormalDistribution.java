package org.socialcure.core.internal.numeric;

/** The standard normal distribution; reached through {@link Distributions}. */
final class NormalDistribution {
  private static final double SQRT_TWO_PI = 2.5066282746310005024;
  private static final double SQRT_HALF_PI = 1.25331413731550025121;
  private static final double SQRT_HALF = 0.70710678118654752440;
  private static final double ONE_OVER_SQRT_PI = 0.56418958354775628695;

  // Coefficients of Cody (1969), numerators and denominators, highest power first.
  private static final double[] ERROR_ABOVE = {
    1.85777706184603153e-1,
    3.16112374387056560e0,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] ERROR_BELOW = {
    1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] COMPLEMENT_ABOVE = {
    2.15311535474403846e-8,
    5.64188496988670089e-1,
    8.88314979438837594e0,
    6.61191906371416295e1,
    2.98635138197400131e2,
    8.81952221241769090e2,
    1.71204761263407058e3,
    2.05107837782607147e3,
    1.23033935479799725e3
  };
  private static final double[] COMPLEMENT_BELOW = {
    1,
    1.57449261107098347e1,
    1.17693950891312499e2,
    5.37181101862009858e2,
    1.62138957456669019e3,
    3.29079923573345963e3,
    4.36261909014324716e3,
    3.43936767414372164e3,
    1.23033935480374942e3
  };
  private static final double[] REMOTE_ABOVE = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] REMOTE_BELOW = {
    1,
    2.56852019228982242e0,
    1.87295284992346725e0,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  // Coefficients of algorithm AS 241, numerators and denominators, highest power first.
  private static final double[] CENTRE_ABOVE = {
    2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
    4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
    1.3314166789178437745e2, 3.3871328727963666080e0
  };
  private static final double[] CENTRE_BELOW = {
    5.2264952788528545610e3,
    2.8729085735721942674e4,
    3.9307895800092710610e4,
    2.1213794301586595867e4,
    5.3941960214247511077e3,
    6.8718700749205790830e2,
    4.2313330701600911252e1,
    1
  };
  private static final double[] TAIL_ABOVE = {
    7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
    1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
    4.63033784615654529590e0, 1.42343711074968357734e0
  };
  private static final double[] TAIL_BELOW = {
    1.05075007164441684324e-9,
    5.47593808499534494600e-4,
    1.51986665636164571966e-2,
    1.48103976427480074590e-1,
    6.89767334985100004550e-1,
    1.67638483018380384940e0,
    2.05319162663775882187e0,
    1
  };
  private static final double[] FAR_ABOVE = {
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
    2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
    5.46378491116411436990e0, 6.65790464350110377720e0
  };
  private static final double[] FAR_BELOW = {
    2.04426310338993978564e-15,
    1.42151175831644588870e-7,
    1.84631831751005468180e-5,
    7.86869131145613259100e-4,
    1.48753612908506148525e-2,
    1.36929880922735805310e-1,
    5.99832206555887937690e-1,
    1
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
    return StrictMath.exp(-0.5 * head * head) * StrictMath.exp(-rest * (head + 0.5 * rest));
  }

  /** P(Z > x): density times Mills' ratio. */
  static double upper(double x) {
    double tail = density(x) * millsRatio(Math.abs(x));
    return x < 0 ? 1 - tail : tail;
  }

  /** (1 - Phi(x)) / phi(x) for x >= 0, by the rational approximations of Cody (1969). */
  static double millsRatio(double x) {
    return SQRT_HALF_PI * scaledComplement(x * SQRT_HALF);
  }

  /** exp(x^2) erfc(x). */
  private static double scaledComplement(double x) {
    if (x <= 0.46875) {
      double square = x * x;
      double error = x * ratio(square, ERROR_ABOVE, ERROR_BELOW);
      return StrictMath.exp(square) * (1 - error);
    }
    if (x <= 4) {
      return ratio(x, COMPLEMENT_ABOVE, COMPLEMENT_BELOW);
    }
    double inverse = 1 / (x * x);
    return (ONE_OVER_SQRT_PI - inverse * ratio(inverse, REMOTE_ABOVE, REMOTE_BELOW)) / x;
  }

  /** The quantile by the rational approximations of Wichura (1988, algorithm AS 241, PPND16). */
  static double quantile(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      return q * ratio(0.180625 - q * q, CENTRE_ABOVE, CENTRE_BELOW);
    }
    double tail = q < 0 ? p : 1 - p;
    double r = Math.sqrt(-StrictMath.log(tail));
    double size =
        r <= 5 ? ratio(r - 1.6, TAIL_ABOVE, TAIL_BELOW) : ratio(r - 5, FAR_ABOVE, FAR_BELOW);
    return q < 0 ? -size : size;
  }

  private static double ratio(double x, double[] above, double[] below) {
    double numerator = above[0];
    double denominator = below[0];
    for (int i = 1; i < above.length; i++) {
      numerator = numerator * x + above[i];
      denominator = denominator * x + below[i];
    }
    return numerator / denominator;
  }
}

package org.socialcure.mediation.internal.glm;

/**
 * The upper tail of the normal distribution over its density.
 *
 * <p>By the rational approximations of Cody (1969, Mathematics of Computation 23, 631-637) to the
 * error function, whose relative error is below 1e-15, so that a probit likelihood costs about as
 * much as a logistic one.
 */
final class MillsRatio {
  private static final double SQRT_HALF = 0.70710678118654752440;
  private static final double SQRT_HALF_PI = 1.25331413731550025121;
  private static final double ONE_OVER_SQRT_PI = 0.56418958354775628695;

  // Highest power first.
  private static final double[] CENTRE_ABOVE = {
    1.85777706184603153e-1,
    3.16112374387056560e0,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] CENTRE_BELOW = {
    1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] MIDDLE_ABOVE = {
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
  private static final double[] MIDDLE_BELOW = {
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
  private static final double[] FAR_ABOVE = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] FAR_BELOW = {
    1,
    2.56852019228982242e0,
    1.87295284992346725e0,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private MillsRatio() {}

  /**
   * The ratio.
   *
   * @param x not negative
   * @return {@code (1 - Phi(x)) / phi(x)}
   */
  static double of(double x) {
    return SQRT_HALF_PI * scaledComplement(x * SQRT_HALF);
  }

  /** exp(x²) erfc(x). */
  private static double scaledComplement(double x) {
    if (x <= 0.46875) {
      double square = x * x;
      double error = x * ratio(square, CENTRE_ABOVE, CENTRE_BELOW);
      return Math.exp(square) * (1 - error);
    }
    if (x <= 4) {
      return ratio(x, MIDDLE_ABOVE, MIDDLE_BELOW);
    }
    double inverse = 1 / (x * x);
    return (ONE_OVER_SQRT_PI - inverse * ratio(inverse, FAR_ABOVE, FAR_BELOW)) / x;
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

package org.socialcure.mediation.internal;

/**
 * Approximate critical values, kept only to reproduce the limits that the PROCESS macro prints.
 *
 * <p>The normal quantile is the rational approximation of Odeh and Evans (1974, Applied Statistics
 * 23, 96-97, algorithm AS 70), good to about 1.5e-8; the t quantile is derived from it by a
 * transformation of Wallace's type, good to about 1e-5.
 */
public final class OdehEvans {
  // Constant term first.
  private static final double[] NUMERATOR = {
    -.322232431088, -1, -.342242088547, -.0204231210245, -.0000453642210148
  };
  private static final double[] DENOMINATOR = {
    .0993484626060, .588581570495, .531103462366, .103537752850, .0038560700634
  };

  private OdehEvans() {}

  /**
   * The normal quantile of an upper tail.
   *
   * @param tail an upper tail probability in (0, 0.5]
   * @return about the z with {@code P(Z > z) = tail}, not negative
   * @throws IllegalArgumentException if the tail is out of range
   */
  public static double upperQuantile(double tail) {
    if (!(tail > 0 && tail <= 0.5)) {
      throw new IllegalArgumentException("The tail must lie in (0, 0.5]: " + tail);
    }
    if (tail == 0.5) {
      return 0;
    }
    double y = Math.sqrt(-2 * StrictMath.log(tail));
    return y + polynomial(NUMERATOR, y) / polynomial(DENOMINATOR, y);
  }

  /**
   * The normal quantile.
   *
   * @param p a probability strictly between 0 and 1
   * @return about the z with {@code P(Z <= z) = p}
   * @throws IllegalArgumentException if the probability is out of range
   */
  public static double quantile(double p) {
    return p > 0.5 ? upperQuantile(1 - p) : -upperQuantile(p);
  }

  /**
   * The t quantile of an upper tail.
   *
   * @param tail an upper tail probability in (0, 0.5]
   * @param df degrees of freedom, above 2/3
   * @return about the t with {@code P(T > t) = tail}
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double studentUpperQuantile(double tail, double df) {
    if (!(df > 2.0 / 3)) {
      throw new IllegalArgumentException("The approximation needs degrees of freedom above 2/3.");
    }
    double z = upperQuantile(tail);
    double scaled = z / (df - 2.0 / 3 + 0.11 / df);
    return Math.sqrt(df * StrictMath.expm1((df - 5.0 / 6) * scaled * scaled));
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = sum * x + coefficients[k];
    }
    return sum;
  }
}

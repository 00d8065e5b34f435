package org.socialcure.scoring.change;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.numeric.Quadrature;
import org.socialcure.core.internal.numeric.Stirling;

/**
 * The noncentral t distribution, as far as intervals of standardised mean changes need it;
 * commons-math3 has none.
 *
 * <p>A noncentral t variable is (Z + δ)/S with Z standard normal and S the square root of a
 * chi-square variable divided by its degrees of freedom ν. So P(T ≤ t) is the mean of Φ(tS − δ)
 * over S, an integral of a smooth function over a narrow range: S has a log-concave density whose
 * logarithm bends by at least ν, so that all but 1e-16 of it lies within 8.6/√ν of its mode. The
 * integrand turns there and where tS passes δ. Unlike the series of Lenth (1989), which starts from
 * exp(−δ²/2), this does not underflow for the large δ of large samples.
 */
final class NoncentralT {
  private static final double HALF_RANGE = 8.6;
  private static final double ACCURACY = 1e-13;
  private static final int MOST_EVALUATIONS = 200;

  private NoncentralT() {}

  /** P(T ≤ t). */
  static double cumulative(double t, double df, double delta) {
    double mode = Math.sqrt((df - 1) / df);
    double width = HALF_RANGE / Math.sqrt(df);
    double lower = Math.max(0, mode - width);
    double upper = mode + width;
    double logConstant = 0.5 * StrictMath.log(df / Math.PI) - Stirling.error(df / 2);
    double turn = t == 0 ? mode : Math.max(lower, Math.min(upper, delta / t));
    double[] breaks = {lower, Math.min(mode, turn), Math.max(mode, turn), upper};
    return Quadrature.integrate(
        s -> Distributions.normalCdf(t * s - delta) * StrictMath.exp(logConstant + logShape(s, df)),
        breaks,
        ACCURACY);
  }

  /** log(s^(df-1) exp(-df (s² - 1)/2)), without cancellation near s = 1. */
  private static double logShape(double s, double df) {
    double x = s - 1;
    return df * (StrictMath.log1p(x) - x - x * x / 2) - StrictMath.log(s);
  }

  /**
   * The noncentrality δ under which P(T ≤ t) has the given value; that probability falls as δ
   * rises.
   */
  static double noncentrality(double t, double df, double probability) {
    double width = 1 + 2 * Math.sqrt(1 + t * t / (2 * df));
    double low = t - width;
    double high = t + width;
    while (cumulative(t, df, low) < probability) {
      low -= width;
    }
    while (cumulative(t, df, high) > probability) {
      high += width;
    }
    return new BrentSolver(1e-14, 1e-12)
        .solve(MOST_EVALUATIONS, delta -> cumulative(t, df, delta) - probability, low, high);
  }
}

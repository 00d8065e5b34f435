package org.socialcure.scoring.change;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * The noncentral t distribution, as far as intervals of standardised mean changes need it.
 *
 * <p>A noncentral t variable is (Z + δ)/S with Z standard normal and S the square root of a
 * chi-square variable divided by its degrees of freedom ν. So P(T ≤ t) is the mean of Φ(tS − δ)
 * over S, an integral of a smooth function over a narrow range: S has a log-concave density whose
 * logarithm bends by at least ν, so that all but 1e-16 of it lies within 8.6/√ν of its mode. That
 * range is cut into panels no wider than 1.5 times the finer of the two scales of the integrand,
 * 1/√(2ν) and 1/|t|, with 16 Gauss–Legendre points each. Unlike the series of Lenth (1989), which
 * starts from exp(−δ²/2), this does not underflow for the large δ of large samples.
 */
final class NoncentralT {
  private static final double HALF_RANGE = 8.6;
  private static final int MAX_PANELS = 4096;

  /**
   * The positive half of the 16-point Gauss–Legendre nodes on [−1, 1]; Abramowitz and Stegun, table
   * 25.4.
   */
  private static final double[] NODES = {
    0.095012509837637440185, 0.281603550779258913230, 0.458016777657227386342,
        0.617876244402643748447,
    0.755404408355003033895, 0.865631202387831743880, 0.944575023073232576078,
        0.989400934991649932596
  };

  private static final double[] WEIGHTS = {
    0.189450610455068496285, 0.182603415044923588867, 0.169156519395002538189,
        0.149595988816576732081,
    0.124628971255533872052, 0.095158511682492784810, 0.062253523938647892863,
        0.027152459411754094852
  };

  private NoncentralT() {}

  /** P(T ≤ t). */
  static double cumulative(double t, double df, double delta) {
    double mode = Math.sqrt((df - 1) / df);
    double lower = Math.max(0, mode - HALF_RANGE / Math.sqrt(df));
    double upper = mode + HALF_RANGE / Math.sqrt(df);
    double scale = 1.5 / Math.max(Math.sqrt(2 * df), Math.abs(t));
    int panels = (int) Math.min(MAX_PANELS, Math.ceil((upper - lower) / scale));
    double half = (upper - lower) / panels / 2;
    double logConstant = Math.log(2) + df / 2 * Math.log(df / 2) - Gamma.logGamma(df / 2);
    double sum = 0;
    for (int panel = 0; panel < panels; panel++) {
      double centre = lower + (2 * panel + 1) * half;
      for (int i = 0; i < NODES.length; i++) {
        double step = half * NODES[i];
        sum +=
            WEIGHTS[i]
                * (integrand(centre - step, t, df, delta, logConstant)
                    + integrand(centre + step, t, df, delta, logConstant));
      }
    }
    return sum * half;
  }

  private static double integrand(double s, double t, double df, double delta, double logConstant) {
    double logDensity = logConstant + (df - 1) * Math.log(s) - df * s * s / 2;
    return 0.5 * Erf.erfc((delta - t * s) / Math.sqrt(2)) * Math.exp(logDensity);
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
        .solve(200, delta -> cumulative(t, df, delta) - probability, low, high);
  }
}

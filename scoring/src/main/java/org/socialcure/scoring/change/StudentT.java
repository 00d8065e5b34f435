package org.socialcure.scoring.change;

import org.apache.commons.math3.distribution.TDistribution;

/** The central t distribution. */
final class StudentT {
  private StudentT() {}

  static double twoSided(double statistic, double df) {
    return Math.min(1, 2 * distribution(df).cumulativeProbability(-Math.abs(statistic)));
  }

  /**
   * The quantile of the bisection in commons-math, sharpened by Newton steps to the accuracy of its
   * distribution function.
   */
  static double quantile(double probability, double df) {
    TDistribution t = distribution(df);
    double x = t.inverseCumulativeProbability(probability);
    for (int step = 0; step < 3; step++) {
      x -= (t.cumulativeProbability(x) - probability) / t.density(x);
    }
    return x;
  }

  private static TDistribution distribution(double df) {
    // No generator: nothing is drawn here, and seeding the default one costs more than the
    // quantile.
    return new TDistribution(null, df);
  }
}

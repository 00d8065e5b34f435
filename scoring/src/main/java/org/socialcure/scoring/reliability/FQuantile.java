package org.socialcure.scoring.reliability;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.socialcure.core.internal.numeric.Distributions;

/** Quantiles of the F distribution. */
final class FQuantile {
  private FQuantile() {}

  /** The f with {@code P(F > f) = upper}, for upper strictly between 0 and 1. */
  static double upper(double upper, double numeratorDf, double denominatorDf) {
    // In the logarithm of f, along which the tail falls evenly.
    double logarithm =
        new BrentSolver(1e-15, 1e-15, 1e-15)
            .solve(
                1000,
                log ->
                    Distributions.fUpper(StrictMath.exp(log), numeratorDf, denominatorDf) - upper,
                -300,
                300);
    return StrictMath.exp(logarithm);
  }
}

package org.socialcure.scoring.internal.factor;

import java.util.Optional;

/**
 * A general factor above three correlated ones (Schmid and Leiman 1957): how much of each item is
 * general, and how much is of what it shares with some of the others only.
 *
 * <p>The three correlations of the factors determine their loadings on the general one: {@code g₁ =
 * √(φ₁₂ φ₁₃ / φ₂₃)}. There is no proper solution where their product is not positive or such a
 * loading is 1 or more.
 *
 * @param general the loading of each item on the general factor
 * @param group the loadings of each item on what is left of the three
 * @param uniquenesses what is left of each item's variance
 */
public record GeneralFactor(double[] general, double[][] group, double[] uniquenesses) {
  private static final int FACTORS = 3;

  /**
   * The general factor of items.
   *
   * @param r their correlation matrix, of at least six items
   * @return the solution by minimum residuals and oblimin; empty if there is no proper one
   */
  public static Optional<GeneralFactor> of(double[][] r) {
    Optional<FactorSolution> solution =
        FactorSolution.of(r, FACTORS, FactorSolution.Discrepancy.MINIMUM_RESIDUAL);
    return solution
        .flatMap(factors -> Oblimin.of(factors.loadings()))
        .flatMap(rotated -> above(rotated, solution.orElseThrow().uniquenesses()));
  }

  private static Optional<GeneralFactor> above(Oblimin rotated, double[] uniquenesses) {
    double[][] phi = rotated.correlations();
    double[] g = new double[FACTORS];
    if (!(phi[0][1] * phi[0][2] * phi[1][2] > 0)) {
      return Optional.empty();
    }
    for (int f = 0; f < FACTORS; f++) {
      int one = (f + 1) % FACTORS;
      int other = (f + 2) % FACTORS;
      g[f] = Math.sqrt(phi[f][one] * phi[f][other] / phi[one][other]);
      if (!(g[f] < 1)) {
        return Optional.empty();
      }
    }
    // The one factor that goes against the other two, if there is one, points the other way.
    for (int f = 0; f < FACTORS; f++) {
      if (phi[f][(f + 1) % FACTORS] < 0 && phi[f][(f + 2) % FACTORS] < 0) {
        g[f] = -g[f];
      }
    }
    int items = uniquenesses.length;
    double[] general = new double[items];
    double[][] group = new double[items][FACTORS];
    for (int i = 0; i < items; i++) {
      for (int f = 0; f < FACTORS; f++) {
        general[i] += rotated.loadings()[i][f] * g[f];
        group[i][f] = rotated.loadings()[i][f] * Math.sqrt(1 - g[f] * g[f]);
      }
    }
    return Optional.of(new GeneralFactor(general, group, uniquenesses));
  }
}

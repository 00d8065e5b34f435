package org.socialcure.scoring.internal.factor;

import java.util.Arrays;
import java.util.Optional;

/**
 * A general factor above three correlated ones (Schmid and Leiman 1957): how much of each item is
 * general, and how much is of what it shares with some of the others only.
 *
 * <p>The loadings of the factors on the general one are those of one factor of their correlations,
 * {@code g₁ = √(φ₁₂ φ₁₃ / φ₂₃)}. Where that is no proper solution, for the product of the three is
 * not positive or such a loading is 1 or more, they are those of minimum residuals within bounds.
 *
 * @param general the loading of each item on the general factor
 * @param group the loadings of each item on what is left of the three
 * @param uniquenesses what is left of each item's variance
 * @param atBound whether a uniqueness, of an item or of one of the three, was held at a bound
 */
public record GeneralFactor(
    double[] general, double[][] group, double[] uniquenesses, boolean atBound) {
  private static final int FACTORS = 3;

  /**
   * The general factor of items.
   *
   * @param r their correlation matrix, of at least six items
   * @return the solution by minimum residuals within bounds and oblimin; empty if there is none
   */
  public static Optional<GeneralFactor> of(double[][] r) {
    Optional<FactorSolution> solution = FactorSolution.withinBounds(r, FACTORS);
    return solution
        .flatMap(factors -> Oblimin.of(factors.loadings()))
        .flatMap(
            rotated ->
                FactorSolution.withinBounds(rotated.correlations(), 1)
                    .map(above -> above(rotated, above, solution.orElseThrow())));
  }

  private static GeneralFactor above(
      Oblimin rotated, FactorSolution above, FactorSolution factors) {
    double[] g = Arrays.stream(above.loadings()).mapToDouble(row -> row[0]).toArray();
    int items = factors.uniquenesses().length;
    double[] general = new double[items];
    double[][] group = new double[items][FACTORS];
    for (int i = 0; i < items; i++) {
      for (int f = 0; f < FACTORS; f++) {
        general[i] += rotated.loadings()[i][f] * g[f];
        group[i][f] = rotated.loadings()[i][f] * Math.sqrt(Math.max(0, 1 - g[f] * g[f]));
      }
    }
    if (Arrays.stream(general).sum() < 0) {
      Arrays.setAll(general, i -> -general[i]);
    }
    return new GeneralFactor(
        general, group, factors.uniquenesses(), factors.atBound() || above.atBound());
  }
}

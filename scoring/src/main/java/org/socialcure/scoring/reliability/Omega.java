package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.internal.factor.FactorSolution;

/**
 * McDonald's omega of a scale with one factor (McDonald RP. Test theory. 1999): the reliability of
 * the sum where the items measure one thing, each as well as it does.
 *
 * <p>With the loadings λ and residual variances θ of one factor, {@code ω = (Σλ)² / ((Σλ)² + Σθ)}.
 * Raw omega comes from the covariances by maximum likelihood; standardised omega from the
 * correlations by minimum residuals, with the total's variance as it is: {@code 1 − Σψ/Σr}. It
 * needs three items, and has no solution where an item would have no variance of its own.
 *
 * <p>Immutable and thread-safe.
 *
 * @param raw ω of the items as they are
 * @param standardized ω of the items divided by their standard deviations
 * @param loadings the loadings of raw omega, in the order of the items; empty where it has none
 * @param residualVariances the residual variances of raw omega; empty where it has none
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record Omega(
    ReliabilityEstimate raw,
    ReliabilityEstimate standardized,
    List<Double> loadings,
    List<Double> residualVariances) {
  private static final int FEWEST_ITEMS = 3;

  /** Copies the lists. */
  public Omega {
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(standardized, "standardized");
    loadings = List.copyOf(loadings);
    residualVariances = List.copyOf(residualVariances);
  }

  static Omega of(ItemMatrix covariances, ItemMatrix correlations) {
    Optional<NotEstimable> obstacle = correlations.obstacle(FEWEST_ITEMS);
    if (obstacle.isPresent()) {
      ReliabilityEstimate none = ReliabilityEstimate.not(obstacle.get());
      return new Omega(none, none, List.of(), List.of());
    }
    ReliabilityEstimate standardized =
        FactorSolution.of(correlations.values(), 1, FactorSolution.Discrepancy.MINIMUM_RESIDUAL)
            .map(
                one ->
                    ReliabilityEstimate.of(
                        1 - Arrays.stream(one.uniquenesses()).sum() / correlations.total()))
            .orElseGet(() -> ReliabilityEstimate.not(NotEstimable.NO_SOLUTION));
    return FactorSolution.of(
            correlations.values(), 1, FactorSolution.Discrepancy.MAXIMUM_LIKELIHOOD)
        .map(one -> raw(one, covariances, standardized))
        .orElseGet(
            () ->
                new Omega(
                    ReliabilityEstimate.not(NotEstimable.NO_SOLUTION),
                    standardized,
                    List.of(),
                    List.of()));
  }

  /** Maximum likelihood does not care for units: the covariances' loadings follow. */
  private static Omega raw(
      FactorSolution one, ItemMatrix covariances, ReliabilityEstimate standardized) {
    int k = covariances.items();
    double[] loadings = new double[k];
    double[] residuals = new double[k];
    double sum = 0;
    double left = 0;
    for (int i = 0; i < k; i++) {
      loadings[i] = one.loadings()[i][0] * Math.sqrt(covariances.get(i, i));
      residuals[i] = one.uniquenesses()[i] * covariances.get(i, i);
      sum += loadings[i];
      left += residuals[i];
    }
    double sign = sum < 0 ? -1 : 1;
    return new Omega(
        ReliabilityEstimate.of(sum * sum / (sum * sum + left)),
        standardized,
        Arrays.stream(loadings).map(loading -> sign * loading).boxed().toList(),
        Arrays.stream(residuals).boxed().toList());
  }

  /**
   * Omega in a line.
   *
   * @return {@code "omega (one factor) 0.712; standardised 0.724"}
   */
  @Override
  public String toString() {
    return "omega (one factor) " + raw + "; standardised " + standardized;
  }
}

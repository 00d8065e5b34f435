package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.internal.factor.FactorSolution;
import org.socialcure.scoring.internal.factor.GeneralFactor;

/**
 * How much of a total is due to one general factor (Zinbarg RE, Revelle W, Yovel I, Li W.
 * Cronbach's α, Revelle's β, and McDonald's ωH. Psychometrika 2005;70:123–133, doi
 * 10.1007/s11336-003-0974-7).
 *
 * <p>Three factors of the correlations by minimum residuals, rotated by oblimin, and a general
 * factor above them by the transformation of Schmid and Leiman (1957). With the general loadings g,
 * the uniquenesses ψ and the sum V of all correlations, hierarchical omega is (Σg)²/V, total omega
 * 1 − Σψ/V, and the share of the general factor in what is reliable is their quotient.
 *
 * <p>It needs six items. Where an item would have no variance of its own, or no general factor
 * gives the three their correlations (a Heywood case), uniquenesses are held at 0.005 or more;
 * {@link #solution} and {@link #caution} say so. The numbers of such a solution depend on the
 * bound, and a communality may be above 1.
 *
 * <p>Immutable and thread-safe.
 *
 * @param hierarchical (Σg)²/V
 * @param total 1 − Σψ/V
 * @param generalShare the quotient of the two
 * @param generalLoadings the loadings of the items on the general factor; empty where there is none
 * @param communalities the shares of the items' variances that the factors explain; empty where
 *     there is no solution
 * @param solution whether it is a proper solution
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record HierarchicalOmega(
    ReliabilityEstimate hierarchical,
    ReliabilityEstimate total,
    ReliabilityEstimate generalShare,
    List<Double> generalLoadings,
    List<Double> communalities,
    FactorSolutionKind solution) {
  private static final int FACTORS = 3;

  /** Copies the lists. */
  public HierarchicalOmega {
    Objects.requireNonNull(hierarchical, "hierarchical");
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(generalShare, "generalShare");
    Objects.requireNonNull(solution, "solution");
    generalLoadings = List.copyOf(generalLoadings);
    communalities = List.copyOf(communalities);
  }

  static HierarchicalOmega of(ItemMatrix correlations) {
    if (!FactorSolution.isIdentified(correlations.items(), FACTORS)
        || correlations.items() < 2 * FACTORS) {
      return not(NotEstimable.TOO_FEW_ITEMS);
    }
    Optional<NotEstimable> obstacle = correlations.obstacle(2 * FACTORS);
    return obstacle
        .map(HierarchicalOmega::not)
        .orElseGet(
            () ->
                GeneralFactor.of(correlations.values())
                    .map(general -> of(general, correlations.total()))
                    .orElseGet(() -> not(NotEstimable.NO_SOLUTION)));
  }

  private static HierarchicalOmega of(GeneralFactor factor, double variance) {
    double sum = Arrays.stream(factor.general()).sum();
    double hierarchical = sum * sum / variance;
    double total = 1 - Arrays.stream(factor.uniquenesses()).sum() / variance;
    return new HierarchicalOmega(
        ReliabilityEstimate.of(hierarchical),
        ReliabilityEstimate.of(total),
        total > 0
            ? ReliabilityEstimate.of(hierarchical / total)
            : ReliabilityEstimate.not(NotEstimable.NO_SOLUTION),
        Arrays.stream(factor.general()).boxed().toList(),
        Arrays.stream(factor.uniquenesses()).map(u -> 1 - u).boxed().toList(),
        factor.atBound() ? FactorSolutionKind.BOUNDED : FactorSolutionKind.PROPER);
  }

  private static HierarchicalOmega not(NotEstimable because) {
    ReliabilityEstimate none = ReliabilityEstimate.not(because);
    return new HierarchicalOmega(none, none, none, List.of(), List.of(), FactorSolutionKind.NONE);
  }

  /**
   * What has to be known beside the coefficients.
   *
   * @return a sentence where the solution is at a bound; empty otherwise
   */
  public Optional<String> caution() {
    return solution == FactorSolutionKind.BOUNDED
        ? Optional.of(
            "Hierarchical omega is of a solution at a bound (Heywood case): the factors would leave"
                + " an item or a factor no variance of its own, which was held at "
                + FactorSolution.LEAST
                + "; three factors may be too many for these items or people.")
        : Optional.empty();
  }

  /**
   * The coefficients in a line.
   *
   * @return {@code "omega hierarchical 0.449; total 0.851; general share 0.528"}, or the reason
   */
  @Override
  public String toString() {
    return hierarchical.value().isEmpty()
        ? "omega hierarchical " + hierarchical
        : "omega hierarchical "
            + hierarchical
            + "; total (three factors) "
            + total
            + "; general share "
            + generalShare
            + (solution == FactorSolutionKind.BOUNDED ? "; " + solution : "");
  }
}

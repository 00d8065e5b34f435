package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Guttman's six lower bounds of reliability (Guttman L. A basis for analyzing test-retest
 * reliability. Psychometrika 1945;10:255–282, doi 10.1007/BF02288892).
 *
 * <p>With V the variance of the total, S the sum of the items' variances, and k items: λ1 = 1 −
 * S/V; λ2 = λ1 + √(k/(k − 1) · sum of the squared covariances off the diagonal)/V; λ3 is alpha; λ4
 * the highest reliability of {@linkplain SplitHalf#highest() any split} into halves; λ5 = λ1 + 2
 * √(largest sum of an item's squared covariances with the others)/V; λ6 = 1 − sum of the items'
 * variances that the others do not explain/V. None of them exists where the total does not vary; λ6
 * has no solution where an item is a linear combination of others.
 *
 * <p>The largest of them is the best bound in a population; in a small sample λ4 above all gains
 * from chance.
 *
 * <p>Immutable and thread-safe.
 *
 * @param metric of covariances or of correlations
 * @param lambda1 λ1
 * @param lambda2 λ2, never below alpha
 * @param lambda3 λ3, which is alpha
 * @param lambda4 λ4; not for more than 22 items
 * @param lambda5 λ5
 * @param lambda6 λ6
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record GuttmanLambdas(
    ItemMetric metric,
    ReliabilityEstimate lambda1,
    ReliabilityEstimate lambda2,
    ReliabilityEstimate lambda3,
    ReliabilityEstimate lambda4,
    ReliabilityEstimate lambda5,
    ReliabilityEstimate lambda6) {
  /** Refuses nulls. */
  public GuttmanLambdas {
    Objects.requireNonNull(metric, "metric");
    List.of(lambda1, lambda2, lambda3, lambda4, lambda5, lambda6);
  }

  static GuttmanLambdas of(ItemMatrix matrix, ItemMetric metric, SplitHalf halves) {
    return new GuttmanLambdas(
        metric,
        Coefficients.lambda1(matrix),
        Coefficients.lambda2(matrix),
        Coefficients.alpha(matrix),
        halves.highest(),
        Coefficients.lambda5(matrix),
        Coefficients.lambda6(matrix));
  }

  /**
   * The six in order.
   *
   * @return λ1 to λ6
   */
  public List<ReliabilityEstimate> all() {
    return List.of(lambda1, lambda2, lambda3, lambda4, lambda5, lambda6);
  }

  /**
   * The six in a line.
   *
   * @return {@code "Guttman's lambdas (raw): 0.563, 0.711, …"}
   */
  @Override
  public String toString() {
    return "Guttman's lambdas ("
        + metric
        + "): "
        + String.join(", ", all().stream().map(ReliabilityEstimate::toString).toList());
  }
}

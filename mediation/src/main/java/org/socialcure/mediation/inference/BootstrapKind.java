package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a bootstrap draws anew in every replicate.
 *
 * <p>A bootstrap that names none draws {@link #CLUSTER} where the model has clusters, and {@link
 * #CASE} where it has none: the rows of a cluster are not independent of each other, and intervals
 * from rows drawn one by one are too narrow.
 *
 * @since 0.1
 */
@MapperForm
public enum BootstrapKind {
  /** Rows with replacement, all variables of a row together. */
  CASE,
  /**
   * Whole clusters with replacement, as many as there are, at least 3; needs a cluster column in
   * the model. A cluster that is drawn twice counts as two clusters.
   */
  CLUSTER,
  /**
   * Rows with replacement within each stratum. Strata of one row, whose row is in every resample,
   * do not vary; if all are of one row, or are the clusters of the model, there is nothing to draw
   * and the bootstrap is refused.
   */
  STRATIFIED,
  /**
   * Residuals of every equation with replacement, the exogenous variables being fixed; linear
   * equations only.
   */
  RESIDUAL,
  /**
   * Residuals of every equation, each with a random sign (Rademacher) that outcomes share of which
   * none leads to another, the exogenous variables being fixed; linear equations only.
   */
  WILD,
  /**
   * As {@link #WILD}, with one value for all residuals of a cluster: a random sign, or with fewer
   * than 12 clusters one of Webb's six points {@code ±sqrt(1/2), ±1, ±sqrt(3/2)}; for few or
   * unequal clusters, at least 3. Needs a cluster column in the model.
   */
  WILD_CLUSTER,
  /**
   * Continuous weights of the rows, uniform Dirichlet (Rubin, 1981, doi 10.1214/aos/1176345338).
   */
  BAYESIAN;

  /**
   * Whether whole clusters are the units that are drawn.
   *
   * @return true for {@link #CLUSTER} and {@link #WILD_CLUSTER}
   */
  public boolean drawsClusters() {
    return this == CLUSTER || this == WILD_CLUSTER;
  }

  /**
   * Whether residuals are drawn and the exogenous variables stay.
   *
   * @return true for {@link #RESIDUAL}, {@link #WILD} and {@link #WILD_CLUSTER}
   */
  public boolean drawsResiduals() {
    return this == RESIDUAL || this == WILD || this == WILD_CLUSTER;
  }
}

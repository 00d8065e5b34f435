package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a bootstrap draws anew in every replicate.
 *
 * @since 0.1
 */
@MapperForm
public enum BootstrapKind {
  /** Rows with replacement, all variables of a row together. */
  CASE,
  /** Whole clusters with replacement, as many as there are; needs a cluster column in the model. */
  CLUSTER,
  /** Rows with replacement within each stratum. */
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
   * Continuous weights of the rows, uniform Dirichlet (Rubin, 1981, doi 10.1214/aos/1176345338).
   */
  BAYESIAN;
}

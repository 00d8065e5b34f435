package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Why there is no interval.
 *
 * @since 0.1
 */
@MapperForm
public enum NoInterval {
  /**
   * Too few replicates for the level: limits among B replicates need {@code (B + 1) alpha/2 >= 1},
   * 39 replicates at 95 %; a standard deviation needs two.
   */
  TOO_FEW_REPLICATES("there are too few replicates for the level"),
  /** A corrected probability asks for a replicate below the smallest or above the largest. */
  BEYOND_REPLICATES("the corrected limits lie beyond the smallest or largest replicate"),
  /** Every replicate lies on one side of the estimate, so that the median bias is infinite. */
  ALL_ON_ONE_SIDE("all replicates lie on one side of the estimate"),
  /** The influence values are all zero, so that the acceleration does not exist. */
  NO_INFLUENCE("the estimate does not depend on any row"),
  /**
   * Without one of the rows, or one of the clusters, that were resampled the model cannot be
   * estimated, so that the acceleration does not exist.
   */
  UNIT_CANNOT_BE_LEFT_OUT(
      "without one of the rows or clusters that were resampled the model cannot be estimated, so"
          + " that there is no acceleration"),
  /**
   * The acceleration by regression needs more replicates, all of them estimated, than rows or
   * clusters that were resampled.
   */
  TOO_FEW_REPLICATES_FOR_REGRESSION(
      "the acceleration by regression needs more replicates, all of them estimated, than units that"
          + " were resampled"),
  /** The acceleration by regression needs resamples of rows or clusters. */
  NO_UNITS("residuals were drawn, so that there are no frequencies to regress on"),
  /** The acceleration is so large that the corrected probabilities are not in order. */
  ACCELERATION_TOO_LARGE("the acceleration is too large for the level"),
  /**
   * The covariance matrix of the coefficients is none to the digits of its numbers, so that there
   * is nothing to draw from.
   */
  NO_COVARIANCE("the covariance matrix of the coefficients cannot be computed well enough"),
  /**
   * The rows of single clusters alone decide the effect, so that errors by clusters, which count
   * such a cluster as one that does not vary, leave nothing of its error.
   */
  SINGLE_CLUSTERS_DECIDE(
      "single clusters alone decide the effect, so that errors by clusters do not exist"),
  /**
   * The rows of single clusters, or single rows, alone decide a part of the effect: their residuals
   * add up to zero there, so that a wild bootstrap, which turns the signs of residuals, leaves that
   * part as it is.
   */
  SIGNS_CHANGE_NOTHING(
      "single rows or clusters alone decide a part of the effect, which the signs of residuals do"
          + " not change"),
  /**
   * The replicates do not vary, as those of clusters that each have a predictor of their own: only
   * resamples with every cluster once can be estimated, and they are the sample itself.
   */
  REPLICATES_DO_NOT_VARY("all replicates are the same and tell nothing of how the effect varies"),
  /** A standard error is zero, so that there is nothing to divide by. */
  NO_VARIANCE("a standard error is zero"),
  /**
   * The effect has no derivative at the estimate or in a replicate, as the absolute value has none
   * at zero, so that there is no standard error to divide by.
   */
  NO_DERIVATIVE("the effect has no derivative in every replicate, and no standard error without"),
  /**
   * A quantity that is no function of the coefficients alone, such as a standardised effect, has no
   * standard error in a replicate.
   */
  NO_STANDARD_ERROR(
      "a quantity that depends on more than coefficients has no standard error in a replicate");

  private final String explanation;

  NoInterval(String explanation) {
    this.explanation = explanation;
  }

  /**
   * The reason in words.
   *
   * @return a clause without a full stop
   */
  public String explanation() {
    return explanation;
  }
}

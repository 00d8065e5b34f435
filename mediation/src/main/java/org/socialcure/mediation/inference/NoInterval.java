package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Why there is no interval.
 *
 * @since 0.1
 */
@MapperForm
public enum NoInterval {
  /** Fewer than two replicates, so that not even a standard deviation exists. */
  TOO_FEW_REPLICATES("there are fewer than two replicates"),
  /** Every replicate lies on one side of the estimate, so that the median bias is infinite. */
  ALL_ON_ONE_SIDE("all replicates lie on one side of the estimate"),
  /** The influence values are all zero, so that the acceleration does not exist. */
  NO_INFLUENCE("the estimate does not depend on any row"),
  /** The acceleration is so large that the corrected probabilities are not in order. */
  ACCELERATION_TOO_LARGE("the acceleration is too large for the level"),
  /** A standard error is zero, so that there is nothing to divide by. */
  NO_VARIANCE("a standard error is zero");

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

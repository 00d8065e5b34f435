package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Why there is no share.
 *
 * @since 0.1
 */
@MapperForm
public enum NoProportion {
  /** The total effect is zero, or its interval holds zero. */
  TOTAL_NEAR_ZERO("the total effect is not distinguishable from zero"),
  /** Indirect and total effect have opposite signs (inconsistent mediation, suppression). */
  OPPOSITE_SIGNS("the indirect and the total effect have opposite signs");

  private final String explanation;

  NoProportion(String explanation) {
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

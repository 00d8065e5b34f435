package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Why an effect has no size of some kind.
 *
 * @since 0.1
 */
@MapperForm
public enum NoEffectSize {
  /** Two of the variables are perfectly correlated, so that nothing is left to be shared out. */
  PERFECT_CORRELATION("two of exposure, mediator and outcome are perfectly correlated"),
  /** The effect that it is divided by is zero. */
  NOTHING_TO_DIVIDE("the effect that it is divided by is zero"),
  /** A number on the way to it is beyond the numbers of this machine. */
  OUT_OF_RANGE("a number on the way to it is too large or too small; use other units");

  private final String explanation;

  NoEffectSize(String explanation) {
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

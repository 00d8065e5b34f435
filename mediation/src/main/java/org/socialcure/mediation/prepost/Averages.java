package org.socialcure.mediation.prepost;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Which averages over both occasions the equations of a within-subject model adjust for.
 *
 * <p>If a mediator acts with slope b₁ on the outcome at the first occasion and b₂ at the second,
 * the outcome's change has slope (b₁ + b₂)/2 on the mediator's change and b₂ − b₁ on its average.
 * So the average of every mediator that predicts belongs into the equation, unless its slope is
 * held to be the same on both occasions.
 *
 * @since 0.1
 */
@MapperForm
public enum Averages {
  /** Those of the mediators that predict in the equation. */
  PREDICTORS,
  /**
   * Those of the mediators that predict and, in the equation of a mediator, its own; some
   * descriptions of the serial model have it so.
   */
  ALL,
  /** None: mediators act with the same slope on both occasions. */
  NONE;
}

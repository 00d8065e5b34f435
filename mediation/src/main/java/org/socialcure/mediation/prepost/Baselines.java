package org.socialcure.mediation.prepost;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Which baselines the equations of a residualised change adjust for.
 *
 * @since 0.1
 */
@MapperForm
public enum Baselines {
  /** Each outcome's own. */
  OWN,
  /**
   * Those of all measures in every equation, so that the step from a mediator to the outcome, too,
   * is that of a change.
   */
  ALL;
}

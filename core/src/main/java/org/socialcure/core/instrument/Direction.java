package org.socialcure.core.instrument;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a higher score means for the person.
 *
 * @since 0.1
 */
@MapperForm
public enum Direction {
  /** A higher score is better, as in wellbeing. */
  HIGHER_IS_BETTER,
  /** A higher score is worse, as in loneliness. */
  HIGHER_IS_WORSE,
  /** Neither end is better. */
  NEUTRAL
}

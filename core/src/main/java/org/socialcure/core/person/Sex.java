package org.socialcure.core.person;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The sex or gender that a service recorded.
 *
 * @since 0.1
 */
@MapperForm
public enum Sex {
  /** Female. */
  FEMALE,
  /** Male. */
  MALE,
  /** Another answer. */
  OTHER
}

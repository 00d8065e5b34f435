package org.socialcure.core.instrument;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether a form insists on an answer to an item. It is a wish of whoever lays out the form, and
 * changes neither what is permitted nor how missing answers are scored.
 *
 * @since 0.1
 */
@MapperForm
public enum Requirement {
  /** The form asks again until there is an answer. */
  REQUIRED,
  /** The form can be sent without an answer. */
  OPTIONAL
}

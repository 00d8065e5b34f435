package org.socialcure.core.instrument;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What becomes of a prorated sum that is not a whole number.
 *
 * @since 0.1
 */
@MapperForm
public enum Rounding {
  /** It stays as it is. */
  NONE,
  /** It becomes the nearest whole number, a half the next higher one. */
  HALF_UP
}

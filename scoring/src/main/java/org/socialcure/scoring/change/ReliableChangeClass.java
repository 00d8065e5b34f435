package org.socialcure.scoring.change;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What can be said about one person's change beyond measurement error.
 *
 * @since 0.1
 */
@MapperForm
public enum ReliableChangeClass {
  /** Changed for the better by more than measurement error. */
  IMPROVED,
  /** No change beyond measurement error. It does not mean that nothing changed. */
  UNCHANGED,
  /** Changed for the worse by more than measurement error. */
  DETERIORATED,
  /** Not said: no standard deviation and reliability were given, or the scale has no better end. */
  NOT_AVAILABLE
}

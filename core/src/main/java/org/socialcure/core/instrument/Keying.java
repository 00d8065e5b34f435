package org.socialcure.core.instrument;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether an item points in the direction of the score or against it.
 *
 * @since 0.1
 */
@MapperForm
public enum Keying {
  /** The option value enters the score as it is. */
  DIRECT,
  /** The option value {@code x} enters the score as {@code lowest + highest − x}. */
  REVERSED
}

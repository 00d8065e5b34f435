package org.socialcure.core.instrument;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How well a fact about an instrument is supported.
 *
 * @since 0.1
 */
@MapperForm
public enum Evidence {
  /** Seen in at least two sources that do not depend on each other. */
  TWO_OR_MORE,
  /** Seen in one source. */
  ONE,
  /** Follows from other facts by arithmetic or by the form of the instrument. */
  DERIVED,
  /** Recalled, not seen in a source; never presented as validated. */
  MEMORY_ONLY,
  /** The author of the definition gives no evidence. */
  NOT_STATED;

  /**
   * Whether the fact rests on at least one source, directly or by derivation.
   *
   * @return {@code false} for {@link #MEMORY_ONLY} and {@link #NOT_STATED}
   */
  public boolean isSourced() {
    return this == TWO_OR_MORE || this == ONE || this == DERIVED;
  }
}

package org.socialcure.core.instrument;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether something that was published about an instrument is used when nobody asks for it.
 *
 * @since 0.1
 */
@MapperForm
public enum Use {
  /** Used when the caller names nothing. */
  DEFAULT,
  /** Used only when the caller names it. */
  ON_REQUEST
}

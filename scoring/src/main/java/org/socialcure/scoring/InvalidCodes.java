package org.socialcure.scoring;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What becomes of a cell in a file of raw answers that holds a code which its item does not permit.
 *
 * @since 0.1
 */
@MapperForm
public enum InvalidCodes {
  /**
   * Refuse the file and say where each such cell is. The default: a wrong code often means a wrong
   * coding.
   */
  REFUSE,
  /** Take the item as not answered, and count such cells by column. */
  MISSING
}

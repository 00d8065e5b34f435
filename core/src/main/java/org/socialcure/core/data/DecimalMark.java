package org.socialcure.core.data;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The character between the whole and the decimal part of a number in a file.
 *
 * @since 0.1
 */
@MapperForm
public enum DecimalMark {
  /** {@code 2.5}, the default. */
  POINT('.'),
  /** {@code 2,5}, usual in files that are separated by semicolons. */
  COMMA(',');

  private final char character;

  DecimalMark(char character) {
    this.character = character;
  }

  /**
   * The mark itself.
   *
   * @return the character
   */
  public char character() {
    return character;
  }
}

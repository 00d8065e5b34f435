package org.socialcure.core.data;

/**
 * What parts groups of three digits in the numbers of a file.
 *
 * <p>A no-break space (U+00A0, U+202F, U+2007, U+2009) does so always, for it cannot mean anything
 * else inside a number.
 *
 * @since 0.1
 */
public enum ThousandsSeparator {
  /** Nothing but no-break spaces, the default: {@code 1,234} is no number. */
  NONE('\u00A0'),
  /** {@code 1,234.5}. */
  COMMA(','),
  /** {@code 1.234,5}. */
  POINT('.'),
  /** {@code 1'234.5}, with the plain apostrophe or the typeset one, U+2019. */
  APOSTROPHE('\''),
  /** {@code 1 234,5}. */
  BLANK(' ');

  private final char character;

  ThousandsSeparator(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }
}

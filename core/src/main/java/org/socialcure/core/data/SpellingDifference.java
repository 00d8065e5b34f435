package org.socialcure.core.data;

import java.util.Set;
import org.socialcure.core.internal.Alike;

/**
 * How two texts may be written that name the same: differences that are typed, lost and added on
 * the way through forms and spreadsheets. Which of them make no difference only the caller can
 * know; see {@link Dataset#unifySpelling}.
 *
 * @since 0.1
 */
public enum SpellingDifference {
  /**
   * Blanks anywhere, characters that cannot be seen, and other forms of the same letters and
   * digits, such as full-width ones: {@code "A 01"} is {@code "A01"}.
   */
  BLANKS("blanks"),
  /** Capitals and small letters: {@code "a01"} is {@code "A01"}. */
  CAPITALS("capitals"),
  /** A decimal point or comma and zeros at the end: {@code "7.0"} is {@code "7"}. */
  FINAL_POINT_ZERO("a final .0"),
  /** Zeros before the digits of any number in the text: {@code "A-007"} is {@code "A-7"}. */
  LEADING_ZEROS("leading zeros");

  private final String words;

  SpellingDifference(String words) {
    this.words = words;
  }

  /** What is left of a text without some differences. */
  static String key(String text, Set<SpellingDifference> ignored) {
    String key = text;
    for (SpellingDifference difference : values()) {
      key = ignored.contains(difference) ? difference.without(key) : key;
    }
    return key;
  }

  private String without(String text) {
    return switch (this) {
      case BLANKS -> Alike.withoutBlanks(text);
      case CAPITALS -> Alike.small(text);
      case FINAL_POINT_ZERO -> Alike.withoutFinalPointZero(text);
      case LEADING_ZEROS -> Alike.withoutLeadingZeros(text);
    };
  }

  /**
   * The difference in words.
   *
   * @return for example {@code "leading zeros"}
   */
  @Override
  public String toString() {
    return words;
  }
}

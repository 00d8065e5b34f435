package org.socialcure.core.internal;

import java.util.regex.Pattern;

/**
 * Patterns of column names with a place for a number: {@code u{n}} is {@code u1}, {@code SQ{nnn}}
 * is {@code SQ001}, as programs number their questions.
 */
public final class NumberedColumns {
  private static final Pattern PLACE = Pattern.compile("\\{(n{1,3})}");

  private NumberedColumns() {}

  /**
   * Whether a pattern has a place for a number.
   *
   * @param pattern the pattern; not null
   * @return whether it has
   */
  public static boolean hasPlace(String pattern) {
    return PLACE.matcher(pattern).find();
  }

  /**
   * The name with a number in its place, with as many digits as the place has letters at least.
   *
   * @param pattern the pattern; not null
   * @param number the number, not negative
   * @return the name; the pattern itself if it has no place
   */
  public static String name(String pattern, int number) {
    String digits = Integer.toString(number);
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place -> "0".repeat(Math.max(0, place.group(1).length() - digits.length())) + digits);
  }
}

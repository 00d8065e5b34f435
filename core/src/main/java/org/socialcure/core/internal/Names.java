package org.socialcure.core.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.numeric.ShortestDecimal;

/** Ids, texts and numbers as they stand in definitions and messages. */
public final class Names {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
  private static final int LONGEST_ID = 64;

  private Names() {}

  /**
   * Whether a text holds a surrogate without the other that would make a character of both. Such a
   * text cannot be written to any file.
   *
   * @param text a text; not null
   * @return whether a half is left over
   */
  public static boolean hasHalfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.charCount(text.codePointAt(i)) == 1) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /**
   * Whether a text is an id: lower-case letters and digits in words joined by single hyphens, a
   * letter first.
   *
   * @param text a text; not null
   * @return whether it is an id of at most 64 characters
   */
  public static boolean isId(String text) {
    if (text.isEmpty() || text.length() > LONGEST_ID || !isSmallLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean joins = c == '-' && text.charAt(i - 1) != '-' && i < text.length() - 1;
      if (!joins && !isSmallLetter(c) && !isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSmallLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Requires an id.
   *
   * @param where the field it stands in; not null
   * @param id the id; not null
   * @return the id
   * @throws InvalidInputException if it is none
   */
  public static String requireId(String where, String id) {
    Objects.requireNonNull(id, where);
    if (!isId(id)) {
      throw new InvalidInputException(where, idRule());
    }
    return id;
  }

  /**
   * The rule that ids follow, as a message.
   *
   * @return the message
   */
  public static String idRule() {
    return "must be lower-case words joined by hyphens, a letter first, as in left-out (at most "
        + LONGEST_ID
        + " characters)";
  }

  /**
   * Requires a text that is not blank.
   *
   * @param where the field it stands in; not null
   * @param text the text; not null
   * @return the text
   * @throws InvalidInputException if it is blank
   */
  public static String requireText(String where, String text) {
    Objects.requireNonNull(text, where);
    if (text.isBlank()) {
      throw new InvalidInputException(where, "must not be blank");
    }
    return text;
  }

  /**
   * An id made from a label: its letters and digits in lower case, joined by hyphens.
   *
   * @param label a label; not null
   * @return the id, or an empty text where the label has no letter or digit of the ASCII alphabet
   */
  public static String slug(String label) {
    StringBuilder slug = new StringBuilder();
    boolean apart = false;
    for (char c : label.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean first = slug.length() == 0;
      if (isSmallLetter(c) || isDigit(c) && !first) {
        slug.append(apart && !first ? "-" : "").append(c);
        apart = false;
      } else {
        apart = true;
      }
    }
    return slug.toString();
  }

  /**
   * The lower-case, hyphenated form of a name written in camel case or in capitals with
   * underscores.
   *
   * @param name {@code leftOut}, {@code HIGHER_IS_WORSE} or {@code AllRequired}; not null
   * @return {@code left-out}, {@code higher-is-worse} or {@code all-required}
   */
  public static String kebab(String name) {
    StringBuilder kebab = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i > 0
          && isCapital(c)
          && (isSmallLetter(name.charAt(i - 1)) || isDigit(name.charAt(i - 1)))) {
        kebab.append('-');
      }
      kebab.append(c == '_' ? '-' : c);
    }
    return kebab.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * A number in the fewest digits that read back as the same number. {@link Double#toString} is not
   * used, because its digits differ between Java versions.
   *
   * @param value a finite number
   * @return the text, whole numbers without a point
   */
  public static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return number(ShortestDecimal.of(value));
  }

  /**
   * A number as a cell of a file: as {@link #number(double)}, but with an exponent from 1e15 on,
   * for many digits in a row are read as an identifier.
   *
   * @param value a finite number
   * @return the text
   */
  public static String cell(double value) {
    if (Math.abs(value) < 1e15) {
      return number(value);
    }
    BigDecimal shortest = ShortestDecimal.of(value).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    return number(shortest.scaleByPowerOfTen(-exponent)) + "E" + exponent;
  }

  /**
   * A decimal number in as few digits as it has.
   *
   * @param value a number; not null
   * @return the text, with an exponent only where the number is very large or very small
   */
  public static String number(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    boolean plain = stripped.scale() <= 20 && stripped.precision() - stripped.scale() <= 20;
    return plain ? stripped.toPlainString() : stripped.toString();
  }

  /**
   * The number that a text writes in plain decimal digits.
   *
   * @param text a text; not null
   * @return the number, or empty if the text is not one; words such as NaN, hexadecimal and
   *     exponents are not
   */
  public static OptionalDouble parse(String text) {
    return DECIMAL.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  /**
   * A list in words.
   *
   * @param words the words in order; not null
   * @return {@code "a, b or c"}
   */
  public static String anyOf(List<String> words) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}

package org.socialcure.core.data;

import java.util.Arrays;
import org.socialcure.core.internal.Names;

/**
 * Decimal numbers as files write them: an optional sign, digits with at most one decimal mark, an
 * optional exponent. Words such as {@code NaN} or {@code Infinity}, hexadecimal numbers and type
 * suffixes, which the JDK would take for numbers, are not. What word processors and web pages put
 * in is read as it looks: no-break spaces around a number or before groups of three digits, and the
 * minus sign U+2212.
 */
final class DecimalText {
  /** Up to here a power of ten is exact in a double, so that one division rounds correctly. */
  private static final double[] POWERS_OF_TEN = new double[23];

  static {
    POWERS_OF_TEN[0] = 1;
    for (int i = 1; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
    }
  }

  /** The minus sign of typesetting. */
  private static final char MINUS = '\u2212';

  private static final char NO_BREAK_SPACE = '\u00A0';
  private static final int GROUP = 3;
  private static final int EXACT_DIGITS = 15;
  private static final long LARGEST_EXACT = 1L << 53;

  private DecimalText() {}

  /**
   * Reads a number.
   *
   * @return its nearest double, or NaN where the characters are not a finite decimal number
   */
  static double parse(char[] text, int from, int to, DecimalMark mark) {
    double value = plain(text, from, to, mark);
    return Double.isNaN(value) ? typeset(text, from, to, mark) : value;
  }

  private static double plain(char[] text, int from, int to, DecimalMark mark) {
    int i = from;
    boolean negative = i < to && text[i] == '-';
    if (i < to && (text[i] == '-' || text[i] == '+')) {
      i++;
    }
    long significand = 0;
    int significant = 0;
    int scale = 0;
    int digits = 0;
    boolean afterMark = false;
    for (; i < to; i++) {
      char c = text[i];
      if (isDigit(c)) {
        digits++;
        if (significant > 0 || c != '0') {
          significant++;
        }
        if (significant <= EXACT_DIGITS) {
          significand = significand * 10 + (c - '0');
        }
        if (afterMark) {
          scale++;
        }
      } else if (c == mark.character() && !afterMark) {
        afterMark = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    if (i == to && significant <= EXACT_DIGITS && scale < POWERS_OF_TEN.length) {
      double value = significand / POWERS_OF_TEN[scale];
      return negative ? -value : value;
    }
    if (i < to && !isExponent(text, i, to)) {
      return Double.NaN;
    }
    String plain = new String(text, from, to - from).replace(mark.character(), '.');
    double value = Double.parseDouble(plain);
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /** Reads what is no number only because of blanks, or characters that look like a minus. */
  private static double typeset(char[] text, int from, int to, DecimalMark mark) {
    boolean found = false;
    for (int i = from; i < to; i++) {
      found |= text[i] == MINUS || (text[i] > '~' && isBlank(text[i]));
    }
    found |= from < to && (isBlank(text[from]) || isBlank(text[to - 1]));
    if (!found) {
      return Double.NaN;
    }
    int start = from;
    int end = to;
    while (start < end && isBlank(text[start])) {
      start++;
    }
    while (end > start && isBlank(text[end - 1])) {
      end--;
    }
    char[] ascii = Arrays.copyOfRange(text, start, end);
    for (int i = 0; i < ascii.length; i++) {
      if (ascii[i] == MINUS) {
        ascii[i] = '-';
      } else if (isNoBreak(ascii[i])) {
        ascii[i] = NO_BREAK_SPACE;
      }
    }
    double value = plain(ascii, 0, ascii.length, mark);
    return Double.isNaN(value) ? grouped(ascii, 0, ascii.length, mark, NO_BREAK_SPACE) : value;
  }

  /**
   * Reads a number whose whole part is written in groups of three digits.
   *
   * @return its nearest double, or NaN where there are no such groups
   */
  static double grouped(char[] text, int from, int to, DecimalMark mark, char separator) {
    int i = from;
    if (i < to && (text[i] == '-' || text[i] == '+' || text[i] == MINUS)) {
      i++;
    }
    int digits = 0;
    int groups = 0;
    for (; i < to && (isDigit(text[i]) || text[i] == separator); i++) {
      if (isDigit(text[i])) {
        digits++;
      } else if (groups == 0 ? digits >= 1 && digits <= GROUP : digits == GROUP) {
        groups++;
        digits = 0;
      } else {
        return Double.NaN;
      }
    }
    if (groups == 0 || digits != GROUP) {
      return Double.NaN;
    }
    String joined = new String(text, from, to - from).replace(String.valueOf(separator), "");
    return parse(joined, mark);
  }

  static double parse(String text, DecimalMark mark) {
    char[] characters = text.toCharArray();
    return parse(characters, 0, characters.length, mark);
  }

  /**
   * Whether a number is written as identifiers are: with a zero in front of another digit, or as a
   * whole number too long for a double to tell from its neighbours.
   */
  static boolean looksLikeIdentifier(char[] text, int from, int to) {
    int i = from;
    if (i < to && (text[i] == '-' || text[i] == '+' || text[i] == MINUS)) {
      i++;
    }
    if (i + 1 < to && text[i] == '0' && isDigit(text[i + 1])) {
      return true;
    }
    if (to - i <= EXACT_DIGITS) {
      return false;
    }
    for (int k = i; k < to; k++) {
      if (!isDigit(text[k])) {
        return false;
      }
    }
    // Nineteen digits and more overflow a long; sixteen to eighteen may still be exact.
    return to - i > 18 || Long.parseLong(new String(text, i, to - i)) > LARGEST_EXACT;
  }

  /** Writes a number so that reading gives the same double; whole numbers get no decimals. */
  static String format(double value, DecimalMark mark) {
    boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
    return negativeZero ? "-0" : Names.cell(value).replace('.', mark.character());
  }

  private static boolean isExponent(char[] text, int at, int to) {
    int i = at;
    if (text[i] != 'e' && text[i] != 'E') {
      return false;
    }
    i++;
    if (i < to && (text[i] == '-' || text[i] == '+')) {
      i++;
    }
    if (i == to) {
      return false;
    }
    for (; i < to; i++) {
      if (!isDigit(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing shows in a cell. */
  static boolean isBlank(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isBlank(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a character shows as nothing around a cell. */
  static boolean isBlank(char c) {
    return c <= ' ' || (c > '~' && (isNoBreak(c) || isInvisible(c)));
  }

  /** Marks of width and direction that are copied along from web pages. */
  private static boolean isInvisible(char c) {
    return (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || c == '\u2060'
        || c == '\uFEFF';
  }

  private static boolean isNoBreak(char c) {
    return c == NO_BREAK_SPACE || c == '\u202F' || c == '\u2007' || c == '\u2009';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

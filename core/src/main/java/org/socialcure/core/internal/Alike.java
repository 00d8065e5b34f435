package org.socialcure.core.internal;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.socialcure.core.Problem;

/**
 * Texts that name the same thing most probably, although they are not equal: they differ only in
 * capitals, blanks, leading zeros or a final {@code .0}, which are typed, lost and added on the way
 * through forms and spreadsheets.
 */
public final class Alike {
  /** How such texts differ, for messages. */
  public static final String DIFFERENCE = "only in capitals, blanks, leading zeros or a final .0";

  private static final int PAIRS = 3;

  private Alike() {}

  /**
   * Whether two different texts are probably meant to be the same.
   *
   * @param one a text; not null
   * @param other a text; not null
   * @return whether they differ, and only in what does not count
   */
  public static boolean are(String one, String other) {
    return !one.equals(other) && key(one).equals(key(other));
  }

  /**
   * The texts that are probably meant to be an earlier one.
   *
   * @param texts texts in order; not null
   * @return for each such text, the first one that it is like, in order
   */
  public static Map<String, String> earlier(Collection<String> texts) {
    Map<String, String> first = new HashMap<>();
    Map<String, String> alike = new LinkedHashMap<>();
    for (String text : texts) {
      String known = first.putIfAbsent(key(text), text);
      if (known != null && !known.equals(text)) {
        alike.put(text, known);
      }
    }
    return alike;
  }

  /**
   * What to say of identifiers that are probably the same, where each counts for itself.
   *
   * @param where the place of the remark; not null
   * @param kind what they are, in the plural; not null
   * @param cells the identifiers of all rows; not null
   * @param place the place of a row in words; not null
   * @return the remark, with the places of the first and without an identifier; empty if there is
   *     none to make
   */
  public static Optional<Problem> remark(
      String where, String kind, List<Optional<String>> cells, IntFunction<String> place) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    int row = 0;
    for (Optional<String> cell : cells) {
      if (cell.isPresent()) {
        rows.putIfAbsent(cell.get(), row);
      }
      row++;
    }
    Map<String, String> alike = earlier(rows.keySet());
    if (alike.isEmpty()) {
      return Optional.empty();
    }
    List<String> pairs =
        alike.entrySet().stream()
            .limit(PAIRS)
            .map(
                pair ->
                    place.apply(rows.getOrDefault(pair.getKey(), 0))
                        + " and "
                        + place.apply(rows.getOrDefault(pair.getValue(), 0)))
            .toList();
    return Optional.of(
        new Problem(
            where,
            alike.size()
                + " of "
                + rows.size()
                + " "
                + kind
                + " differ from another "
                + DIFFERENCE
                + " (first seen in "
                + String.join("; ", pairs)
                + (alike.size() > PAIRS ? "; …" : "")
                + "): probably the same, but counted apart; write each in one way, or say with"
                + " \"unifySpelling\" what makes no difference"));
  }

  /** What is left of a text without what does not count. */
  private static String key(String text) {
    return withoutLeadingZeros(withoutFinalPointZero(small(withoutBlanks(text))));
  }

  /**
   * A text without blanks and characters that cannot be seen, in one form of its letters.
   *
   * @param text a text; not null
   * @return what is left
   */
  public static String withoutBlanks(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 128);
    String form = ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      boolean shown =
          !Character.isWhitespace(c)
              && !Character.isSpaceChar(c)
              && Character.getType(c) != Character.FORMAT;
      if (shown) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /**
   * A text in small letters.
   *
   * @param text a text; not null
   * @return the same without capitals
   */
  public static String small(String text) {
    StringBuilder small = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      small.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
    }
    return small.toString();
  }

  /**
   * A text without a decimal mark and zeros at the end, after a digit.
   *
   * @param text a text; not null
   * @return {@code 7} for {@code 7.0}
   */
  public static String withoutFinalPointZero(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    boolean decimals =
        end < text.length()
            && end > 1
            && isMark(text.charAt(end - 1))
            && isDigit(text.charAt(end - 2));
    return decimals ? text.substring(0, end - 1) : text;
  }

  /**
   * A text without zeros before the other digits of a number; those behind a decimal mark stay.
   *
   * @param text a text; not null
   * @return {@code A-1} for {@code A-001}
   */
  public static String withoutLeadingZeros(String text) {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      boolean leads = key.length() == 0 || !isDigit(last(key)) && !isMark(before);
      boolean leadingZero =
          c == '0' && leads && i + 1 < text.length() && isDigit(text.charAt(i + 1));
      if (!leadingZero) {
        key.append(c);
      }
    }
    return key.toString();
  }

  private static char last(StringBuilder text) {
    return text.charAt(text.length() - 1);
  }

  private static boolean isMark(char c) {
    return c == '.' || c == ',';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

package org.socialcure.core.internal.json;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;

/**
 * Reads single values without turning one kind into another. Each method reports what it refuses
 * and returns null.
 */
public final class Scalars {
  private static final double WHOLE_LIMIT = 1L << 53;

  private Scalars() {}

  /**
   * Reports a value of the wrong kind.
   *
   * @param node the value; not null
   * @param expected what would be right; not null
   * @param problems where to report it; not null
   */
  public static void wrong(Node node, String expected, Problems problems) {
    String found = node.kind().replaceFirst("^an? ", "").replace(' ', '-');
    node.report(
        problems,
        ProblemCode.WRONG_KIND,
        Map.of("found", found),
        "must be " + expected + ", but is " + node.kind());
  }

  /**
   * A text.
   *
   * @param node the value; not null
   * @param problems where to report; not null
   * @return the text, or null
   */
  public static @Nullable String text(Node node, Problems problems) {
    if (node instanceof Node.Text text) {
      return text.text();
    }
    wrong(node, "a text", problems);
    return null;
  }

  /**
   * True or false.
   *
   * @param node the value; not null
   * @param problems where to report; not null
   * @return which of them, or null
   */
  public static @Nullable Boolean bool(Node node, Problems problems) {
    if (node instanceof Node.Bool bool) {
      return bool.value();
    }
    wrong(node, "true or false", problems);
    return null;
  }

  /**
   * A finite number.
   *
   * @param node the value; not null
   * @param problems where to report; not null
   * @return the number, or null
   */
  public static @Nullable Double number(Node node, Problems problems) {
    if (!(node instanceof Node.Num num)) {
      wrong(node, "a number", problems);
      return null;
    }
    double value = Double.parseDouble(num.digits());
    if (Double.isInfinite(value)) {
      node.report(problems, ProblemCode.NUMBER_TOO_LARGE, Map.of(), "is too large a number");
      return null;
    }
    return value;
  }

  /**
   * A whole number.
   *
   * @param node the value; not null
   * @param least the smallest permitted number
   * @param most the largest permitted number
   * @param problems where to report; not null
   * @return the number, or null
   */
  public static @Nullable Long whole(Node node, long least, long most, Problems problems) {
    if (!(node instanceof Node.Num num)) {
      wrong(node, "a whole number", problems);
      return null;
    }
    OptionalLong value = whole(num.digits());
    if (value.isEmpty()) {
      node.report(problems, ProblemCode.NOT_A_WHOLE_NUMBER, Map.of(), "must be a whole number");
      return null;
    }
    long found = value.getAsLong();
    if (found < least || found > most) {
      node.report(
          problems,
          ProblemCode.OUT_OF_RANGE,
          Map.of("least", Long.toString(least), "most", Long.toString(most)),
          "must be a whole number from " + least + " to " + most);
      return null;
    }
    return found;
  }

  /** Reads {@code 2} and {@code 2.0}, which are the same number in JSON, but not {@code 2.7}. */
  private static OptionalLong whole(String digits) {
    if (isPlain(digits)) {
      BigInteger value = new BigInteger(digits);
      return value.bitLength() < Long.SIZE
          ? OptionalLong.of(value.longValue())
          : OptionalLong.empty();
    }
    double value = Double.parseDouble(digits);
    return value == Math.rint(value) && Math.abs(value) <= WHOLE_LIMIT
        ? OptionalLong.of((long) value)
        : OptionalLong.empty();
  }

  private static boolean isPlain(String digits) {
    int start = digits.startsWith("-") ? 1 : 0;
    for (int i = start; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return digits.length() > start;
  }

  /**
   * A constant of an enum, written by its {@link Words word}.
   *
   * @param <E> the enum
   * @param node the value; not null
   * @param type the enum; not null
   * @param problems where to report; not null
   * @return the constant, or null
   */
  public static <E> @Nullable E constant(Node node, Class<E> type, Problems problems) {
    if (!(node instanceof Node.Text text)) {
      wrong(node, Names.anyOf(Words.all(type)), problems);
      return null;
    }
    E constant = Words.find(type, text.text()).orElse(null);
    if (constant == null) {
      notPermitted(node, text.text(), Words.all(type), problems);
    }
    return constant;
  }

  /**
   * One of some words.
   *
   * @param <T> what the words mean
   * @param node the value; not null
   * @param permitted the meaning of each word, in the order in which messages name them; not null
   * @param problems where to report; not null
   * @return what the word means, or null
   */
  public static <T> @Nullable T choice(Node node, Map<String, T> permitted, Problems problems) {
    List<String> words = List.copyOf(permitted.keySet());
    if (!(node instanceof Node.Text text)) {
      wrong(node, Names.anyOf(words), problems);
      return null;
    }
    T meant = permitted.get(text.text());
    if (meant == null) {
      notPermitted(node, text.text(), words, problems);
    }
    return meant;
  }

  private static void notPermitted(
      Node node, String word, List<String> permitted, Problems problems) {
    node.report(
        problems,
        ProblemCode.WORD_NOT_PERMITTED,
        Map.of("permitted", String.join(", ", permitted)),
        Words.expected(word, permitted));
  }

  /**
   * A date.
   *
   * @param node the value; not null
   * @param problems where to report; not null
   * @return the date, or null
   */
  public static @Nullable LocalDate date(Node node, Problems problems) {
    if (node instanceof Node.Text text) {
      try {
        return LocalDate.parse(text.text());
      } catch (DateTimeException refused) {
        // Falls through to the message, which says what a date looks like and quotes nothing.
      }
    }
    node.report(
        problems,
        ProblemCode.NOT_A_DATE,
        Map.of(),
        "must be a date in quotes, as in \"2019-11-26\"");
    return null;
  }
}

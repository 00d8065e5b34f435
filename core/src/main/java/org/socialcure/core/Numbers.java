package org.socialcure.core;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.internal.numeric.ShortestDecimal;

/**
 * How numbers are written for people, everywhere in the library.
 *
 * <p>Four decimals, as regression tables have them, and more where four would hide what the number
 * says: a standard error keeps three significant digits, and a confidence limit is never written as
 * zero unless it is zero, because on which side of zero it lies is what readers look for. The
 * numbers of one row share their decimals. p-values are never written as zero. Files for programs
 * (JSON, CSV) have full precision and do not come through here.
 *
 * <p>The minus sign is the hyphen that every terminal has; pages and pictures print a true one in
 * its place (see {@code org.socialcure.core.document}).
 *
 * <p>All methods are static, thread-safe and independent of the machine's language.
 *
 * @since 0.1
 */
public final class Numbers {
  /** The decimals of a table, where nothing asks for more. */
  public static final int DECIMALS = 4;

  /** A score has no more decimals than this. */
  private static final int SCORE_DECIMALS = 2;

  private static final int MOST = 8;

  /** A limit near zero may add this many decimals to its row. */
  private static final int MORE_FOR_LIMITS = 2;

  private static final int DIGITS_IN_ALL = 10;

  private Numbers() {}

  /**
   * The decimals for an estimate that has a standard error and limits.
   *
   * @param estimate the estimate, which decides where there is no standard error
   * @param se the standard error; empty where there is none
   * @param limits the confidence limits
   * @return the number of decimals for all of them
   */
  public static int decimals(double estimate, OptionalDouble se, double... limits) {
    int usual = Math.max(DECIMALS, digits(se.orElse(estimate), 3));
    int decimals = usual;
    for (double limit : limits) {
      if (limit != 0 && Math.abs(limit) < 0.5 * StrictMath.pow(10, -usual)) {
        decimals = Math.max(decimals, Math.min(usual + MORE_FOR_LIMITS, digits(limit, 1)));
      }
    }
    return Math.min(decimals, MOST);
  }

  /**
   * The decimals for an estimate whose standard error or interval may not exist. Without a standard
   * error the interval says how many digits mean something.
   *
   * @param estimate the estimate
   * @param se its standard error
   * @param interval its interval
   * @return the number of decimals for all of them
   */
  public static int decimals(
      OptionalDouble estimate, OptionalDouble se, Optional<Interval> interval) {
    return interval
        .map(i -> decimals(i.width() / 4, se, i.lower(), i.upper()))
        .orElseGet(() -> decimals(estimate.orElse(1), se));
  }

  /**
   * A confidence limit: on which side of zero it lies is said even where its digits do not show it.
   *
   * @param limit a finite number
   * @param decimals from {@link #decimals}
   * @return the text, such as {@code < 0.0001} for a very small positive limit
   */
  public static String limit(double limit, int decimals) {
    String text = fixed(limit, decimals);
    if (limit == 0 || text.chars().anyMatch(c -> c >= '1' && c <= '9')) {
      return text;
    }
    String unit = format(StrictMath.pow(10, -decimals), decimals);
    return limit > 0 ? "< " + unit : "> -" + unit;
  }

  /** Decimals needed for this many significant digits; none for zero. */
  private static int digits(double value, int significant) {
    return value == 0 ? 0 : significant - 1 - exponent(value);
  }

  private static int exponent(double value) {
    return (int) Math.floor(StrictMath.log10(Math.abs(value)));
  }

  /**
   * A number with the given decimals; fewer where it is large, scientific notation where it is very
   * large or would lose all of its digits.
   *
   * @param value a finite number
   * @param decimals from {@link #decimals}
   * @return the text
   */
  public static String fixed(double value, int decimals) {
    if (value == 0) {
      return format(0, decimals);
    }
    int exponent = exponent(value);
    if (exponent >= DIGITS_IN_ALL - 1 || decimals >= MOST && exponent < 1 - MOST) {
      return ShortestDecimal.scientific(value, 4);
    }
    return format(value, Math.min(decimals, Math.max(0, DIGITS_IN_ALL - 2 - exponent)));
  }

  /**
   * The limits of an interval without its level.
   *
   * @param interval the interval
   * @param decimals from {@link #decimals}
   * @return {@code [0.0071, 0.5184]}
   */
  public static String interval(Interval interval, int decimals) {
    return "[" + limit(interval.lower(), decimals) + ", " + limit(interval.upper(), decimals) + "]";
  }

  private static String format(double value, int decimals) {
    return ShortestDecimal.fixed(value, decimals);
  }

  /**
   * A number on its own: fit measures, statistics, correlations.
   *
   * @param value a finite number
   * @return the text, with at least three significant digits
   */
  public static String plain(double value) {
    return fixed(value, Math.min(MOST, Math.max(DECIMALS, digits(value, 3))));
  }

  /**
   * A value of a variable, a code or degrees of freedom: as few decimals as it needs, at most four
   * (or three significant digits).
   *
   * @param value a finite number
   * @return the text
   */
  public static String value(double value) {
    return shortened(plain(value));
  }

  /**
   * A score: at most two decimals, and none that are zero.
   *
   * @param value a finite number
   * @return {@code 6}, {@code 19.98} or {@code 3.5}
   */
  public static String score(double value) {
    return shortened(fixed(value, SCORE_DECIMALS));
  }

  /**
   * A difference, whose direction is said by its sign.
   *
   * @param difference a finite number
   * @return the {@link #value} with a plus sign where it is above zero
   */
  public static String signed(double difference) {
    return difference > 0 ? "+" + value(difference) : value(difference);
  }

  private static String shortened(String text) {
    if (text.indexOf('.') < 0 || text.indexOf('e') >= 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /**
   * A p-value.
   *
   * @param p the p-value
   * @return {@code .0123}, {@code < .001} or {@code > .999}
   */
  public static String p(double p) {
    if (p < 0.001) {
      return "< .001";
    }
    return p > 0.9999 ? "> .999" : format(p, DECIMALS).substring(1);
  }

  /**
   * A p-value in a sentence.
   *
   * @param p the p-value
   * @return {@code p = .0123} or {@code p < .001}
   */
  public static String pPhrase(double p) {
    String text = p(p);
    return text.startsWith(".") ? "p = " + text : "p " + text;
  }

  /**
   * A count with thousands separated by commas.
   *
   * @param count the count
   * @return the text
   */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /**
   * A share in percent.
   *
   * @param share between 0 and 1
   * @return {@code 95%} or {@code 99.5%}
   */
  public static String percent(double share) {
    return value(Math.round(share * 1e6) / 1e4) + "%";
  }

  /**
   * A share in percent with fixed decimals, for columns of shares.
   *
   * @param share usually between 0 and 1
   * @param decimals how many
   * @return {@code 84.2%}
   */
  public static String percent(double share, int decimals) {
    return fixed(100 * share, decimals) + "%";
  }
}

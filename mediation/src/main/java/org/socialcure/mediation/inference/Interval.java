package org.socialcure.mediation.inference;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A two-sided interval estimate with finite limits.
 *
 * <p>A limit that does not exist has no number here: methods that may fail to produce an interval
 * return an {@link IntervalResult} or an {@code Optional}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lower the lower limit, finite
 * @param upper the upper limit, finite and not below {@code lower}
 * @param level the nominal coverage as a proportion, such as 0.95; strictly between 0 and 1
 * @since 0.1
 */
public record Interval(double lower, double upper, double level) {
  /**
   * Refuses limits that are not finite or not in order, and levels outside (0, 1).
   *
   * @throws IllegalArgumentException if a limit is not finite, {@code lower > upper}, or the level
   *     is not strictly between 0 and 1
   */
  public Interval {
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
      throw new IllegalArgumentException(
          "The limits of an interval must be finite and in order: " + lower + ", " + upper);
    }
    requireLevel(level);
  }

  /**
   * Checks a confidence level.
   *
   * @param level a proportion
   * @return the level
   * @throws IllegalArgumentException if the level is not strictly between 0 and 1
   */
  static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "A confidence level lies strictly between 0 and 1, such as 0.95: " + level);
    }
    return level;
  }

  /**
   * Whether a value lies in the interval, limits included.
   *
   * @param value any value
   * @return whether {@code lower <= value <= upper}
   */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /**
   * The distance between the limits.
   *
   * @return {@code upper - lower}, not negative
   */
  public double width() {
    return upper - lower;
  }

  /**
   * The interval on the scale of a multiple of the effect, limits exchanged where the factor is
   * negative.
   *
   * @param factor a finite factor, for example minus one
   * @return the interval of {@code factor} times the effect
   * @throws IllegalArgumentException if a product is not finite
   */
  public Interval times(double factor) {
    double first = factor * lower;
    double second = factor * upper;
    return new Interval(Math.min(first, second), Math.max(first, second), level);
  }

  /** For example {@code [0.00707, 0.51837] (95%)}; five significant digits. */
  @Override
  public String toString() {
    String percent =
        BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
    return String.format(Locale.ROOT, "[%.5g, %.5g] (%s%%)", lower, upper, percent);
  }
}

package org.socialcure.core;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A two-sided interval estimate with finite limits and its nominal coverage.
 *
 * <p>The one interval of the library, whatever it was made by. A limit that does not exist has no
 * number here: what may fail to produce an interval returns an {@code Optional} or a typed reason.
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
   * @throws InvalidInputException if a limit is not finite, {@code lower > upper}, or the level is
   *     not strictly between 0 and 1
   */
  public Interval {
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
      throw new InvalidInputException(
          "interval", "its limits must be finite and in order, not " + lower + " and " + upper);
    }
    requireLevel(level);
  }

  /**
   * Checks a confidence level.
   *
   * @param level a proportion
   * @return the level
   * @throws InvalidInputException if the level is not strictly between 0 and 1
   */
  public static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new InvalidInputException(
          "level", "a confidence level lies strictly between 0 and 1, such as 0.95, not " + level);
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
   * @throws InvalidInputException if a product is not finite
   */
  public Interval times(double factor) {
    double first = factor * lower;
    double second = factor * upper;
    return new Interval(Math.min(first, second), Math.max(first, second), level);
  }

  /**
   * For example {@code 95% CI [0.0071, 0.5184]}, in the decimals of {@link Numbers#decimals}.
   *
   * @return the level and the limits
   */
  @Override
  public String toString() {
    int decimals =
        Numbers.decimals(OptionalDouble.empty(), OptionalDouble.empty(), Optional.of(this));
    return Numbers.percent(level) + " CI " + Numbers.interval(this, decimals);
  }
}

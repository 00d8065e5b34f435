package org.socialcure.scoring.change;

/**
 * A two-sided interval estimate with its nominal coverage.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lower the lower limit, finite
 * @param upper the upper limit, finite, not below {@code lower}
 * @param level the nominal coverage, between 0 and 1 exclusive; 0.95 for a 95 % interval
 * @since 0.1
 */
public record ConfidenceInterval(double lower, double upper, double level) {
  /**
   * Refuses limits that are not finite or out of order, and levels that are not probabilities.
   *
   * @throws IllegalArgumentException if a limit is not finite, the limits are out of order or the
   *     level is not between 0 and 1
   */
  public ConfidenceInterval {
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
      throw new IllegalArgumentException("Not an interval: " + lower + " to " + upper);
    }
    requireLevel(level);
  }

  static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "A level lies between 0 and 1, for example 0.95; it is " + level);
    }
  }

  /**
   * Whether a value lies in the interval, limits included.
   *
   * @param value a value
   * @return whether it is neither below the lower nor above the upper limit
   */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  @Override
  public String toString() {
    return Text.percent(level) + " CI [" + Text.fixed(lower) + ", " + Text.fixed(upper) + "]";
  }
}

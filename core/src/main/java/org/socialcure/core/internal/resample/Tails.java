package org.socialcure.core.internal.resample;

import java.math.BigDecimal;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.ShortestDecimal;

/**
 * Tail probabilities of two-sided levels, in the decimal arithmetic in which levels are written.
 */
public final class Tails {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Tails() {}

  /**
   * The lower tail probability of a two-sided level, {@code (1 - level)/2} in decimal arithmetic.
   *
   * @param level strictly between 0 and 1
   * @return the double nearest to the exact decimal result, such as 0.025 for 0.95
   */
  public static double lower(double level) {
    Interval.requireLevel(level);
    return BigDecimal.ONE.subtract(ShortestDecimal.of(level)).multiply(HALF).doubleValue();
  }

  /**
   * The upper tail probability of a two-sided level, {@code (1 + level)/2} in decimal arithmetic.
   *
   * @param level strictly between 0 and 1
   * @return the double nearest to the exact decimal result, such as 0.975 for 0.95
   */
  public static double upper(double level) {
    Interval.requireLevel(level);
    return BigDecimal.ONE.add(ShortestDecimal.of(level)).multiply(HALF).doubleValue();
  }
}

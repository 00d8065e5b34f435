package org.socialcure.scoring.internal.share;

import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.resample.Tails;

/** Intervals of shares. */
public final class Shares {
  private Shares() {}

  /**
   * Wilson's interval of a share (1927): the shares from which the one observed is no further than
   * z standard errors, {@code (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)}.
   *
   * @param count how many have it
   * @param of how many there are, positive
   * @param level the confidence level, strictly between 0 and 1
   * @return the interval, within 0 and 1
   */
  public static Interval wilson(int count, int of, double level) {
    double z = -Distributions.normalQuantile(Tails.lower(level));
    double n = of;
    double p = count / n;
    double centre = p + z * z / (2 * n);
    double reach = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;
    // Rounding must not leave a limit a little beyond an end that it reaches exactly.
    return new Interval(
        count == 0 ? 0 : (centre - reach) / scale,
        count == of ? 1 : (centre + reach) / scale,
        level);
  }
}

package org.socialcure.core.internal.resample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.numeric.ShortestDecimal;

/** How a quantile is read off sorted replicates {@code t(1) <= ... <= t(R)}. */
public final class Ranks {
  private Ranks() {}

  /**
   * The order statistic of the rank {@code floor(R p)} for a probability up to one half, {@code
   * floor(R p) + 1} for a larger one, with the probability as the shortest decimal number that
   * stands for the double; a rank outside 1 to R becomes the nearest end.
   *
   * @param sorted at least one value, ascending
   * @param p a probability
   * @return one of the values
   */
  public static double ofProcess(double[] sorted, double p) {
    return sorted[(int) Math.max(1, Math.min(sorted.length, processRank(sorted.length, p))) - 1];
  }

  /**
   * Whether the rank of {@link #ofProcess} lies outside 1 to R.
   *
   * @param size the number of values
   * @param p a probability
   * @return whether an end stands in
   */
  public static boolean isBeyondProcess(int size, double p) {
    return isBeyond(size, (double) processRank(size, p));
  }

  private static long processRank(int size, double p) {
    long whole =
        BigDecimal.valueOf(size)
            .multiply(ShortestDecimal.of(p))
            .setScale(0, RoundingMode.FLOOR)
            .longValueExact();
    return p <= 0.5 ? whole : whole + 1;
  }

  /**
   * Linear interpolation at the rank {@code (R + 1) p} (type 6 of Hyndman and Fan 1996).
   *
   * @param sorted at least one value, ascending
   * @param p a probability
   * @return the quantile
   */
  public static double type6(double[] sorted, double p) {
    return linear(sorted, (sorted.length + 1) * p);
  }

  /**
   * Linear interpolation at the rank {@code (R - 1) p + 1} (type 7).
   *
   * @param sorted at least one value, ascending
   * @param p a probability
   * @return the quantile
   */
  public static double type7(double[] sorted, double p) {
    return linear(sorted, (sorted.length - 1) * p + 1);
  }

  /**
   * Interpolation at the rank {@code (R + 1) p} on the scale of normal quantiles (Davison and
   * Hinkley 1997, equation 5.8).
   *
   * @param sorted at least one value, ascending
   * @param p a probability
   * @return the quantile
   */
  public static double normalScale(double[] sorted, double p) {
    int size = sorted.length;
    double rank = (size + 1) * p;
    int k = (int) Math.floor(rank);
    if (k < 1) {
      return sorted[0];
    }
    if (k >= size) {
      return sorted[size - 1];
    }
    if (k == rank) {
      return sorted[k - 1];
    }
    double here = Distributions.normalQuantile((double) k / (size + 1));
    double next = Distributions.normalQuantile((double) (k + 1) / (size + 1));
    double share = (Distributions.normalQuantile(p) - here) / (next - here);
    return between(sorted[k - 1], sorted[k], share);
  }

  /**
   * Whether a rank is not among 1 to R.
   *
   * @param size the number of values R
   * @param rank the rank
   * @return whether an end of the values would stand in
   */
  public static boolean isBeyond(int size, double rank) {
    return rank < 1 || rank > size;
  }

  private static double linear(double[] sorted, double rank) {
    int k = (int) Math.floor(rank);
    if (k < 1) {
      return sorted[0];
    }
    if (k >= sorted.length) {
      return sorted[sorted.length - 1];
    }
    return between(sorted[k - 1], sorted[k], rank - k);
  }

  private static double between(double low, double high, double share) {
    // Not low + share * (high - low) alone: rounding must not leave the two neighbours.
    return Math.max(low, Math.min(high, low + share * (high - low)));
  }
}

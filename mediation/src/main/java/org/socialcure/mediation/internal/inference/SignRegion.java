package org.socialcure.mediation.internal.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.internal.Interruption;

/**
 * A range of a moderator over which an effect has one established sign, or none.
 *
 * <p>The sign is established where the confidence band of the effect leaves zero on one side.
 * Immutable and thread-safe.
 *
 * @param from the lower end of the range
 * @param to its upper end, not below the lower one
 * @param sign the sign of the effect over the range
 * @since 0.1
 */
public record SignRegion(double from, double to, Sign sign) {
  /**
   * Refuses a range out of order.
   *
   * @throws IllegalArgumentException if the ends are not finite and in order
   */
  public SignRegion {
    if (!Double.isFinite(from) || !Double.isFinite(to) || from > to) {
      throw new IllegalArgumentException("A range needs finite ends in order: " + from + ", " + to);
    }
    Objects.requireNonNull(sign, "sign");
  }

  /**
   * What is established about the sign of an effect.
   *
   * @since 0.1
   */
  public enum Sign {
    /** The effect is positive: the band lies above zero. */
    POSITIVE,
    /** The effect is negative: the band lies below zero. */
    NEGATIVE,
    /** The band holds zero. */
    UNDECIDED;

    static Sign of(double lower, double upper) {
      if (lower > 0) {
        return POSITIVE;
      }
      return upper < 0 ? NEGATIVE : UNDECIDED;
    }
  }

  /**
   * The regions of an effect whose band is known at a grid of moderator values, for example the
   * bootstrap limits of a conditional indirect effect. Between two neighbours of the grid the
   * limits are taken to run straight.
   *
   * @param grid at least two moderator values, strictly ascending
   * @param lower the lower limit of the effect at each of them
   * @param upper the upper limit of the effect at each of them, not below the lower one
   * @return the regions in order; they meet, cover the grid, and neighbours differ in their sign
   * @throws IllegalArgumentException if the lengths differ, a number is not finite, or the grid or
   *     a pair of limits is not in order
   */
  public static List<SignRegion> ofBand(double[] grid, double[] lower, double[] upper) {
    if (grid.length < 2 || lower.length != grid.length || upper.length != grid.length) {
      throw new IllegalArgumentException(
          "A band needs a lower and an upper limit at two or more moderator values.");
    }
    List<SignRegion> regions = new ArrayList<>();
    for (int i = 0; i < grid.length; i++) {
      Interruption.check();
      if (!Double.isFinite(lower[i]) || !Double.isFinite(upper[i]) || lower[i] > upper[i]) {
        throw new IllegalArgumentException("The limits must be finite and in order at " + grid[i]);
      }
      if (i == 0) {
        continue;
      }
      if (!(grid[i] > grid[i - 1])) {
        throw new IllegalArgumentException("The moderator values must ascend strictly.");
      }
      double[] turns = {
        0,
        Math.min(crossing(lower, i), crossing(upper, i)),
        Math.max(crossing(lower, i), crossing(upper, i)),
        1
      };
      for (int k = 1; k < turns.length; k++) {
        if (turns[k] > turns[k - 1]) {
          double middle = (turns[k] + turns[k - 1]) / 2;
          add(
              regions,
              between(grid, i, turns[k - 1]),
              between(grid, i, turns[k]),
              Sign.of(between(lower, i, middle), between(upper, i, middle)));
        }
      }
    }
    return List.copyOf(regions);
  }

  /** Where between two neighbours, as a share of the way, a limit is zero; 0 if it never is. */
  private static double crossing(double[] limit, int i) {
    double before = limit[i - 1];
    double after = limit[i];
    return before < 0 != after < 0 ? before / (before - after) : 0;
  }

  private static double between(double[] values, int i, double share) {
    // Exactly the neighbours at both ends of the way.
    return share == 1 ? values[i] : values[i - 1] + share * (values[i] - values[i - 1]);
  }

  private static void add(List<SignRegion> regions, double from, double to, Sign sign) {
    int last = regions.size() - 1;
    if (last >= 0 && regions.get(last).sign == sign) {
      regions.set(last, new SignRegion(regions.get(last).from, to, sign));
    } else {
      regions.add(new SignRegion(from, to, sign));
    }
  }

  /** For example {@code -1.2000 to 0.4500: positive}. */
  @Override
  public String toString() {
    return Numbers.plain(from) + " to " + Numbers.plain(to) + ": " + Words.of(sign);
  }
}

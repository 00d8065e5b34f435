package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.internal.share.Shares;

/**
 * How many of some people have something, with Wilson's interval of the share (1927).
 *
 * <p>Immutable and thread-safe.
 *
 * @param count how many have it
 * @param of how many there are; at least one
 * @param interval Wilson's interval of {@code count / of}
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record Share(int count, int of, Interval interval) {
  /**
   * Checks the counts.
   *
   * @throws InvalidInputException if there is nobody, or the count is negative or larger
   */
  public Share {
    Objects.requireNonNull(interval, "interval");
    if (of < 1 || count < 0 || count > of) {
      throw new InvalidInputException("share", "needs a count from 0 to the number of people");
    }
  }

  /**
   * A share with its interval.
   *
   * @param count how many have it
   * @param of how many there are
   * @param level the nominal coverage of the interval
   * @return the share
   * @throws InvalidInputException if there is nobody, the count is negative or larger, or the level
   *     is not strictly between 0 and 1
   */
  public static Share of(int count, int of, double level) {
    Interval.requireLevel(level);
    if (of < 1 || count < 0 || count > of) {
      throw new InvalidInputException("share", "needs a count from 0 to the number of people");
    }
    return new Share(count, of, Shares.wilson(count, of, level));
  }

  /**
   * The share.
   *
   * @return from 0 to 1
   */
  public double value() {
    return (double) count / of;
  }

  /**
   * The counts and the share.
   *
   * @return {@code "87 of 126 (69.0%, 95% CI 60.5% to 76.5%)"}
   */
  @Override
  public String toString() {
    return count
        + " of "
        + of
        + " ("
        + Numbers.percent(value(), 1)
        + ", "
        + Numbers.percent(interval.level())
        + " CI "
        + Numbers.percent(interval.lower(), 1)
        + " to "
        + Numbers.percent(interval.upper(), 1)
        + ")";
  }
}

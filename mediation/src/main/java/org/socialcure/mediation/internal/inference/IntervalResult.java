package org.socialcure.mediation.internal.inference;

import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Interval;
import org.socialcure.mediation.inference.NoInterval;

/**
 * An interval, or the reason why there is none.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface IntervalResult {
  /**
   * The interval if there is one.
   *
   * @return the interval
   */
  Optional<Interval> interval();

  /**
   * An interval read off replicates.
   *
   * @param value the interval
   * @param lowerProbability the share of the replicates that the lower limit was read at
   * @param upperProbability the share of the replicates that the upper limit was read at
   * @param ends whether an end of the replicates had to stand in for a limit beyond them
   * @since 0.1
   */
  record Found(Interval value, double lowerProbability, double upperProbability, Ends ends)
      implements IntervalResult {
    /** Refuses null. */
    public Found {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(ends, "ends");
    }

    @Override
    public Optional<Interval> interval() {
      return Optional.of(value);
    }

    @Override
    public String toString() {
      return ends == Ends.INSIDE ? value.toString() : value + ", " + ends.explanation();
    }
  }

  /**
   * No interval.
   *
   * @param reason why
   * @since 0.1
   */
  record Missing(NoInterval reason) implements IntervalResult {
    /** Refuses null. */
    public Missing {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public Optional<Interval> interval() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "no interval: " + reason.explanation();
    }
  }

  /**
   * Whether the limits lie among the replicates. A limit that a rule places beyond the smallest or
   * largest replicate is replaced by it: there are then too few replicates for the level.
   *
   * @since 0.1
   */
  enum Ends {
    /** Both limits lie among the replicates. */
    INSIDE("both limits lie among the replicates"),
    /** The smallest replicate stands in for the lower limit. */
    LOWER_IS_SMALLEST("the smallest replicate stands in for the lower limit"),
    /** The largest replicate stands in for the upper limit. */
    UPPER_IS_LARGEST("the largest replicate stands in for the upper limit"),
    /** The extreme replicates stand in for both limits. */
    BOTH_ARE_EXTREME("the extreme replicates stand in for both limits");

    private final String explanation;

    Ends(String explanation) {
      this.explanation = explanation;
    }

    /**
     * The condition in words.
     *
     * @return a clause without a full stop
     */
    public String explanation() {
      return explanation;
    }

    static Ends of(boolean lower, boolean upper) {
      if (lower) {
        return upper ? BOTH_ARE_EXTREME : LOWER_IS_SMALLEST;
      }
      return upper ? UPPER_IS_LARGEST : INSIDE;
    }
  }
}

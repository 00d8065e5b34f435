package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The shares of people whose value rose, stayed the same and fell, however little, and the
 * probability of superiority.
 *
 * <p>The probability of superiority is (better + ½ same)/n, for a measure neither end of which is
 * better (rose + ½ same)/n (Grissom and Kim 2012 for paired data). Most people's values change a
 * little by chance alone, so that the shares say something only beside each other.
 *
 * <p>Immutable and thread-safe.
 *
 * @param direction what a higher value means
 * @param rose those with a higher value after
 * @param same those with the same value
 * @param fell those with a lower value after
 * @param superiorityInterval the bootstrap interval of the probability of superiority; empty where
 *     the resamples do not reach as far
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeShares(
    Direction direction,
    Share rose,
    Share same,
    Share fell,
    Optional<Interval> superiorityInterval) {
  /**
   * Checks that the three make up everybody.
   *
   * @throws InvalidInputException if they do not
   */
  public ChangeShares {
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(superiorityInterval, "superiorityInterval");
    if (rose.count() + same.count() + fell.count() != rose.of()
        || rose.of() != same.of()
        || rose.of() != fell.of()) {
      throw new InvalidInputException("shares", "must make up everybody together");
    }
  }

  /**
   * The share of people who got better.
   *
   * @return those who rose or those who fell; empty if neither end is better
   */
  public Optional<Share> better() {
    return switch (direction) {
      case HIGHER_IS_BETTER -> Optional.of(rose);
      case HIGHER_IS_WORSE -> Optional.of(fell);
      case NEUTRAL -> Optional.empty();
    };
  }

  /**
   * The share of people who got worse.
   *
   * @return those who fell or those who rose; empty if neither end is better
   */
  public Optional<Share> worse() {
    return switch (direction) {
      case HIGHER_IS_BETTER -> Optional.of(fell);
      case HIGHER_IS_WORSE -> Optional.of(rose);
      case NEUTRAL -> Optional.empty();
    };
  }

  /**
   * The probability of superiority.
   *
   * @return from 0 to 1; ½ where as many got better as worse
   */
  public double superiority() {
    return (better().orElse(rose).count() + 0.5 * same.count()) / rose.of();
  }

  /**
   * The shares in a line.
   *
   * @return {@code "better 69.0%, the same 11.1%, worse 19.8% of 126"}
   */
  @Override
  public String toString() {
    boolean neutral = direction == Direction.NEUTRAL;
    return (neutral ? "rose " : "better ")
        + Numbers.percent(better().orElse(rose).value(), 1)
        + ", the same "
        + Numbers.percent(same.value(), 1)
        + (neutral ? ", fell " : ", worse ")
        + Numbers.percent(worse().orElse(fell).value(), 1)
        + " of "
        + rose.of();
  }
}

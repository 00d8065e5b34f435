package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.internal.bootstrap.PersonReplicates;

/**
 * How the intervals of outcomes are formed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param level the nominal coverage of every interval, up to 0.999999; 0.95 by default
 * @param bootstrap number and seed of the resamples where an interval has no formula; 10,000 and 1
 *     by default
 * @param limits how limits are taken from the resamples; bias-corrected and accelerated by default
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record OutcomeSettings(double level, PersonBootstrap bootstrap, BootstrapLimits limits) {
  /** Intervals of 95 %, and the resamples of {@link PersonBootstrap#DEFAULT} with BCa limits. */
  public static final OutcomeSettings DEFAULT =
      new OutcomeSettings(0.95, PersonBootstrap.DEFAULT, BootstrapLimits.BCA);

  /** Beyond it the tails are too small for the noncentral t limits to be found in doubles. */
  private static final double HIGHEST_LEVEL = 0.999999;

  /**
   * Checks the level.
   *
   * @throws InvalidInputException if it is not above 0 and at most 0.999999
   */
  public OutcomeSettings {
    Objects.requireNonNull(bootstrap, "bootstrap");
    Objects.requireNonNull(limits, "limits");
    Interval.requireLevel(level);
    if (level > HIGHEST_LEVEL) {
      throw new InvalidInputException("level", "must be at most " + HIGHEST_LEVEL);
    }
  }

  /**
   * These settings with another level.
   *
   * @param changed the nominal coverage
   * @return the changed settings
   * @throws InvalidInputException if it is not above 0 and at most 0.999999
   */
  public OutcomeSettings withLevel(double changed) {
    return new OutcomeSettings(changed, bootstrap, limits);
  }

  /**
   * These settings with other resamples.
   *
   * @param changed their number and seed
   * @return the changed settings
   */
  public OutcomeSettings withBootstrap(PersonBootstrap changed) {
    return new OutcomeSettings(level, changed, limits);
  }

  /**
   * These settings with limits that are taken from the resamples in another way.
   *
   * @param changed how
   * @return the changed settings
   */
  public OutcomeSettings withLimits(BootstrapLimits changed) {
    return new OutcomeSettings(level, bootstrap, changed);
  }

  Optional<Interval> interval(PersonReplicates replicates) {
    return switch (limits) {
      case PERCENTILE -> replicates.percentile(level);
      case BCA -> replicates.bca(level);
    };
  }

  /**
   * The settings in words.
   *
   * @return {@code "95% intervals; BCa bootstrap over persons, 10000 resamples of persons, seed 1"}
   */
  @Override
  public String toString() {
    return Numbers.percent(level) + " intervals; " + limits + ", " + bootstrap;
  }
}

package org.socialcure.scoring.internal.coverage;

import java.util.Locale;
import java.util.Optional;

/**
 * How often a kind of 95 % intervals held the truth in simulated cohorts, at worst over their
 * kinds.
 *
 * @param of20 the share in percent among cohorts of 20 people
 * @param of50 the same of 50
 * @param of100 the same of 100
 * @param of178 the same of 178
 */
public record Coverage(double of20, double of50, double of100, double of178) {
  private static final double ENOUGH = 93;
  private static final double LEVEL = 0.95;

  /**
   * What has to be said beside an interval.
   *
   * @param level its confidence level
   * @param people how many people it rests on
   * @param cohorts what varied between the simulated cohorts, as in {@code "whose scores are
   *     normal, skewed or floored"}
   * @param interval what the interval is of and how it is formed
   * @return the sentence; empty where it held the truth often enough, or the level is another
   */
  public Optional<String> caution(double level, int people, String cohorts, String interval) {
    if (level != LEVEL) {
      return Optional.empty();
    }
    int size = people < 50 ? 20 : people < 100 ? 50 : people < 178 ? 100 : 178;
    double held =
        switch (size) {
          case 20 -> of20;
          case 50 -> of50;
          case 100 -> of100;
          default -> of178;
        };
    return held >= ENOUGH
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "In simulated cohorts of %d people %s, the 95 %% interval of the %s held the truth"
                    + " in %.0f %% at worst.",
                size,
                cohorts,
                interval,
                held));
  }
}

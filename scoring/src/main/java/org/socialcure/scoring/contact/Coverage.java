package org.socialcure.scoring.contact;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How often 95 % intervals of a change in contacts held the truth in simulated cohorts, at worst
 * over their kinds, in percent. The table of all kinds is in the package's page.
 */
final class Coverage {
  private static final double ENOUGH = 93;
  private static final double LEVEL = 0.95;
  private static final int[] PEOPLE = {20, 50, 100, 178};

  private static final Map<ContactInterval, double[]> OF_TOTALS = Map.of();

  private static final Map<ContactInterval, double[]> OF_INDIVIDUAL = Map.of();

  private Coverage() {}

  static Optional<String> caution(
      PercentDefinition definition, ContactInterval interval, double level, int people) {
    double[] held =
        switch (definition) {
          case TOTALS, MEAN_RATES, ALL_AVAILABLE -> OF_TOTALS.get(interval);
          case INDIVIDUAL -> OF_INDIVIDUAL.get(interval);
          case USED_LESS, MODEL -> null;
        };
    if (held == null || level != LEVEL) {
      return Optional.empty();
    }
    int nearest = 0;
    while (nearest < PEOPLE.length - 1 && PEOPLE[nearest + 1] <= people) {
      nearest++;
    }
    return held[nearest] >= ENOUGH
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "In simulated cohorts of %d people whose counts vary 5 and 9 times as much as their"
                    + " mean, the 95 %% interval of the %s (%s) held the truth in %.0f %% at worst.",
                PEOPLE[nearest],
                definition.label(),
                interval.label(),
                held[nearest]));
  }
}

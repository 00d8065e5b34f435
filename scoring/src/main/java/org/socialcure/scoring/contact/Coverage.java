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

  private static final Map<ContactInterval, double[]> OF_TOTALS =
      Map.of(
          ContactInterval.DELTA, new double[] {90.9, 93.1, 93.8, 94.2},
          ContactInterval.PERCENTILE, new double[] {90.4, 92.7, 93.4, 93.8},
          ContactInterval.BCA, new double[] {89.1, 91.4, 92.4, 93.3},
          ContactInterval.EXACT_CONDITIONAL, new double[] {74.3, 73.1, 72.0, 71.7});

  private static final Map<ContactInterval, double[]> OF_INDIVIDUAL =
      Map.of(
          ContactInterval.T, new double[] {82.7, 85.5, 88.3, 90.1},
          ContactInterval.PERCENTILE, new double[] {78.9, 84.9, 88.5, 90.3},
          ContactInterval.BCA, new double[] {79.7, 85.9, 89.3, 90.7});

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

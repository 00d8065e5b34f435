package org.socialcure.scoring.contact;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.scoring.internal.coverage.Coverage;

/**
 * How often 95 % intervals of a change in contacts held the truth in simulated cohorts, at worst
 * over their kinds, in percent. The table of all kinds is in the package's page.
 */
final class ContactCoverage {
  private static final Map<ContactInterval, Coverage> OF_TOTALS =
      Map.of(
          ContactInterval.DELTA, new Coverage(90.9, 93.1, 93.8, 94.2),
          ContactInterval.PERCENTILE, new Coverage(90.4, 92.7, 93.4, 93.8),
          ContactInterval.BCA, new Coverage(89.1, 91.4, 92.4, 93.3),
          ContactInterval.EXACT_CONDITIONAL, new Coverage(74.3, 73.1, 72.0, 71.7));

  private static final Map<ContactInterval, Coverage> OF_INDIVIDUAL =
      Map.of(
          ContactInterval.T, new Coverage(82.7, 85.5, 88.3, 90.1),
          ContactInterval.PERCENTILE, new Coverage(78.9, 84.9, 88.5, 90.3),
          ContactInterval.BCA, new Coverage(79.7, 85.9, 89.3, 90.7));

  private ContactCoverage() {}

  static Optional<String> caution(
      PercentDefinition definition, ContactInterval interval, double level, int people) {
    @Nullable Coverage held =
        switch (definition) {
          case TOTALS, MEAN_RATES, ALL_AVAILABLE -> OF_TOTALS.get(interval);
          case INDIVIDUAL -> OF_INDIVIDUAL.get(interval);
          case USED_LESS, MODEL -> null;
        };
    return held == null
        ? Optional.empty()
        : held.caution(
            level,
            people,
            "whose counts vary 5 and 9 times as much as their mean",
            definition.label() + " (" + interval.label() + ")");
  }
}

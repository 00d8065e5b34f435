package org.socialcure.scoring.reliability;

import java.util.Optional;
import org.socialcure.scoring.internal.coverage.Coverage;

/**
 * How often 95 % intervals of alpha held the truth in simulated cohorts, at worst over normal,
 * skewed and floored items. The table of all kinds is in the page of the package of outcomes.
 */
final class AlphaCoverage {
  private AlphaCoverage() {}

  static Optional<String> caution(AlphaInterval interval, double level, int people) {
    Coverage held =
        switch (interval) {
          case FELDT -> new Coverage(83.3, 81.5, 80.2, 79.9);
          case PERCENTILE -> new Coverage(90.0, 92.2, 93.2, 95.0);
          case BCA -> new Coverage(89.9, 89.9, 91.2, 93.8);
        };
    return held.caution(
        level,
        people,
        interval == AlphaInterval.FELDT
            ? "whose items are skewed rather than normal, as it assumes"
            : "whose items are normal, skewed or floored",
        "alpha (" + interval + ")");
  }
}

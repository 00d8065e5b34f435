package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.scoring.outcome.ScaleOutcomeTest.assertLimits;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.numeric.Decimals;
import org.socialcure.core.json.Json;
import org.socialcure.testsupport.Reference;

class QualityAdjustedYearsTest {
  private static final List<String> WAVES = List.of("t0", "t1", "t2");

  private static Dataset withUtilities() {
    Dataset data = MadeUpCohort.data();
    for (String wave : WAVES) {
      double[] utility = data.numbers("loneliness@" + wave);
      for (int i = 0; i < utility.length; i++) {
        // Fortieths have three decimals.
        utility[i] =
            Double.isNaN(utility[i]) ? Double.NaN : Decimals.rounded(1 - utility[i] / 40, 3);
      }
      data = data.with("utility@" + wave, utility);
    }
    return data;
  }

  @Test
  void agreesWithR() {
    Reference r = MadeUpCohort.more("qaly");
    QualityAdjustedYears years =
        QualityAdjustedYears.of(
            withUtilities(),
            "utility",
            WAVES,
            List.of(0.0, 4 / 12.0, 1.0),
            Optional.of(Grouping.by("sex", "woman")),
            .95);
    assertEquals(r.integer("n"), years.mean().n());
    assertClose(r.number("mean"), years.mean().mean().orElseThrow(), 1e-12);
    assertClose(r.number("sd"), years.mean().sd().orElseThrow(), 1e-11);
    assertLimits(r.numbers("ci"), years.mean().interval().orElseThrow(), 1e-11);
    QualityAdjustedYears.Difference men = years.differences().get(0);
    assertClose(r.number("difference"), men.unadjusted().orElseThrow().estimate(), 1e-10);
    assertLimits(r.numbers("welch_ci"), men.unadjusted().orElseThrow().interval(), 1e-9);
    MeanDifference adjusted = men.adjusted().orElseThrow();
    assertClose(r.number("adjusted"), adjusted.estimate(), 1e-10);
    assertClose(r.number("adjusted_se"), adjusted.standardError(), 1e-10);
    assertLimits(r.numbers("adjusted_ci"), adjusted.interval(), 1e-9);
    assertEquals(adjusted.p(), men.adjustedHolm().orElseThrow());
    assertEquals(years, Json.read(Json.write(years), QualityAdjustedYears.class));
    assertTrue(years.toString().contains("adjusted difference"), years.toString());
  }

  /** Somebody in full health for two years gains two. */
  @Test
  void fullHealthIsTheTimeItself() {
    Dataset data =
        Dataset.builder()
            .numbers("u@a", 1, 0.5)
            .numbers("u@b", 1, 0.5)
            .numbers("u@c", 1, 1)
            .build();
    QualityAdjustedYears years =
        QualityAdjustedYears.of(data, "u", List.of("a", "b", "c"), List.of(0.0, .5, 2.0), .95);
    assertEquals((2 + .25 + .75 * 1.5) / 2, years.mean().mean().orElseThrow(), 1e-15);
    assertTrue(years.differences().isEmpty());
  }

  @Test
  void badInputIsRefused() {
    Dataset data = Dataset.builder().numbers("u@a", 1, 0.5).numbers("u@b", 1.2, 0.5).build();
    List<String> waves = List.of("a", "b");
    InvalidInputException above =
        assertThrows(
            InvalidInputException.class,
            () -> QualityAdjustedYears.of(data, "u", waves, List.of(0.0, 1.0), .95));
    assertTrue(above.getMessage().contains("above 1"), above.getMessage());
    assertThrows(
        InvalidInputException.class,
        () -> QualityAdjustedYears.of(data, "u", waves, List.of(1.0, 0.0), .95));
    assertThrows(
        InvalidInputException.class,
        () -> QualityAdjustedYears.of(data, "u", waves, List.of(1.0), .95));
  }
}

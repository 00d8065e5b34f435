package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.Interval;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.testsupport.Reference;

class ControlledOutcomeTest {
  private static ControlledOutcome outcome(Dataset data, Measure measure) {
    return ControlledOutcome.of(
        data,
        measure,
        "t0",
        "t1",
        Grouping.by("sex", "woman"),
        OutcomeSettings.DEFAULT.withBootstrap(MadeUpCohort.FEW_RESAMPLES.bootstrap()));
  }

  /** Men as if they were treated and women as if they were not. */
  @Test
  void agreesWithR() {
    Reference r = MadeUpCohort.more("pre_post_control");
    ControlledOutcome outcome = outcome(MadeUpCohort.data(), MadeUpCohort.LONELINESS);
    PrePostControl effect = outcome.effects().get(0);
    assertEquals("man", effect.group());
    assertClose(r.number("sd"), effect.pooledSd().orElseThrow(), 1e-12);
    assertClose(r.number("d"), effect.estimate().orElseThrow(), 1e-11);
    assertClose(r.number("g"), effect.corrected().orElseThrow(), 1e-11);
    assertEquals(r.integer("df"), effect.df());
    assertTrue(effect.interval().orElseThrow().contains(effect.corrected().orElseThrow()));
    assertEquals(
        MadeUpCohort.golden("by_sex").number("ancova_man_minus_woman"),
        outcome.comparison().difference("man").orElseThrow().adjusted().orElseThrow().estimate(),
        1e-11);
    assertEquals(outcome, Json.read(Json.write(outcome), ControlledOutcome.class));
    assertTrue(outcome.section("x").toString().contains("Morris 2008"));
    assertTrue(outcome.toString().contains("pre-post-control"));
  }

  /** R's boot within the groups, whose resamples are others: the error of 20,000 of them. */
  @ParameterizedTest
  @EnumSource(BootstrapLimits.class)
  void theIntervalIsThatOfRToTheErrorOfResampling(BootstrapLimits limits) {
    Interval interval =
        ControlledOutcome.of(
                MadeUpCohort.data(),
                MadeUpCohort.LONELINESS,
                "t0",
                "t1",
                Grouping.by("sex", "woman"),
                OutcomeSettings.DEFAULT.withLimits(limits))
            .effects()
            .get(0)
            .interval()
            .orElseThrow();
    double[] r =
        MadeUpCohort.more("pre_post_control", limits == BootstrapLimits.BCA ? "bca" : "percentile")
            .numbers();
    // A limit's own error is about 0.003 in either.
    assertEquals(r[0], interval.lower(), .01);
    assertEquals(r[1], interval.upper(), .01);
  }

  @Test
  void withoutVariationBeforeThereIsNone() {
    Dataset data = MadeUpCohort.data();
    Dataset flat =
        data.with("flat@t0", new double[data.rows()]).with("flat@t1", data.numbers("age"));
    ControlledOutcome outcome = outcome(flat, Measure.of("flat", Direction.NEUTRAL));
    assertEquals(Optional.of(NotEstimable.NO_VARIATION), outcome.effects().get(0).because());
    assertFalse((outcome + outcome.section("x").toString()).contains("NaN"));
  }
}

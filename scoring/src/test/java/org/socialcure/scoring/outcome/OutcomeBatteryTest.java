package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Document;
import org.socialcure.core.document.LinePlot;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.testsupport.Reference;

class OutcomeBatteryTest {
  private static final List<String> WAVES = List.of("t0", "t1", "t2");
  private static final Measure MOOD = Measure.of("mood", Direction.HIGHER_IS_BETTER);

  private static final OutcomeBattery BATTERY =
      OutcomeBattery.of(
          MadeUpCohort.withMood(),
          List.of(MadeUpCohort.LONELINESS, MOOD),
          WAVES,
          MadeUpCohort.FEW_RESAMPLES);

  @Test
  void everyLaterWaveStandsAgainstTheFirst() {
    assertEquals(4, BATTERY.entries().size());
    assertEquals(4, BATTERY.tests());
    assertEquals(
        MadeUpCohort.golden("loneliness_t0_t2").integer("n"),
        BATTERY.outcome("loneliness", "t2").orElseThrow().n());
    assertEquals(
        ScaleOutcome.of(
            MadeUpCohort.withMood(),
            MadeUpCohort.LONELINESS,
            "t0",
            "t1",
            MadeUpCohort.FEW_RESAMPLES),
        BATTERY.outcome("loneliness", "t1").orElseThrow());
    assertEquals(Optional.empty(), BATTERY.outcome("loneliness", "t0"));
  }

  /** The four p-values by R's p.adjust(method = "holm"), up to the reference's own digits. */
  @Test
  void pValuesAreAdjustedForTheWholeBattery() {
    assertArrayEquals(
        new double[] {.03, .06, .06, .02},
        Holm.adjust(new double[] {.01, .03, .04, .005}),
        1e-15,
        "p.adjust(c(.01, .03, .04, .005), 'holm')");
    double p = BATTERY.outcome("loneliness", "t1").orElseThrow().test().orElseThrow().p();
    assertEquals(4 * p, BATTERY.entries().get(0).holm().orElseThrow(), 1e-20);
  }

  @Property
  void adjustedValuesKeepTheirOrderAndNeverFall(
      @ForAll @Size(min = 1, max = 8) List<@DoubleRange(max = 1) Double> values) {
    double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] adjusted = Holm.adjust(p);
    for (int i = 0; i < p.length; i++) {
      assertTrue(adjusted[i] >= p[i] && adjusted[i] <= 1);
      for (int j = 0; j < p.length; j++) {
        assertTrue(p[i] >= p[j] || adjusted[i] <= adjusted[j]);
      }
    }
  }

  @Test
  void meansByWaveAreThoseOfR() {
    CohortTrajectory trajectory = BATTERY.trajectories().get(0);
    for (int i = 0; i < 3; i++) {
      agrees(
          MadeUpCohort.more("trajectory", "all", "" + i), trajectory.points().get(i).everybody());
      agrees(
          MadeUpCohort.more("trajectory", "complete", "" + i),
          trajectory.points().get(i).throughout());
    }
    LinePlot plot = trajectory.plot(List.of(0.0, 4.0, 12.0), "Months since referral").orElseThrow();
    assertEquals(2, plot.lines().size());
    assertEquals(12, plot.lines().get(0).points().get(2).x());
    LinePlot even = trajectory.plot().orElseThrow();
    assertEquals(
        List.of(new LinePlot.Mark(1, "t0"), new LinePlot.Mark(2, "t1"), new LinePlot.Mark(3, "t2")),
        even.marks());
    assertEquals("t1 (4)", plot.marks().get(1).name());
    assertThrows(InvalidInputException.class, () -> trajectory.plot(List.of(0.0, 4.0, 4.0), "x"));
    assertThrows(InvalidInputException.class, () -> trajectory.plot(List.of(0.0, 4.0), "x"));
  }

  private static void agrees(Reference r, SampleMean mean) {
    assertEquals(r.integer("n"), mean.n());
    assertClose(r.number("mean"), mean.mean().orElseThrow(), 1e-12);
    assertClose(r.number("sd"), mean.sd().orElseThrow(), 1e-12);
    ScaleOutcomeTest.assertLimits(r.numbers("ci"), mean.interval().orElseThrow(), 1e-12);
  }

  @Test
  void meansThatHaveNoIntervalSayWhy() {
    assertEquals(
        Optional.of(NotEstimable.TOO_FEW_PEOPLE),
        SampleMean.of(new double[] {Double.NaN, 3}, .95).because());
    assertEquals(
        Optional.of(NotEstimable.NO_VARIATION),
        SampleMean.of(new double[] {.1, .1, .1}, .95).because());
    Dataset late =
        Dataset.of(
            Map.of("x@a", new double[] {1, 2}, "x@b", new double[] {Double.NaN, Double.NaN}));
    CohortTrajectory trajectory =
        CohortTrajectory.of(late, Measure.of("x", Direction.NEUTRAL), List.of("a", "b"), .95);
    assertEquals(Optional.empty(), trajectory.plot());
    assertFalse(trajectory.toString().contains("NaN"));
  }

  @Test
  void whatWasNotAskedAtAWaveIsNotComparedThere() {
    Dataset data = MadeUpCohort.withMood().without("mood@t2");
    OutcomeBattery battery =
        OutcomeBattery.of(
            data, List.of(MadeUpCohort.LONELINESS, MOOD), WAVES, MadeUpCohort.FEW_RESAMPLES);
    assertEquals(3, battery.tests());
    assertEquals(2, battery.trajectories().get(1).points().size());
  }

  @Test
  void badInputIsRefusedAllAtOnce() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                OutcomeBattery.of(
                    MadeUpCohort.withMood(),
                    List.of(
                        MadeUpCohort.LONELINESS.withRange(8, 9),
                        Measure.of("no", Direction.NEUTRAL)),
                    List.of("t0", "t1", "t7")));
    assertTrue(refused.problems().size() >= 3, refused.getMessage());
    assertTrue(refused.getMessage().contains("t7"), refused.getMessage());
    assertThrows(
        InvalidInputException.class,
        () -> OutcomeBattery.of(MadeUpCohort.withMood(), List.of(MOOD, MOOD), WAVES));
    assertThrows(
        InvalidInputException.class,
        () -> OutcomeBattery.of(MadeUpCohort.withMood(), List.of(MOOD), List.of("t0", "t0")));
    assertThrows(
        InvalidInputException.class,
        () -> OutcomeBattery.of(MadeUpCohort.withMood(), List.of(), WAVES));
  }

  @Test
  void isToldAsATableASectionAndJson() {
    String text = BATTERY.toString();
    assertTrue(text.contains("Loneliness") && text.contains("the 4 t tests"), text);
    Document document = Document.of("Outcomes", BATTERY.section("outcomes"));
    assertFalse(document.text(80).contains("NaN"));
    assertTrue(document.html().contains("<svg"));
    assertEquals(BATTERY, Json.read(Json.write(BATTERY), OutcomeBattery.class));
  }
}

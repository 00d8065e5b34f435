package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.testsupport.Reference;

class CaseChangeTest {
  private static final CaseRule TWENTY = CaseRule.atLeast(20, "made up for this test");

  @Test
  void casesOfTheCohortAreThoseOfR() {
    Reference r = MadeUpCohort.golden("caseness");
    CaseChange change =
        CaseChange.of(MadeUpCohort.data(), MadeUpCohort.LONELINESS, "t0", "t1", TWENTY, .95);
    assertEquals(r.integer("both"), change.both());
    assertEquals(r.integer("only_before"), change.onlyBefore());
    assertEquals(r.integer("only_after"), change.onlyAfter());
    assertEquals(r.integer("neither"), change.neither());
    assertClose(r.number("before"), change.shareBefore().orElseThrow().value(), 1e-14);
    assertClose(r.number("after"), change.shareAfter().orElseThrow().value(), 1e-14);
    assertClose(r.number("difference"), change.difference().orElseThrow(), 1e-13);
    assertClose(r.number("mcnemar_exact_p"), change.exact().orElseThrow(), 1e-11);
    assertClose(r.number("mcnemar_mid_p"), change.mid().orElseThrow(), 1e-11);
    ScaleOutcomeTest.assertLimits(
        r.numbers("newcombe10_ci"), change.newcombe().orElseThrow(), 1e-12);
    Interval tango = change.tango().orElseThrow();
    assertEquals(r.numbers("tango_ci")[0], tango.lower(), 1e-7);
    assertEquals(r.numbers("tango_ci")[1], tango.upper(), 1e-7);
  }

  static List<Reference> tables() {
    return MadeUpCohort.more("cases").all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void smallTablesAreThoseOfR(Reference r) {
    PairedProportions table =
        new PairedProportions(
            r.integer("both"),
            r.integer("only_before"),
            r.integer("only_after"),
            r.integer("neither"));
    Interval newcombe = table.newcombe(.95);
    assertEquals(r.numbers("newcombe")[0], newcombe.lower(), 1e-12);
    assertEquals(r.numbers("newcombe")[1], newcombe.upper(), 1e-12);
    Interval tango = table.tango(.95);
    assertEquals(r.numbers("tango")[0], tango.lower(), 1e-7);
    assertEquals(r.numbers("tango")[1], tango.upper(), 1e-7);
    if (table.onlyBefore() + table.onlyAfter() > 0) {
      assertClose(r.number("exact"), Coins.twoSided(table.onlyBefore(), table.onlyAfter()), 1e-12);
      assertClose(r.number("mid"), Coins.midTwoSided(table.onlyBefore(), table.onlyAfter()), 1e-12);
    }
  }

  /**
   * What other software prints of published data. Complete response before and after consolidation
   * (Cavo 2012), in Fagerland, Lydersen and Laake, Statistical Analysis of Contingency Tables
   * (2017), chapter 8, as the tests of R's contingencytables 3.0 have it: 59 at both times, 6
   * before alone, 16 after alone, 80 at neither, before minus after.
   */
  @Test
  void aPublishedTableHasItsPublishedIntervals() {
    PairedProportions table = new PairedProportions(59, 6, 16, 80);
    assertEquals(.0621, table.difference(), 5e-5);
    Interval tango = table.tango(.95);
    assertEquals(.0054, tango.lower(), 5e-5);
    assertEquals(.1240, tango.upper(), 5e-5);
    Interval newcombe = table.newcombe(.95);
    assertEquals(.0046, newcombe.lower(), 5e-5);
    assertEquals(.1186, newcombe.upper(), 5e-5);
    assertEquals(.052479, Coins.twoSided(6, 16), 5e-7);
    assertEquals(.034690, Coins.midTwoSided(6, 16), 5e-7);
  }

  /** {@code scoreci.mp(60, 20, 1000)} of R's PropCIs, which is the difference of 20 minus 60. */
  @Test
  void aLargeTableHasTheScoreIntervalOfOtherSoftware() {
    Interval tango = new PairedProportions(300, 60, 20, 620).tango(.95);
    assertEquals(-.0584, tango.lower(), 5e-5);
    assertEquals(-.0231, tango.upper(), 5e-5);
  }

  @Property
  void intervalsHoldTheDifferenceAndTurnWithIt(
      @ForAll @IntRange(max = 40) int both,
      @ForAll @IntRange(max = 40) int before,
      @ForAll @IntRange(max = 40) int after,
      @ForAll @IntRange(min = 1, max = 40) int neither) {
    PairedProportions table = new PairedProportions(both, before, after, neither);
    PairedProportions turned = new PairedProportions(both, after, before, neither);
    for (double level : new double[] {.5, .95, .999}) {
      Interval tango = table.tango(level);
      assertTrue(tango.contains(table.difference()));
      assertTrue(tango.lower() >= -1 && tango.upper() <= 1);
      assertEquals(-tango.upper(), turned.tango(level).lower(), 1e-9);
      Interval newcombe = table.newcombe(level);
      assertTrue(newcombe.contains(table.difference()));
      assertEquals(-newcombe.upper(), turned.newcombe(level).lower(), 1e-12);
    }
    if (before + after > 0) {
      assertTrue(Coins.midTwoSided(before, after) <= Coins.twoSided(before, after) + 1e-12);
    }
  }

  @Test
  void whereEverybodyChangesOneWayTheEndIsReached() {
    Interval tango = new PairedProportions(0, 0, 12, 0).tango(.95);
    assertEquals(1, tango.upper());
    assertTrue(tango.lower() > .5 && tango.lower() < 1);
  }

  @Test
  void theWorstBandIsTheCase() {
    Measure lonely = Measure.of(Instruments.UCLA_3, "total");
    CaseRule rule = CaseRule.worstBand(lonely);
    assertTrue(rule.isCase(6) && !rule.isCase(5), rule.toString());
    assertEquals(lonely.bands().orElseThrow().source(), rule.source());
    Measure turned =
        new Measure(
            "x",
            "x",
            Direction.HIGHER_IS_BETTER,
            Optional.empty(),
            lonely.bands(),
            Optional.empty(),
            Optional.empty());
    assertTrue(CaseRule.worstBand(turned).isCase(5) && !CaseRule.worstBand(turned).isCase(6));
    assertTrue(CaseRule.atMost(2, "x").isCase(2) && !CaseRule.atMost(2, "x").isCase(2.5));
    assertThrows(
        InvalidInputException.class,
        () -> CaseRule.worstBand(Measure.of("x", Direction.HIGHER_IS_BETTER)));
    assertThrows(InvalidInputException.class, () -> CaseRule.atLeast(2, " "));
    assertThrows(InvalidInputException.class, () -> CaseRule.atLeast(Double.NaN, "x"));
  }

  @Test
  void whereNobodyChangesOrNobodyIsThereNoTestIsMadeUp() {
    Measure measure = Measure.of("x", Direction.HIGHER_IS_WORSE);
    Dataset same = Dataset.builder().numbers("x@a", 1, 30, 2).numbers("x@b", 2, 25, 3).build();
    CaseChange unchanged = CaseChange.of(same, measure, "a", "b", TWENTY, .95);
    assertEquals(Optional.of(NotEstimable.NO_VARIATION), unchanged.whyNoTest());
    assertTrue(unchanged.tango().isPresent());
    Dataset none =
        Dataset.builder().numbers("x@a", 1, Double.NaN).numbers("x@b", Double.NaN, 2).build();
    CaseChange nobody = CaseChange.of(none, measure, "a", "b", TWENTY, .95);
    assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), nobody.whyNoTest());
    assertEquals(2, nobody.leftOut());
    for (CaseChange each : List.of(unchanged, nobody)) {
      assertFalse((each + each.section("cases").toString()).contains("NaN"));
      assertEquals(each, Json.read(Json.write(each), CaseChange.class));
    }
    assertThrows(
        InvalidInputException.class, () -> CaseChange.of(same, measure, "a", "a", TWENTY, .95));
  }
}

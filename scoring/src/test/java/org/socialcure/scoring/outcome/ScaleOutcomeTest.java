package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.change.ChangeEffectSize;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.CitedReferences;
import org.socialcure.scoring.change.ImportantDifference;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

class ScaleOutcomeTest {
  private static final double NA = Double.NaN;
  private static final Measure BETTER = Measure.of("x", Direction.HIGHER_IS_BETTER);
  private static final double[] PRE = {24, 28, 19, 22, 30, 26, 21, 25, 27, 23};
  private static final double[] POST = {20, 25, 18, 23, 24, 22, 21, 19, 26, 20};

  private static ScaleOutcome outcome(Measure measure, double[] before, double[] after) {
    return ScaleOutcome.of(measure, before, after, MadeUpCohort.FEW_RESAMPLES);
  }

  @ParameterizedTest
  @CsvSource({"t0, t1", "t0, t2", "t1, t2"})
  void agreesWithR(String before, String after) {
    Reference r = MadeUpCohort.golden("loneliness_" + before + "_" + after);
    ScaleOutcome outcome =
        ScaleOutcome.of(
            MadeUpCohort.data(),
            MadeUpCohort.LONELINESS,
            before,
            after,
            MadeUpCohort.FEW_RESAMPLES);
    assertEquals(r.integer("n"), outcome.n());
    assertClose(r.number("mean_before"), outcome.change().orElseThrow().before().mean(), 1e-12);
    assertClose(r.number("sd_after"), outcome.change().orElseThrow().after().sd(), 1e-12);
    assertClose(r.number("median_before"), outcome.before().median().orElseThrow(), 0);
    assertClose(r.number("median_after"), outcome.after().median().orElseThrow(), 0);
    assertClose(r.number("difference"), outcome.change().orElseThrow().difference().mean(), 1e-12);
    assertClose(r.number("t"), outcome.test().orElseThrow().statistic(), 1e-11);
    assertClose(r.number("p"), outcome.test().orElseThrow().p(), 1e-10);
    assertLimits(r.numbers("ci"), outcome.test().orElseThrow().interval(), 1e-11);
    ChangeEffect dz = outcome.effect(ChangeEffectSize.D_Z).orElseThrow();
    assertClose(r.number("d_z"), dz.estimate(), 1e-12);
    assertEquals(
        outcome.test().orElseThrow().statistic() / Math.sqrt(outcome.n()), dz.estimate(), 1e-12);
    SignedRankTest ranks = outcome.signedRank().orElseThrow();
    assertClose(r.number("pratt_z"), ranks.z(), 1e-11);
    assertClose(r.number("rank_biserial_zeros_dropped"), ranks.rankBiserial(), 1e-12);
    if (ranks.method() == SignedRankTest.Method.ASYMPTOTIC) {
      assertClose(r.number("pratt_p"), ranks.p(), 1e-10);
    }
    assertEquals(outcome.n() <= 50, ranks.method() == SignedRankTest.Method.EXACT);
    assertClose(r.number("sign_p"), outcome.sign().orElseThrow().p(), 1e-12);
    ChangeShares shares = outcome.shares().orElseThrow();
    assertShare(r.numbers("lower"), shares.better().orElseThrow());
    assertShare(r.numbers("same"), shares.same());
    assertShare(r.numbers("higher"), shares.worse().orElseThrow());
    assertClose(r.number("probability_of_superiority_lower"), shares.superiority(), 1e-14);
  }

  private static void assertShare(double[] r, Share share) {
    assertClose(r[0], share.value(), 1e-14);
    assertLimits(new double[] {r[1], r[2]}, share.interval(), 1e-12);
  }

  static void assertLimits(double[] r, Interval interval, double tolerance) {
    assertClose(r[0], interval.lower(), tolerance);
    assertClose(r[1], interval.upper(), tolerance);
  }

  static List<Reference> exactCases() {
    return MadeUpCohort.more("pratt_exact").all();
  }

  /** coin's wilcoxsign_test(distribution = "exact", zero.method = "Pratt"). */
  @ParameterizedTest
  @MethodSource("exactCases")
  void signedRankTestsAreExactUpToFiftyPairs(Reference r) {
    ScaleOutcome outcome = outcome(BETTER, r.numbers("before"), r.numbers("after"));
    SignedRankTest ranks = outcome.signedRank().orElseThrow();
    assertEquals(SignedRankTest.Method.EXACT, ranks.method());
    assertClose(r.number("z"), ranks.z(), 1e-11);
    assertClose(r.number("p"), ranks.p(), 1e-11);
  }

  /** R's boot, whose resamples are others. */
  @Test
  void resampledIntervalsAreThoseOfRToTheErrorOfResampling() {
    List<ChangeEffectSize> sizes =
        List.of(ChangeEffectSize.D_AV_MEAN_SD, ChangeEffectSize.D_RM, ChangeEffectSize.D_BASELINE);
    for (BootstrapLimits limits : BootstrapLimits.values()) {
      ScaleOutcome outcome =
          ScaleOutcome.of(
              MadeUpCohort.data(),
              MadeUpCohort.LONELINESS,
              "t0",
              "t1",
              OutcomeSettings.DEFAULT.withLimits(limits));
      Reference r =
          MadeUpCohort.more("resampled", limits == BootstrapLimits.BCA ? "bca" : "percentile");
      for (int i = 0; i < sizes.size(); i++) {
        ChangeEffect effect = outcome.effect(sizes.get(i)).orElseThrow();
        Interval interval = effect.interval().orElseThrow();
        assertEquals(r.numbers("" + i)[0], interval.lower(), .02);
        assertEquals(r.numbers("" + i)[1], interval.upper(), .02);
        double factor = effect.corrected().orElseThrow() / effect.estimate();
        assertEquals(
            factor * interval.lower(), effect.correctedInterval().orElseThrow().lower(), 1e-14);
      }
      Interval superiority = outcome.shares().orElseThrow().superiorityInterval().orElseThrow();
      assertEquals(r.numbers("3")[0], superiority.lower(), .02);
      assertEquals(r.numbers("3")[1], superiority.upper(), .02);
    }
  }

  /** The worked example: SD before, reliability .84, lower is better. */
  @Test
  void reliableAndImportantChangeAreCounted() {
    Measure measure =
        Measure.of("x", Direction.HIGHER_IS_WORSE)
            .withReference(new ChangeReference(3.3747427886, .84, "own sample"))
            .withImportant(ImportantDifference.published(3, "asked"));
    ScaleOutcome outcome = outcome(measure, PRE, POST);
    ReliableShares reliable = outcome.reliable().orElseThrow();
    assertEquals(3.7417239045, reliable.threshold(), 1e-5);
    assertEquals(4, reliable.improved().count());
    assertEquals(6, reliable.unchanged().count());
    assertEquals(0, reliable.deteriorated().count());
    ImportantShares important = outcome.important().orElseThrow();
    assertEquals(6, important.better().count(), "at least 3 points lower");
    assertEquals(0, important.worse().count());
    assertTrue(
        outcome
            .section("x")
            .toString()
            .replaceAll("\\s+", " ")
            .contains("in one person it cannot be told"));
    assertTrue(outcome.whyNot(OutcomePart.RELIABLE_CHANGE).isEmpty());
  }

  static List<ReferenceCase> reliableChanges() {
    return ReferenceCase.all("rci_.*");
  }

  /** R by the formula of Jacobson and Truax. */
  @ParameterizedTest
  @MethodSource("reliableChanges")
  void sharesOfReliableChangeAreThoseOfR(ReferenceCase reference) {
    Reference r = reference.golden().get("values");
    Map<String, double[]> data = reference.columns();
    Measure measure =
        Measure.of("x", Direction.HIGHER_IS_WORSE)
            .withReference(
                new ChangeReference(r.number("sd_pre"), r.number("reliability"), "own sample"));
    ReliableShares shares =
        outcome(measure, data.get("pre"), data.get("post")).reliable().orElseThrow();
    double[] index = r.numbers("rci");
    assertEquals(Arrays.stream(index).filter(i -> i < -1.96).count(), shares.improved().count());
    assertEquals(Arrays.stream(index).filter(i -> i > 1.96).count(), shares.deteriorated().count());
    assertClose(1.96 * r.number("s_diff"), shares.threshold(), 1e-4);
  }

  /** R's wilcox.test and binom.test, where the data may be used; without ties or zeros exact. */
  @Test
  void signedRankAndSignTestsOfPublishedDataAreThoseOfR() {
    for (ReferenceCase reference : ReferenceCase.all("prepost_.*")) {
      Reference r = reference.golden().get("values");
      if (!r.has("wilcoxon")) {
        continue;
      }
      double[][] pairs = pairs(reference);
      ScaleOutcome outcome = outcome(BETTER, pairs[0], pairs[1]);
      SignedRankTest test = outcome.signedRank().orElseThrow();
      assertClose(r.number("wilcoxon", "rank_biserial"), test.rankBiserial(), 1e-12);
      assertClose(r.number("sign_test_p"), outcome.sign().orElseThrow().p(), 1e-11);
      if (test.method() == SignedRankTest.Method.EXACT) {
        assertClose(r.number("wilcoxon", "w_plus"), test.positiveRanks(), 0);
        assertClose(r.number("wilcoxon", "exact_if_no_ties", "p"), test.p(), 1e-12);
      }
    }
  }

  private static double[][] pairs(ReferenceCase reference) {
    if (reference.columns().containsKey("pre")) {
      return new double[][] {reference.columns().get("pre"), reference.columns().get("post")};
    }
    List<String[]> rows =
        reference.dataLines().stream()
            .filter(line -> line.replace("\"", "").startsWith("FT,"))
            .map(line -> line.split(","))
            .toList();
    return new double[][] {
      rows.stream().mapToDouble(cells -> Double.parseDouble(cells[1])).toArray(),
      rows.stream().mapToDouble(cells -> Double.parseDouble(cells[2])).toArray()
    };
  }

  @Test
  void whatIsNotThereSaysWhy() {
    ScaleOutcome plain = outcome(BETTER, PRE, POST);
    assertEquals(Optional.of(NotEstimable.NO_REFERENCE), plain.whyNot(OutcomePart.RELIABLE_CHANGE));
    assertEquals(
        Optional.of(NotEstimable.NO_REFERENCE), plain.whyNot(OutcomePart.FLOOR_AND_CEILING));
    Measure neutral =
        Measure.of("x", Direction.NEUTRAL).withImportant(ImportantDifference.published(3, "asked"));
    assertEquals(
        Optional.of(NotEstimable.NO_DIRECTION),
        outcome(neutral, PRE, POST).whyNot(OutcomePart.IMPORTANT_CHANGE));
    ScaleOutcome none = outcome(BETTER, new double[] {NA, 1, NA}, new double[] {2, NA, NA});
    assertEquals(0, none.n());
    for (OutcomePart part :
        List.of(
            OutcomePart.MEAN_CHANGE,
            OutcomePart.T_TEST,
            OutcomePart.STANDARDIZED_CHANGE,
            OutcomePart.SIGNED_RANK_TEST,
            OutcomePart.SHARES,
            OutcomePart.BANDS)) {
      assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), none.whyNot(part), part.toString());
    }
    assertFalse(none.section("x").toString().contains("NaN"));
    ScaleOutcome one = outcome(BETTER, new double[] {1}, new double[] {2});
    assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), one.whyNot(OutcomePart.T_TEST));
    assertEquals(1, one.signedRank().orElseThrow().p());
    assertEquals(1, one.shares().orElseThrow().rose().count());
    ScaleOutcome equal = outcome(BETTER, new double[] {1, 2, 3}, new double[] {1.1, 2.1, 3.1});
    assertEquals(Optional.of(NotEstimable.NO_VARIATION), equal.whyNot(OutcomePart.T_TEST));
    ScaleOutcome constant = outcome(BETTER, new double[] {2, 2, 2}, new double[] {2, 2, 2});
    assertEquals(
        Optional.of(NotEstimable.NO_VARIATION), constant.whyNot(OutcomePart.STANDARDIZED_CHANGE));
    assertEquals(Optional.of(NotEstimable.NO_VARIATION), constant.whyNot(OutcomePart.SIGN_TEST));
    for (ScaleOutcome each : List.of(plain, none, one, equal, constant)) {
      assertEquals(each, Json.read(Json.write(each), ScaleOutcome.class));
      assertFalse((each + each.sentence() + each.section("x")).contains("NaN"));
    }
  }

  @Test
  void tooFewResamplesForALevelAreTold() {
    ScaleOutcome outcome =
        ScaleOutcome.of(
            BETTER,
            PRE,
            POST,
            OutcomeSettings.DEFAULT.withLevel(.999).withBootstrap(new PersonBootstrap(100, 1)));
    ChangeEffect effect = outcome.effect(ChangeEffectSize.D_BASELINE).orElseThrow();
    assertEquals(Optional.of(NotEstimable.BEYOND_REPLICATES), effect.because());
    assertTrue(outcome.effect(ChangeEffectSize.D_Z).orElseThrow().interval().isPresent());
    assertTrue(outcome.shares().orElseThrow().superiorityInterval().isEmpty());
  }

  @Test
  void theMeasureOfAnInstrumentKnowsItsColumnDirectionAndBands() {
    Measure measure = Measure.of(Instruments.UCLA_3, "total");
    assertEquals("ucla-3.total@t0", measure.at("t0"));
    assertEquals(Direction.HIGHER_IS_WORSE, measure.direction());
    ScaleOutcome outcome =
        outcome(measure, new double[] {3, 6, 7, 9, 3}, new double[] {3, 5, 7, 5, 6});
    assertEquals(.4, outcome.before().floor().orElseThrow().value());
    assertEquals(.2, outcome.before().ceiling().orElseThrow().value());
    assertEquals(5, outcome.bands().stream().mapToInt(b -> b.before().count()).sum());
    assertEquals(5, outcome.bands().stream().mapToInt(b -> b.after().count()).sum());
    assertEquals(
        3, outcome.bands().get(1).before().count(), "6, 7 and 9 are lonely by the usage of ELSA");
    String text = outcome.section("loneliness").toString();
    assertTrue(text.contains("more than 15%"), text);
    assertTrue(text.contains("ELSA"), text);
  }

  @Test
  void publishedReferencesAreUsedWhereBothHalvesWereSeen() {
    Measure swemwbs = Measure.of(Instruments.SWEMWBS, "metric");
    assertEquals(
        CitedReferences.byDefault("swemwbs", "metric").orElseThrow().reference(),
        swemwbs.reference().orElseThrow());
    assertEquals(Optional.empty(), Measure.of(Instruments.UCLA_3, "total").reference());
  }

  @Test
  void badInputIsRefused() {
    Dataset data = MadeUpCohort.data();
    Measure measure = MadeUpCohort.LONELINESS;
    assertThrows(InvalidInputException.class, () -> ScaleOutcome.of(data, measure, "t0", "t0"));
    assertThrows(InvalidInputException.class, () -> ScaleOutcome.of(data, measure, "t0", "t9"));
    InvalidInputException beyond =
        assertThrows(
            InvalidInputException.class,
            () -> ScaleOutcome.of(data, measure.withRange(8, 20), "t0", "t1"));
    assertTrue(beyond.getMessage().contains("8..20"), beyond.getMessage());
    assertThrows(InvalidInputException.class, () -> outcome(BETTER, new double[2], new double[3]));
    assertThrows(
        InvalidInputException.class,
        () -> outcome(BETTER, new double[] {1e200, 1}, new double[] {1, 2}));
    assertThrows(InvalidInputException.class, () -> Measure.of("x@t0", Direction.NEUTRAL));
    assertThrows(InvalidInputException.class, () -> ImportantDifference.published(0, "asked"));
    assertThrows(InvalidInputException.class, () -> ImportantDifference.published(1, " "));
    assertThrows(InvalidInputException.class, () -> OutcomeSettings.DEFAULT.withLevel(1));
    assertThrows(InvalidInputException.class, () -> Share.of(2, 1, .95));
  }

  @Test
  void countsOverWindowsThatDifferAreNotCompared() {
    Dataset data = MadeUpCohort.data();
    Dataset counts =
        data.with("gp_months@t0", data.numbers("months@t0"))
            .with("gp_months@t1", data.numbers("months@t1"));
    Measure visits = Measure.of("gp", Direction.NEUTRAL);
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> ScaleOutcome.of(counts, visits, "t0", "t1"));
    assertTrue(refused.getMessage().contains("ContactChange"), refused.getMessage());
    assertThrows(
        InvalidInputException.class,
        () -> CohortTrajectory.of(counts, visits, List.of("t0", "t1"), .95));
    double[] three = new double[data.rows()];
    Arrays.fill(three, 3);
    Dataset alike = counts.with("gp_months@t1", three);
    assertEquals(125, ScaleOutcome.of(alike, visits, "t0", "t1", MadeUpCohort.FEW_RESAMPLES).n());
  }

  @Test
  void printsItself() {
    assertEquals(
        """
        x, before to after: 10 pairs of 10 rows (left out: 0 without after, 0 without before, 0 without both)
          before 24.50 (SD 3.37), after 21.80 (SD 2.66)
          mean change -2.70, 95% CI [-4.42, -0.98], t(9) = -3.55, p = .0062
          d_z -1.12, 95% CI [-1.91, -0.30] (noncentral t)
          signed rank test (Pratt, exact): z = -2.46, p = .0156, rank-biserial -0.91, 1 without change
          better 10.0%, the same 10.0%, worse 80.0% of 10""",
        outcome(BETTER, PRE, POST).toString());
    assertEquals(
        "On average x fell by 2.70 points from before to after (95% CI of the change [-4.42, -0.98]),"
            + " which is worse; 10 of 10 people have a value at both waves.",
        outcome(BETTER, PRE, POST).sentence());
  }

  @Property(tries = 40)
  void sharesMakeUpEverybody(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 10) Integer> before,
      @ForAll @IntRange(min = 0, max = 1000) int seed) {
    double[] x = before.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> (x[i] * 7 + seed * (i + 3)) % 11);
    ChangeShares shares = outcome(BETTER, x, y).shares().orElseThrow();
    assertEquals(x.length, shares.rose().count() + shares.same().count() + shares.fell().count());
    ChangeShares turned =
        outcome(Measure.of("x", Direction.HIGHER_IS_WORSE), x, y).shares().orElseThrow();
    assertEquals(shares.better(), turned.worse());
    assertEquals(1, shares.superiority() + turned.superiority(), 1e-14);
  }

  /** The standardised response mean, by its own definition. */
  @Property(tries = 25)
  void theStandardizedResponseMeanIsDz(
      @ForAll @Size(min = 6, max = 40) List<@IntRange(min = 0, max = 20) Integer> list) {
    int n = list.size() / 2;
    double[] x = new double[n];
    double[] y = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      x[i] = list.get(i);
      y[i] = list.get(n + i);
      sum += y[i] - x[i];
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (y[i] - x[i] - sum / n) * (y[i] - x[i] - sum / n);
    }
    Optional<ChangeEffect> dz = outcome(BETTER, x, y).effect(ChangeEffectSize.D_Z);
    assertEquals(squares > 1e-9, dz.isPresent());
    double srm = sum / n / Math.sqrt(squares / (n - 1));
    dz.ifPresent(it -> assertEquals(srm, it.estimate(), 1e-10 * (1 + Math.abs(srm))));
  }

  /** Neither the order of people nor the unit of the scale changes what has no unit. */
  @Property(tries = 25)
  void orderAndUnitDoNotMatter(
      @ForAll @Size(min = 4, max = 40) List<@IntRange(min = 0, max = 20) Integer> list,
      @ForAll @DoubleRange(min = .5, max = 8) double unit) {
    double factor = Math.rint(unit * 4) / 4;
    int n = list.size() / 2;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] backX = new double[n];
    double[] backY = new double[n];
    double[] scaledX = new double[n];
    double[] scaledY = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = list.get(i);
      y[i] = list.get(n + i);
      backX[n - 1 - i] = x[i];
      backY[n - 1 - i] = y[i];
      scaledX[i] = 3 + factor * x[i];
      scaledY[i] = 3 + factor * y[i];
    }
    ScaleOutcome one = outcome(BETTER, x, y);
    ScaleOutcome other = outcome(BETTER, backX, backY);
    ScaleOutcome scaled = outcome(BETTER, scaledX, scaledY);
    assertEquals(one.sign(), other.sign());
    assertEquals(one.sign(), scaled.sign());
    assertEquals(
        one.signedRank().map(SignedRankTest::p), other.signedRank().map(SignedRankTest::p));
    assertEquals(
        one.signedRank().map(SignedRankTest::p), scaled.signedRank().map(SignedRankTest::p));
    double dz = one.effect(ChangeEffectSize.D_Z).map(ChangeEffect::estimate).orElse(0.0);
    for (ChangeEffect effect : one.effects()) {
      // Where r is 1, half of the digits of 1 - r under the root of d_rm are rounding.
      double tolerance = effect.size() == ChangeEffectSize.D_RM ? 1e-7 * (1 + Math.abs(dz)) : 1e-9;
      assertEquals(
          effect.estimate(), scaled.effect(effect.size()).orElseThrow().estimate(), tolerance);
      assertEquals(
          effect.estimate(), other.effect(effect.size()).orElseThrow().estimate(), tolerance);
    }
  }

  @Example
  void sortedRanksHaveTheirMeansWhereTied() {
    assertArrayEquals(new double[] {2.5, 1, 2.5, 4}, Ranking.of(new double[] {3, 1, 3, 9}), 0);
  }
}

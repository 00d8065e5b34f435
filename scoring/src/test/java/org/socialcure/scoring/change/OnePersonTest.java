package org.socialcure.scoring.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Swemwbs;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.answer.Who5;
import org.socialcure.core.document.Document;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Range;
import org.socialcure.core.instrument.Use;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.Completeness;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.Score;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.Scorer;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** What can be said about one person's change. */
class OnePersonTest {
  private static final double NA = Double.NaN;
  private static final ChangeReference REFERENCE =
      new ChangeReference(7.5, .8, ReliabilityKind.TEST_RETEST, "Jacobson and Truax 1991");
  private static final ReferenceSample SAMPLE =
      new ReferenceSample(
          REFERENCE,
          40,
          Optional.of(new MeanSd(44, 8)),
          OptionalDouble.of(.82),
          OptionalDouble.of(.5));

  private static Score score(double value, Direction direction) {
    return new Score(
        "made-up",
        "1",
        Optional.empty(),
        "total",
        "Wellbeing (made up)",
        value,
        new Range(-1000, 1000),
        direction,
        "better",
        8,
        8,
        new MissingRule.AllRequired(),
        Completeness.COMPLETE,
        Optional.empty(),
        Optional.empty(),
        Evidence.TWO_OR_MORE);
  }

  private static Change change(double before, double after, Direction direction) {
    return Change.between(score(before, direction), score(after, direction), REFERENCE);
  }

  private static Change higherIsBetter(double before, double after) {
    return change(before, after, Direction.HIGHER_IS_BETTER);
  }

  // ---- reliable change by each method

  @ParameterizedTest
  @EnumSource(ReliableChangeMethod.class)
  void everyMethodAgreesWithR(ReliableChangeMethod method) {
    Reference r = Reference.read(OnePersonTest.class.getResourceAsStream("rci_methods.json"));
    double[] x = r.numbers("x");
    double[] y = r.numbers("y");
    PairedChange cohort = PairedChange.of(x, y);
    ReferenceSample sample =
        new ReferenceSample(
            new ChangeReference(cohort.before().sd(), r.number("rxx"), "ten people"),
            cohort.before().mean(),
            Optional.of(cohort.after()),
            OptionalDouble.of(r.number("ryy")),
            cohort.correlation());
    assertClose(r.number("rdd"), sample.reliabilityOfDifferences(), 1e-12);
    double[] expected = r.numbers("index", method.name());
    for (int i = 0; i < x.length; i++) {
      ReliableChangeIndex index =
          change(x[i], y[i], Direction.HIGHER_IS_WORSE).reliable(method, sample);
      assertEquals(expected[i], index.index().orElseThrow(), 1e-12);
      assertEquals(
          Math.abs(expected[i]) <= method.critical(),
          index.outcome() == ReliableChangeClass.UNCHANGED);
      if (expected[i] < -method.critical()) {
        assertEquals(ReliableChangeClass.IMPROVED, index.outcome());
      }
      assertEquals(
          index.outcome() == ReliableChangeClass.UNCHANGED,
          index.lowestUnchanged().orElseThrow() <= y[i]
              && y[i] <= index.highestUnchanged().orElseThrow());
      assertEquals(index, Json.read(Json.write(index), ReliableChangeIndex.class));
    }
    assertEquals(
        sample, Json.read(Json.write(sample), ReferenceSample.class), "the sample goes to JSON");
  }

  @Property(tries = 200)
  void methodsAreOneWhereNothingTellsThemApart(
      @ForAll @DoubleRange(min = 10, max = 60) double before,
      @ForAll @DoubleRange(min = 10, max = 60) double after) {
    Change change = higherIsBetter(before, after);
    ReferenceSample same =
        new ReferenceSample(
            REFERENCE,
            40,
            Optional.of(new MeanSd(40, 8)),
            OptionalDouble.of(.8),
            OptionalDouble.of(.5));
    assertEquals(
        change.reliable(ReliableChangeMethod.GULLIKSEN_LORD_NOVICK, same).index().orElseThrow(),
        change.reliable(ReliableChangeMethod.HSU_LINN_LORD, same).index().orElseThrow(),
        1e-12);
    assertEquals(
        change.reliable().index().orElseThrow(),
        change.reliable(ReliableChangeMethod.JACOBSON_TRUAX, SAMPLE).index().orElseThrow(),
        1e-9);
  }

  /** Reversing the scale, or another unit, changes no class. */
  @Property(tries = 200)
  void directionAndUnitDoNotMatter(
      @ForAll @DoubleRange(min = 10, max = 60) double before,
      @ForAll @DoubleRange(min = 10, max = 60) double after,
      @ForAll @DoubleRange(min = .2, max = 5) double unit) {
    ClinicalPopulations populations =
        ClinicalPopulations.of(new MeanSd(40, 7.5), new MeanSd(60, 7.5), "made up");
    Change given = higherIsBetter(before, after);
    Change reversed = change(100 - before, 100 - after, Direction.HIGHER_IS_WORSE);
    ClinicalPopulations turned =
        ClinicalPopulations.of(new MeanSd(60, 7.5), new MeanSd(40, 7.5), "made up");
    Change scaled =
        Change.between(
            score(unit * before, Direction.HIGHER_IS_BETTER),
            score(unit * after, Direction.HIGHER_IS_BETTER),
            new ChangeReference(unit * 7.5, .8, "made up"));
    assertEquals(given.direction(), reversed.direction());
    for (ReliableChangeMethod method : ReliableChangeMethod.values()) {
      ReferenceSample sample =
          new ReferenceSample(
              REFERENCE,
              60,
              Optional.of(new MeanSd(56, 8)),
              OptionalDouble.of(.82),
              OptionalDouble.of(.5));
      assertEquals(
          given.reliable(method, SAMPLE).index().orElseThrow(),
          -reversed.reliable(method, sample).index().orElseThrow(),
          1e-9);
    }
    for (CutoffKind kind : CutoffKind.values()) {
      double cut = populations.cutoff(kind, Direction.HIGHER_IS_BETTER).orElseThrow().value();
      double other = turned.cutoff(kind, Direction.HIGHER_IS_WORSE).orElseThrow().value();
      assertEquals(100 - cut, other, 1e-10);
      if (Math.abs(before - cut) > 1e-6
          && Math.abs(after - cut) > 1e-6
          && Math.abs(Math.abs(given.reliable().index().orElseThrow()) - 1.96) > 1e-6) {
        ClinicalChange clinical = given.clinical(new ClinicalCutoff(kind, cut, "made up"));
        assertEquals(
            clinical.outcome(),
            reversed.clinical(new ClinicalCutoff(kind, other, "made up")).outcome());
        ClinicalChange inUnits = scaled.clinical(new ClinicalCutoff(kind, unit * cut, "made up"));
        assertEquals(clinical.outcome(), inUnits.outcome());
        assertEquals(clinical.start(), inUnits.start());
      }
    }
  }

  @Test
  void whatAMethodLacksIsTold() {
    ReferenceSample little = ReferenceSample.before(REFERENCE, 40);
    Change change = higherIsBetter(32.5, 47.5);
    for (ReliableChangeMethod method :
        List.of(
            ReliableChangeMethod.HSU_LINN_LORD,
            ReliableChangeMethod.NUNNALLY_KOTSCH,
            ReliableChangeMethod.HAGEMAN_ARRINDELL)) {
      ReliableChangeIndex index = change.reliable(method, little);
      assertEquals(Optional.of(NotEstimable.NO_REFERENCE), index.because());
      assertEquals(ReliableChangeClass.NOT_AVAILABLE, index.outcome());
      assertTrue(index.toString().endsWith("nothing was given to hold it against"));
      assertEquals(index, Json.read(Json.write(index), ReliableChangeIndex.class));
    }
    ReferenceSample noDifferences =
        new ReferenceSample(
            new ChangeReference(8, .3, "made up"),
            40,
            Optional.of(new MeanSd(44, 8)),
            OptionalDouble.empty(),
            OptionalDouble.of(.9));
    assertEquals(
        Optional.of(NotEstimable.NO_SOLUTION),
        change.reliable(ReliableChangeMethod.HAGEMAN_ARRINDELL, noDifferences).because());
    assertEquals(
        "Edwards-Nunnally index 4.02 (reliable beyond ±1.96): reliably improved; scores afterwards"
            + " from 27.43 to 40.57 would be no reliable change",
        change
            .reliable(ReliableChangeMethod.EDWARDS_NUNNALLY, ReferenceSample.before(REFERENCE, 40))
            .toString());
  }

  // ---- clinically significant change

  /** The worked example of Jacobson and Truax (1991). */
  @Test
  void cutsOfTheWorkedExample() {
    ClinicalPopulations populations =
        ClinicalPopulations.of(new MeanSd(40, 7.5), new MeanSd(60, 7.5), "Jacobson and Truax");
    assertEquals(55, cut(populations, CutoffKind.A));
    assertEquals(45, cut(populations, CutoffKind.B));
    assertEquals(50, cut(populations, CutoffKind.C));
    // Cut b is of the functional standard deviation.
    ClinicalPopulations unequal =
        ClinicalPopulations.of(new MeanSd(40, 10), new MeanSd(60, 5), "made up");
    assertEquals(50, cut(unequal, CutoffKind.B));
    assertEquals(60, cut(unequal, CutoffKind.A));
    assertEquals(160 / 3., cut(unequal, CutoffKind.C), 1e-12);
    ClinicalPopulations half =
        new ClinicalPopulations(Optional.empty(), Optional.of(new MeanSd(60, 5)), "made up");
    assertEquals(Optional.empty(), half.cutoff(CutoffKind.C, Direction.HIGHER_IS_BETTER));
    assertEquals(CutoffKind.B, half.cutoff(Direction.HIGHER_IS_BETTER).orElseThrow().kind());
    assertEquals(CutoffKind.C, unequal.cutoff(Direction.HIGHER_IS_WORSE).orElseThrow().kind());
    assertEquals(Optional.empty(), unequal.cutoff(Direction.NEUTRAL));
  }

  private static double cut(ClinicalPopulations populations, CutoffKind kind) {
    return populations.cutoff(kind, Direction.HIGHER_IS_BETTER).orElseThrow().value();
  }

  @Test
  void fiveClassesAndTheSideOfTheStart() {
    ClinicalCutoff at = new ClinicalCutoff(CutoffKind.C, 50, "Jacobson and Truax 1991");
    ClinicalChange recovered = higherIsBetter(32.5, 52).clinical(at);
    assertEquals(ClinicalChange.Outcome.RECOVERED, recovered.outcome());
    assertEquals(ClinicalChange.Side.CLINICAL, recovered.start());
    assertEquals(
        "recovered; started on the clinical side of 50.00 (cut c: between the two means; Jacobson"
            + " and Truax 1991)",
        recovered.toString());
    assertEquals(
        ClinicalChange.Outcome.IMPROVED, higherIsBetter(32.5, 47.5).clinical(at).outcome());
    assertEquals(ClinicalChange.Outcome.UNCHANGED, higherIsBetter(48, 52).clinical(at).outcome());
    ClinicalChange healthy = higherIsBetter(55, 70).clinical(at);
    assertEquals(ClinicalChange.Outcome.IMPROVED, healthy.outcome(), "cannot recover");
    assertEquals(ClinicalChange.Side.FUNCTIONAL, healthy.start());
    assertEquals(
        ClinicalChange.Outcome.DETERIORATED, higherIsBetter(70, 55).clinical(at).outcome());
    assertEquals(ClinicalChange.Outcome.HARMED, higherIsBetter(55, 40).clinical(at).outcome());
    assertEquals(ClinicalChange.Outcome.IMPROVED, higherIsBetter(30, 50).clinical(at).outcome());
    assertEquals(ClinicalChange.Side.FUNCTIONAL, higherIsBetter(50, 50).clinical(at).start());
    ClinicalChange neutral = change(30, 70, Direction.NEUTRAL).clinical(at);
    assertEquals(ClinicalChange.Outcome.NOT_AVAILABLE, neutral.outcome());
    assertEquals(ClinicalChange.Side.NEITHER, neutral.start());
    Change without =
        Change.between(
            score(30, Direction.HIGHER_IS_BETTER), score(70, Direction.HIGHER_IS_BETTER));
    assertEquals(ClinicalChange.Outcome.NOT_AVAILABLE, without.clinical(at).outcome());
    assertEquals(recovered, Json.read(Json.write(recovered), ClinicalChange.class));
  }

  static List<ReferenceCase> cohorts() {
    return ReferenceCase.all("rci_.*");
  }

  /** Base R: every person of a cohort, by each cut; lower is better, norm 15 (SD 6). */
  @ParameterizedTest
  @MethodSource("cohorts")
  void classesOfACohortAgreeWithR(ReferenceCase cohort) {
    Map<String, double[]> data = cohort.columns();
    Reference golden = cohort.golden().get("values");
    PairedChange paired = PairedChange.of(data.get("pre"), data.get("post"));
    ChangeReference reference =
        new ChangeReference(paired.before().sd(), golden.number("reliability"), "the cohort");
    assertClose(
        golden.number("reliable_change_raw_points"), reference.minimalDetectableChange(), 1e-12);
    ClinicalPopulations populations =
        ClinicalPopulations.of(paired.before(), new MeanSd(15, 6), "the cohort and a norm");
    for (CutoffKind kind : CutoffKind.values()) {
      String letter = kind.name().toLowerCase(Locale.ROOT);
      if (!golden.has("cutoff_" + letter)) {
        continue;
      }
      ClinicalCutoff cutoff = populations.cutoff(kind, Direction.HIGHER_IS_WORSE).orElseThrow();
      assertClose(golden.number("cutoff_" + letter), cutoff.value(), 1e-12);
      List<String> classes =
          IntStream.range(0, data.get("pre").length)
              .mapToObj(
                  i ->
                      Change.between(
                              score(data.get("pre")[i], Direction.HIGHER_IS_WORSE),
                              score(data.get("post")[i], Direction.HIGHER_IS_WORSE),
                              reference)
                          .clinical(cutoff)
                          .outcome())
              .map(it -> it == ClinicalChange.Outcome.HARMED ? "deteriorated" : it.toString())
              .toList();
      if (kind == CutoffKind.C) {
        assertEquals(golden.texts("classification_cutoff_c"), classes);
      }
      if (golden.has("counts_" + letter)) {
        Reference counts = golden.get("counts_" + letter);
        counts
            .names()
            .forEach(
                name ->
                    assertEquals(
                        counts.integer(name),
                        (int) classes.stream().filter(name::equals).count(),
                        kind + " " + name));
      }
    }
  }

  // ---- what matters, and what can be told

  @Test
  void importantAndDetectableAreKeptApart() {
    ImportantDifference five = ImportantDifference.published(5, "a panel");
    Change change = higherIsBetter(40, 45);
    ImportanceVerdict verdict = change.important(five);
    assertEquals(ImportanceVerdict.Outcome.BETTER, verdict.outcome());
    assertEquals(ReliableChangeClass.UNCHANGED, change.reliable().outcome());
    assertTrue(verdict.isBelowDetectable());
    assertEquals(
        "importantly better (5 points (published; a panel)). An important difference of 5 points is"
            + " below the minimal detectable change of 9.30 points: in one person it cannot be told"
            + " from measurement error.",
        verdict.toString());
    assertEquals(
        ImportanceVerdict.Outcome.SMALLER, higherIsBetter(40, 44.5).important(five).outcome());
    assertEquals(ImportanceVerdict.Outcome.WORSE, higherIsBetter(45, 40).important(five).outcome());
    assertEquals(
        ImportanceVerdict.Outcome.NOT_AVAILABLE,
        change(45, 40, Direction.NEUTRAL).important(five).outcome());
    ImportanceVerdict twelve = change.important(ImportantDifference.published(12, "a panel"));
    assertFalse(twelve.isBelowDetectable());
    assertEquals(Optional.empty(), twelve.caution());
    Change without =
        Change.between(
            score(40, Direction.HIGHER_IS_BETTER), score(45, Direction.HIGHER_IS_BETTER));
    assertFalse(without.important(five).isBelowDetectable(), "nothing is known");
    assertEquals(3.75, ImportantDifference.halfSd(REFERENCE).points());
    assertEquals(
        REFERENCE.standardErrorOfMeasurement(),
        ImportantDifference.oneStandardError(REFERENCE).points());
    assertEquals(verdict, Json.read(Json.write(verdict), ImportanceVerdict.class));
    assertThrows(InvalidInputException.class, () -> ImportantDifference.published(0, "a panel"));
    assertThrows(InvalidInputException.class, () -> ImportantDifference.published(3, " "));
  }

  @Test
  void aChangeIsToldInASentence() {
    assertEquals(
        "Wellbeing (made up) went from 32.5 to 47.5 (-1000 to 1000, higher = better): 15 points"
            + " better, which is more than measurement error explains (up to 9.30 points; SD 7.5,"
            + " reliability 0.8 (test-retest), Jacobson and Truax 1991).",
        higherIsBetter(32.5, 47.5).sentence());
    assertTrue(higherIsBetter(40, 41).sentence().contains("1 point better, which is not more"));
    assertTrue(higherIsBetter(40, 40).sentence().contains("): no difference, which is not more"));
    assertTrue(
        change(40, 38, Direction.NEUTRAL)
            .sentence()
            .contains("2 points lower, and neither end is better"));
    Change without =
        Change.between(score(3, Direction.HIGHER_IS_WORSE), score(7, Direction.HIGHER_IS_WORSE));
    assertTrue(without.sentence().endsWith("): 4 points worse."), without.sentence());
    Map<?, ?> json = (Map<?, ?>) Json.tree(Json.write(higherIsBetter(32.5, 47.5)));
    assertEquals(higherIsBetter(32.5, 47.5).sentence(), json.get("sentence"));
    assertEquals(
        9.2970963, Double.parseDouble(json.get("minimalDetectableChange").toString()), 1e-6);
    assertEquals(REFERENCE, without.withReference(REFERENCE).reference().orElseThrow());
  }

  // ---- published references

  @Test
  void aWeakPairIsNotUsedUnlessAskedFor() {
    assertEquals(4, CitedReferences.all().size());
    Change loneliness =
        Change.between(Scorer.score(new Ucla3(3, 3, 3)), Scorer.score(new Ucla3(1, 1, 1)));
    assertEquals(Optional.empty(), loneliness.reference());
    CitedReference ucla = CitedReferences.of("ucla-3", "total").get(0);
    assertEquals(Use.ON_REQUEST, ucla.use());
    assertEquals(2.05, ucla.reference().minimalDetectableChange(), .005);
    assertTrue(ucla.toString().contains("the alpha only as quoted by others"));
    assertEquals(
        ReliableChangeClass.IMPROVED,
        loneliness.withReference(ucla.reference()).reliable().outcome());
    List<CitedReference> who = CitedReferences.of("who-5", "percent");
    assertEquals(28.3, who.get(0).reference().minimalDetectableChange(), .05);
    assertEquals(24.7, who.get(1).reference().minimalDetectableChange(), .05);
    assertEquals(Optional.empty(), CitedReferences.byDefault("who-5", "percent"));
    assertEquals(List.of(), CitedReferences.of("uls-8", "total"));
    CitedReferences.all()
        .forEach(
            it -> {
              assertEquals(it, Json.read(Json.write(it), CitedReference.class));
              assertTrue(
                  Instruments.find(it.instrument()).orElseThrow().scales().stream()
                      .anyMatch(scale -> scale.id().equals(it.scale())));
            });
  }

  @Test
  void aSoundPairIsUsedWithItsSourceBesideIt() {
    ScoreSheet before = Scorer.score(new Swemwbs(2, 2, 2, 2, 2, 2, 2));
    ScoreSheet after = Scorer.score(new Swemwbs(3, 3, 3, 3, 3, 3, 3));
    Change change = Change.between(before, after);
    ChangeReference reference = change.reference().orElseThrow();
    assertEquals(1.03, reference.standardErrorOfMeasurement(), 1e-12);
    assertEquals(.931, reference.reliability(), 5e-4);
    assertEquals(2.77 * 1.03, reference.minimalDetectableChange(), .003);
    assertEquals(ReliableChangeClass.IMPROVED, change.reliable().outcome());
    assertTrue(change.toString().contains("172 people in care (Shah and others 2018"));
    assertTrue(change.toString().contains("kind not stated"));
    ImportanceVerdict one =
        change.important(CitedReferences.importantDifferences("swemwbs", "metric").get(0));
    assertTrue(one.isBelowDetectable());
    // The raw sum has no reference of its own.
    assertEquals(Optional.empty(), Change.perScale(before, after).get("raw").reference());
  }

  @Test
  void tenPointsOfTheWho5AreBelowWhatOnePersonsAnswersCanTell() {
    ScoreSheet before = Scorer.score(new Who5(2, 2, 2, 2, 2));
    ScoreSheet after = Scorer.score(new Who5(3, 3, 2, 2, 3));
    Change change = Change.perScale(before, after).get("percent");
    ImportantDifference ten = CitedReferences.importantDifferences("who-5", "percent").get(0);
    assertEquals(ImportanceVerdict.Outcome.BETTER, change.important(ten).outcome());
    assertFalse(change.important(ten).isBelowDetectable(), "no reference by default");
    ImportanceVerdict asked =
        change
            .withReference(CitedReferences.of("who-5", "percent").get(0).reference())
            .important(ten);
    assertTrue(asked.isBelowDetectable());
    assertEquals(List.of(), CitedReferences.importantDifferences("ucla-3", "total"));
  }

  // ---- many waves

  @Test
  void aTrajectoryHasAnyNumberOfWaves() {
    PersonTrajectory none = PersonTrajectory.EMPTY;
    assertEquals("no wave yet", none.toString());
    assertEquals(Optional.empty(), none.overall());
    assertEquals(Optional.empty(), none.figure());
    PersonTrajectory waves =
        none.then("referral", Scorer.score(new Ucla3(3, 3, 3)).total())
            .then("two months", Scorer.score(new Ucla3(3, 3, null)).result("total"))
            .then("four months", Scorer.score(new Ucla3(2, 2, 3)).total())
            .then("a year", Scorer.score(new Ucla3(1, 1, 2)).total());
    assertEquals(
        "Loneliness (UCLA-3): referral 9, two months not scored, four months 7, a year 4; -5,"
            + " better",
        waves.toString());
    assertEquals(List.of(-2.0, -5.0), waves.sinceFirst().stream().map(Change::difference).toList());
    assertEquals(List.of(-2.0, -3.0), waves.steps().stream().map(Change::difference).toList());
    assertEquals(-5, waves.overall().orElseThrow().difference());
    PersonTrajectory held =
        waves.withReference(CitedReferences.of("ucla-3", "total").get(0).reference());
    String text = Document.of("One person", held.section("loneliness")).text();
    assertTrue(text.contains("not scored") && text.contains("reliably improved"), text);
    assertTrue(held.figure().orElseThrow().svg().startsWith("<svg"));
    assertEquals(3, held.figure().orElseThrow().lines().get(0).points().size());
    assertEquals(held, Json.read(Json.write(held), PersonTrajectory.class));
    assertThrows(
        InvalidInputException.class,
        () -> waves.then("referral", Scorer.score(new Ucla3(1, 1, 1)).total()));
    assertThrows(
        InvalidInputException.class,
        () -> waves.then(" ", Scorer.score(new Ucla3(1, 1, 1)).total()));
    assertThrows(
        InvalidInputException.class,
        () -> waves.then("later", score(3, Direction.HIGHER_IS_WORSE)));
    PersonTrajectory wellbeing =
        none.then("t0", Scorer.score(new Swemwbs(2, 2, 2, 2, 2, 2, 2)).total())
            .then("t1", Scorer.score(new Swemwbs(2, 2, 2, 2, 2, 2, 3)).total());
    assertTrue(wellbeing.reference().isPresent());
    assertTrue(wellbeing.toString().endsWith("better, no reliable change"), wellbeing.toString());
  }

  // ---- bad input

  @Test
  void numbersThatCannotBeAreRefused() {
    for (double bad : new double[] {0, 1, -.2, 1.5, NA}) {
      assertThrows(InvalidInputException.class, () -> new ChangeReference(5, bad, "x"));
      assertThrows(
          InvalidInputException.class,
          () ->
              new ReferenceSample(
                  REFERENCE, 1, Optional.empty(), OptionalDouble.of(bad), OptionalDouble.empty()));
    }
    assertThrows(InvalidInputException.class, () -> ReferenceSample.before(REFERENCE, NA));
    InvalidInputException all =
        assertThrows(
            InvalidInputException.class,
            () ->
                new ReferenceSample(
                    REFERENCE,
                    NA,
                    Optional.of(new MeanSd(1, 0)),
                    OptionalDouble.of(2),
                    OptionalDouble.of(1)));
    assertEquals(4, all.problems().size());
    for (double bad : new double[] {0, -1, 7.5, 9, NA}) {
      assertThrows(
          InvalidInputException.class,
          () -> ChangeReference.ofStandardError(bad, 7.5, ReliabilityKind.UNSPECIFIED, "x"));
    }
    assertThrows(
        InvalidInputException.class,
        () -> new ClinicalPopulations(Optional.empty(), Optional.empty(), "x"));
    assertThrows(
        InvalidInputException.class,
        () -> ClinicalPopulations.of(new MeanSd(3, 0), new MeanSd(4, 1), "x"));
    assertThrows(InvalidInputException.class, () -> new ClinicalCutoff(CutoffKind.A, NA, "x"));
    PairedChange constant = PairedChange.of(new double[] {1, 1, 1}, new double[] {1, 2, 3});
    assertThrows(
        InvalidInputException.class,
        () -> ReferenceSample.of(constant, .8, ReliabilityKind.UNSPECIFIED, "x"));
    PairedChange usual = PairedChange.of(new double[] {1, 2, 4}, new double[] {1, 3, 3});
    ReferenceSample own = ReferenceSample.of(usual, .8, ReliabilityKind.UNSPECIFIED, "us");
    assertTrue(own.toString().contains("mean before 2.3333"), own.toString());
    Map<ReliableChangeMethod, ReliableChangeIndex> all6 = new EnumMap<>(ReliableChangeMethod.class);
    Arrays.stream(ReliableChangeMethod.values())
        .forEach(it -> all6.put(it, higherIsBetter(1, 9).reliable(it, own)));
    assertEquals(6, all6.size());
  }
}

package org.socialcure.scoring.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Range;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.Completeness;
import org.socialcure.scoring.NotScored;
import org.socialcure.scoring.NotScoredException;
import org.socialcure.scoring.NotScoredReason;
import org.socialcure.scoring.Score;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.Scorer;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

class ChangeTest {
  private static final ChangeReference REFERENCE =
      new ChangeReference(7.5, .8, ReliabilityKind.TEST_RETEST, "Jacobson and Truax 1991");

  private static Score score(double value, Direction direction) {
    return new Score(
        "made-up",
        "1",
        Optional.empty(),
        "total",
        "Loneliness (made up)",
        value,
        new Range(0, 100),
        direction,
        "lonelier",
        8,
        8,
        new MissingRule.AllRequired(),
        Completeness.COMPLETE,
        Optional.empty(),
        Optional.empty(),
        Evidence.TWO_OR_MORE);
  }

  private static Score score(double value) {
    return score(value, Direction.HIGHER_IS_WORSE);
  }

  /** The worked example of Jacobson and Truax (1991); arithmetic by Python, facts/change.md 3.2. */
  @Test
  void agreesWithTheExampleOfJacobsonAndTruax() {
    assertEquals(3.354102, REFERENCE.standardErrorOfMeasurement(), 5e-7);
    assertEquals(4.743416, REFERENCE.standardErrorOfDifference(), 5e-7);
    Change change =
        Change.between(
            score(32.5, Direction.HIGHER_IS_BETTER),
            score(47.5, Direction.HIGHER_IS_BETTER),
            REFERENCE);
    assertEquals(3.162278, change.reliable().index().orElseThrow(), 5e-7);
    assertEquals(1.96 * 4.743416, change.reliable().threshold().orElseThrow(), 2e-6);
    assertEquals(ReliableChangeClass.IMPROVED, change.reliable().outcome());
    assertEquals(Optional.of(REFERENCE), change.reliable().reference());
  }

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("rci_.*");
  }

  /** Base R, lower is better: every index and every class. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithRForACohort(ReferenceCase cohort) {
    Map<String, double[]> data = cohort.columns();
    Reference golden = cohort.golden().get("values");
    ChangeReference reference =
        new ChangeReference(
            golden.number("sd_pre"), golden.number("reliability"), "the cohort itself");
    assertClose(golden.number("sem"), reference.standardErrorOfMeasurement(), 1e-12);
    assertClose(golden.number("s_diff"), reference.standardErrorOfDifference(), 1e-12);
    double[] index = golden.numbers("rci");
    List<String> classes = golden.texts("classification_cutoff_c");
    for (int i = 0; i < index.length; i++) {
      ReliableChange change =
          Change.between(score(data.get("pre")[i]), score(data.get("post")[i]), reference)
              .reliable();
      assertClose(
          golden.number("reliable_change_raw_points"), change.threshold().orElseThrow(), 1e-12);
      assertClose(index[i], change.index().orElseThrow(), 1e-12);
      ReliableChangeClass expected =
          switch (classes.get(i)) {
            case "improved", "recovered" -> ReliableChangeClass.IMPROVED;
            case "deteriorated" -> ReliableChangeClass.DETERIORATED;
            default -> ReliableChangeClass.UNCHANGED;
          };
      assertEquals(expected, change.outcome());
    }
  }

  /** An index of exactly 1.96 is not reliable: the inequality is strict. */
  @Test
  void theThresholdItselfIsNotReliable() {
    ChangeReference unit = new ChangeReference(1, .5, "made up");
    double exactly = ReliableChangeMethod.CRITICAL * unit.standardErrorOfDifference();
    Change at = Change.between(score(0), score(exactly), unit);
    assertEquals(ReliableChangeMethod.CRITICAL, at.reliable().index().orElseThrow());
    assertEquals(ReliableChangeClass.UNCHANGED, at.reliable().outcome());
    assertEquals(
        ReliableChangeClass.DETERIORATED,
        Change.between(score(0), score(Math.nextUp(Math.nextUp(exactly))), unit)
            .reliable()
            .outcome());
  }

  @Test
  void theDirectionOfTheScaleDecidesWhatIsBetter() {
    assertEquals(ChangeDirection.BETTER, Change.between(score(7), score(4)).direction());
    assertEquals(ChangeDirection.WORSE, Change.between(score(4), score(7)).direction());
    assertEquals(ChangeDirection.SAME, Change.between(score(4), score(4)).direction());
    Score low = score(4, Direction.HIGHER_IS_BETTER);
    Score high = score(70, Direction.HIGHER_IS_BETTER);
    assertEquals(ChangeDirection.BETTER, Change.between(low, high).direction());
    assertEquals(
        ReliableChangeClass.DETERIORATED,
        Change.between(high, low, REFERENCE).reliable().outcome());
    Change neutral =
        Change.between(score(4, Direction.NEUTRAL), score(70, Direction.NEUTRAL), REFERENCE);
    assertEquals(ChangeDirection.NEITHER, neutral.direction());
    assertEquals(ReliableChangeClass.NOT_AVAILABLE, neutral.reliable().outcome());
  }

  @Test
  void withoutAReferenceReliableChangeIsNotAvailable() {
    Change change = Change.between(score(7), score(4));
    assertEquals(-3, change.difference());
    assertEquals(ReliableChangeClass.NOT_AVAILABLE, change.reliable().outcome());
    assertTrue(change.reliable().index().isEmpty());
    assertEquals(
        "Loneliness (made up) 7 -> 4 (-3, better); reliable change not available: give a"
            + " ChangeReference (standard deviation, reliability, source)",
        change.toString());
    assertEquals(
        "Loneliness (made up) 7 -> 40 (+33, worse); reliably deteriorated (Jacobson-Truax index"
            + " 6.96, reliable beyond ±9.30 points; SD 7.5, reliability 0.8 (test-retest), Jacobson"
            + " and Truax 1991)",
        Change.between(score(7), score(40), REFERENCE).toString());
  }

  @Test
  void goesToJsonAndBack() {
    Change without = Change.between(score(7), score(4));
    Change with = Change.between(score(7), score(40), REFERENCE);
    assertEquals(without, Json.read(Json.write(without), Change.class));
    assertEquals(with, Json.read(Json.write(with), Change.class));
  }

  @Test
  void refusesScoresThatCannotBeCompared() {
    Score other =
        new Score(
            "made-up",
            "2",
            Optional.empty(),
            "total",
            "Loneliness (made up)",
            3,
            new Range(0, 100),
            Direction.HIGHER_IS_WORSE,
            "lonelier",
            8,
            8,
            new MissingRule.AllRequired(),
            Completeness.COMPLETE,
            Optional.empty(),
            Optional.empty(),
            Evidence.TWO_OR_MORE);
    Score otherScale =
        new Score(
            "made-up",
            "1",
            Optional.of("family"),
            "total",
            "Loneliness (made up)",
            3,
            new Range(0, 100),
            Direction.HIGHER_IS_WORSE,
            "lonelier",
            8,
            8,
            new MissingRule.AllRequired(),
            Completeness.COMPLETE,
            Optional.empty(),
            Optional.empty(),
            Evidence.TWO_OR_MORE);
    assertThrows(InvalidInputException.class, () -> Change.between(score(3), other));
    assertThrows(InvalidInputException.class, () -> Change.between(score(3), otherScale));
  }

  private static ScoreSheet sheet(double total) {
    return new ScoreSheet(
        "made-up", "1", Optional.empty(), Optional.of("total"), List.of(score(total)), List.of());
  }

  private static ScoreSheet emptySheet() {
    NotScored missing =
        new NotScored(
            "made-up",
            "1",
            Optional.empty(),
            "total",
            "Loneliness (made up)",
            NotScoredReason.DECLINED,
            0,
            1,
            new MissingRule.AllRequired(),
            Map.of("i1", Answer.Missing.DECLINED));
    return new ScoreSheet(
        "made-up", "1", Optional.empty(), Optional.of("total"), List.of(missing), List.of());
  }

  @Test
  void comparesSheets() {
    assertEquals(Change.between(score(7), score(4)), Change.between(sheet(7), sheet(4)));
    assertEquals(
        ReliableChangeClass.UNCHANGED,
        Change.between(sheet(7), sheet(4), REFERENCE).reliable().outcome());
    assertEquals(
        Map.of("total", Change.between(score(7), score(4))), Change.perScale(sheet(7), sheet(4)));
    assertEquals(Map.of(), Change.perScale(sheet(7), emptySheet()));
    NotScoredException refused =
        assertThrows(NotScoredException.class, () -> Change.between(sheet(7), emptySheet()));
    assertSame(NotScoredReason.DECLINED, refused.result().reason());
    ScoreSheet other = Scorer.score(new Ucla3(1, 1, 1));
    assertThrows(InvalidInputException.class, () -> Change.perScale(sheet(7), other));
  }

  @Test
  void refusesReferencesThatSayNothing() {
    assertThrows(InvalidInputException.class, () -> new ChangeReference(0, .8, "x"));
    assertThrows(InvalidInputException.class, () -> new ChangeReference(1, 1, "x"));
    assertThrows(InvalidInputException.class, () -> new ChangeReference(1, Double.NaN, "x"));
    assertThrows(InvalidInputException.class, () -> new ChangeReference(1, .8, " "));
  }
}

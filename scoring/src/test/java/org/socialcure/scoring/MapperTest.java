package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.answer.DeJongGierveld6;
import org.socialcure.core.answer.DeJongGierveldAnswer;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.change.Change;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.ReliabilityKind;
import org.socialcure.scoring.change.ReliableChangeClass;
import org.socialcure.scoring.outcome.CaseChange;
import org.socialcure.scoring.outcome.CaseRule;
import org.socialcure.scoring.outcome.Measure;
import org.socialcure.scoring.outcome.OutcomeBattery;
import org.socialcure.scoring.outcome.OutcomeSettings;
import org.socialcure.scoring.outcome.ScaleOutcome;
import org.socialcure.scoring.outcome.WhoStayed;
import org.socialcure.scoring.reliability.RaterAgreement;
import org.socialcure.scoring.reliability.ScaleItems;
import org.socialcure.testsupport.Mapper;

/** Scores and changes through any mapper of a user, with our module and without. */
class MapperTest {
  private static final ScoreSheet BEFORE = Scorer.score(new Ucla3(3, 3, 2));
  private static final ScoreSheet AFTER = Scorer.score(new Ucla3(1, 2, 1));
  private static final Change CHANGE =
      Change.between(
          BEFORE,
          AFTER,
          new ChangeReference(1.9, .72, ReliabilityKind.INTERNAL_CONSISTENCY, "own cohort"));

  private static final Dataset RATINGS =
      Dataset.of(
          Map.of(
              "a", new double[] {1, 2, 3, 4, 2},
              "b", new double[] {2, 2, 3, 4, 1},
              "c", new double[] {1, 3, 2, 4, 2}));
  private static final ScaleItems SCALE =
      ScaleItems.of(RATINGS, "a", "b", "c").withBootstrap(new PersonBootstrap(100, 1));

  private static final Dataset WAVES =
      Dataset.of(
          Map.of(
              "x@t0", new double[] {1, 2, 3, 4, 2, 5},
              "x@t1", new double[] {2, 2, 4, 3, Double.NaN, 4}));
  private static final Measure MEASURE =
      Measure.of("x", Direction.HIGHER_IS_BETTER).withRange(1, 5);
  private static final OutcomeSettings SETTINGS =
      OutcomeSettings.DEFAULT.withBootstrap(new PersonBootstrap(100, 1));
  private static final ScaleOutcome OUTCOME = ScaleOutcome.of(WAVES, MEASURE, "t0", "t1", SETTINGS);
  private static final OutcomeBattery BATTERY =
      OutcomeBattery.of(WAVES, List.of(MEASURE), List.of("t0", "t1"), SETTINGS);

  static Stream<Arguments> pairs() {
    ScoreSheet partial =
        Scorer.score(new DeJongGierveld6(DeJongGierveldAnswer.YES, null, null, null, null, null));
    List<Object> values =
        List.of(
            BEFORE,
            partial,
            BEFORE.total(),
            BEFORE.total().range(),
            BEFORE.total().band().orElseThrow(),
            partial.results().get(0),
            CHANGE,
            Change.between(BEFORE, AFTER),
            CHANGE.reliable(),
            CHANGE.reference().orElseThrow(),
            SCALE.reliability(),
            SCALE.keying(),
            RaterAgreement.of(RATINGS, "a", "b", "c"),
            OUTCOME,
            OUTCOME.measure(),
            OUTCOME.gaps().get(0),
            BATTERY,
            WhoStayed.of(WAVES, List.of("x"), List.of("t0", "t1")),
            CaseChange.of(
                WAVES, OUTCOME.measure(), "t0", "t1", CaseRule.atLeast(3, "made up"), .95),
            ReliableChangeClass.NOT_AVAILABLE);
    return Mapper.all().flatMap(mapper -> values.stream().map(it -> Arguments.of(mapper, it)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyValueIsWrittenAndReadAsJsonDoes(Mapper mapper, Object value) {
    String json = Json.write(value);
    assertEquals(Json.tree(json), Json.tree(mapper.write(value)));
    assertEquals(value, mapper.read(json, value.getClass()));
    assertEquals(value, mapper.read(mapper.write(value), value.getClass()));
  }

  /** A record of the user's own around ours; a result may be a score or none. */
  public record Letter(String to, List<ScaleResult> results, Map<String, ScoreSheet> sheets) {}

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void valuesWithinAUsersOwnRecord(Mapper mapper) {
    Letter letter = new Letter("GP", AFTER.results(), Map.of("before", BEFORE));
    assertEquals(letter, mapper.read(mapper.write(letter), Letter.class));
  }

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void whatALaterVersionAddedToAResultIsPassedOver(Mapper mapper) {
    String later =
        mapper
            .write(BEFORE)
            .replaceFirst("\\{", "{\"addedLater\": 1, ")
            .replaceFirst("\"range\":\\{", "\"range\":{\"addedLater\": {}, ");
    assertEquals(BEFORE, mapper.read(later, ScoreSheet.class));
    assertEquals(BEFORE, Json.read(later, ScoreSheet.class));
  }

  @Test
  void aChangeIsWrittenWithItsDifferenceDirectionAndClass() {
    Map<?, ?> tree = (Map<?, ?>) Json.tree(Json.write(CHANGE));
    assertEquals("-4", tree.get("difference").toString());
    assertEquals("better", tree.get("direction"));
    Map<?, ?> reliable = (Map<?, ?>) tree.get("reliable");
    assertEquals("improved", reliable.get("outcome"));
    assertEquals("jacobson-truax", reliable.get("method"));
    assertEquals(
        CHANGE.reliable().index().orElseThrow(),
        Double.parseDouble(reliable.get("index").toString()));
    Map<?, ?> without = (Map<?, ?>) Json.tree(Json.writeLine(Change.between(BEFORE, AFTER)));
    assertEquals(
        Map.of("outcome", "not-available", "method", "jacobson-truax"), without.get("reliable"));
  }
}

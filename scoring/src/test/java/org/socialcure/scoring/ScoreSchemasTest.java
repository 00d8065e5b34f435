package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.MissingOverride;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.json.Json;
import org.socialcure.core.json.JsonSchemas;
import org.socialcure.scoring.change.Change;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.ReliabilityKind;
import org.socialcure.testsupport.JsonMutants;
import org.socialcure.testsupport.JsonSchemaCheck;
import org.socialcure.testsupport.SchemaOfRecord;

/** Score sheets and changes follow their published schemas when they are written and when read. */
class ScoreSchemasTest {
  private static final JsonSchemaCheck CHECK = new JsonSchemaCheck(JsonSchemas.all());
  private static final String SHEET = JsonSchemas.of(ScoreSheet.class);
  private static final String CHANGE = JsonSchemas.of(Change.class);

  private static final List<Instrument> ALL =
      Stream.concat(Instruments.all().stream(), Instruments.onRequest().stream()).toList();

  /** What follows from the scores is passed over when a change is read, whatever it is. */
  private static final Set<String> FOLLOWING =
      Set.of(
          "difference",
          "direction",
          "reliable",
          "standardErrorOfMeasurement",
          "minimalDetectableChange",
          "sentence");

  /** The parts that are those of an instrument's definition, whose schema refuses more. */
  private static final Set<String> OF_DEFINITIONS = Set.of("missingRule", "flags");

  private static Responses responses(Instrument instrument, Random random) {
    Responses.Builder builder = Responses.builder(instrument);
    if (instrument.targeting() == Targeting.GROUP) {
      builder.target("choir");
    }
    int holes = random.nextInt(3);
    for (Item item : instrument.items()) {
      List<AnswerOption> options = item.options();
      if (random.nextInt(6) < holes) {
        builder.missing(
            item.id(), Answer.Missing.values()[random.nextInt(Answer.Missing.values().length)]);
      } else {
        builder.option(item.id(), options.get(random.nextInt(options.size())).id());
      }
    }
    return builder.build();
  }

  private static Instrument instrument(Random random) {
    Instrument instrument =
        random.nextInt(3) == 0
            ? ScoringPropertyTest.instrument(random)
            : ALL.get(random.nextInt(ALL.size()));
    if (random.nextInt(4) > 0) {
      return instrument;
    }
    try {
      return instrument.withMissing(MissingOverride.AT_LEAST_HALF);
    } catch (InvalidInputException refused) {
      return instrument;
    }
  }

  private static ScoreSheet sheet(long seed) {
    Random random = new Random(seed);
    return Scorer.score(responses(instrument(random), random));
  }

  private static String change(long seed) {
    Random random = new Random(seed);
    while (true) {
      Instrument instrument = instrument(random);
      List<Score> before = Scorer.score(responses(instrument, random)).scores();
      List<Score> after = Scorer.score(responses(instrument, random)).scores();
      for (Score first : before) {
        for (Score second : after) {
          if (first.scale().equals(second.scale())) {
            Change change = Change.between(first, second);
            return Json.write(
                random.nextBoolean()
                    ? change
                    : change.withReference(
                        new ChangeReference(2.5, .8, ReliabilityKind.TEST_RETEST, "Our own year")));
          }
        }
      }
    }
  }

  @Test
  void everyComponentIsDescribedAndNothingElse() {
    described(SHEET, SchemaOfRecord.check(SHEET, ScoreSheet.class, Set.of()), Set.of());
    described(
        CHANGE,
        SchemaOfRecord.check(CHANGE, Change.class, FOLLOWING),
        Set.of("changeDirection", "reliableChange", "reliableChangeClass"));
    assertEquals(List.of(), CHECK.faults(SHEET));
    assertEquals(List.of(), CHECK.faults(CHANGE));
  }

  private static void described(String schema, Set<String> described, Set<String> others) {
    Set<String> all = new TreeSet<>(described);
    others.forEach(other -> all.add("#/$defs/" + other));
    Map<?, ?> definitions = (Map<?, ?>) ((Map<?, ?>) Json.tree(schema)).get("$defs");
    assertEquals(
        definitions.keySet().stream().map(name -> "#/$defs/" + name).collect(Collectors.toSet()),
        all);
  }

  @Property(tries = 500)
  void whatIsWrittenFollowsItsSchema(@ForAll long seed) {
    String sheet = Json.write(sheet(seed));
    assertEquals(List.of(), CHECK.faults(SHEET, sheet), sheet);
    String change = change(seed);
    assertEquals(List.of(), CHECK.faults(CHANGE, change), change);
    Set<Object> written =
        new TreeSet<>(
            ((Map<?, ?>) Json.tree(change)).keySet().stream().map(Object::toString).toList());
    written.removeAll(((Map<?, ?>) ((Map<?, ?>) Json.tree(CHANGE)).get("properties")).keySet());
    assertEquals(Set.of(), written);
  }

  /** Otherwise the property above would say little. */
  @Test
  void everyReasonFlagBandAndRuleIsAmongWhatIsDrawn() {
    Set<NotScoredReason> reasons = EnumSet.noneOf(NotScoredReason.class);
    Set<Completeness> completeness = EnumSet.noneOf(Completeness.class);
    Set<String> kinds = new TreeSet<>();
    for (long seed = 0; seed < 4000; seed++) {
      ScoreSheet sheet = sheet(seed);
      sheet.flags().forEach(flag -> kinds.add("flag"));
      for (ScaleResult result : sheet.results()) {
        if (result instanceof NotScored missing) {
          reasons.add(missing.reason());
        } else if (result instanceof Score score) {
          completeness.add(score.completeness());
          score.band().ifPresent(band -> kinds.add("band"));
          score.bandIfRounded().ifPresent(band -> kinds.add("bandIfRounded"));
          kinds.add(score.missingRule().getClass().getSimpleName());
        }
      }
    }
    assertEquals(EnumSet.allOf(NotScoredReason.class), reasons);
    assertEquals(EnumSet.allOf(Completeness.class), completeness);
    assertEquals(
        Set.of("AllRequired", "AtMost", "Overridden", "Prorate", "band", "bandIfRounded", "flag"),
        kinds);
  }

  @Property(tries = 1500)
  void whatIsReadFollowsItsSchema(@ForAll long seed) {
    Random random = new Random(seed);
    boolean change = random.nextBoolean();
    String valid = change ? change(seed) : Json.write(sheet(seed));
    String json =
        JsonMutants.of(
            valid,
            random,
            name -> OF_DEFINITIONS.contains(name) || (change && FOLLOWING.contains(name)));
    boolean read = isRead(json, change ? Change.class : ScoreSheet.class);
    if (read) {
      assertEquals(List.of(), CHECK.faults(change ? CHANGE : SHEET, json), json);
    }
  }

  @Test
  void whatALaterVersionWroteIsReadAndFollowsTheSchema() {
    for (long seed = 0; seed < 50; seed++) {
      String json = Json.write(sheet(seed)).replaceFirst("\\{", "{ \"tomorrow\": { \"a\": [1] },");
      assertTrue(isRead(json, ScoreSheet.class));
      assertEquals(List.of(), CHECK.faults(SHEET, json));
      assertFalse(CHECK.faults(SHEET, json.replace("\"results\"", "\"result\"")).isEmpty());
    }
  }

  private static boolean isRead(String json, Class<?> type) {
    try {
      Json.read(json, type);
      return true;
    } catch (InvalidInputException refused) {
      return false;
    }
  }
}

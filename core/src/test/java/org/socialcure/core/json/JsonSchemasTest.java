package org.socialcure.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.internal.Words;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.Participant;
import org.socialcure.core.person.SocialIdentityMap;
import org.socialcure.testsupport.JsonMutants;
import org.socialcure.testsupport.JsonSchemaCheck;
import org.socialcure.testsupport.RandomValues;
import org.socialcure.testsupport.SchemaOfRecord;

/** What is written follows the published schemas, and so does what is read. */
class JsonSchemasTest {
  private static final JsonSchemaCheck CHECK = new JsonSchemaCheck(JsonSchemas.all());

  private static final Map<Class<?>, Function<Random, ?>> OWN =
      Map.of(Responses.class, JsonSchemasTest::responses);

  static final List<Class<?>> PEOPLE =
      List.of(Assessment.class, Participant.class, SocialIdentityMap.class);

  private static final List<Class<?>> ROOTS =
      List.of(Responses.class, Assessment.class, Participant.class, SocialIdentityMap.class);

  private static final Set<ProblemCode> BEYOND_SCHEMAS =
      EnumSet.of(
          ProblemCode.ANSWER_NOT_PERMITTED,
          ProblemCode.UNKNOWN_ITEM,
          ProblemCode.TARGET_NOT_USED,
          ProblemCode.TARGET_MISSING,
          ProblemCode.UNKNOWN_INSTRUMENT,
          ProblemCode.INSTRUMENT_ON_REQUEST,
          ProblemCode.UNKNOWN_VERSION,
          ProblemCode.REPEATED,
          ProblemCode.TOO_MANY,
          ProblemCode.OUT_OF_RANGE,
          ProblemCode.CONTRADICTS,
          ProblemCode.NOT_A_SNOMED_CONCEPT,
          ProblemCode.BEFORE_REFERRAL,
          ProblemCode.AFTER_ASSESSMENT,
          ProblemCode.DATES_NOT_IN_ORDER,
          ProblemCode.NOT_TWO_GROUPS,
          ProblemCode.NOT_A_DATE,
          ProblemCode.NOT_AN_AGE_BAND);

  static Responses responses(Random random) {
    List<Instrument> all = Instruments.all();
    Instrument instrument = all.get(random.nextInt(all.size()));
    Responses.Builder builder = Responses.builder(instrument);
    if (instrument.targeting() == Targeting.GROUP) {
      builder.target("group-" + random.nextInt(3));
    }
    for (Item item : instrument.items()) {
      List<AnswerOption> options = item.options();
      switch (random.nextInt(4)) {
        case 0 -> {}
        case 1 ->
            builder.missing(
                item.id(), Answer.Missing.values()[random.nextInt(Answer.Missing.values().length)]);
        default -> builder.option(item.id(), options.get(random.nextInt(options.size())).id());
      }
    }
    return builder.build();
  }

  static Object drawn(Class<?> type, long seed) {
    Random random = new Random(seed);
    return type == Responses.class ? responses(random) : new RandomValues(random, OWN).draw(type);
  }

  @Test
  void everySchemaIsOneOfTheDraftAndTellsItsId() {
    assertEquals(
        List.of(
            "Instrument",
            "Responses",
            "Assessment",
            "Participant",
            "Cohort",
            "SocialIdentityMap",
            "Problem"),
        JsonSchemas.types().stream().map(Class::getSimpleName).toList());
    for (String schema : JsonSchemas.all()) {
      assertEquals(List.of(), CHECK.faults(schema));
      assertTrue(
          ((Map<?, ?>) Json.tree(schema)).get("$id").toString().startsWith("urn:social-cure:"));
    }
  }

  @Test
  void aTypeWithoutASchemaIsToldWhichHaveOne() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> JsonSchemas.of(String.class))
            .getMessage();
    assertTrue(message.contains("Responses, Assessment"), message);
  }

  static List<Class<?>> people() {
    return List.of(Assessment.class, Participant.class, Cohort.class, SocialIdentityMap.class);
  }

  @ParameterizedTest
  @MethodSource("people")
  void everyComponentIsDescribedAndNothingElse(Class<?> type) {
    String schema = JsonSchemas.of(type);
    Set<String> described = SchemaOfRecord.check(schema, type, Set.of());
    Object defined = ((Map<?, ?>) Json.tree(schema)).get("$defs");
    for (Object name : defined == null ? Set.of() : ((Map<?, ?>) defined).keySet()) {
      assertTrue(described.contains("#/$defs/" + name), name + " of " + type);
    }
  }

  @Property(tries = 300)
  void whatIsWrittenFollowsItsSchema(@ForAll long seed) {
    String responses = Json.write(responses(new Random(seed)));
    assertEquals(List.of(), CHECK.faults(JsonSchemas.of(Responses.class), responses), responses);
    for (Class<?> type : PEOPLE) {
      String json = Json.write(drawn(type, seed));
      assertEquals(List.of(), CHECK.faults(JsonSchemas.of(type), json), json);
    }
  }

  @Property(tries = 60)
  void aCohortFollowsItsSchema(@ForAll long seed) {
    Participant person = (Participant) drawn(Participant.class, seed);
    List<String> waves = person.assessments().stream().map(Assessment::wave).toList();
    Cohort cohort =
        new Cohort(
            waves.isEmpty() ? List.of("T0") : waves.stream().limit(1).toList(),
            List.of(
                new Participant(
                    person.key(),
                    person.referral(),
                    person.prescriptions(),
                    person.assessments().stream().limit(1).toList(),
                    person.demographics(),
                    person.pathway())));
    String json = Json.write(cohort);
    assertEquals(List.of(), CHECK.faults(JsonSchemas.of(Cohort.class), json), json);
  }

  @Property(tries = 2000)
  void whatIsReadFollowsItsSchema(@ForAll long seed) {
    Random random = new Random(seed);
    Class<?> type = ROOTS.get(random.nextInt(ROOTS.size()));
    String json = JsonMutants.of(Json.write(drawn(type, seed)), random, name -> false);
    Optional<InvalidInputException> refused = refusal(json, type);
    boolean valid = CHECK.faults(JsonSchemas.of(type), json).isEmpty();
    if (refused.isEmpty()) {
      assertTrue(valid, json);
    } else if (valid) {
      // What a schema cannot say.
      Set<String> codes =
          new TreeSet<>(refused.get().problems().stream().map(Problem::code).toList());
      codes.removeAll(BEYOND_SCHEMAS.stream().map(ProblemCode::toString).toList());
      assertEquals(Set.of(), codes, refused + " of " + json);
    }
  }

  /** Every problem that answers and people cause can be told in another language. */
  @Property(tries = 2000)
  void whateverIsRefusedHasACodeWithItsParametersAndNoAnswer(@ForAll long seed) {
    Random random = new Random(seed);
    Class<?> type = ROOTS.get(random.nextInt(ROOTS.size()));
    String json = JsonMutants.of(Json.write(drawn(type, seed)), random, name -> false);
    String broken =
        random.nextInt(20) == 0 ? json.substring(0, random.nextInt(json.length())) : json;
    for (Problem problem :
        refusal(broken, type).map(InvalidInputException::problems).orElse(List.of())) {
      ProblemCode code = Words.find(ProblemCode.class, problem.code()).orElseThrow();
      assertNotEquals(ProblemCode.INVALID, code, problem.toString());
      assertEquals(Set.copyOf(code.parameters()), problem.parameters().keySet());
      assertEquals(problem, Json.read(Json.write(problem), Problem.class));
      assertEquals(List.of(), CHECK.faults(JsonSchemas.of(Problem.class), Json.write(problem)));
    }
  }

  private static Optional<InvalidInputException> refusal(String json, Class<?> type) {
    try {
      Json.read(json, type);
      return Optional.empty();
    } catch (InvalidInputException refused) {
      return Optional.of(refused);
    }
  }
}

package org.socialcure.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.DeJongGierveld6;
import org.socialcure.core.answer.DeJongGierveldAnswer;
import org.socialcure.core.answer.GroupIdentification;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.DecimalMark;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.FamilyAndFriends;
import org.socialcure.core.person.GroupMembership;
import org.socialcure.core.person.GroupMemberships;
import org.socialcure.core.person.GroupQuestion;
import org.socialcure.core.person.GroupType;
import org.socialcure.core.person.Participant;
import org.socialcure.core.person.Prescription;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Referral;
import org.socialcure.core.person.ReferralReason;
import org.socialcure.core.person.ReferralSource;
import org.socialcure.core.person.Service;
import org.socialcure.core.person.ServiceUse;
import org.socialcure.testsupport.Mapper;

/** Any mapper of a user reads and writes as {@link Json} does, with our module and without. */
class MapperTest {
  private static final LocalDate DAY = LocalDate.of(2018, 6, 15);

  private static final Participant PARTICIPANT =
      Participant.of("p-1")
          .with(new Referral(DAY, ReferralSource.GP, Set.of(ReferralReason.LONELINESS)))
          .with(
              new Prescription(
                  DAY.plusDays(9),
                  GroupType.MUSIC_AND_ARTS,
                  Optional.of("Choir"),
                  Prescription.Outcome.ATTENDING))
          .with(
              Assessment.at("T0")
                  .on(DAY)
                  .with(new Ucla3(3, 2, null).toResponses())
                  .with(
                      GroupMemberships.listed(
                          new GroupQuestion(10, FamilyAndFriends.EXCLUDED, 10),
                          GroupMembership.of(GroupType.FAITH, "St Anne").withIdentification(5.25)))
                  .with(ServiceUse.reported(Service.GP_VISIT, 0, RecallWindow.months(3))));

  /** A value of every kind that this module writes. */
  static Stream<Object> values() {
    Instrument dejong = Instruments.DE_JONG_GIERVELD_6;
    Cohort cohort = new Cohort(List.of("T0", "T1"), List.of(PARTICIPANT, Participant.of("p-2")));
    Assessment assessment = PARTICIPANT.assessments().get(0);
    GroupMemberships groups = assessment.groups().orElseThrow();
    return Stream.of(
            Stream.<Object>of(
                new Ucla3(1, null, 3),
                new Ucla3(1, null, 777),
                new GroupIdentification("community", 1, 2, null, 7),
                new DeJongGierveld6(
                    DeJongGierveldAnswer.YES,
                    DeJongGierveldAnswer.MORE_OR_LESS,
                    null,
                    DeJongGierveldAnswer.NO,
                    null,
                    null),
                new Ucla3(1, null, 3).toResponses(),
                new GroupIdentification("community", 1, 2, null, 7).toResponses(),
                new DeJongGierveld6(DeJongGierveldAnswer.YES, null, null, null, null, null)
                    .toResponses(),
                Responses.builder(Instruments.UCLA_3)
                    .missing("isolated", Answer.Missing.NOT_APPLICABLE)
                    .build(),
                Coding.of("1=yes", "2=more-or-less", "3=no"),
                new MissingRule.AllRequired(),
                new MissingRule.Prorate(3),
                new ScoringRule.Sum(),
                new ScoringRule.Table(
                    new ScoringRule.Sum(), new TreeMap<>(Map.of(7, 7.0, 8, 9.51))),
                PARTICIPANT,
                Participant.of("p-2"),
                assessment,
                groups,
                groups.groups().get(0),
                PARTICIPANT.prescriptions().get(0),
                PARTICIPANT.referral().orElseThrow(),
                assessment.serviceUse().get(0),
                cohort,
                cohort.flow(),
                Direction.HIGHER_IS_WORSE,
                Answer.Missing.NOT_ASKED,
                DeJongGierveldAnswer.MORE_OR_LESS,
                ColumnKind.NUMBER,
                ColumnName.of("ucla-3", "total").withWave("T0"),
                ColumnRole.UNSPECIFIED,
                DecimalMark.COMMA,
                Service.GP_VISIT),
            Instruments.all().stream(),
            dejong.items().stream().limit(1),
            dejong.scales().stream().limit(1),
            dejong.citations().stream().limit(1),
            Stream.of(dejong.licence()),
            dejong.scales().get(0).bandSchemes().stream().limit(1))
        .flatMap(it -> it);
  }

  static Stream<Arguments> pairs() {
    return Mapper.all().flatMap(mapper -> values().map(value -> Arguments.of(mapper, value)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyValueIsWrittenAndReadAsJsonDoes(Mapper mapper, Object value) {
    String json = Json.write(value);
    assertEquals(Json.tree(json), Json.tree(mapper.write(value)));
    assertEquals(value, mapper.read(json, value.getClass()));
    assertEquals(value, mapper.read(mapper.write(value), value.getClass()));
  }

  static Stream<Mapper> withModules() {
    return Stream.of(
        Mapper.of(
            "Jackson 2",
            new com.fasterxml.jackson.databind.ObjectMapper().findAndRegisterModules()),
        Mapper.of(
            "Jackson 3",
            tools.jackson.databind.json.JsonMapper.builder()
                .addModule(new SocialCureJacksonModule())
                .build()));
  }

  /** The root package knows no Jackson; the modules speak for it. */
  @ParameterizedTest
  @MethodSource("withModules")
  void valuesOfTheRootNeedTheModule(Mapper mapper) {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Json.read("{\n \"a\": 1}", Ucla3.class));
    List<Object> values = new ArrayList<>(refused.problems());
    values.add(new Problem("w", "m"));
    values.add(new Interval(-1, 0.5, 0.95));
    for (Object value : values) {
      String json = Json.write(value);
      assertEquals(json.replaceAll("\\s", ""), mapper.write(value).replaceAll("\\s", ""));
      assertEquals(value, mapper.read(json, value.getClass()));
    }
    String misspelt = "{\"lower\": 0, \"upper\": 1, \"level\": \"0.9\", \"width\": 2}";
    Exception message = assertThrows(Exception.class, () -> mapper.read(misspelt, Interval.class));
    assertTrue(message.toString().contains("field number 4"), message::toString);
    assertTrue(message.toString().contains("must be a number"), message::toString);
  }

  /** A record of the user's own around ours. */
  public record Visit(
      String room, List<Responses> forms, Map<String, Ucla3> byRoom, Participant person) {}

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void valuesWithinAUsersOwnRecordAndLists(Mapper mapper) {
    Ucla3 form = new Ucla3(1, 2, 3);
    Visit visit = new Visit("4b", List.of(form.toResponses()), Map.of("4b", form), PARTICIPANT);
    String json = mapper.write(visit);
    assertEquals(visit, mapper.read(json, Visit.class));
    Map<?, ?> tree = (Map<?, ?>) Json.tree(json);
    assertEquals(Json.tree(Json.write(PARTICIPANT)), tree.get("person"));
  }

  static Stream<Arguments> hostile() {
    List<List<String>> texts =
        List.of(
            List.of("Ucla3", "{'companionship': 1, 'leftOut': 2, 'isolatd': 3}", "isolated"),
            List.of("Ucla3", "{'companionship': 1, 'leftOut': 2, 'Isolated': 3}", "isolated"),
            List.of("Ucla3", "{'companionship': 1, 'left_out': 2, 'isolated': 3}", "leftOut"),
            List.of("Ucla3", "{'companionship': 1, 'leftOut': 2, 'isolated': 3, 'x': 1}", "$"),
            List.of(
                "Ucla3", "{'companionship': 2.7, 'leftOut': 2, 'isolated': 3}", "companionship"),
            List.of(
                "Ucla3", "{'companionship': '2', 'leftOut': 2, 'isolated': 3}", "companionship"),
            List.of("Ucla3", "{'companionship': '', 'leftOut': 2, 'isolated': 3}", "companionship"),
            List.of(
                "Ucla3", "{'companionship': true, 'leftOut': 2, 'isolated': 3}", "companionship"),
            List.of(
                "Ucla3", "{'companionship': [2], 'leftOut': 2, 'isolated': 3}", "companionship"),
            List.of(
                "Ucla3",
                "{'companionship': 1, 'companionship': 2, 'leftOut': 2, 'isolated': 3}",
                "$"),
            List.of("Ucla3", "[777, 2, 3]", "$"),
            List.of("Ucla3", "''", "$"),
            List.of("Responses", "{}", "instrument"),
            List.of(
                "Responses",
                "{'instrument': 'ucla-3', 'answers': {'companionship': 777}}",
                "answers.companionship"),
            List.of(
                "Responses",
                "{'instrument': 'ucla-3', 'answers': {'companionship': '1'}}",
                "answers.companionship"),
            List.of(
                "Responses", "{'instrument': 'ucla-3', 'answers': {'companionsip': 1}}", "answers"),
            List.of("Responses", "{'instrument': 'ucla-3', 'answer': {}}", "$"),
            List.of("Responses", "{'instrument': 'ucla-3', 'answers': {}, 'answers': {}}", "$"),
            List.of(
                "Participant",
                "{'key': 'p', 'prescriptions': [], 'assessments': [], 'referal': {}}",
                "$"),
            List.of(
                "Participant",
                "{'key': 'p', 'prescriptions': null, 'assessments': []}",
                "prescriptions"),
            List.of("Direction", "'HIGHER_IS_WORSE'", "$"),
            List.of("Direction", "0", "$"));
    return Mapper.all()
        .flatMap(
            mapper ->
                texts.stream()
                    .map(
                        it ->
                            Arguments.of(
                                mapper, it.get(0), it.get(1).replace('\'', '"'), it.get(2))));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatJsonRefusesIsRefusedAtTheSamePlacesWithoutAnswers(
      Mapper mapper, String type, String text, String where) {
    Class<?> wanted =
        Stream.of(Ucla3.class, Responses.class, Participant.class, Direction.class)
            .filter(it -> it.getSimpleName().equals(type))
            .findFirst()
            .orElseThrow();
    Mapper.RefusedException refused =
        assertThrows(Mapper.RefusedException.class, () -> mapper.read(text, wanted));
    InvalidInputException cause = (InvalidInputException) refused.getCause().getCause();
    InvalidInputException json =
        assertThrows(InvalidInputException.class, () -> Json.read(text, wanted));
    assertEquals(json.problems(), cause.problems());
    assertTrue(
        json.problems().stream().anyMatch(it -> it.where().equals(where)), json.getMessage());
    assertTrue(refused.getMessage().startsWith(json.getMessage()), refused.getMessage());
    assertFalse(refused.getMessage().contains("777"), "an answer is printed");
  }

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void brokenTextIsRefusedWithoutAnswers(Mapper mapper) {
    for (String broken :
        List.of(
            "{\"companionship\": lonely",
            "{\"companionship\": 777",
            "{\"companionship\": 777 \"leftOut\"")) {
      Mapper.RefusedException refused =
          assertThrows(Mapper.RefusedException.class, () -> mapper.read(broken, Ucla3.class));
      assertFalse(refused.getMessage().contains("lonely"), refused.getMessage());
      assertFalse(refused.getMessage().contains("777"), refused.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void aProblemWithinAUsersOwnRecordSaysWhereInTheWholeText(Mapper mapper) {
    String text =
        "{\"room\": \"4b\",\n \"forms\": [{\"instrument\": \"ucla-3\",\n \"answers\": {\"isolated\": 9}}]}";
    Mapper.RefusedException refused =
        assertThrows(Mapper.RefusedException.class, () -> mapper.read(text, Visit.class));
    assertTrue(
        refused.getMessage().startsWith("answers.isolated (line 3, column 26): must be one of"),
        refused.getMessage());
    assertTrue(refused.getMessage().contains("[\"forms\"]"), refused.getMessage());
  }

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void nullIsNull(Mapper mapper) {
    assertEquals("null", mapper.write(null));
    assertEquals(null, mapper.read("null", Responses.class));
  }

  @Test
  void wordsThatStandForNumbersElsewhereAreNone() {
    String text = "{\"minimum\": NaN, \"maximum\": 3}";
    for (Mapper mapper :
        List.of(
            Mapper.of(
                "Jackson 2",
                com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .enable(
                        com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build()),
            Mapper.of(
                "Jackson 3",
                tools.jackson.databind.json.JsonMapper.builder()
                    .enable(tools.jackson.core.json.JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build()))) {
      Mapper.RefusedException refused =
          assertThrows(
              Mapper.RefusedException.class,
              () -> mapper.read(text, org.socialcure.core.instrument.Range.class));
      assertTrue(
          refused.getMessage().startsWith("minimum (line 1, column 13): must be a number"),
          refused.getMessage());
    }
  }

  @Test
  void treesOfJacksonAreReadAndWritten() throws Exception {
    Responses responses = new Ucla3(1, null, 3).toResponses();
    var two = new com.fasterxml.jackson.databind.ObjectMapper();
    assertEquals(responses, two.treeToValue(two.valueToTree(responses), Responses.class));
    assertEquals(responses, two.convertValue(Json.tree(Json.write(responses)), Responses.class));
    var three = new tools.jackson.databind.ObjectMapper();
    assertEquals(responses, three.treeToValue(three.valueToTree(responses), Responses.class));
    assertEquals(responses, three.convertValue(Json.tree(Json.write(responses)), Responses.class));
    var refused =
        assertThrows(
            com.fasterxml.jackson.core.JacksonException.class,
            () -> two.treeToValue(two.readTree("{\"companionship\": 2.7}"), Ucla3.class));
    assertTrue(
        refused.getMessage().startsWith("companionship: must be a whole number\n"),
        refused.getMessage());
  }

  @Test
  void aModuleKnowsTheUsersOwnInstruments() {
    Instrument own =
        Json.read(
            """
            {"id": "mood", "version": "1", "name": "Mood", "construct": "mood",
             "options": [{"id": "low", "value": 1, "label": "low"}, {"id": "high", "value": 2, "label": "high"}],
             "items": [{"id": "now", "number": 1, "label": "mood now"}],
             "scales": [{"id": "total", "label": "Mood", "items": ["now"], "scoring": "single", "missing": "all-required", "direction": "higher-is-better",
                         "higherMeans": "better"}]}
            """,
            Instrument.class);
    Responses responses = Responses.builder(own).value("now", 2).build();
    var two =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .findAndRegisterModules()
            .registerModule(new SocialCureModule(List.of(own)));
    var three =
        tools.jackson.databind.json.JsonMapper.builder()
            .findAndAddModules()
            .addModule(new SocialCureJacksonModule(List.of(own)))
            .build();
    for (Mapper mapper : List.of(Mapper.of("2", two), Mapper.of("3", three))) {
      Visit visit = new Visit("4b", List.of(responses), Map.of(), PARTICIPANT);
      assertEquals(visit, mapper.read(mapper.write(visit), Visit.class));
    }
    Mapper.all()
        .forEach(
            mapper -> {
              String text = mapper.write(responses);
              Mapper.RefusedException refused =
                  assertThrows(
                      Mapper.RefusedException.class, () -> mapper.read(text, Responses.class));
              assertTrue(refused.getMessage().contains("is not the id of a known instrument"));
            });
  }

  /** On the class path, where tests do not run, both are found by these files. */
  @Test
  void theModulesAreNamedWhereMappersLookForThem() throws Exception {
    for (Class<?> service :
        List.of(
            com.fasterxml.jackson.databind.Module.class,
            tools.jackson.databind.JacksonModule.class)) {
      try (var file = Json.class.getResourceAsStream("/META-INF/services/" + service.getName())) {
        String named = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(service.isAssignableFrom(Class.forName(named)), named);
      }
    }
  }

  /** A map of the user's own by one of our words. */
  public record Counts(Map<String, Map<Service, Integer>> contacts) {}

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void wordsAreKeysOfMapsToo(Mapper mapper) {
    Counts counts = new Counts(Map.of("T0", Map.of(Service.GP_VISIT, 3)));
    assertEquals("{\"contacts\":{\"T0\":{\"gp-visit\":3}}}", mapper.write(counts));
    assertEquals(counts, mapper.read(mapper.write(counts), Counts.class));
    Mapper.RefusedException refused =
        assertThrows(
            Mapper.RefusedException.class,
            () -> mapper.read("{\"contacts\":{\"T0\":{\"gp-visits\":3}}}", Counts.class));
    assertTrue(refused.getMessage().contains("(did you mean gp-visit?)"), refused.getMessage());
  }
}

package org.socialcure.core.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/** Responses of other programs are read strictly, and refused without telling what they hold. */
class ResponseReaderTest {
  private static final Fhir FHIR = Fhir.at("https://example.org/fhir");
  private static final String SYSTEM = "https://example.org/fhir/CodeSystem/ucla-3";

  private static String response(String... items) {
    return """
        {"resourceType": "QuestionnaireResponse",
         "meta": {"versionId": "1"},
         "questionnaire": "https://example.org/fhir/Questionnaire/ucla-3|2004",
         "status": "completed",
         "item": [%s]}"""
        .formatted(String.join(", ", items));
  }

  private static String item(String linkId, String answer) {
    return "{\"linkId\": \"" + linkId + "\", \"text\": \"?\", \"answer\": [" + answer + "]}";
  }

  private static String coding(String code) {
    return "{\"valueCoding\": {\"system\": \"" + SYSTEM + "\", \"code\": \"" + code + "\"}}";
  }

  private static Responses read(String... items) {
    return FHIR.read(response(items)).responses();
  }

  private static InvalidInputException refused(String json) {
    return assertThrows(InvalidInputException.class, () -> FHIR.read(json));
  }

  @Test
  void codesAndValuesAreAnswers() {
    Responses read =
        read(
            item("companionship", coding("often")),
            item("left-out", "{\"valueInteger\": 2}"),
            item("isolated", "{\"valueDecimal\": 1.0}"),
            "{\"linkId\": \"score:total\", \"answer\": [{\"valueDecimal\": 99}]}",
            "{\"linkId\": \"text:form\"}");
    assertEquals(
        Responses.builder(Instruments.UCLA_3)
            .value("companionship", 3)
            .value("left-out", 2)
            .value("isolated", 1)
            .build(),
        read);
  }

  @ParameterizedTest
  @CsvSource({
    "unknown,SKIPPED",
    "asked-unknown,SKIPPED",
    "temp-unknown,SKIPPED",
    "asked-declined,DECLINED",
    "not-applicable,NOT_APPLICABLE",
    "not-asked,NOT_ASKED",
    "not-performed,NOT_ASKED"
  })
  void reasonsAreReadWhereverTheyStand(String code, Answer.Missing reason) {
    String extension =
        "\"extension\": [{\"url\": \"https://example.org/other\", \"valueCode\": \"x\"}, {\"url\":"
            + " \"http://hl7.org/fhir/StructureDefinition/data-absent-reason\", \"valueCode\": \""
            + code
            + "\"}]";
    Responses read =
        read(
            "{\"linkId\": \"companionship\", " + extension + "}",
            item("left-out", "{" + extension + "}"),
            item("isolated", "{\"valueCoding\": {" + extension + "}}"));
    assertEquals(List.of(reason, reason, reason), List.copyOf(read.answers().values()));
    assertEquals(
        reason,
        read(item("left-out", "{\"_valueInteger\": {" + extension + "}}")).answer("left-out"));
  }

  @Test
  void whatIsNotThereDependsOnHowFarTheFormWasFilledIn() {
    String completed = response(item("left-out", coding("often")));
    for (Map.Entry<String, Answer.Missing> each :
        Map.of(
                "completed", Answer.Missing.SKIPPED,
                "amended", Answer.Missing.SKIPPED,
                "in-progress", Answer.Missing.NOT_ASKED,
                "stopped", Answer.Missing.NOT_ASKED)
            .entrySet()) {
      String json = completed.replace("completed", each.getKey());
      assertEquals(each.getValue(), FHIR.read(json).responses().answer("isolated"));
    }
    String there = response("{\"linkId\": \"isolated\"}").replace("completed", "in-progress");
    assertEquals(Answer.Missing.SKIPPED, FHIR.read(there).responses().answer("isolated"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hl7.org/fhir/StructureDefinition/ordinalValue",
        "http://hl7.org/fhir/StructureDefinition/itemWeight"
      })
  void aWeightIsTheOneOfTheOption(String url) {
    String answer =
        """
        {"valueCoding": {"extension": [{"url": "%s", "valueDecimal": %s}], "system": "%s", "code": "often"}}""";
    assertTrue(
        read(item("isolated", answer.formatted(url, "3.0", SYSTEM))).given("isolated").isPresent());
    String other = response(item("isolated", answer.formatted(url, "0", SYSTEM)));
    assertEquals(
        "item[0].answer[0].valueCoding.extension[0].valueDecimal",
        refused(other).problems().get(0).where());
    String beside =
        "{\"extension\": [{\"url\": \"%s\", \"valueDecimal\": 1}], \"valueInteger\": 3}"
            .formatted(url);
    assertEquals(1, refused(response(item("isolated", beside))).problems().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"valueCoding\": {\"system\": \"SYSTEM\", \"code\": \"secret\"}};answer[0].valueCoding.code",
        "{\"valueCoding\": {\"system\": \"SYSTEM\"}};answer[0].valueCoding.code",
        "{\"valueCoding\": {\"system\": \"secret\", \"code\": \"often\"}};answer[0].valueCoding.system",
        "{\"valueCoding\": {\"code\": \"often\"}};answer[0].valueCoding.system",
        "{\"valueCoding\": {\"system\": \"SYSTEM\", \"code\": 3}};answer[0].valueCoding.code",
        "{\"valueCoding\": \"often\"};answer[0].valueCoding",
        "{\"valueInteger\": 77};answer[0].valueInteger",
        "{\"valueInteger\": 2.7};answer[0].valueInteger",
        "{\"valueInteger\": \"secret\"};answer[0].valueInteger",
        "{\"valueInteger\": 1e999};answer[0].valueInteger",
        "{\"valueString\": \"secret\"};answer[0].valueString",
        "{\"valueInteger\": 1, \"valueDecimal\": 1};answer[0]",
        "{};answer[0]",
        "{\"valueInteger\": null};answer[0].valueInteger",
        "{\"valueInteger\": 1}, {\"valueInteger\": 1};answer[1]",
        "{\"secret\": 1, \"valueInteger\": 1};answer[0]",
        "{\"modifierExtension\": [], \"valueInteger\": 1};answer[0].modifierExtension",
        "7;answer[0]",
      })
  void answersThatCannotBeUsedAreNamedByTheirPath(String answer, String path) {
    String json = response(item("companionship", answer.replace("SYSTEM", SYSTEM)));
    InvalidInputException refused = refused(json);
    assertEquals("item[0]." + path, refused.problems().get(0).where());
    assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
    assertFalse(refused.getMessage().contains("77"), refused.getMessage());
  }

  @Test
  void itemsAreThoseOfTheFormAndStandOnce() {
    InvalidInputException refused =
        refused(
            response(
                item("secret", coding("often")),
                item("isolated", coding("often")),
                item("isolated", coding("often")),
                "{\"answer\": []}",
                "{\"linkId\": \"score:secret\"}",
                "{\"linkId\": \"group:1\", \"item\": [" + item("left-out", coding("x")) + "]}",
                "3"));
    assertEquals(
        List.of(
            "item[0].linkId",
            "item[2].linkId",
            "item[3].linkId",
            "item[4].linkId",
            "item[5].item[0].answer[0].valueCoding.code",
            "item[6]"),
        refused.problems().stream().map(problem -> problem.where()).toList());
    assertFalse(refused.getMessage().contains("secret"));
  }

  @Test
  void itemsAreFoundWhereverFhirLetsThemStand() {
    String inner = item("left-out", coding("often"));
    String inAnswer =
        item("companionship", coding("often").replaceFirst("}}$", "}, \"item\": [" + inner + "]}"));
    String inText = "{\"linkId\": \"text:form\", \"item\": [" + inner + "]}";
    String inScore =
        "{\"linkId\": \"score:total\", \"answer\": [{\"valueDecimal\": 9, \"item\": ["
            + inner
            + "]}]}";
    for (String outer : List.of(inAnswer, inText, inScore)) {
      assertTrue(read(outer).given("left-out").isPresent(), outer);
      assertEquals(1, refused(response(outer, inner)).problems().size(), outer);
      String strange = outer.replace("left-out", "of-another-form");
      assertTrue(refused(response(strange)).problems().get(0).where().endsWith("item[0].linkId"));
    }
  }

  @Test
  void aCodeIsOfTheVersionOfTheForm() {
    String answer = coding("often").replace("\"code\"", "\"version\": \"VERSION\", \"code\"");
    String same = item("isolated", answer.replace("VERSION", "2004"));
    assertTrue(read(same).given("isolated").isPresent());
    InvalidInputException refused =
        refused(response(item("isolated", answer.replace("VERSION", "1980"))));
    assertEquals(
        List.of("item[0].answer[0].valueCoding.version"),
        refused.problems().stream().map(problem -> problem.where()).toList());
  }

  @Test
  void aNumberOfAnotherNumberingNamesIt() {
    String json =
        response(item("interest", "{\"valueInteger\": 4}")).replace("ucla-3|2004", "phq-2|2003");
    assertTrue(refused(json).getMessage().contains("1=not-at-all"), refused(json).getMessage());
  }

  @Test
  void aWeightMayBeAWholeNumber() {
    String weight =
        """
        {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueInteger": 1}],
         "valueInteger": 3}""";
    assertEquals(1, refused(response(item("isolated", weight))).problems().size());
  }

  @Test
  void anAnswerAndAReasonForNoneContradictEachOther() {
    String both =
        """
        {"linkId": "isolated", "answer": [{"valueInteger": 1}], "extension": [
          {"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown"}]}""";
    assertEquals(1, refused(response(both)).problems().size());
    String masked =
        both.replace("\"answer\": [{\"valueInteger\": 1}], ", "").replace("unknown", "masked");
    assertTrue(refused(response(masked)).getMessage().contains("asked-declined"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"completed\";\"entered-in-error\";status",
        "\"completed\";\"finished\";status",
        "\"status\": \"completed\",;;status",
        "|2004;|1999;questionnaire",
        "/ucla-3|;/uls-88|;questionnaire",
        "example.org/fhir/Q;example.com/fhir/Q;questionnaire",
        "\"questionnaire\": \"https://example.org/fhir/Questionnaire/ucla-3|2004\",;;questionnaire",
        "\"meta\";\"implicitRules\": \"https://example.org\", \"meta\";implicitRules",
        "\"meta\";\"modifierExtension\": [], \"meta\";modifierExtension",
        "\"meta\";\"metta\";$",
        "\"meta\";\"authored\": \"26/11/2019\", \"meta\";authored",
        "\"meta\";\"id\": \"not an id\", \"meta\";id",
        "\"meta\";\"subject\": \"Patient/1\", \"meta\";subject",
        "\"QuestionnaireResponse\";\"Patient\";resourceType",
      })
  void theResponseIsOneToAKnownQuestionnaire(String text, String instead, String path) {
    String changed =
        response(item("isolated", coding("often"))).replace(text, instead == null ? "" : instead);
    assertEquals(path, refused(changed).problems().get(0).where());
  }

  @Test
  void anInstrumentThatIsPassedNeedsNoAddressButTakesNoOther() {
    String json = response(item("isolated", coding("often")));
    String without = json.replaceAll("\"questionnaire\": .*", "");
    Responses read = FHIR.read(without, Instruments.UCLA_3).responses();
    assertEquals(FHIR.read(json).responses(), read);
    assertThrows(InvalidInputException.class, () -> FHIR.read(json, Instruments.ULS_8));
    Instrument older = Instruments.UCLA_3.toBuilder().version("1999").build();
    assertThrows(InvalidInputException.class, () -> FHIR.read(json, older));
    Fhir both = FHIR.withInstruments(List.of(older));
    assertEquals(older, both.read(json.replace("2004", "1999")).responses().instrument());
    assertEquals(Instruments.UCLA_3, both.read(json).responses().instrument());
    String any = json.replace("|2004", "");
    assertThrows(InvalidInputException.class, () -> both.read(any));
    assertEquals(Instruments.UCLA_3, FHIR.read(any).responses().instrument());
    assertThrows(InvalidInputException.class, () -> both.withInstruments(List.of(older)));
  }

  @Test
  void whoAndWhenAreRead() {
    String json =
        response(item("isolated", coding("often")))
            .replace(
                "\"meta\"",
                """
                "id": "r-1", "authored": "2019-11",
                "subject": {"type": "Patient", "identifier": {"system": "https://example.org/people", "value": "p-1"}},
                "author": {"display": "only a name"}, "meta\"""");
    ResponseDetails details = FHIR.read(json).details();
    assertEquals(Optional.of("2019-11"), details.authored());
    assertEquals(
        Optional.of(FhirReference.identifiedBy("https://example.org/people", "p-1")),
        details.subject());
    assertEquals(Optional.empty(), details.author());
    assertFalse(FHIR.read(json).toString().contains("p-1"));
  }

  @Test
  void aGroupIsNamedWhereTheFormAsksAboutOne() {
    Instrument instrument = Instruments.GROUP_IDENTIFICATION;
    String json =
        FHIR.response(
                Responses.builder(instrument).target("community").value("bond", 4).build(),
                ResponseDetails.EMPTY)
            .json();
    assertEquals(Optional.of("community"), FHIR.read(json).responses().target());
    assertThrows(
        InvalidInputException.class, () -> FHIR.read(json.replace("valueString", "valueUri")));
    assertThrows(
        InvalidInputException.class,
        () -> FHIR.read(json.replace("\"community\"", "\"Some Name\"")));
    assertThrows(
        InvalidInputException.class, () -> FHIR.read(json.replace("target:group", "text:group")));
  }

  @Test
  void hostileTextsEndSoon() {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      fields.append("\"x").append(i).append("\": 1, ");
    }
    List<String> hostile =
        List.of(
            "[".repeat(100_000),
            "{\"item\":".repeat(900) + "1" + "}".repeat(900),
            response(("{\"linkId\": \"group:1\", \"item\": [").repeat(900) + "]}".repeat(900)),
            response(item("isolated", "{}, ".repeat(100_000) + "{}")),
            response(item("isolated", coding("x".repeat(1_000_000)))),
            response().replace("\"meta\"", fields + "\"meta\""),
            response().replace("ucla-3", "u".repeat(1_000_000)));
    for (String json : hostile) {
      InvalidInputException refused =
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refused(json));
      assertTrue(refused.getMessage().length() < 10_000);
    }
  }
}

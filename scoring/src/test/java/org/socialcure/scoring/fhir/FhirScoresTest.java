package org.socialcure.scoring.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.fhir.Fhir;
import org.socialcure.core.fhir.FhirReference;
import org.socialcure.core.fhir.FhirResource;
import org.socialcure.core.fhir.ResponseDetails;
import org.socialcure.core.fhir.ResponseStatus;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.person.Assessment;
import org.socialcure.scoring.Scorer;

/** Scores as observations. */
class FhirScoresTest {
  private static final Fhir FHIR = Fhir.at("https://example.org/fhir");
  private static final FhirScores SCORES = FhirScores.by(FHIR);
  private static final FhirReference RESPONSE = FhirReference.to("QuestionnaireResponse/1");
  private static final ResponseDetails DETAILS =
      ResponseDetails.EMPTY
          .withSubject(FhirReference.to("Patient/1"))
          .withAuthored(LocalDate.of(2019, 11, 26));

  private static Map<String, ?> total(Responses responses) {
    return SCORES.observations(responses, DETAILS, RESPONSE).get(0).fields();
  }

  @Test
  void aScoreIsAnObservationWithValueAndBand() {
    Map<String, ?> total = total(new Ucla3(2, 3, 1).toResponses());
    assertEquals(
        """
        {"resourceType": "Observation", "status": "final", \
        "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", \
        "code": "survey", "display": "Survey"}]}], \
        "code": {"coding": [{"system": "https://example.org/fhir/CodeSystem/ucla-3", \
        "code": "scale:total", "display": "Loneliness"}], "text": "Loneliness (UCLA-3)"}, \
        "subject": {"reference": "Patient/1"}, "effectiveDateTime": "2019-11-26", \
        "valueQuantity": {"value": 6, "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}"}}""",
        FhirResource.of(without(total, "interpretation", "method", "derivedFrom")).jsonLine());
    assertTrue(total.get("interpretation").toString().contains("code=band:total.elsa.lonely"));
    assertEquals("[{reference=QuestionnaireResponse/1}]", total.get("derivedFrom").toString());
    assertEquals(
        "{text=Three-Item Loneliness Scale, version 2004: sum of 3 items, all items required;"
            + " possible scores 3..9, higher = lonelier}",
        total.get("method").toString());
  }

  private static Map<String, ?> without(Map<String, ?> fields, String... names) {
    Map<String, Object> rest = new LinkedHashMap<>(fields);
    List.of(names).forEach(rest::remove);
    return rest;
  }

  @Test
  void whatWasNotScoredSaysWhy() {
    Map<String, ?> total = total(new Ucla3(2, null, 1).toResponses());
    assertFalse(total.containsKey("valueQuantity"));
    assertFalse(total.containsKey("interpretation"));
    assertTrue(total.get("dataAbsentReason").toString().contains("code=unknown"));
    assertEquals("[{text=2 of 3 items answered.}]", total.get("note").toString());
    Responses.Builder declined = Responses.builder(Instruments.UCLA_3);
    Instruments.UCLA_3
        .items()
        .forEach(item -> declined.missing(item.id(), Answer.Missing.DECLINED));
    assertTrue(
        total(declined.build()).get("dataAbsentReason").toString().contains("asked-declined"));
  }

  @Test
  void anotherRuleForMissingAnswersIsSaid() {
    Instrument other = Instruments.UCLA_3.withMissing("hrs-practice");
    Map<String, ?> total =
        total(Responses.builder(other).value("companionship", 2).value("isolated", 1).build());
    assertEquals(new BigDecimal("4.5"), ((Map<?, ?>) total.get("valueQuantity")).get("value"));
    assertTrue(total.get("note").toString().contains("which is not the published one"));
    assertTrue(total.get("method").toString().contains("hrs-practice"));
  }

  @Test
  void theGroupStandsBesideTheScore() {
    Responses family =
        Responses.builder(Instruments.GROUP_IDENTIFICATION)
            .target("family")
            .value("bond", 7)
            .value("similar", 6)
            .value("belonging", 7)
            .value("in-common", 4)
            .build();
    Map<String, ?> total = total(family);
    assertEquals(
        "family", ((Map<?, ?>) ((List<?>) total.get("component")).get(0)).get("valueString"));
    assertTrue(total.get("note").toString().contains("Unverified"));
    assertFalse(total.containsKey("interpretation"));
  }

  @Test
  void theStatusFollowsTheResponse() {
    Responses form = new Ucla3(1, 1, 1).toResponses();
    Map<ResponseStatus, String> expected =
        Map.of(
            ResponseStatus.COMPLETED, "final",
            ResponseStatus.STOPPED, "final",
            ResponseStatus.AMENDED, "amended",
            ResponseStatus.IN_PROGRESS, "preliminary");
    expected.forEach(
        (status, word) ->
            assertEquals(
                word,
                SCORES
                    .observations(form, DETAILS.withStatus(status), RESPONSE)
                    .get(0)
                    .fields()
                    .get("status")));
    ResponseDetails device = DETAILS.withAuthor(FhirReference.to("Device/1"));
    ResponseDetails person = DETAILS.withAuthor(FhirReference.to("Practitioner/1"));
    assertFalse(has(SCORES.observations(form, device, RESPONSE), "performer"));
    assertTrue(has(SCORES.observations(form, person, RESPONSE), "performer"));
  }

  private static boolean has(List<FhirResource> observations, String field) {
    return observations.get(0).fields().containsKey(field);
  }

  @Test
  void aSheetGoesWithItsOwnInstrument() {
    assertThrows(
        InvalidInputException.class,
        () ->
            SCORES.observations(
                Instruments.ULS_8,
                Scorer.score(new Ucla3(1, 1, 1)),
                DETAILS,
                Optional.of(RESPONSE)));
  }

  static List<Instrument> instruments() {
    return Instruments.all();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void everyScaleOfEveryInstrumentIsOneObservation(Instrument instrument) {
    Responses.Builder form = Responses.builder(instrument);
    instrument.items().forEach(item -> form.option(item.id(), item.options().get(0).id()));
    if (instrument.targeting() == Targeting.GROUP) {
      form.target("community");
    }
    List<FhirResource> observations = SCORES.observations(form.build(), DETAILS, RESPONSE);
    assertEquals(instrument.scales().size(), observations.size());
    for (FhirResource observation : observations) {
      assertEquals("Observation", observation.type());
      assertTrue(observation.fields().containsKey("valueQuantity"));
      assertFalse(observation.fields().containsKey("referenceRange"));
    }
  }

  @Test
  void aBundleHoldsResponsesAndTheirScores() {
    Assessment assessment =
        Assessment.at("T0").on(LocalDate.of(2019, 11, 26)).with(new Ucla3(2, 3, 1).toResponses());
    ResponseDetails who = ResponseDetails.EMPTY.withSubject(FhirReference.to("Patient/1"));
    Map<String, ?> bundle = SCORES.bundle(assessment, who, BundleType.TRANSACTION).fields();
    List<?> entries = (List<?>) bundle.get("entry");
    assertEquals(2, entries.size());
    Map<?, ?> response = (Map<?, ?>) entries.get(0);
    Map<?, ?> score = (Map<?, ?>) entries.get(1);
    assertEquals("{method=POST, url=QuestionnaireResponse}", response.get("request").toString());
    assertEquals("2019-11-26", ((Map<?, ?>) score.get("resource")).get("effectiveDateTime"));
    assertEquals(
        "[{reference=" + response.get("fullUrl") + "}]",
        ((Map<?, ?>) score.get("resource")).get("derivedFrom").toString());
    FhirResource other =
        SCORES.bundle(
            assessment, who.withSubject(FhirReference.to("Patient/2")), BundleType.COLLECTION);
    assertFalse(other.json().contains(response.get("fullUrl").toString()));
    assertFalse(other.json().contains("request"));
    assertThrows(
        InvalidInputException.class,
        () -> SCORES.bundle(Assessment.at("T0"), who, BundleType.COLLECTION));
  }
}

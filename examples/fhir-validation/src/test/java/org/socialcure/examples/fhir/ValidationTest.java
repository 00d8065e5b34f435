package org.socialcure.examples.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.fhir.FhirReference;
import org.socialcure.core.fhir.FhirResource;
import org.socialcure.core.fhir.ResponseDetails;
import org.socialcure.core.fhir.WeightExtension;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.person.Assessment;
import org.socialcure.scoring.fhir.BundleType;
import org.socialcure.scoring.fhir.FhirScores;

/** An instance validator finds no error in anything that is written. */
class ValidationTest {
  private static final FhirContext CONTEXT = FhirContext.forR4();

  private static final ResponseDetails DETAILS =
      ResponseDetails.EMPTY
          .withSubject(FhirReference.identifiedBy("https://example.org/people", "p-1"))
          .withAuthor(FhirReference.to("https://example.org/fhir/Practitioner/2"));

  private static final KnownForms KNOWN = new KnownForms(CONTEXT);
  private static final FhirValidator VALIDATOR =
      CONTEXT
          .newValidator()
          .registerValidatorModule(
              new FhirInstanceValidator(
                  new ValidationSupportChain(
                      new DefaultProfileValidationSupport(CONTEXT),
                      KNOWN,
                      new CommonCodeSystemsTerminologyService(CONTEXT),
                      new InMemoryTerminologyServerValidationSupport(CONTEXT))));

  @BeforeAll
  static void makeAllFormsKnown() {
    for (Instrument instrument : Forms.instruments()) {
      KNOWN.add(Forms.FHIR.questionnaire(instrument));
      KNOWN.add(Forms.FHIR.codeSystem(instrument));
    }
  }

  @Test
  void everyResourceOfEveryInstrumentIsValid() {
    List<String> errors = new ArrayList<>();
    int resources = 0;
    for (Instrument instrument : Forms.instruments()) {
      List<FhirResource> all = new ArrayList<>();
      all.add(Forms.FHIR.questionnaire(instrument));
      all.add(Forms.FHIR.codeSystem(instrument));
      all.add(Forms.FHIR.withWeights(WeightExtension.ITEM_WEIGHT).questionnaire(instrument));
      for (Responses form : Forms.some(instrument)) {
        all.add(Forms.FHIR.response(form, DETAILS.withId("r-1")));
        all.addAll(
            FhirScores.by(Forms.FHIR)
                .observations(
                    form,
                    DETAILS.withAuthored(LocalDate.of(2019, 11, 26)),
                    FhirReference.to("https://example.org/fhir/QuestionnaireResponse/1")));
      }
      resources += all.size();
      all.forEach(resource -> errors.addAll(errors(instrument.id(), resource)));
    }
    assertEquals("", String.join("\n", errors.stream().distinct().toList()));
    System.out.println(resources + " resources are valid.");
  }

  @Test
  void bundlesAreValid() {
    List<String> errors = new ArrayList<>();
    for (Instrument instrument : Forms.instruments()) {
      List<Responses> forms = Forms.filledIn(instrument, 1);
      Assessment assessment =
          Assessment.at("T0").on(LocalDate.of(2019, 11, 26)).with(forms.get(forms.size() - 1));
      for (BundleType type : BundleType.values()) {
        FhirResource bundle = FhirScores.by(Forms.FHIR).bundle(assessment, DETAILS, type);
        errors.addAll(errors(instrument.id(), bundle));
      }
    }
    assertEquals("", String.join("\n", errors.stream().distinct().toList()));
  }

  /** The validator is not one that finds nothing. */
  @Test
  void whatIsWrongIsFound() {
    Instrument instrument = Forms.instruments().get(0);
    Responses form = Forms.filledIn(instrument, 0).get(0);
    FhirResource response = Forms.FHIR.response(form, DETAILS);
    assertTrue(errors("", response).isEmpty());
    String code = instrument.items().get(0).options().get(0).id();
    for (Map.Entry<String, String> change :
        Map.of(
                "\"" + code + "\"",
                "\"no-such-code\"",
                "\"linkId\": \"",
                "\"linkId\": \"un",
                "\"completed\"",
                "\"finished\"",
                "CodeSystem/",
                "CodeSystem/of-others-")
            .entrySet()) {
      String changed = response.json().replace(change.getKey(), change.getValue());
      assertFalse(errors("", FhirResource.parse(changed)).isEmpty(), change.getKey());
    }
  }

  /** That a form is not found is no error to the validator, which then looks at nothing. */
  private static List<String> errors(String where, FhirResource resource) {
    return VALIDATOR.validateWithResult(resource.json()).getMessages().stream()
        .filter(
            message ->
                message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal()
                    || message.getMessage().contains("could not be resolved"))
        .map(message -> where + " " + message.getLocationString() + ": " + message.getMessage())
        .toList();
  }
}

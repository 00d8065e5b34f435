/**
 * FHIR R4 in and out, as plain JSON: {@link org.socialcure.core.fhir.Fhir}. No FHIR library is
 * needed.
 *
 * <p>A {@code Questionnaire} and a {@code CodeSystem} of any instrument, and the {@code
 * QuestionnaireResponse} of {@link org.socialcure.core.answer.Responses}, in both directions:
 *
 * <pre>{@code
 * Fhir fhir = Fhir.at("https://example.org/fhir").withLanguage("en");
 * String form = fhir.questionnaire(Instruments.ONS4).json();
 * ResponseDetails details = ResponseDetails.EMPTY.withSubject(FhirReference.to("Patient/1"));
 * String filledIn = fhir.response(new Ucla3(2, 1, null).toResponses(), details).json();
 * Responses again = fhir.read(filledIn).responses();
 * }</pre>
 *
 * <p>Scores become {@code Observation}s, and an assessment a {@code Bundle}, in {@code
 * org.socialcure.scoring.fhir}.
 *
 * <p><b>Codes.</b> Every coding has a system. An instrument has one code system under the base; the
 * code of an option is its id, or {@code item.option} where options of one id mean different things
 * in different items. Codes of LOINC and SNOMED CT stand beside those where the instrument knows
 * them.
 *
 * <p><b>Weights.</b> The value of an option stands on its {@code answerOption}, as the form has it:
 * reversed items are turned around by the expression that computes the score, not in the weight.
 *
 * <p><b>Answers that are not there.</b> An item without an answer carries the extension
 * data-absent-reason: {@code unknown} for skipped, {@code asked-declined}, {@code not-applicable}
 * or {@code not-asked}. Responses of other programs usually leave such items out. An item that is
 * not there at all was skipped where the response is completed or amended, and not asked where it
 * is in progress or was stopped; an item that is there without an answer or a reason was skipped.
 */
@NullMarked
package org.socialcure.core.fhir;

import org.jspecify.annotations.NullMarked;

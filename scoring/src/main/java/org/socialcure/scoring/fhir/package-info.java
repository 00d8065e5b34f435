/**
 * Scores as FHIR R4 has them: {@link org.socialcure.scoring.fhir.FhirScores}.
 *
 * <pre>{@code
 * Fhir fhir = Fhir.at("https://example.org/fhir");
 * Assessment first = Assessment.at("T0").with(new Ucla3(2, 3, 1).toResponses());
 * ResponseDetails details = ResponseDetails.EMPTY.withSubject(FhirReference.to("Patient/1"));
 * String bundle = FhirScores.by(fhir).bundle(first, details, BundleType.TRANSACTION).json();
 * }</pre>
 */
@NullMarked
package org.socialcure.scoring.fhir;

import org.jspecify.annotations.NullMarked;

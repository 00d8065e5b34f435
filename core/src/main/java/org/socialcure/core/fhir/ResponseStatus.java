package org.socialcure.core.fhir;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How far a questionnaire was filled in, as the status of a {@code QuestionnaireResponse} says.
 * Responses that were entered in error are refused: their answers are void.
 *
 * @since 0.1
 */
@MapperForm
public enum ResponseStatus {
  /** It is being filled in. */
  IN_PROGRESS,
  /** It was filled in and holds. */
  COMPLETED,
  /** It was completed and changed since. */
  AMENDED,
  /** It was left off and will not be filled in further. */
  STOPPED
}

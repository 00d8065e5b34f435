package org.socialcure.core.fhir;

import java.util.Objects;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What was read from a {@code QuestionnaireResponse}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param responses the answers; not null
 * @param details about whom, when and by whom; not null
 * @since 0.1
 */
@MapperForm
public record FilledQuestionnaire(Responses responses, ResponseDetails details) {
  /** Refuses nulls. */
  public FilledQuestionnaire {
    Objects.requireNonNull(responses, "responses");
    Objects.requireNonNull(details, "details");
  }

  /**
   * How much was answered and what is known beside it.
   *
   * @return {@code "ucla-3: 2 of 3 items answered; details of a response: subject"}
   */
  @Override
  public String toString() {
    return responses + "; " + details;
  }
}

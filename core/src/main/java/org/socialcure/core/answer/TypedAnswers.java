package org.socialcure.core.answer;

import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The answers to an instrument as a record with one named component per item, for binding to a
 * form: {@code leftOut} is the answer to the item {@code left-out}. A component is an {@code
 * Integer}, or an enum with a constant for each option; for an instrument that asks about a group,
 * the component {@code target} names it.
 *
 * <p>Such a record is form input: it holds whatever was typed, so that Bean Validation can report
 * every field. {@code null} means not answered. Only {@link #toResponses()} refuses what is not
 * permitted.
 *
 * <p>Any mapper of Jackson binds it as {@link org.socialcure.core.json.Json} does, whatever the
 * mapper permits: every component has to be there, a misspelt one is refused, and so are 2.7 and
 * {@code "2"}. A whole number out of range is bound, for Bean Validation to report.
 *
 * <p>A record of the caller's own for an instrument of the caller's own needs two methods, {@link
 * #instrument()} and a {@code toString} that prints no answers.
 *
 * @since 0.1
 */
@MapperForm
public interface TypedAnswers {
  /**
   * The instrument that was answered.
   *
   * @return the instrument
   */
  Instrument instrument();

  /**
   * The answers in the form that scoring takes.
   *
   * @return the responses; what is {@code null} here was {@linkplain Answer.Missing#SKIPPED
   *     skipped}
   * @throws InvalidInputException if an answer is not permitted; the message names the instrument,
   *     each such item and what is permitted, never the answer
   */
  default Responses toResponses() {
    return Forms.responses(this);
  }
}

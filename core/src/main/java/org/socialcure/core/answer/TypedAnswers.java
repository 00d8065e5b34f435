package org.socialcure.core.answer;

import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.Instrument;

/**
 * The answers to a built-in instrument as a record with one named component per item, for binding
 * to a form.
 *
 * <p>Such a record is form input: it holds whatever was typed, so that Bean Validation can report
 * every field. {@code null} means not answered. Only {@link #toResponses()} refuses what is not
 * permitted.
 *
 * @since 0.1
 */
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
  Responses toResponses();
}

package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the first two items of the Patient Health Questionnaire on depression (Kroenke,
 * Spitzer and Williams 2003, Med Care 41:1284-1292).
 *
 * <p>Two items on the last two weeks, 0 not at all to 3 nearly every day; none reversed. Sum 0 to
 * 6; higher is worse. Complete forms alone are scored unless a rule for missing answers is asked
 * for by name. The wording is open.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param interest little interest or pleasure, 0 to 3; null if not answered
 * @param mood feeling down or hopeless, 0 to 3; null if not answered
 * @since 0.1
 */
public record Phq2(
    @Nullable @Min(0) @Max(3) Integer interest, @Nullable @Min(0) @Max(3) Integer mood)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.PHQ_2;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

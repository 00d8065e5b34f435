package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Patient Health Questionnaire on depression without the item on self-harm
 * (Kroenke et al. 2009, doi 10.1016/j.jad.2008.06.026).
 *
 * <p>Eight items on the last two weeks, 0 not at all to 3 nearly every day; none reversed. Sum 0 to
 * 24; higher is worse. Complete forms alone are scored unless a rule for missing answers is asked
 * for by name. The wording is open.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param interest little interest or pleasure, 0 to 3; null if not answered
 * @param mood feeling down or hopeless, 0 to 3; null if not answered
 * @param sleep trouble with sleep, 0 to 3; null if not answered
 * @param energy tired or little energy, 0 to 3; null if not answered
 * @param appetite poor appetite or overeating, 0 to 3; null if not answered
 * @param failure feeling bad about oneself, 0 to 3; null if not answered
 * @param concentration trouble concentrating, 0 to 3; null if not answered
 * @param movement slow or restless, 0 to 3; null if not answered
 * @since 0.1
 */
public record Phq8(
    @Nullable @Min(0) @Max(3) Integer interest,
    @Nullable @Min(0) @Max(3) Integer mood,
    @Nullable @Min(0) @Max(3) Integer sleep,
    @Nullable @Min(0) @Max(3) Integer energy,
    @Nullable @Min(0) @Max(3) Integer appetite,
    @Nullable @Min(0) @Max(3) Integer failure,
    @Nullable @Min(0) @Max(3) Integer concentration,
    @Nullable @Min(0) @Max(3) Integer movement)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.PHQ_8;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

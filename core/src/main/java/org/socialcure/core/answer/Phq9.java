package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Patient Health Questionnaire on depression, nine items (Kroenke, Spitzer and
 * Williams 2001, doi 10.1046/j.1525-1497.2001.016009606.x).
 *
 * <p>Nine items on the last two weeks, 0 not at all to 3 nearly every day; none reversed. Sum 0 to
 * 27; higher is worse. The tenth, on difficulty, enters no score. Any answer to the item on
 * self-harm but not at all raises a flag. Complete forms alone are scored unless a rule for missing
 * answers is asked for by name. The wording is open.
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
 * @param selfHarm thoughts of being better off dead or of self-harm, 0 to 3; null if not answered
 * @param difficulty how difficult the problems made life, 0 to 3; null if not answered
 * @since 0.1
 */
public record Phq9(
    @Nullable @Min(0) @Max(3) Integer interest,
    @Nullable @Min(0) @Max(3) Integer mood,
    @Nullable @Min(0) @Max(3) Integer sleep,
    @Nullable @Min(0) @Max(3) Integer energy,
    @Nullable @Min(0) @Max(3) Integer appetite,
    @Nullable @Min(0) @Max(3) Integer failure,
    @Nullable @Min(0) @Max(3) Integer concentration,
    @Nullable @Min(0) @Max(3) Integer movement,
    @Nullable @Min(0) @Max(3) Integer selfHarm,
    @Nullable @Min(0) @Max(3) Integer difficulty)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.PHQ_9;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

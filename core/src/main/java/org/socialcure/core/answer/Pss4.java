package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Perceived Stress Scale, four items (Cohen, Kamarck and Mermelstein 1983, J
 * Health Soc Behav 24:385-396).
 *
 * <p>Four items about the last month, 0 never to 4 very often; items 2 and 3 are reversed, which
 * scoring does. Sum 0 to 16, higher is more stressed. All four are required. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param noControl unable to control important things, 0 to 4; null if not answered
 * @param confident confident about personal problems, 0 to 4 as answered; null if not answered
 * @param goingWell things going well, 0 to 4 as answered; null if not answered
 * @param pilingUp difficulties piling up, 0 to 4; null if not answered
 * @since 0.1
 */
public record Pss4(
    @Nullable @Min(0) @Max(4) Integer noControl,
    @Nullable @Min(0) @Max(4) Integer confident,
    @Nullable @Min(0) @Max(4) Integer goingWell,
    @Nullable @Min(0) @Max(4) Integer pilingUp)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.PSS_4;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

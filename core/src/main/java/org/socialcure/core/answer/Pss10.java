package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Perceived Stress Scale, ten items (Cohen, Kamarck and Mermelstein 1983, J
 * Health Soc Behav 24:385-396).
 *
 * <p>Ten items about the last month, 0 never to 4 very often; items 4, 5, 7 and 8 are reversed,
 * which scoring does. Sum 0 to 40, higher is more stressed. All ten are required. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param upset upset by the unexpected, 0 to 4; null if not answered
 * @param noControl unable to control important things, 0 to 4; null if not answered
 * @param nervous nervous and stressed, 0 to 4; null if not answered
 * @param confident confident about personal problems, 0 to 4 as answered; null if not answered
 * @param goingWell things going well, 0 to 4 as answered; null if not answered
 * @param cannotCope unable to cope with all there is to do, 0 to 4; null if not answered
 * @param irritations able to control irritations, 0 to 4 as answered; null if not answered
 * @param onTop being on top of things, 0 to 4 as answered; null if not answered
 * @param angered angered by what is out of control, 0 to 4; null if not answered
 * @param pilingUp difficulties piling up, 0 to 4; null if not answered
 * @since 0.1
 */
public record Pss10(
    @Nullable @Min(0) @Max(4) Integer upset,
    @Nullable @Min(0) @Max(4) Integer noControl,
    @Nullable @Min(0) @Max(4) Integer nervous,
    @Nullable @Min(0) @Max(4) Integer confident,
    @Nullable @Min(0) @Max(4) Integer goingWell,
    @Nullable @Min(0) @Max(4) Integer cannotCope,
    @Nullable @Min(0) @Max(4) Integer irritations,
    @Nullable @Min(0) @Max(4) Integer onTop,
    @Nullable @Min(0) @Max(4) Integer angered,
    @Nullable @Min(0) @Max(4) Integer pilingUp)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.PSS_10;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

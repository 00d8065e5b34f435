package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answer on the EQ visual analogue scale (EuroQol Group 1990, doi
 * 10.1016/0168-8510(90)90421-9).
 *
 * <p>Health today, 0 worst to 100 best, reported alone; higher is better. Using it needs a licence;
 * labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param health own health today, 0 to 100; null if not answered
 * @since 0.1
 */
public record EqVas(@Nullable @Min(0) @Max(100) Integer health) implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.EQ_VAS;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the ICEpop capability measure for adults (Al-Janabi, Flynn and Coast 2012, doi
 * 10.1007/s11136-011-9927-2).
 *
 * <p>Five attributes, level 1 least to 4 full capability, each a score of its own; a value from 0
 * to 1 needs a tariff, which the caller supplies. Using it needs a licence; labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param stability stability, 1 to 4; null if not answered
 * @param attachment attachment, 1 to 4; null if not answered
 * @param autonomy autonomy, 1 to 4; null if not answered
 * @param achievement achievement, 1 to 4; null if not answered
 * @param enjoyment enjoyment, 1 to 4; null if not answered
 * @since 0.1
 */
public record IcecapA(
    @Nullable @Min(1) @Max(4) Integer stability,
    @Nullable @Min(1) @Max(4) Integer attachment,
    @Nullable @Min(1) @Max(4) Integer autonomy,
    @Nullable @Min(1) @Max(4) Integer achievement,
    @Nullable @Min(1) @Max(4) Integer enjoyment)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.ICECAP_A;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

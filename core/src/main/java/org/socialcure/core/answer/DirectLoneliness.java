package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answer to the direct question on loneliness of the Office for National Statistics (harmonised
 * standard).
 *
 * <p>One item, 1 often or always, 2 some of the time, 3 occasionally, 4 hardly ever, 5 never, as
 * surveys number it. The score is 6 minus that number, 1 to 5, higher is lonelier. The wording is
 * open.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param lonely how often lonely, 1 to 5 as answered; null if not answered
 * @since 0.1
 */
public record DirectLoneliness(@Nullable @Min(1) @Max(5) Integer lonely) implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.DIRECT_LONELINESS;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

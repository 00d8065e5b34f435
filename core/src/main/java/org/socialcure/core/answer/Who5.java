package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the WHO-5 Well-Being Index (Topp et al. 2015, doi 10.1159/000376585).
 *
 * <p>Five items on the last two weeks, 0 at no time to 5 all of the time; none reversed. Raw sum 0
 * to 25, percent 0 to 100; higher is better. All five are required. The wording is not for
 * commercial use; labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param cheerful cheerful and in good spirits, 0 to 5; null if not answered
 * @param calm calm and relaxed, 0 to 5; null if not answered
 * @param active active and vigorous, 0 to 5; null if not answered
 * @param rested waking up rested, 0 to 5; null if not answered
 * @param interested daily life full of interest, 0 to 5; null if not answered
 * @since 0.1
 */
public record Who5(
    @Nullable @Min(0) @Max(5) Integer cheerful,
    @Nullable @Min(0) @Max(5) Integer calm,
    @Nullable @Min(0) @Max(5) Integer active,
    @Nullable @Min(0) @Max(5) Integer rested,
    @Nullable @Min(0) @Max(5) Integer interested)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.WHO_5;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Short Warwick-Edinburgh Mental Wellbeing Scale (Stewart-Brown et al. 2009, doi
 * 10.1186/1477-7525-7-15).
 *
 * <p>Seven items on the last two weeks, 1 none of the time to 5 all of the time; none reversed. Raw
 * sum 7 to 35 and, by the published table, a metric score 7.00 to 35.00; higher is better. All
 * seven are required. Using the scale needs a licence of its owners; labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param optimistic optimistic, 1 to 5; null if not answered
 * @param useful useful, 1 to 5; null if not answered
 * @param relaxed relaxed, 1 to 5; null if not answered
 * @param dealing dealing with problems, 1 to 5; null if not answered
 * @param clear thinking clearly, 1 to 5; null if not answered
 * @param close close to others, 1 to 5; null if not answered
 * @param ownMind own mind, 1 to 5; null if not answered
 * @since 0.1
 */
public record Swemwbs(
    @Nullable @Min(1) @Max(5) Integer optimistic,
    @Nullable @Min(1) @Max(5) Integer useful,
    @Nullable @Min(1) @Max(5) Integer relaxed,
    @Nullable @Min(1) @Max(5) Integer dealing,
    @Nullable @Min(1) @Max(5) Integer clear,
    @Nullable @Min(1) @Max(5) Integer close,
    @Nullable @Min(1) @Max(5) Integer ownMind)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.SWEMWBS;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

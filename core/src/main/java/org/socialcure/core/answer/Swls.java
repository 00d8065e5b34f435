package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Satisfaction With Life Scale (Diener et al. 1985, doi
 * 10.1207/s15327752jpa4901_13).
 *
 * <p>Five items, 1 strongly disagree to 7 strongly agree; none reversed. Sum 5 to 35; higher is
 * better. All five are required. The wording is open with credit to the authors.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param ideal life close to the ideal, 1 to 7; null if not answered
 * @param conditions conditions of life, 1 to 7; null if not answered
 * @param satisfied satisfied with life, 1 to 7; null if not answered
 * @param importantThings has the important things, 1 to 7; null if not answered
 * @param changeNothing would change almost nothing, 1 to 7; null if not answered
 * @since 0.1
 */
public record Swls(
    @Nullable @Min(1) @Max(7) Integer ideal,
    @Nullable @Min(1) @Max(7) Integer conditions,
    @Nullable @Min(1) @Max(7) Integer satisfied,
    @Nullable @Min(1) @Max(7) Integer importantThings,
    @Nullable @Min(1) @Max(7) Integer changeNothing)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.SWLS;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the four questions on personal wellbeing of the Office for National Statistics
 * (harmonised standard).
 *
 * <p>Four items from 0 not at all to 10 completely, each a score of its own; there is no total. For
 * the first three higher is better, for anxiety higher is worse. The wording is open.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param satisfied satisfied with life nowadays, 0 to 10; null if not answered
 * @param worthwhile things done in life are worthwhile, 0 to 10; null if not answered
 * @param happy happy yesterday, 0 to 10; null if not answered
 * @param anxious anxious yesterday, 0 to 10; null if not answered
 * @since 0.1
 */
public record Ons4(
    @Nullable @Min(0) @Max(10) Integer satisfied,
    @Nullable @Min(0) @Max(10) Integer worthwhile,
    @Nullable @Min(0) @Max(10) Integer happy,
    @Nullable @Min(0) @Max(10) Integer anxious)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.ONS4;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

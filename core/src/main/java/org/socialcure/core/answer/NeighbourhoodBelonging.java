package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answer to the question on belonging to the immediate neighbourhood of the Community Life
 * Survey.
 *
 * <p>One item, 1 very strongly, 2 fairly strongly, 3 not very strongly, 4 not at all strongly, as
 * recalled. The score is 5 minus that number, 1 to 4, higher is stronger belonging. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param belonging strength of belonging to the immediate neighbourhood, 1 to 4 as answered; null
 *     if not answered
 * @since 0.1
 */
public record NeighbourhoodBelonging(@Nullable @Min(1) @Max(4) Integer belonging)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.NEIGHBOURHOOD_BELONGING;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Oslo Social Support Scale, three items (Kocalevent et al. 2018, doi
 * 10.1186/s40359-018-0249-9).
 *
 * <p>The first item has answers from 1 to 4, the others from 1 to 5, higher is more; none reversed.
 * Sum 3 to 14, higher is more support. All three are required. Forms that print the second and
 * third item from best to worst are to be turned round before. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param closePeople people to count on, 1 to 4; null if not answered
 * @param concern interest and concern of others, 1 to 5; null if not answered
 * @param neighbours help from neighbours, 1 to 5; null if not answered
 * @since 0.1
 */
public record Osss3(
    @Nullable @Min(1) @Max(4) Integer closePeople,
    @Nullable @Min(1) @Max(5) Integer concern,
    @Nullable @Min(1) @Max(5) Integer neighbours)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.OSSS_3;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

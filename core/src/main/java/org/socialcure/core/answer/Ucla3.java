package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Three-Item Loneliness Scale (Hughes, Waite, Hawkley and Cacioppo 2004, doi
 * 10.1177/0164027504268574).
 *
 * <p>Three items, 1 hardly ever (or never), 2 some of the time, 3 often; none reversed. Sum 3 to 9,
 * higher is lonelier. All three are required. The wording is open.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param companionship how often companionship is lacking, 1 to 3; null if not answered
 * @param leftOut how often the person feels left out, 1 to 3; null if not answered
 * @param isolated how often the person feels isolated from others, 1 to 3; null if not answered
 * @since 0.1
 */
public record Ucla3(
    @Nullable @Min(1) @Max(3) Integer companionship,
    @Nullable @Min(1) @Max(3) Integer leftOut,
    @Nullable @Min(1) @Max(3) Integer isolated)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.UCLA_3;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

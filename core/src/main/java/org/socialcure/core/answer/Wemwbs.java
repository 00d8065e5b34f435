package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Warwick-Edinburgh Mental Wellbeing Scale (Tennant et al. 2007, doi
 * 10.1186/1477-7525-5-63).
 *
 * <p>Fourteen items on the last two weeks, 1 none of the time to 5 all of the time; none reversed.
 * Sum 14 to 70; higher is better. Complete forms alone are scored unless a rule for missing answers
 * is asked for by name. Using it needs a licence; labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param optimistic optimistic, 1 to 5; null if not answered
 * @param useful useful, 1 to 5; null if not answered
 * @param relaxed relaxed, 1 to 5; null if not answered
 * @param interestInPeople interest in people, 1 to 5; null if not answered
 * @param energy energy left over, 1 to 5; null if not answered
 * @param dealing dealing with problems, 1 to 5; null if not answered
 * @param clear thinking clearly, 1 to 5; null if not answered
 * @param goodAboutSelf good about oneself, 1 to 5; null if not answered
 * @param close close to others, 1 to 5; null if not answered
 * @param confident confident, 1 to 5; null if not answered
 * @param ownMind own mind, 1 to 5; null if not answered
 * @param loved loved, 1 to 5; null if not answered
 * @param newThings interest in new things, 1 to 5; null if not answered
 * @param cheerful cheerful, 1 to 5; null if not answered
 * @since 0.1
 */
public record Wemwbs(
    @Nullable @Min(1) @Max(5) Integer optimistic,
    @Nullable @Min(1) @Max(5) Integer useful,
    @Nullable @Min(1) @Max(5) Integer relaxed,
    @Nullable @Min(1) @Max(5) Integer interestInPeople,
    @Nullable @Min(1) @Max(5) Integer energy,
    @Nullable @Min(1) @Max(5) Integer dealing,
    @Nullable @Min(1) @Max(5) Integer clear,
    @Nullable @Min(1) @Max(5) Integer goodAboutSelf,
    @Nullable @Min(1) @Max(5) Integer close,
    @Nullable @Min(1) @Max(5) Integer confident,
    @Nullable @Min(1) @Max(5) Integer ownMind,
    @Nullable @Min(1) @Max(5) Integer loved,
    @Nullable @Min(1) @Max(5) Integer newThings,
    @Nullable @Min(1) @Max(5) Integer cheerful)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.WEMWBS;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

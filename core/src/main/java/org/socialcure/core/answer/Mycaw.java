package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The ratings of Measure Yourself Concerns and Wellbeing (Paterson et al. 2007, doi
 * 10.1016/j.ctim.2006.03.006).
 *
 * <p>One or two concerns of the person's own and wellbeing, 0 best to 6 worst, and means of them;
 * lower is better. The words of the concerns are in {@link org.socialcure.core.person.MycawForm}.
 * Using it needs a licence; labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param firstConcern the person's first concern, 0 to 6; null if not answered
 * @param secondConcern the person's second concern, 0 to 6; null if not answered
 * @param wellbeing general wellbeing, 0 to 6; null if not answered
 * @since 0.1
 */
public record Mycaw(
    @Nullable @Min(0) @Max(6) Integer firstConcern,
    @Nullable @Min(0) @Max(6) Integer secondConcern,
    @Nullable @Min(0) @Max(6) Integer wellbeing)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.MYCAW;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

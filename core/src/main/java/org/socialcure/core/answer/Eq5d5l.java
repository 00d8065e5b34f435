package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the five-level EQ-5D (Herdman et al. 2011, doi 10.1007/s11136-011-9903-x).
 *
 * <p>Five dimensions of health today, level 1 best to 5 worst; a profile, and the sum of its
 * levels, 5 to 25, higher is worse. A value of health needs a value set. Using it needs a licence;
 * labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param mobility mobility, 1 to 5; null if not answered
 * @param selfCare self-care, 1 to 5; null if not answered
 * @param usualActivities usual activities, 1 to 5; null if not answered
 * @param pain pain or discomfort, 1 to 5; null if not answered
 * @param anxiety anxiety or depression, 1 to 5; null if not answered
 * @since 0.1
 */
public record Eq5d5l(
    @Nullable @Min(1) @Max(5) Integer mobility,
    @Nullable @Min(1) @Max(5) Integer selfCare,
    @Nullable @Min(1) @Max(5) Integer usualActivities,
    @Nullable @Min(1) @Max(5) Integer pain,
    @Nullable @Min(1) @Max(5) Integer anxiety)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.EQ_5D_5L;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

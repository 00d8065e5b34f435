package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the three-level EQ-5D (EuroQol Group 1990, doi 10.1016/0168-8510(90)90421-9).
 *
 * <p>Five dimensions of health today, level 1 best to 3 worst; a profile, and the sum of its
 * levels, 5 to 15, higher is worse. A value of health needs a value set. Using it needs a licence;
 * labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param mobility mobility, 1 to 3; null if not answered
 * @param selfCare self-care, 1 to 3; null if not answered
 * @param usualActivities usual activities, 1 to 3; null if not answered
 * @param pain pain or discomfort, 1 to 3; null if not answered
 * @param anxiety anxiety or depression, 1 to 3; null if not answered
 * @since 0.1
 */
public record Eq5d3l(
    @Nullable @Min(1) @Max(3) Integer mobility,
    @Nullable @Min(1) @Max(3) Integer selfCare,
    @Nullable @Min(1) @Max(3) Integer usualActivities,
    @Nullable @Min(1) @Max(3) Integer pain,
    @Nullable @Min(1) @Max(3) Integer anxiety)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.EQ_5D_3L;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

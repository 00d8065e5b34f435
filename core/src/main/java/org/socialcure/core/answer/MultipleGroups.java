package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the multiple group memberships of the Exeter Identity Transition Scales (Haslam et
 * al. 2008, doi 10.1080/09602010701643449).
 *
 * <p>Four items from 1 disagree completely to 7 agree completely; none reversed. Mean 1 to 7,
 * higher is more group memberships. All four are required. Most of these facts are known from
 * memory only. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param member membership of many different groups, 1 to 7; null if not answered
 * @param active being active in many groups, 1 to 7; null if not answered
 * @param friends friends in many groups, 1 to 7; null if not answered
 * @param ties strong ties with many groups, 1 to 7; null if not answered
 * @since 0.1
 */
public record MultipleGroups(
    @Nullable @Min(1) @Max(7) Integer member,
    @Nullable @Min(1) @Max(7) Integer active,
    @Nullable @Min(1) @Max(7) Integer friends,
    @Nullable @Min(1) @Max(7) Integer ties)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.MULTIPLE_GROUPS;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Brief Sense of Community Scale (Peterson, Speer and McMillan 2008, doi
 * 10.1002/jcop.20217).
 *
 * <p>Eight items from 1 strongly disagree to 5 strongly agree; none reversed. Mean 1 to 5 of all
 * and of two each for fulfilment of needs, group membership, influence and shared emotional
 * connection, higher is more. All answers of a scale are required. That the scores are means is
 * known from memory only. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param findNeeded getting what one needs there, 1 to 5; null if not answered
 * @param meetsNeeds help with meeting needs, 1 to 5; null if not answered
 * @param member feeling like a member, 1 to 5; null if not answered
 * @param belong belonging there, 1 to 5; null if not answered
 * @param say having a say, 1 to 5; null if not answered
 * @param influence people influencing each other, 1 to 5; null if not answered
 * @param connected feeling connected, 1 to 5; null if not answered
 * @param bond a bond with the others, 1 to 5; null if not answered
 * @since 0.1
 */
public record BriefSenseOfCommunity(
    @Nullable @Min(1) @Max(5) Integer findNeeded,
    @Nullable @Min(1) @Max(5) Integer meetsNeeds,
    @Nullable @Min(1) @Max(5) Integer member,
    @Nullable @Min(1) @Max(5) Integer belong,
    @Nullable @Min(1) @Max(5) Integer say,
    @Nullable @Min(1) @Max(5) Integer influence,
    @Nullable @Min(1) @Max(5) Integer connected,
    @Nullable @Min(1) @Max(5) Integer bond)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.BRIEF_SENSE_OF_COMMUNITY;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

package org.socialcure.core.answer;

import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the eleven-item De Jong Gierveld Loneliness Scale (de Jong Gierveld and Kamphuis
 * 1985, doi 10.1177/014662168500900307).
 *
 * <p>Eleven items answered yes, more or less or no. Six are worded negatively (emotional
 * loneliness: yes and more or less count) and five positively (social loneliness: more or less and
 * no count). Counts 0 to 11 in all, 0 to 6 emotional, 0 to 5 social; higher is lonelier. All
 * answers are required. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param talkTo someone to talk to about everyday problems; null if not answered
 * @param missFriend missing a really close friend; null if not answered
 * @param emptiness a general sense of emptiness; null if not answered
 * @param relyOn people to rely on when there are problems; null if not answered
 * @param missCompany missing the company of others; null if not answered
 * @param limitedCircle a circle of friends that is too limited; null if not answered
 * @param trust people to trust completely; null if not answered
 * @param close people to feel close to; null if not answered
 * @param missPeople missing people around; null if not answered
 * @param rejected feeling rejected; null if not answered
 * @param callOn friends to call on when needed; null if not answered
 * @since 0.1
 */
public record DeJongGierveld11(
    @Nullable DeJongGierveldAnswer talkTo,
    @Nullable DeJongGierveldAnswer missFriend,
    @Nullable DeJongGierveldAnswer emptiness,
    @Nullable DeJongGierveldAnswer relyOn,
    @Nullable DeJongGierveldAnswer missCompany,
    @Nullable DeJongGierveldAnswer limitedCircle,
    @Nullable DeJongGierveldAnswer trust,
    @Nullable DeJongGierveldAnswer close,
    @Nullable DeJongGierveldAnswer missPeople,
    @Nullable DeJongGierveldAnswer rejected,
    @Nullable DeJongGierveldAnswer callOn)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.DE_JONG_GIERVELD_11;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

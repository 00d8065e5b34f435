package org.socialcure.core.answer;

import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the six-item De Jong Gierveld Loneliness Scale (de Jong Gierveld and van Tilburg
 * 2006, doi 10.1177/0164027506289723).
 *
 * <p>Six items answered yes, more or less or no. Three are worded negatively (emotional loneliness:
 * yes and more or less count) and three positively (social loneliness: more or less and no count).
 * Counts 0 to 6 in all and 0 to 3 each, higher is lonelier. The total lets one answer be missing,
 * the subscales none. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param emptiness a general sense of emptiness; null if not answered
 * @param missPeople missing people around; null if not answered
 * @param rejected feeling rejected; null if not answered
 * @param relyOn people to rely on when there are problems; null if not answered
 * @param trust people to trust completely; null if not answered
 * @param close people to feel close to; null if not answered
 * @since 0.1
 */
public record DeJongGierveld6(
    @Nullable DeJongGierveldAnswer emptiness,
    @Nullable DeJongGierveldAnswer missPeople,
    @Nullable DeJongGierveldAnswer rejected,
    @Nullable DeJongGierveldAnswer relyOn,
    @Nullable DeJongGierveldAnswer trust,
    @Nullable DeJongGierveldAnswer close)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.DE_JONG_GIERVELD_6;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

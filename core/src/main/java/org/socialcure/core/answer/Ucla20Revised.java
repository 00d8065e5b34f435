package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the revised UCLA Loneliness Scale (Russell, Peplau and Cutrona 1980, doi
 * 10.1037/0022-3514.39.3.472).
 *
 * <p>Twenty items, 1 never, 2 rarely, 3 sometimes, 4 often; items 1, 4, 5, 6, 9, 10, 15, 16, 19 and
 * 20 are reversed, which scoring does. Sum 20 to 80, higher is lonelier. All twenty are required.
 * Labels only. Version 3 is {@link Ucla20}.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param inTune being in tune with others, 1 to 4 as answered; null if not answered
 * @param companionship lack of companionship, 1 to 4; null if not answered
 * @param noOneToTurnTo no one to turn to, 1 to 4; null if not answered
 * @param notAlone not feeling alone, 1 to 4 as answered; null if not answered
 * @param partOfGroup being part of a group of friends, 1 to 4 as answered; null if not answered
 * @param inCommon much in common with others, 1 to 4 as answered; null if not answered
 * @param closeToNoOne closeness that was lost, 1 to 4; null if not answered
 * @param notShared interests and ideas not shared, 1 to 4; null if not answered
 * @param outgoing being an outgoing person, 1 to 4 as answered; null if not answered
 * @param close people to feel close to, 1 to 4 as answered; null if not answered
 * @param leftOut feeling left out, 1 to 4; null if not answered
 * @param superficial superficial relationships, 1 to 4; null if not answered
 * @param notKnown not being known well, 1 to 4; null if not answered
 * @param isolated feeling isolated from others, 1 to 4; null if not answered
 * @param findCompanionship finding companionship when wanted, 1 to 4 as answered; null if not
 *     answered
 * @param understood people who understand, 1 to 4 as answered; null if not answered
 * @param withdrawn unhappy about being withdrawn, 1 to 4; null if not answered
 * @param notWithMe people around but not with me, 1 to 4; null if not answered
 * @param talkTo people to talk to, 1 to 4 as answered; null if not answered
 * @param turnTo people to turn to, 1 to 4 as answered; null if not answered
 * @since 0.1
 */
public record Ucla20Revised(
    @Nullable @Min(1) @Max(4) Integer inTune,
    @Nullable @Min(1) @Max(4) Integer companionship,
    @Nullable @Min(1) @Max(4) Integer noOneToTurnTo,
    @Nullable @Min(1) @Max(4) Integer notAlone,
    @Nullable @Min(1) @Max(4) Integer partOfGroup,
    @Nullable @Min(1) @Max(4) Integer inCommon,
    @Nullable @Min(1) @Max(4) Integer closeToNoOne,
    @Nullable @Min(1) @Max(4) Integer notShared,
    @Nullable @Min(1) @Max(4) Integer outgoing,
    @Nullable @Min(1) @Max(4) Integer close,
    @Nullable @Min(1) @Max(4) Integer leftOut,
    @Nullable @Min(1) @Max(4) Integer superficial,
    @Nullable @Min(1) @Max(4) Integer notKnown,
    @Nullable @Min(1) @Max(4) Integer isolated,
    @Nullable @Min(1) @Max(4) Integer findCompanionship,
    @Nullable @Min(1) @Max(4) Integer understood,
    @Nullable @Min(1) @Max(4) Integer withdrawn,
    @Nullable @Min(1) @Max(4) Integer notWithMe,
    @Nullable @Min(1) @Max(4) Integer talkTo,
    @Nullable @Min(1) @Max(4) Integer turnTo)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.UCLA_20_REVISED;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

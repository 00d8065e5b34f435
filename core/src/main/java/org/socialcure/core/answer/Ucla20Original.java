package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the first UCLA Loneliness Scale (Russell, Peplau and Ferguson 1978, doi
 * 10.1207/s15327752jpa4203_11).
 *
 * <p>Twenty items, 0 never, 1 rarely, 2 sometimes, 3 often; none reversed. Sum 0 to 60, higher is
 * lonelier. All twenty are required. Labels only. Version 3 is {@link Ucla20}.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param muchAlone unhappy about doing much alone, 0 to 3; null if not answered
 * @param nobodyToTalkTo nobody to talk to, 0 to 3; null if not answered
 * @param unbearablyAlone being unbearably alone, 0 to 3; null if not answered
 * @param companionship lack of companionship, 0 to 3; null if not answered
 * @param notUnderstood not being understood, 0 to 3; null if not answered
 * @param waitingForCalls waiting for calls and letters, 0 to 3; null if not answered
 * @param noOneToTurnTo no one to turn to, 0 to 3; null if not answered
 * @param closeToNoOne closeness that was lost, 0 to 3; null if not answered
 * @param notShared interests and ideas not shared, 0 to 3; null if not answered
 * @param leftOut feeling left out, 0 to 3; null if not answered
 * @param alone complete aloneness, 0 to 3; null if not answered
 * @param cannotReachOut inability to reach others, 0 to 3; null if not answered
 * @param superficial superficial relationships, 0 to 3; null if not answered
 * @param starved hunger for company, 0 to 3; null if not answered
 * @param notKnown not being known well, 0 to 3; null if not answered
 * @param isolated feeling isolated from others, 0 to 3; null if not answered
 * @param withdrawn unhappy about being withdrawn, 0 to 3; null if not answered
 * @param hardToMakeFriends difficulty in making friends, 0 to 3; null if not answered
 * @param shutOut being shut out by others, 0 to 3; null if not answered
 * @param notWithMe people around but not with me, 0 to 3; null if not answered
 * @since 0.1
 */
public record Ucla20Original(
    @Nullable @Min(0) @Max(3) Integer muchAlone,
    @Nullable @Min(0) @Max(3) Integer nobodyToTalkTo,
    @Nullable @Min(0) @Max(3) Integer unbearablyAlone,
    @Nullable @Min(0) @Max(3) Integer companionship,
    @Nullable @Min(0) @Max(3) Integer notUnderstood,
    @Nullable @Min(0) @Max(3) Integer waitingForCalls,
    @Nullable @Min(0) @Max(3) Integer noOneToTurnTo,
    @Nullable @Min(0) @Max(3) Integer closeToNoOne,
    @Nullable @Min(0) @Max(3) Integer notShared,
    @Nullable @Min(0) @Max(3) Integer leftOut,
    @Nullable @Min(0) @Max(3) Integer alone,
    @Nullable @Min(0) @Max(3) Integer cannotReachOut,
    @Nullable @Min(0) @Max(3) Integer superficial,
    @Nullable @Min(0) @Max(3) Integer starved,
    @Nullable @Min(0) @Max(3) Integer notKnown,
    @Nullable @Min(0) @Max(3) Integer isolated,
    @Nullable @Min(0) @Max(3) Integer withdrawn,
    @Nullable @Min(0) @Max(3) Integer hardToMakeFriends,
    @Nullable @Min(0) @Max(3) Integer shutOut,
    @Nullable @Min(0) @Max(3) Integer notWithMe)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.UCLA_20_ORIGINAL;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

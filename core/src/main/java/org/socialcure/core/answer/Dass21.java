package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Depression Anxiety Stress Scales, 21 items (Lovibond and Lovibond 1995).
 *
 * <p>Twenty-one items on the past week, 0 did not apply to 3 applied very much; none reversed.
 * Depression, anxiety and stress are each the doubled sum of seven items, 0 to 42; higher is worse.
 * All seven of a scale are required. Any answer to the last item but did not apply raises a flag.
 * Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param windDown hard to wind down, 0 to 3; null if not answered
 * @param dryMouth dry mouth, 0 to 3; null if not answered
 * @param positiveFeeling no positive feeling, 0 to 3; null if not answered
 * @param breathing trouble breathing, 0 to 3; null if not answered
 * @param initiative hard to get started, 0 to 3; null if not answered
 * @param overReact over-reacting, 0 to 3; null if not answered
 * @param trembling trembling, 0 to 3; null if not answered
 * @param nervousEnergy nervous energy, 0 to 3; null if not answered
 * @param panicSituations situations of panic, 0 to 3; null if not answered
 * @param lookForward nothing to look forward to, 0 to 3; null if not answered
 * @param agitated getting agitated, 0 to 3; null if not answered
 * @param relax hard to relax, 0 to 3; null if not answered
 * @param downHearted down-hearted, 0 to 3; null if not answered
 * @param interruptions intolerant of interruptions, 0 to 3; null if not answered
 * @param nearPanic close to panic, 0 to 3; null if not answered
 * @param enthusiasm no enthusiasm, 0 to 3; null if not answered
 * @param worth not worth much as a person, 0 to 3; null if not answered
 * @param touchy touchy, 0 to 3; null if not answered
 * @param heartbeat aware of the heartbeat, 0 to 3; null if not answered
 * @param scared scared for no reason, 0 to 3; null if not answered
 * @param meaningless life without meaning, 0 to 3; null if not answered
 * @since 0.1
 */
public record Dass21(
    @Nullable @Min(0) @Max(3) Integer windDown,
    @Nullable @Min(0) @Max(3) Integer dryMouth,
    @Nullable @Min(0) @Max(3) Integer positiveFeeling,
    @Nullable @Min(0) @Max(3) Integer breathing,
    @Nullable @Min(0) @Max(3) Integer initiative,
    @Nullable @Min(0) @Max(3) Integer overReact,
    @Nullable @Min(0) @Max(3) Integer trembling,
    @Nullable @Min(0) @Max(3) Integer nervousEnergy,
    @Nullable @Min(0) @Max(3) Integer panicSituations,
    @Nullable @Min(0) @Max(3) Integer lookForward,
    @Nullable @Min(0) @Max(3) Integer agitated,
    @Nullable @Min(0) @Max(3) Integer relax,
    @Nullable @Min(0) @Max(3) Integer downHearted,
    @Nullable @Min(0) @Max(3) Integer interruptions,
    @Nullable @Min(0) @Max(3) Integer nearPanic,
    @Nullable @Min(0) @Max(3) Integer enthusiasm,
    @Nullable @Min(0) @Max(3) Integer worth,
    @Nullable @Min(0) @Max(3) Integer touchy,
    @Nullable @Min(0) @Max(3) Integer heartbeat,
    @Nullable @Min(0) @Max(3) Integer scared,
    @Nullable @Min(0) @Max(3) Integer meaningless)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.DASS_21;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the eight-item short form of the UCLA Loneliness Scale (Hays and DiMatteo 1987,
 * doi 10.1207/s15327752jpa5101_6).
 *
 * <p>Eight items, 1 never, 2 rarely, 3 sometimes, 4 often; items 3 and 6 are reversed, which
 * scoring does. Sum 8 to 32 or mean 1 to 4, higher is lonelier. All eight are required. Labels
 * only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param companionship lack of companionship, 1 to 4; null if not answered
 * @param turnTo no one to turn to, 1 to 4; null if not answered
 * @param outgoing being an outgoing person, 1 to 4 as answered; null if not answered
 * @param leftOut feeling left out, 1 to 4; null if not answered
 * @param isolated feeling isolated, 1 to 4; null if not answered
 * @param findCompanionship finding companionship when wanted, 1 to 4 as answered; null if not
 *     answered
 * @param withdrawn unhappy about being withdrawn, 1 to 4; null if not answered
 * @param notWithMe people around but not with me, 1 to 4; null if not answered
 * @since 0.1
 */
public record Uls8(
    @Nullable @Min(1) @Max(4) Integer companionship,
    @Nullable @Min(1) @Max(4) Integer turnTo,
    @Nullable @Min(1) @Max(4) Integer outgoing,
    @Nullable @Min(1) @Max(4) Integer leftOut,
    @Nullable @Min(1) @Max(4) Integer isolated,
    @Nullable @Min(1) @Max(4) Integer findCompanionship,
    @Nullable @Min(1) @Max(4) Integer withdrawn,
    @Nullable @Min(1) @Max(4) Integer notWithMe)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.ULS_8;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

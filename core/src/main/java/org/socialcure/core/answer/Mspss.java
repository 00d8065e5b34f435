package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Multidimensional Scale of Perceived Social Support (Zimet, Dahlem, Zimet and
 * Farley 1988, doi 10.1207/s15327752jpa5201_2).
 *
 * <p>Twelve items from 1 very strongly disagree to 7 very strongly agree; none reversed. Mean 1 to
 * 7 of all and of four each for a significant other (1, 2, 5, 10), family (3, 4, 8, 11) and friends
 * (6, 7, 9, 12); sum 12 to 84; higher is more support. All answers of a scale are required. Labels
 * only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param specialPersonNear a special person who is there, 1 to 7; null if not answered
 * @param specialPersonShare a special person to share joys and sorrows with, 1 to 7; null if not
 *     answered
 * @param familyTries family that tries to help, 1 to 7; null if not answered
 * @param familyEmotional emotional support from family, 1 to 7; null if not answered
 * @param specialPersonComfort a special person who comforts, 1 to 7; null if not answered
 * @param friendsTry friends who try to help, 1 to 7; null if not answered
 * @param friendsCountOn friends to count on, 1 to 7; null if not answered
 * @param familyTalk talking about problems with family, 1 to 7; null if not answered
 * @param friendsShare friends to share joys and sorrows with, 1 to 7; null if not answered
 * @param specialPersonCares a special person who cares, 1 to 7; null if not answered
 * @param familyDecisions family that helps to decide, 1 to 7; null if not answered
 * @param friendsTalk talking about problems with friends, 1 to 7; null if not answered
 * @since 0.1
 */
public record Mspss(
    @Nullable @Min(1) @Max(7) Integer specialPersonNear,
    @Nullable @Min(1) @Max(7) Integer specialPersonShare,
    @Nullable @Min(1) @Max(7) Integer familyTries,
    @Nullable @Min(1) @Max(7) Integer familyEmotional,
    @Nullable @Min(1) @Max(7) Integer specialPersonComfort,
    @Nullable @Min(1) @Max(7) Integer friendsTry,
    @Nullable @Min(1) @Max(7) Integer friendsCountOn,
    @Nullable @Min(1) @Max(7) Integer familyTalk,
    @Nullable @Min(1) @Max(7) Integer friendsShare,
    @Nullable @Min(1) @Max(7) Integer specialPersonCares,
    @Nullable @Min(1) @Max(7) Integer familyDecisions,
    @Nullable @Min(1) @Max(7) Integer friendsTalk)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.MSPSS;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

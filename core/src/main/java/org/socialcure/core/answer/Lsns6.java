package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Lubben Social Network Scale, six items (Lubben et al. 2006, doi
 * 10.1093/geront/46.4.503).
 *
 * <p>Six items, 0 none, 1 one, 2 two, 3 three or four, 4 five to eight, 5 nine or more; none
 * reversed. Sum 0 to 30, 0 to 15 for family and for friends, higher is a larger network. All
 * answers of a scale are required. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param familyContact relatives seen or heard from in a month, 0 to 5; null if not answered
 * @param familyPrivate relatives to talk to about private matters, 0 to 5; null if not answered
 * @param familyHelp relatives to call on for help, 0 to 5; null if not answered
 * @param friendsContact friends seen or heard from in a month, 0 to 5; null if not answered
 * @param friendsPrivate friends to talk to about private matters, 0 to 5; null if not answered
 * @param friendsHelp friends to call on for help, 0 to 5; null if not answered
 * @since 0.1
 */
public record Lsns6(
    @Nullable @Min(0) @Max(5) Integer familyContact,
    @Nullable @Min(0) @Max(5) Integer familyPrivate,
    @Nullable @Min(0) @Max(5) Integer familyHelp,
    @Nullable @Min(0) @Max(5) Integer friendsContact,
    @Nullable @Min(0) @Max(5) Integer friendsPrivate,
    @Nullable @Min(0) @Max(5) Integer friendsHelp)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.LSNS_6;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Generalised Anxiety Disorder scale, seven items (Spitzer et al. 2006, doi
 * 10.1001/archinte.166.10.1092).
 *
 * <p>Seven items on the last two weeks, 0 not at all to 3 nearly every day; none reversed. Sum 0 to
 * 21; higher is worse. Complete forms alone are scored unless a rule for missing answers is asked
 * for by name. The wording is open.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param nervous nervous or on edge, 0 to 3; null if not answered
 * @param controlWorry not able to stop worrying, 0 to 3; null if not answered
 * @param worry worrying too much, 0 to 3; null if not answered
 * @param relax trouble relaxing, 0 to 3; null if not answered
 * @param restless too restless to sit still, 0 to 3; null if not answered
 * @param irritable easily annoyed, 0 to 3; null if not answered
 * @param afraid afraid of something awful, 0 to 3; null if not answered
 * @since 0.1
 */
public record Gad7(
    @Nullable @Min(0) @Max(3) Integer nervous,
    @Nullable @Min(0) @Max(3) Integer controlWorry,
    @Nullable @Min(0) @Max(3) Integer worry,
    @Nullable @Min(0) @Max(3) Integer relax,
    @Nullable @Min(0) @Max(3) Integer restless,
    @Nullable @Min(0) @Max(3) Integer irritable,
    @Nullable @Min(0) @Max(3) Integer afraid)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.GAD_7;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

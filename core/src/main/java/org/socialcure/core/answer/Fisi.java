package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The answers to the Four-Item Measure of Social Identification about one group (Postmes, Haslam
 * and Jans 2013, doi 10.1111/bjso.12006).
 *
 * <p>Four items from 1 fully disagree to 7 fully agree; none reversed. Mean 1 to 7, higher is
 * stronger identification. All four are required. Items and scoring are known from memory only.
 * Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param target the group that was asked about, lower-case words joined by hyphens, {@code
 *     "community"}; null if not filled in
 * @param identify identification with the group, 1 to 7; null if not answered
 * @param committed commitment to the group, 1 to 7; null if not answered
 * @param glad being glad to belong to it, 1 to 7; null if not answered
 * @param important its importance for how one sees oneself, 1 to 7; null if not answered
 * @since 0.1
 */
public record Fisi(
    @Nullable @NotBlank @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*") @Size(max = 64)
        String target,
    @Nullable @Min(1) @Max(7) Integer identify,
    @Nullable @Min(1) @Max(7) Integer committed,
    @Nullable @Min(1) @Max(7) Integer glad,
    @Nullable @Min(1) @Max(7) Integer important)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.FISI;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

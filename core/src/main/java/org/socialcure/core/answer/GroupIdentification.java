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
 * The answers to the Group Identification Scale about one group (Sani et al. 2015, doi
 * 10.1111/bjhp.12119).
 *
 * <p>Four items from 1 I strongly disagree to 7 I strongly agree; none reversed. Mean 1 to 7,
 * higher is stronger identification. All four are required. Items and scoring are known from memory
 * only. Labels only.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param target the group that was asked about, lower-case words joined by hyphens, {@code
 *     "community"}; null if not filled in
 * @param bond a bond with the group, 1 to 7; null if not answered
 * @param similar being similar to its members, 1 to 7; null if not answered
 * @param belonging a sense of belonging to the group, 1 to 7; null if not answered
 * @param inCommon having something in common with its members, 1 to 7; null if not answered
 * @since 0.1
 */
public record GroupIdentification(
    @Nullable @NotBlank @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*") @Size(max = 64)
        String target,
    @Nullable @Min(1) @Max(7) Integer bond,
    @Nullable @Min(1) @Max(7) Integer similar,
    @Nullable @Min(1) @Max(7) Integer belonging,
    @Nullable @Min(1) @Max(7) Integer inCommon)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.GROUP_IDENTIFICATION;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}

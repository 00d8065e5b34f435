package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * A part of an outcome that could not be estimated, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param part what is not there
 * @param because why
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record Gap(OutcomePart part, NotEstimable because) {
  /** Refuses nulls. */
  public Gap {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(because, "because");
  }

  static Optional<NotEstimable> find(List<Gap> gaps, OutcomePart part) {
    Objects.requireNonNull(part, "part");
    return gaps.stream().filter(gap -> gap.part == part).map(Gap::because).findFirst();
  }

  /**
   * The gap in words.
   *
   * @return {@code "the t test: not estimable, because the values do not vary"}
   */
  @Override
  public String toString() {
    return part + ": " + because;
  }
}

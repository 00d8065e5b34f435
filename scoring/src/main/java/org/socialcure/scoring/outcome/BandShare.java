package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How many people were in a cited band before and after, of those with both values.
 *
 * <p>Immutable and thread-safe.
 *
 * @param band the id of the band within its scheme
 * @param label what people call it
 * @param before those in it before
 * @param after those in it after
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record BandShare(String band, String label, Share before, Share after) {
  /** Refuses nulls. */
  public BandShare {
    Objects.requireNonNull(band, "band");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /**
   * The shares in a line.
   *
   * @return {@code "lonely: 61 of 126 (48.4%) before, 39 (31.0%) after"}
   */
  @Override
  public String toString() {
    return label
        + ": "
        + before.count()
        + " of "
        + before.of()
        + " ("
        + Numbers.percent(before.value(), 1)
        + ") before, "
        + after.count()
        + " ("
        + Numbers.percent(after.value(), 1)
        + ") after";
  }
}

package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.change.ImportantDifference;

/**
 * How many people changed by as much as is important, or more, for the better and for the worse.
 *
 * <p>Immutable and thread-safe.
 *
 * @param better those better by at least the important change
 * @param worse those worse by at least the important change
 * @param important the important change, with its source
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportantShares(Share better, Share worse, ImportantDifference important) {
  /** Refuses nulls. */
  public ImportantShares {
    Objects.requireNonNull(better, "better");
    Objects.requireNonNull(worse, "worse");
    Objects.requireNonNull(important, "important");
  }

  /**
   * The shares in a line.
   *
   * @return {@code "importantly better 50.0%, importantly worse 10.0% (at least 3 points (…))"}
   */
  @Override
  public String toString() {
    return "importantly better "
        + Numbers.percent(better.value(), 1)
        + ", importantly worse "
        + Numbers.percent(worse.value(), 1)
        + " (at least "
        + important
        + ")";
  }
}

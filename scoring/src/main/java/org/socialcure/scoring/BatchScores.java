package org.socialcure.scoring;

import java.util.Objects;
import org.socialcure.core.data.Dataset;

/**
 * The scores of a file, with the counts of what was scored and what was not.
 *
 * <p>Immutable and thread-safe.
 *
 * @param scores the kept columns and one column for each scale, missing where a scale could not be
 *     scored
 * @param summary the counts
 * @since 0.1
 */
public record BatchScores(Dataset scores, BatchSummary summary) {
  /** Refuses nulls. */
  public BatchScores {
    Objects.requireNonNull(scores, "scores");
    Objects.requireNonNull(summary, "summary");
  }

  /**
   * The counts; the scores themselves are people's and are not printed.
   *
   * @return the summary as it prints itself
   */
  @Override
  public String toString() {
    return summary.toString();
  }
}

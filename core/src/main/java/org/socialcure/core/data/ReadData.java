package org.socialcure.core.data;

import java.util.Objects;

/**
 * What was read from a file: the data, and what was found and left out on the way.
 *
 * <p>Immutable and thread-safe.
 *
 * @param data the data
 * @param summary what was found and left out
 * @since 0.1
 */
public record ReadData(Dataset data, ReadingSummary summary) {
  /** Refuses nulls. */
  public ReadData {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(summary, "summary");
  }

  /**
   * The columns and the summary; no cell is shown.
   *
   * @return the data set as it prints itself, and the summary
   */
  @Override
  public String toString() {
    return summary.notes().isEmpty() ? data.toString() : data + "\n" + summary;
  }
}

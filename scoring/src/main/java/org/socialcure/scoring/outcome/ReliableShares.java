package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.change.ChangeReference;

/**
 * How many people changed by more than measurement error, by the method of Jacobson and Truax
 * (1991), and what that was judged by.
 *
 * <p>Immutable and thread-safe.
 *
 * @param improved those reliably better
 * @param unchanged those without a reliable change
 * @param deteriorated those reliably worse
 * @param threshold how many points a difference must exceed to be reliable
 * @param reference the standard deviation and the reliability used, with their source
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReliableShares(
    Share improved,
    Share unchanged,
    Share deteriorated,
    double threshold,
    ChangeReference reference) {
  /** Refuses nulls. */
  public ReliableShares {
    Objects.requireNonNull(improved, "improved");
    Objects.requireNonNull(unchanged, "unchanged");
    Objects.requireNonNull(deteriorated, "deteriorated");
    Objects.requireNonNull(reference, "reference");
  }

  /**
   * The shares in a line.
   *
   * @return {@code "reliably better 46.0%, … (beyond ±4 points; SD …)"}
   */
  @Override
  public String toString() {
    return "reliably better "
        + Numbers.percent(improved.value(), 1)
        + ", no reliable change "
        + Numbers.percent(unchanged.value(), 1)
        + ", reliably worse "
        + Numbers.percent(deteriorated.value(), 1)
        + " (beyond ±"
        + Numbers.fixed(threshold, 2)
        + " points; "
        + reference
        + ")";
  }
}

package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What an item adds to its scale.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item the column that holds it
 * @param label its text for people
 * @param n how many answered it, among the people that count
 * @param mean the mean of its keyed values; empty if nobody answered
 * @param sd their standard deviation (divisor n − 1); empty for fewer than two
 * @param totalCorrelation its correlation with the total, of which it is a part; empty if one of
 *     the two does not vary
 * @param restCorrelation its correlation with the total of the other items, the corrected
 *     item-total correlation; empty if one of the two does not vary
 * @param alphaIfDropped alpha of the other items
 * @param standardizedAlphaIfDropped standardised alpha of the other items
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ItemStatistics(
    String item,
    String label,
    int n,
    OptionalDouble mean,
    OptionalDouble sd,
    OptionalDouble totalCorrelation,
    OptionalDouble restCorrelation,
    ReliabilityEstimate alphaIfDropped,
    ReliabilityEstimate standardizedAlphaIfDropped) {
  /** Refuses nulls. */
  public ItemStatistics {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(sd, "sd");
    Objects.requireNonNull(totalCorrelation, "totalCorrelation");
    Objects.requireNonNull(restCorrelation, "restCorrelation");
    Objects.requireNonNull(alphaIfDropped, "alphaIfDropped");
    Objects.requireNonNull(standardizedAlphaIfDropped, "standardizedAlphaIfDropped");
  }

  /**
   * The item in a line.
   *
   * @return {@code "uls8_3 (n 120): item-rest r 0.41, alpha if dropped 0.712"}
   */
  @Override
  public String toString() {
    return item
        + " (n "
        + n
        + "): item-rest "
        + (restCorrelation.isPresent()
            ? "r " + Numbers.fixed(restCorrelation.getAsDouble(), 2)
            : "r none")
        + ", alpha if dropped "
        + alphaIfDropped;
  }
}

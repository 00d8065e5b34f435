package org.socialcure.examples.study.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.contact.CostChange;
import org.socialcure.scoring.contact.RateUnit;

/**
 * How the cost of contacts changed from one wave to another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param first the earlier wave
 * @param last the later wave
 * @param unit the unit of time that the page tells costs for; the numbers here are of a month
 * @param change the cost of a person and month before and after; empty if it cannot be had
 * @param because why there is none; empty if there is one
 * @param notCounted services with a unit cost that are not counted at both waves and not in the sum
 */
public record CostDocument(
    String first,
    String last,
    RateUnit unit,
    Optional<CostChange> change,
    Optional<NotEstimable> because,
    List<String> notCounted) {
  /** Copies the list. */
  public CostDocument {
    notCounted = List.copyOf(notCounted);
  }

  /**
   * The same cost to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the cost for people
   */
  public CostDocument callingWaves(Map<String, String> names) {
    return new CostDocument(
        names.getOrDefault(first, first),
        names.getOrDefault(last, last),
        unit,
        change,
        because,
        notCounted);
  }
}

package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * Whether one person's change exceeds measurement error by one of the published methods, or why
 * that cannot be said.
 *
 * <p>Immutable and thread-safe.
 *
 * @param method the method
 * @param outcome improved, unchanged, deteriorated; not available without an index, or where
 *     neither end of the scale is better
 * @param index the index, above 0 where the score rose beyond what was expected; empty where it
 *     cannot be had
 * @param lowestUnchanged the lowest score afterwards that would be no reliable change, given the
 *     score before; it may lie outside the scale; empty without an index
 * @param highestUnchanged the highest such score
 * @param because why there is no index
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReliableChangeIndex(
    ReliableChangeMethod method,
    ReliableChangeClass outcome,
    OptionalDouble index,
    OptionalDouble lowestUnchanged,
    OptionalDouble highestUnchanged,
    Optional<NotEstimable> because) {
  /**
   * Refuses an index that is not finite and none without a reason.
   *
   * @throws InvalidInputException if the index is not finite, or there is neither an index nor a
   *     reason
   */
  public ReliableChangeIndex {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(lowestUnchanged, "lowestUnchanged");
    Objects.requireNonNull(highestUnchanged, "highestUnchanged");
    if (!Double.isFinite(index.orElse(0))) {
      throw new InvalidInputException("index", "must be finite");
    }
    if (index.isPresent() == because.isPresent()) {
      throw new InvalidInputException(
          "because", "must say why there is no index, and be left out where there is one");
    }
  }

  static ReliableChangeIndex of(
      double before,
      double after,
      Direction direction,
      ReliableChangeMethod method,
      ReferenceSample sample) {
    Optional<NotEstimable> obstacle = method.obstacle(sample);
    if (obstacle.isPresent()) {
      return new ReliableChangeIndex(
          method,
          ReliableChangeClass.NOT_AVAILABLE,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          obstacle);
    }
    ReliableChangeMethod.Line line = method.line(before, sample);
    double index = line.index(after);
    return new ReliableChangeIndex(
        method,
        ReliableChangeClass.of(index, method.critical(), direction),
        OptionalDouble.of(index),
        OptionalDouble.of(line.after(-method.critical())),
        OptionalDouble.of(line.after(method.critical())),
        Optional.empty());
  }

  /**
   * The index in words.
   *
   * @return {@code "Edwards-Nunnally index -2.10 (beyond ±1.96): improved; …"} or the reason
   */
  @Override
  public String toString() {
    if (index.isEmpty()) {
      return method + " index " + because.orElseThrow();
    }
    return method
        + " index "
        + Numbers.fixed(index.getAsDouble(), 2)
        + " (reliable beyond ±"
        + Numbers.value(method.critical())
        + "): "
        + outcome
        + "; scores afterwards from "
        + Numbers.fixed(lowestUnchanged.orElseThrow(), 2)
        + " to "
        + Numbers.fixed(highestUnchanged.orElseThrow(), 2)
        + " would be no reliable change";
  }
}

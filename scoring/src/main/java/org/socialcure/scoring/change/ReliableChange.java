package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether one person's change exceeds measurement error, and what that was judged by.
 *
 * <p>Without a {@link ChangeReference}, or on a scale neither end of which is better, the class is
 * {@link ReliableChangeClass#NOT_AVAILABLE}: the library does not make up a standard deviation or a
 * reliability.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome improved, unchanged, deteriorated or not available
 * @param method how it was judged
 * @param index the reliable change index, with the sign of after minus before; empty without a
 *     reference
 * @param threshold how many points a difference must exceed to be reliable: 1.96 times the standard
 *     error of the difference; empty without a reference
 * @param reference the standard deviation and the reliability used, with their source; empty if
 *     none was given
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReliableChange(
    ReliableChangeClass outcome,
    ReliableChangeMethod method,
    OptionalDouble index,
    OptionalDouble threshold,
    Optional<ChangeReference> reference) {
  /**
   * Refuses an outcome without a reference and an index without one.
   *
   * @throws InvalidInputException if the index or the threshold is present without a reference or
   *     missing with one, or an outcome is stated without one
   */
  public ReliableChange {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(method, "method");
    if (index.isPresent() != reference.isPresent()
        || threshold.isPresent() != reference.isPresent()) {
      throw new InvalidInputException(
          "reference", "must be given with an index and a threshold, and not without");
    }
    if (outcome != ReliableChangeClass.NOT_AVAILABLE && reference.isEmpty()) {
      throw new InvalidInputException("outcome", "cannot be stated without a reference");
    }
  }

  /**
   * Judges a difference by the method of Jacobson and Truax (1991).
   *
   * @param difference the later value minus the earlier, finite
   * @param direction which end of the scale is better
   * @param reference the standard deviation and the reliability to judge it by; empty for none
   * @return the judgement
   * @throws InvalidInputException if the difference is not finite
   */
  public static ReliableChange of(
      double difference, Direction direction, Optional<ChangeReference> reference) {
    if (!Double.isFinite(difference)) {
      throw new InvalidInputException("difference", "must be a finite number");
    }
    ReliableChangeMethod method = ReliableChangeMethod.JACOBSON_TRUAX;
    if (reference.isEmpty()) {
      return new ReliableChange(
          ReliableChangeClass.NOT_AVAILABLE,
          method,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          reference);
    }
    double index = method.index(difference, reference.get());
    double threshold = ReliableChangeMethod.CRITICAL * reference.get().standardErrorOfDifference();
    return new ReliableChange(
        ReliableChangeClass.of(index, ReliableChangeMethod.CRITICAL, direction),
        method,
        OptionalDouble.of(index),
        OptionalDouble.of(threshold),
        reference);
  }

  /** The outcome in words; empty where nothing was given to judge it by. */
  String verdict() {
    if (reference.isEmpty()) {
      return "";
    }
    return outcome == ReliableChangeClass.NOT_AVAILABLE
        ? "neither end of the scale is better"
        : outcome.toString();
  }

  @Override
  public String toString() {
    if (reference.isEmpty()) {
      return "reliable change not available: give a ChangeReference (standard deviation,"
          + " reliability, source)";
    }
    return verdict()
        + " ("
        + method
        + " index "
        + Numbers.fixed(index.orElseThrow(), 2)
        + ", reliable beyond ±"
        + Numbers.fixed(threshold.orElseThrow(), 2)
        + " points; "
        + reference.get()
        + ")";
  }
}

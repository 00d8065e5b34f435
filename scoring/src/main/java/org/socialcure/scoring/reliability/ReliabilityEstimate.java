package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Cell;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * A coefficient of reliability, or the reason why there is none.
 *
 * <p>Immutable and thread-safe.
 *
 * @param value the coefficient, at most 1; below 0 where items run against each other; empty where
 *     it cannot be had
 * @param limits its interval; empty where none was asked for or it cannot be had
 * @param because why there is no value, or no interval although one was asked for
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReliabilityEstimate(
    OptionalDouble value, Optional<Interval> limits, Optional<NotEstimable> because) {
  /** Coefficients of reliability are told with three decimals. */
  static final int DECIMALS = 3;

  /**
   * Refuses values that are none and missing values without a reason.
   *
   * @throws InvalidInputException if the value is not finite, or there is neither a value nor a
   *     reason
   */
  public ReliabilityEstimate {
    Objects.requireNonNull(limits, "limits");
    if (!Double.isFinite(value.orElse(0))) {
      throw new InvalidInputException("value", "must be finite");
    }
    if (value.isEmpty() && because.isEmpty()) {
      throw new InvalidInputException("because", "must say why there is no value");
    }
  }

  static ReliabilityEstimate of(double value) {
    return new ReliabilityEstimate(OptionalDouble.of(value), Optional.empty(), Optional.empty());
  }

  static ReliabilityEstimate not(NotEstimable because) {
    return new ReliabilityEstimate(OptionalDouble.empty(), Optional.empty(), Optional.of(because));
  }

  /** The same with an interval; as it is where there is no value. */
  ReliabilityEstimate with(Interval interval) {
    return value.isEmpty() ? this : new ReliabilityEstimate(value, Optional.of(interval), because);
  }

  /** The same without an interval, because of something. */
  ReliabilityEstimate withoutLimits(NotEstimable reason) {
    return value.isEmpty() ? this : new ReliabilityEstimate(value, limits, Optional.of(reason));
  }

  /** The value for a column of numbers. */
  Cell cell() {
    return Cell.of(value, coefficient -> Cell.number(coefficient, DECIMALS));
  }

  /** The interval for a column of intervals. */
  Cell limitsCell() {
    return Cell.interval(limits, DECIMALS);
  }

  /** The reason for a column of texts; empty where there is none. */
  Cell reasonCell() {
    return Cell.text(because.map(NotEstimable::toString).orElse(""));
  }

  /**
   * The coefficient in words.
   *
   * @return {@code "0.704, 95% CI [0.686, 0.721]"} or {@code "not estimable, because …"}
   */
  @Override
  public String toString() {
    if (value.isEmpty()) {
      return because.orElseThrow().toString();
    }
    return Numbers.fixed(value.getAsDouble(), DECIMALS)
        + limits
            .map(i -> ", " + Numbers.percent(i.level()) + " CI " + Numbers.interval(i, DECIMALS))
            .orElse("")
        + because.map(reason -> " (interval " + reason + ")").orElse("");
  }
}

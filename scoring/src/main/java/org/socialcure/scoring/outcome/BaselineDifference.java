package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.resample.Tails;
import org.socialcure.scoring.NotEstimable;

/**
 * How those who stayed differed from those who left in one thing at the start.
 *
 * <p>The standardised difference is the difference of the means, stayed minus left, by S = √((S₁² +
 * S₂²)/2), the root of the unweighted mean of the two variances, so that it does not depend on how
 * many left. Its large-sample standard error is that of Bonett (2008, doi
 * 10.1037/1082-989X.13.2.99): √(d²(S₁⁴/(n₁ − 1) + S₂⁴/(n₂ − 1))/(8 S⁴) + (S₁²/(n₁ − 1) + S₂²/(n₂ −
 * 1))/S²), and the interval d ± z·SE. A category is taken as 1 for those in it and 0 for the
 * others, with the same formula.
 *
 * <p>Immutable and thread-safe.
 *
 * @param column the column, of the first wave or without a wave
 * @param label what people call it; for a category with the category
 * @param stayed the mean of those who stayed; of a category their share
 * @param left the mean of those who left; of a category their share
 * @param difference the standardised difference
 * @param standardError its large-sample standard error
 * @param interval its large-sample interval
 * @param because why there is no difference; empty where there is one
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record BaselineDifference(
    String column,
    String label,
    SampleMean stayed,
    SampleMean left,
    OptionalDouble difference,
    OptionalDouble standardError,
    Optional<Interval> interval,
    Optional<NotEstimable> because) {
  /**
   * Checks that what is missing has its reason.
   *
   * @throws InvalidInputException if there is neither an interval nor a reason
   */
  public BaselineDifference {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(stayed, "stayed");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(difference, "difference");
    Objects.requireNonNull(standardError, "standardError");
    if (interval.isPresent() == because.isPresent()) {
      throw new InvalidInputException("difference", "needs an interval, or the reason for none");
    }
  }

  static BaselineDifference of(
      String column, String label, double[] stayed, double[] left, double level) {
    SampleMean one = SampleMean.of(stayed, level);
    SampleMean other = SampleMean.of(left, level);
    if (one.n() < 2 || other.n() < 2) {
      return without(column, label, one, other, NotEstimable.TOO_FEW_PEOPLE);
    }
    double first = one.sd().orElseThrow() * one.sd().orElseThrow();
    double second = other.sd().orElseThrow() * other.sd().orElseThrow();
    double variance = (first + second) / 2;
    if (!(variance > 0)) {
      return without(column, label, one, other, NotEstimable.NO_VARIATION);
    }
    double d = (one.mean().orElseThrow() - other.mean().orElseThrow()) / Math.sqrt(variance);
    double error =
        Math.sqrt(
            d
                    * d
                    * (first * first / (one.n() - 1) + second * second / (other.n() - 1))
                    / (8 * variance * variance)
                + (first / (one.n() - 1) + second / (other.n() - 1)) / variance);
    double half = -Distributions.normalQuantile(Tails.lower(level)) * error;
    return new BaselineDifference(
        column,
        label,
        one,
        other,
        OptionalDouble.of(d),
        OptionalDouble.of(error),
        Optional.of(new Interval(d - half, d + half, level)),
        Optional.empty());
  }

  private static BaselineDifference without(
      String column, String label, SampleMean one, SampleMean other, NotEstimable because) {
    return new BaselineDifference(
        column,
        label,
        one,
        other,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(because));
  }

  /**
   * The difference in a line.
   *
   * @return {@code "Loneliness, at t0: -0.61, 95% CI [-0.87, -0.34]"}
   */
  @Override
  public String toString() {
    return label
        + ": "
        + interval
            .map(
                i ->
                    Numbers.fixed(difference.orElseThrow(), 2)
                        + ", "
                        + Numbers.percent(i.level())
                        + " CI "
                        + Numbers.interval(i, 2))
            .orElseGet(() -> because.orElseThrow().toString());
  }
}

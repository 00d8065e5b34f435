package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.resample.Tails;
import org.socialcure.scoring.NotEstimable;

/**
 * The mean of some people with its t interval: the mean plus and minus the t quantile with n − 1
 * degrees of freedom times SD/√n.
 *
 * <p>Immutable and thread-safe.
 *
 * @param n how many people have a value
 * @param mean the arithmetic mean; empty without people
 * @param sd the standard deviation with divisor n − 1; empty with fewer than two
 * @param interval the t interval of the mean; empty with fewer than two people or without variation
 * @param because why there is no interval; empty where there is one
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record SampleMean(
    int n,
    OptionalDouble mean,
    OptionalDouble sd,
    Optional<Interval> interval,
    Optional<NotEstimable> because) {
  /**
   * Checks that what is missing has its reason.
   *
   * @throws InvalidInputException if there is neither an interval nor a reason, or the number of
   *     people is negative
   */
  public SampleMean {
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(sd, "sd");
    if (n < 0 || interval.isPresent() == because.isPresent()) {
      throw new InvalidInputException("mean", "needs an interval, or the reason for none");
    }
  }

  /** Of the values that are not missing. */
  static SampleMean of(double[] all, double level) {
    double[] values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
    int n = values.length;
    if (n < 2) {
      return new SampleMean(
          n,
          n == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.of(NotEstimable.TOO_FEW_PEOPLE));
    }
    double mean = SampleStatistics.mean(values);
    boolean constant = Arrays.stream(values).allMatch(value -> value == values[0]);
    double sd = constant ? 0 : SampleStatistics.standardDeviation(values);
    double half = -Distributions.studentQuantile(Tails.lower(level), n - 1) * sd / Math.sqrt(n);
    return new SampleMean(
        n,
        OptionalDouble.of(mean),
        OptionalDouble.of(sd),
        constant ? Optional.empty() : Optional.of(new Interval(mean - half, mean + half, level)),
        constant ? Optional.of(NotEstimable.NO_VARIATION) : Optional.empty());
  }

  /**
   * The mean in a line.
   *
   * @return {@code "19.20 (SD 3.92, n = 126), 95% CI [18.51, 19.89]"}
   */
  @Override
  public String toString() {
    return mean.isEmpty()
        ? "n = 0"
        : Numbers.fixed(mean.getAsDouble(), 2)
            + " ("
            + (sd.isPresent() ? "SD " + Numbers.fixed(sd.getAsDouble(), 2) + ", " : "")
            + "n = "
            + n
            + ")"
            + interval
                .map(i -> ", " + Numbers.percent(i.level()) + " CI " + Numbers.interval(i, 2))
                .orElse("");
  }
}

package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.resample.Tails;

/**
 * A difference of two means with its t test and interval.
 *
 * <p>Immutable and thread-safe.
 *
 * @param estimate the difference
 * @param standardError its standard error, above zero
 * @param statistic the estimate by its standard error
 * @param df the degrees of freedom; no whole number by Welch's method
 * @param p the two-sided p-value of no difference
 * @param interval the t interval
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record MeanDifference(
    double estimate,
    double standardError,
    double statistic,
    double df,
    double p,
    Interval interval) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the standard error or the degrees of freedom are not above
   *     zero, or the p-value is none
   */
  public MeanDifference {
    Objects.requireNonNull(interval, "interval");
    if (!(standardError > 0) || !(df > 0) || !(p >= 0 && p <= 1) || !Double.isFinite(estimate)) {
      throw new InvalidInputException(
          "difference", "needs a standard error and degrees of freedom above 0");
    }
  }

  static MeanDifference of(double estimate, double standardError, double df, double level) {
    double half = -Distributions.studentQuantile(Tails.lower(level), df) * standardError;
    double statistic = estimate / standardError;
    return new MeanDifference(
        estimate,
        standardError,
        statistic,
        df,
        Distributions.studentTwoSided(statistic, df),
        new Interval(estimate - half, estimate + half, level));
  }

  /**
   * By Welch's method, which does not take the variances for equal; empty where neither group
   * varies. Each has two values or more.
   */
  static Optional<MeanDifference> welch(double[] one, double[] other, double level) {
    double first = squaredError(one);
    double second = squaredError(other);
    double both = first + second;
    double estimate = SampleStatistics.mean(one) - SampleStatistics.mean(other);
    if (!(both > 0)) {
      return Optional.empty();
    }
    double df =
        both * both / (first * first / (one.length - 1) + second * second / (other.length - 1));
    return Optional.of(of(estimate, Math.sqrt(both), df, level));
  }

  private static double squaredError(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        double sd = SampleStatistics.standardDeviation(values);
        return sd * sd / values.length;
      }
    }
    return 0;
  }

  /**
   * The difference in a line.
   *
   * @return {@code "-0.95, 95% CI [-1.87, -0.02], t(82.5) = -2.03, p = .0452"}
   */
  @Override
  public String toString() {
    return Numbers.fixed(estimate, 2)
        + ", "
        + Numbers.percent(interval.level())
        + " CI "
        + Numbers.interval(interval, 2)
        + ", t("
        + Numbers.value(Math.rint(10 * df) / 10)
        + ") = "
        + Numbers.fixed(statistic, 2)
        + ", "
        + Numbers.pPhrase(p);
  }
}

package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.Distributions;

/**
 * Student's t test of a mean change of zero, with the t interval of the mean change.
 *
 * <p>t is the mean difference divided by its standard error, S<sub>D</sub>/√n, where S<sub>D</sub>
 * is the standard deviation of the differences (divisor n − 1) and n the number of pairs; it has n
 * − 1 degrees of freedom. The interval is the mean difference plus and minus the t quantile times
 * the standard error.
 *
 * <p>Immutable and thread-safe.
 *
 * @param standardError the standard error of the mean difference, S<sub>D</sub>/√n; above zero
 * @param statistic the t statistic
 * @param df the degrees of freedom, n − 1
 * @param p the two-sided p value
 * @param interval the t interval of the mean difference
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record PairedTTest(
    double standardError, double statistic, int df, double p, Interval interval) {
  /**
   * Refuses a missing interval, an error that is not above zero and a p value that is none.
   *
   * @throws InvalidInputException if the standard error is not above zero, the degrees of freedom
   *     are below one or {@code p} is not a probability
   */
  public PairedTTest {
    Objects.requireNonNull(interval, "interval");
    if (!(standardError > 0) || df < 1 || !(p >= 0 && p <= 1)) {
      throw new InvalidInputException(
          "t test",
          "needs a standard error above 0, a degree of freedom and a probability; they are "
              + standardError
              + ", "
              + df
              + ", "
              + p);
    }
  }

  static PairedTTest of(MeanSd difference, int pairs, double level) {
    int df = pairs - 1;
    double standardError = difference.sd() / Math.sqrt(pairs);
    double statistic = difference.mean() / standardError;
    double half = -Distributions.studentQuantile((1 - level) / 2, df) * standardError;
    return new PairedTTest(
        standardError,
        statistic,
        df,
        Distributions.studentTwoSided(statistic, df),
        new Interval(difference.mean() - half, difference.mean() + half, level));
  }

  @Override
  public String toString() {
    return Numbers.percent(interval.level())
        + " CI "
        + Numbers.interval(interval, 2)
        + ", t("
        + df
        + ") = "
        + Numbers.fixed(statistic, 2)
        + ", "
        + Numbers.pPhrase(p);
  }
}

package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.SampleStatistics;

/**
 * The mean and the standard deviation of a sample.
 *
 * <p>Immutable and thread-safe.
 *
 * @param mean the arithmetic mean: the sum divided by n
 * @param sd the sample standard deviation: the square root of the sum of squared deviations from
 *     the mean divided by n − 1; not negative
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record MeanSd(double mean, double sd) {
  /**
   * Refuses values that are not finite and negative deviations.
   *
   * @throws InvalidInputException if a value is not finite or the standard deviation is negative
   */
  public MeanSd {
    if (!Double.isFinite(mean) || !Double.isFinite(sd) || sd < 0) {
      throw new InvalidInputException(
          "mean and standard deviation",
          "must be finite, the latter not negative; they are " + mean + ", " + sd);
    }
  }

  /**
   * The mean and the standard deviation of values.
   *
   * @param values at least two finite values
   * @return both
   * @throws InvalidInputException if there are fewer than two values, or one is not finite
   */
  public static MeanSd of(double[] values) {
    if (values.length < 2) {
      throw new InvalidInputException("standard deviation", "needs at least 2 values");
    }
    return new MeanSd(SampleStatistics.mean(values), SampleStatistics.standardDeviation(values));
  }

  double variance() {
    return sd * sd;
  }

  @Override
  public String toString() {
    return Numbers.fixed(mean, 2) + " (SD " + Numbers.fixed(sd, 2) + ")";
  }
}

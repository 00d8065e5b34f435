package org.socialcure.mediation.internal.inference;

import org.socialcure.core.Numbers;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.inference.PValueRule;
import org.socialcure.mediation.internal.Ascending;
import org.socialcure.mediation.internal.Interruption;

/**
 * The replicates of one effect beside its estimate: values of the effect in resamples, or in draws
 * of the coefficients.
 *
 * <p>They are sorted once; every interval and p-value of the effect is then read off the same
 * replicates. All values are finite: the caller counts and reports the replicates that failed.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Replicates {
  private final double estimate;
  private final double[] sorted;
  private final double mean;
  private final double standardError;
  private final int below;

  private static final double ROUNDING = 1e-12;

  private Replicates(double estimate, double[] sorted) {
    this.estimate = estimate;
    this.sorted = sorted;
    this.mean = SampleStatistics.mean(sorted);
    Interruption.check();
    this.standardError = sorted.length < 2 ? 0 : SampleStatistics.standardDeviation(sorted, mean);
    this.below = countBelow(sorted, estimate);
  }

  /**
   * The replicates of an effect.
   *
   * @param estimate the estimate from the sample itself, finite
   * @param values at least one finite value, in any order; copied
   * @return the replicates
   * @throws IllegalArgumentException if there is no value, or one is not finite
   */
  public static Replicates of(double estimate, double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("An effect needs at least one replicate.");
    }
    if (!Double.isFinite(estimate) || !areFinite(values)) {
      throw new IllegalArgumentException(
          "The estimate and its replicates must be finite; leave failed replicates out.");
    }
    return new Replicates(estimate, Ascending.of(values));
  }

  private static boolean areFinite(double[] values) {
    for (int i = 0; i < values.length; i++) {
      Interruption.check(i);
      if (!Double.isFinite(values[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * The estimate from the sample itself.
   *
   * @return t0
   */
  public double estimate() {
    return estimate;
  }

  /**
   * The number of replicates.
   *
   * @return R, at least 1
   */
  public int size() {
    return sorted.length;
  }

  /**
   * Whether the replicates vary by more than rounding does.
   *
   * @return whether they do
   */
  public boolean vary() {
    double first = sorted[0];
    double last = sorted[sorted.length - 1];
    return last - first > ROUNDING * Math.max(Math.abs(first), Math.abs(last));
  }

  /** The replicates in ascending order, not copied; for reading within this package. */
  double[] shared() {
    return sorted;
  }

  /**
   * The mean of the replicates.
   *
   * @return the mean
   */
  public double mean() {
    return mean;
  }

  /**
   * The standard error of the effect: the standard deviation of its replicates, divisor R - 1.
   *
   * @return the standard error; zero for a single replicate
   */
  public double standardError() {
    return standardError;
  }

  /**
   * The bias of the effect as the replicates see it.
   *
   * @return the mean of the replicates minus the estimate
   */
  public double bias() {
    return mean - estimate;
  }

  /**
   * How many replicates are smaller than the estimate.
   *
   * @return 0 to {@link #size()}
   */
  public int below() {
    return below;
  }

  /**
   * The two-sided p-value of the hypothesis that the effect has a given value, counted from the
   * replicates.
   *
   * @param rule how replicates are counted
   * @param nullValue the value under the null hypothesis, finite
   * @return a number in [0, 1]; never 0 under {@link PValueRule#ADD_ONE}
   */
  public double pValue(PValueRule rule, double nullValue) {
    int negative = countBelow(sorted, nullValue);
    int positive = sorted.length - countBelow(sorted, Math.nextUp(nullValue));
    int zero = sorted.length - negative - positive;
    double p =
        switch (rule) {
          case ADD_ONE -> 2.0 * (Math.min(negative, positive) + zero + 1) / (sorted.length + 1);
          case PROPORTION ->
              estimate == nullValue ? 1 : 2.0 * Math.min(negative, positive) / sorted.length;
        };
    return Math.min(1, p);
  }

  /** The number of sorted values strictly below a bound. */
  private static int countBelow(double[] sorted, double bound) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public String toString() {
    return "estimate "
        + Numbers.plain(estimate)
        + ", "
        + Numbers.count(sorted.length)
        + " replicates: mean "
        + Numbers.plain(mean)
        + ", SE "
        + Numbers.plain(standardError)
        + ", range "
        + Numbers.plain(sorted[0])
        + " to "
        + Numbers.plain(sorted[sorted.length - 1]);
  }
}

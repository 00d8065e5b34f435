package org.socialcure.mediation;

import java.util.Arrays;
import java.util.Locale;
import org.socialcure.core.internal.numeric.Distributions;

/**
 * How far a bootstrapped number of another program lies from ours, in standard errors of the
 * difference that two independent sets of replicates make.
 *
 * @param where which number
 * @param ours our number
 * @param printed the other's
 * @param score the standardised difference, about standard normal if both draw from the same law
 */
record MonteCarloBand(String where, double ours, double printed, double score) {
  /** A standardised difference beyond this is one in hundreds of thousands. */
  static final double WIDTH = 4.5;

  private static final double Z = 1.959963984540054;

  /**
   * Replicates of an effect.
   *
   * @param estimate the estimate
   * @param sorted the replicates, ascending
   * @param others how many replicates the other program drew
   */
  record Replicates(double estimate, double[] sorted, int others) {
    Replicates {
      sorted = sorted.clone();
      Arrays.sort(sorted);
    }

    /** The share of replicates below a value, between replicates by interpolation. */
    double share(double value) {
      int above = Arrays.binarySearch(sorted, value);
      above = above < 0 ? -above - 1 : above;
      if (above == 0 || above == sorted.length) {
        return (double) above / sorted.length;
      }
      double within = (value - sorted[above - 1]) / (sorted[above] - sorted[above - 1]);
      return (above - 1 + within + 0.5) / sorted.length;
    }

    /**
     * The variance of a difference of two means over independent sets of replicates, each of unit
     * variance.
     */
    double varianceOfDifference() {
      return 1.0 / sorted.length + 1.0 / others;
    }

    double mean() {
      return Arrays.stream(sorted).average().orElseThrow();
    }

    double moment(int order) {
      double mean = mean();
      return Arrays.stream(sorted).map(v -> Math.pow(v - mean, order)).average().orElseThrow();
    }
  }

  /** The variance of a SD is SD²·(kurtosis − 1)/(4R). */
  static MonteCarloBand se(String where, Replicates replicates, double ours, double printed) {
    double variance = replicates.moment(2);
    double kurtosis = replicates.moment(4) / (variance * variance);
    double error = ours * Math.sqrt((kurtosis - 1) / 4 * replicates.varianceOfDifference());
    return new MonteCarloBand(where, ours, printed, (printed - ours) / error);
  }

  /**
   * A bias-corrected limit. In units of probability its error is that of the share below the limit,
   * minus that of the share below the estimate, which moves the probability that is looked up: Φ(2
   * z0 ± z) has the derivative 2 φ(2 z0 ± z)/φ(z0) with respect to it. Both shares are of the same
   * replicates, so their covariance is (min(p, s) − p s)/R.
   */
  static MonteCarloBand limit(
      String where, Replicates replicates, double ours, double printed, int side) {
    double s = replicates.share(replicates.estimate());
    double z0 = Distributions.normalQuantile(s);
    double q = 2 * z0 + side * Z;
    double p = Distributions.normalCdf(q);
    double slope = 2 * Math.exp((z0 * z0 - q * q) / 2);
    double variance =
        p * (1 - p) + slope * slope * s * (1 - s) - 2 * slope * (Math.min(p, s) - p * s);
    double error = Math.sqrt(variance * replicates.varianceOfDifference());
    double score = (replicates.share(printed) - replicates.share(ours)) / error;
    return new MonteCarloBand(where, ours, printed, score);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s: printed %.4f, ours %.5f, %.2f errors apart", where, printed, ours, score);
  }
}

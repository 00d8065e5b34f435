package org.socialcure.scoring.reliability;

import java.util.Arrays;
import java.util.Optional;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.resample.Tails;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.internal.bootstrap.PersonReplicates;

/** Intervals of alpha. */
final class AlphaLimits {
  private final double[][] columns;
  private final PersonBootstrap bootstrap;
  private final double level;

  /**
   * @param columns the keyed values by item, of the people that count; NaN is missing
   */
  AlphaLimits(double[][] columns, PersonBootstrap bootstrap, double level) {
    this.columns = columns;
    this.bootstrap = bootstrap;
    this.level = level;
  }

  ReliabilityEstimate with(ReliabilityEstimate alpha, int people, AlphaInterval kind) {
    if (alpha.value().isEmpty()) {
      return alpha;
    }
    double value = alpha.value().getAsDouble();
    return switch (kind) {
      case FELDT -> alpha.with(feldt(value, people));
      case PERCENTILE -> resampled(alpha, replicates().percentile(level));
      case BCA -> resampled(alpha, replicates().bca(level));
    };
  }

  private Interval feldt(double alpha, int people) {
    double n = people - 1.0;
    double items = columns.length - 1.0;
    double tail = Tails.lower(level);
    double left = Math.max(0, 1 - alpha);
    return new Interval(
        1 - left * FQuantile.upper(tail, n, n * items),
        1 - left * FQuantile.upper(1 - tail, n, n * items),
        level);
  }

  private static ReliabilityEstimate resampled(
      ReliabilityEstimate alpha, Optional<Interval> limits) {
    return limits
        .map(alpha::with)
        .orElseGet(() -> alpha.withoutLimits(NotEstimable.BEYOND_REPLICATES));
  }

  private PersonReplicates replicates() {
    double[][] centred = Arrays.stream(columns).map(AlphaLimits::centred).toArray(double[][]::new);
    boolean complete =
        Arrays.stream(centred).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
    double[] total = new double[columns[0].length];
    for (double[] column : centred) {
      for (int row = 0; row < total.length; row++) {
        total[row] += column[row];
      }
    }
    return PersonReplicates.of(
        total.length,
        bootstrap.replicates(),
        bootstrap.seed(),
        weights -> complete ? ofRows(centred, total, weights) : ofPairs(centred, weights));
  }

  private static double[] centred(double[] column) {
    double mean = Arrays.stream(column).filter(value -> !Double.isNaN(value)).average().orElse(0);
    return Arrays.stream(column).map(value -> value - mean).toArray();
  }

  private static double ofRows(double[][] items, double[] total, double[] weights) {
    double own = 0;
    for (double[] item : items) {
      own += spread(item, weights);
    }
    return alpha(items.length, own, spread(total, weights));
  }

  private static double alpha(double k, double own, double whole) {
    return whole > 1e-12 * own ? k / (k - 1) * (1 - own / whole) : Double.NaN;
  }

  /** The weighted sum of squares around the mean; all rows have the same weights in sum. */
  private static double spread(double[] values, double[] weights) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < values.length; row++) {
      double weighted = weights[row] * values[row];
      n += weights[row];
      sum += weighted;
      squares += weighted * values[row];
    }
    return squares - sum * sum / n;
  }

  private static double ofPairs(double[][] items, double[] weights) {
    double own = 0;
    double whole = 0;
    for (int i = 0; i < items.length; i++) {
      double variance = covariance(items[i], items[i], weights);
      own += variance;
      whole += variance;
      for (int j = 0; j < i; j++) {
        whole += 2 * covariance(items[i], items[j], weights);
      }
    }
    return alpha(items.length, own, whole);
  }

  private static double covariance(double[] x, double[] y, double[] weights) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double products = 0;
    for (int row = 0; row < x.length; row++) {
      double product = x[row] * y[row];
      if (!Double.isNaN(product)) {
        n += weights[row];
        sumX += weights[row] * x[row];
        sumY += weights[row] * y[row];
        products += weights[row] * product;
      }
    }
    return n > 1 ? (products - sumX * sumY / n) / (n - 1) : Double.NaN;
  }
}

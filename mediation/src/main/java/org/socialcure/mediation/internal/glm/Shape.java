package org.socialcure.mediation.internal.glm;

import org.jspecify.annotations.Nullable;

/** Maximum likelihood estimation of the shape theta of negative binomial counts, at given means. */
public final class Shape {
  private static final double TOLERANCE = 1e-13;
  private static final int ITERATIONS = 200;
  private static final double LARGEST_LOG = 40;

  private final double[] y;
  private final double[] means;
  private final double @Nullable [] weights;

  /**
   * The counts and their means.
   *
   * @param y the counts
   * @param means their means; may be changed between calls
   * @param weights the weight of each, or null if all are 1; zero weights leave a count out
   */
  public Shape(double[] y, double[] means, double @Nullable [] weights) {
    this.y = y;
    this.means = means;
    this.weights = weights;
  }

  private double weight(int i) {
    return weights == null ? 1 : weights[i];
  }

  /**
   * Whether the counts vary more than Poisson counts of the same means, so that theta is finite.
   *
   * @return whether the likelihood rises as theta falls from infinity
   */
  public boolean overdispersed() {
    double excess = 0;
    for (int i = 0; i < y.length; i++) {
      double residual = y[i] - means[i];
      excess += weight(i) * (residual * residual - y[i]);
    }
    return excess > 0;
  }

  /** The derivative of the log likelihood by theta. */
  private double score(double theta) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double weight = weight(i);
      if (weight > 0) {
        sum +=
            weight
                * (GammaDifferences.digamma(theta, y[i])
                    - Math.log1p(means[i] / theta)
                    + (means[i] - y[i]) / (means[i] + theta));
      }
    }
    return sum;
  }

  /**
   * The observed information of theta.
   *
   * @param theta a finite shape
   * @return the negative second derivative of the log likelihood by theta
   */
  public double information(double theta) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double weight = weight(i);
      if (weight > 0) {
        double total = means[i] + theta;
        sum +=
            weight
                * (GammaDifferences.trigamma(theta, y[i])
                    - means[i] / (theta * total)
                    + (means[i] - y[i]) / (total * total));
      }
    }
    return sum;
  }

  /**
   * The theta of largest likelihood near a starting value, by Newton steps on its logarithm inside
   * a bracket.
   *
   * @param start a positive starting value
   * @return theta, infinite if the counts are not overdispersed
   */
  public double estimate(double start) {
    if (!overdispersed()) {
      return Double.POSITIVE_INFINITY;
    }
    double log = Math.log(start);
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ITERATIONS; round++) {
      double theta = Math.exp(log);
      double slope = theta * score(theta);
      if (slope > 0) {
        low = log;
      } else {
        high = log;
      }
      double curvature = slope - theta * theta * information(theta);
      double next = curvature < 0 ? log - slope / curvature : Double.NaN;
      if (!(next > low && next < high)) {
        next = outside(low, high);
      }
      double step = Math.max(-2, Math.min(2, next - log));
      log += step;
      if (Math.abs(step) < TOLERANCE * Math.max(1, Math.abs(log))) {
        break;
      }
      if (log > LARGEST_LOG) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return Math.exp(log);
  }

  private static double outside(double low, double high) {
    if (low == Double.NEGATIVE_INFINITY) {
      return high - 1;
    }
    return high == Double.POSITIVE_INFINITY ? low + 1 : (low + high) / 2;
  }
}

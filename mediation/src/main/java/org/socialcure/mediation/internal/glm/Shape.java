package org.socialcure.mediation.internal.glm;

import org.jspecify.annotations.Nullable;
import org.socialcure.mediation.internal.Interruption;

/** Maximum likelihood estimation of the shape theta of negative binomial counts, at given means. */
public final class Shape {
  private static final double TOLERANCE = 1e-13;
  private static final int ITERATIONS = 200;
  private static final double LARGEST_LOG = 40;

  private final double[] y;
  private final double[] means;
  private final double @Nullable [] weights;

  /** For each j, the weight of the counts above j, so that sums over 0..y-1 are done once. */
  private final double[] above;

  private double score;
  private double information;

  /**
   * The counts and their means.
   *
   * @param y the counts
   * @param means their means
   * @param weights the weight of each, or null if all are 1; zero weights leave a count out
   */
  public Shape(double[] y, double[] means, double @Nullable [] weights) {
    this.y = y;
    this.means = means;
    this.weights = weights;
    double largest = 0;
    for (double count : y) {
      largest = Math.max(largest, count);
    }
    above = new double[(int) Math.min(largest, GammaDifferences.SUMMED)];
    for (int i = 0; i < y.length; i++) {
      if (y[i] > 0) {
        above[(int) Math.min(y[i], above.length) - 1] += weight(i);
      }
    }
    for (int j = above.length - 1; j > 0; j--) {
      above[j - 1] += above[j];
    }
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

  /** Leaves the derivative of the log likelihood by theta and minus the second derivative. */
  private void evaluate(double theta) {
    score = 0;
    information = 0;
    for (int j = 0; j < above.length; j++) {
      double share = 1 / (theta + j);
      score += above[j] * share;
      information += above[j] * share * share;
    }
    for (int i = 0; i < y.length; i++) {
      Interruption.check(i);
      double weight = weight(i);
      if (weight > 0) {
        double total = 1 / (means[i] + theta);
        double pull = (means[i] - y[i]) * total;
        score += weight * (pull - StrictMath.log1p(means[i] / theta));
        information += weight * total * (pull - means[i] / theta);
        if (y[i] > above.length) {
          double start = theta + above.length;
          score += weight * GammaDifferences.digamma(start, y[i] - above.length);
          information += weight * GammaDifferences.trigamma(start, y[i] - above.length);
        }
      }
    }
  }

  /**
   * The observed information of theta.
   *
   * @param theta a finite shape
   * @return the negative second derivative of the log likelihood by theta
   */
  public double information(double theta) {
    evaluate(theta);
    return information;
  }

  /**
   * The variance of the logarithm of theta. Near the Poisson limit the likelihood is so flat that
   * rounding alone moves its maximum, by about the rounding times this.
   *
   * @param theta a finite shape of largest likelihood
   * @return the variance
   */
  public double flatness(double theta) {
    return 1 / (theta * theta * information(theta));
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
    double log = StrictMath.log(start);
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ITERATIONS; round++) {
      double theta = StrictMath.exp(log);
      evaluate(theta);
      double slope = theta * score;
      if (slope > 0) {
        low = log;
      } else {
        high = log;
      }
      double curvature = slope - theta * theta * information;
      double next = curvature < 0 ? log - slope / curvature : Double.NaN;
      if (!(next > low && next < high)) {
        next = outside(low, high);
      }
      double step = Math.max(-2, Math.min(2, next - log));
      log += step;
      double flatness = curvature < 0 ? -1 / curvature : 1;
      if (Math.abs(step) < TOLERANCE * Math.max(flatness, Math.max(1, Math.abs(log)))) {
        break;
      }
      if (log > LARGEST_LOG) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return StrictMath.exp(log);
  }

  private static double outside(double low, double high) {
    if (low == Double.NEGATIVE_INFINITY) {
      return high - 1;
    }
    return high == Double.POSITIVE_INFINITY ? low + 1 : (low + high) / 2;
  }
}

package org.socialcure.mediation.internal.inference;

import java.util.stream.DoubleStream;

/**
 * An effect that is linear in a moderator, {@code theta(w) = b1 + b3 w}, with the covariance of its
 * two coefficients.
 *
 * <p>Immutable and thread-safe.
 *
 * @param intercept the effect where the moderator is zero, b1
 * @param slope the change of the effect per unit of the moderator, b3
 * @param interceptVariance the variance of b1
 * @param covariance the covariance of b1 and b3
 * @param slopeVariance the variance of b3
 * @since 0.1
 */
public record LinearEffect(
    double intercept,
    double slope,
    double interceptVariance,
    double covariance,
    double slopeVariance) {
  /**
   * Refuses numbers that are not finite and variances below zero.
   *
   * @throws IllegalArgumentException if a number is not finite or a variance negative
   */
  public LinearEffect {
    if (!DoubleStream.of(intercept, slope, interceptVariance, covariance, slopeVariance)
            .allMatch(Double::isFinite)
        || interceptVariance < 0
        || slopeVariance < 0) {
      throw new IllegalArgumentException(
          "Coefficients and covariances must be finite, and variances not negative.");
    }
  }

  /**
   * The effect at a moderator value.
   *
   * @param w the moderator value
   * @return {@code b1 + b3 w}
   */
  public double value(double w) {
    return intercept + slope * w;
  }

  /**
   * The standard error of the effect at a moderator value.
   *
   * @param w the moderator value
   * @return {@code sqrt(V11 + 2 w V13 + w^2 V33)}
   */
  public double standardError(double w) {
    return Math.sqrt(Math.max(0, interceptVariance + 2 * w * covariance + w * w * slopeVariance));
  }

  /** Whether the standard error is positive at every moderator value. */
  boolean isDeterminate() {
    double determinant = interceptVariance * slopeVariance - covariance * covariance;
    return determinant > 1e-14 * interceptVariance * slopeVariance;
  }

  /**
   * The moderator values at which the effect is exactly the critical value times its standard error
   * away from zero: the roots of {@code (c^2 V33 - b3^2) w^2 + 2 (c^2 V13 - b1 b3) w + (c^2 V11 -
   * b1^2)}.
   *
   * @param criticalValue the two-sided critical value c, positive
   * @return none, one or two values, ascending, inside or outside the observed range
   * @throws IllegalArgumentException if the critical value is not positive
   */
  public double[] boundaries(double criticalValue) {
    if (!(criticalValue > 0)) {
      throw new IllegalArgumentException("A critical value is positive: " + criticalValue);
    }
    double c2 = criticalValue * criticalValue;
    double square = c2 * slopeVariance - slope * slope;
    double half = c2 * covariance - intercept * slope;
    double constant = c2 * interceptVariance - intercept * intercept;
    if (square == 0) {
      return half == 0 ? new double[0] : new double[] {-constant / (2 * half)};
    }
    double discriminant = half * half - square * constant;
    if (!(discriminant > 0)) {
      // A double root only touches the bound: the verdict does not change there.
      return new double[0];
    }
    // The root without cancellation first, the other from the product of the two.
    double sum = -(half + Math.copySign(Math.sqrt(discriminant), half));
    double one = sum / square;
    double other = constant / sum;
    return new double[] {Math.min(one, other), Math.max(one, other)};
  }
}

package org.socialcure.core.internal.resample;

import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.internal.numeric.Distributions;

/**
 * The probabilities at which the limits of a bootstrap interval are read off its replicates
 * (Davison and Hinkley 1997, chapter 5).
 *
 * @param lower of the lower limit
 * @param upper of the upper limit
 */
public record Limits(double lower, double upper) {
  /**
   * Whether limits would have to lie beyond the replicates: {@code (B + 1) alpha/2 < 1}, to
   * rounding.
   *
   * @param replicates how many there are
   * @param level the confidence level, strictly between 0 and 1
   * @return whether there are too few
   */
  public static boolean needMoreThan(int replicates, double level) {
    return (replicates + 1) * Tails.lower(level) < 1 - 1e-9;
  }

  /**
   * The bias-corrected and accelerated probabilities, {@code Phi(z0 + (z0 ± z)/(1 - a (z0 ± z)))}.
   *
   * @param z0 the normal quantile of the share of replicates below the estimate
   * @param z the normal critical value of the level
   * @param acceleration the acceleration a
   * @return the probabilities; empty if the acceleration is too large for the level
   */
  public static Optional<Limits> accelerated(double z0, double z, double acceleration) {
    double lowerScale = 1 - acceleration * (z0 - z);
    double upperScale = 1 - acceleration * (z0 + z);
    if (lowerScale <= 0 || upperScale <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Limits(
            Distributions.normalCdf(z0 + (z0 - z) / lowerScale),
            Distributions.normalCdf(z0 + (z0 + z) / upperScale)));
  }

  /**
   * The acceleration, {@code sum(L^3) / (6 (sum(L^2))^1.5)}.
   *
   * @param influence influence values L of what is resampled, in any unit
   * @return the acceleration; empty if all values are zero
   * @throws IllegalArgumentException if a value is not finite
   */
  public static OptionalDouble acceleration(double[] influence) {
    double largest = 0;
    for (double value : influence) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("Influence values must be finite.");
      }
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0) {
      return OptionalDouble.empty();
    }
    double squares = 0;
    double cubes = 0;
    for (double value : influence) {
      double scaled = value / largest;
      squares += scaled * scaled;
      cubes += scaled * scaled * scaled;
    }
    return OptionalDouble.of(cubes / (6 * squares * Math.sqrt(squares)));
  }

  /**
   * Whether a limit lies beyond the replicates: the rank {@code (B + 1) p} is not among 1 to B, to
   * rounding.
   *
   * @param replicates how many there are
   * @return whether the replicates do not reach so far
   */
  public boolean areBeyond(int replicates) {
    return isBeyond(replicates, lower) || isBeyond(replicates, upper);
  }

  private static boolean isBeyond(int replicates, double p) {
    double rank = (replicates + 1) * p;
    return rank < 1 - 1e-9 || rank > replicates + 1e-9;
  }
}

package org.socialcure.mediation.internal.inference;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.resample.Limits;
import org.socialcure.core.internal.resample.Tails;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.inference.IntervalResult.Ends;
import org.socialcure.mediation.internal.inference.IntervalResult.Found;
import org.socialcure.mediation.internal.inference.IntervalResult.Missing;

/**
 * Bootstrap intervals of one effect, each a pure function of the estimate and its replicates.
 *
 * <p>Notation as in {@link IntervalMethod}: {@code t0} the estimate, {@code q(p)} the quantile of
 * the replicates under the rule, {@code z = z(1 - alpha/2)} the normal critical value. References:
 * Efron and Tibshirani (1993); Davison and Hinkley (1997), chapter 5.
 *
 * @since 0.1
 */
public final class BootstrapIntervals {
  private BootstrapIntervals() {}

  /**
   * The percentile interval, {@code q(alpha/2)} to {@code q(1 - alpha/2)}.
   *
   * @param replicates the replicates of the effect
   * @param level the confidence level, strictly between 0 and 1
   * @param rule how quantiles are read off
   * @return the interval; missing if there are too few replicates for the level
   * @throws IllegalArgumentException if the level is not a proportion
   */
  public static IntervalResult percentile(Replicates replicates, double level, QuantileRule rule) {
    if (tooFew(replicates.size(), level)) {
      return new Missing(NoInterval.TOO_FEW_REPLICATES);
    }
    return new Found(
        rule.limits(replicates.shared(), level),
        Tails.lower(level),
        Tails.upper(level),
        ends(replicates, level, rule));
  }

  /**
   * The basic interval, {@code 2 t0 - q(1 - alpha/2)} to {@code 2 t0 - q(alpha/2)}.
   *
   * @param replicates the replicates of the effect
   * @param level the confidence level, strictly between 0 and 1
   * @param rule how quantiles are read off
   * @return the interval; missing if there are too few replicates for the level. Its lower limit
   *     was read at the larger probability
   * @throws IllegalArgumentException if the level is not a proportion
   */
  public static IntervalResult basic(Replicates replicates, double level, QuantileRule rule) {
    if (tooFew(replicates.size(), level)) {
      return new Missing(NoInterval.TOO_FEW_REPLICATES);
    }
    Interval percentile = rule.limits(replicates.shared(), level);
    double twice = 2 * replicates.estimate();
    return new Found(
        new Interval(twice - percentile.upper(), twice - percentile.lower(), level),
        Tails.upper(level),
        Tails.lower(level),
        ends(replicates, level, rule));
  }

  /**
   * Whether limits would have to lie beyond the replicates: {@code (B + 1) alpha/2 < 1}, to
   * rounding.
   *
   * @param replicates how many there are
   * @param level the confidence level
   * @return whether there are too few
   * @throws IllegalArgumentException if the level is not a proportion
   */
  public static boolean tooFew(int replicates, double level) {
    return Limits.needMoreThan(replicates, level);
  }

  private static Ends ends(Replicates replicates, double level, QuantileRule rule) {
    int size = replicates.size();
    return Ends.of(rule.extreme(size, Tails.lower(level)), rule.extreme(size, Tails.upper(level)));
  }

  /**
   * The normal interval, {@code t0 - bias ± z SD(t)}.
   *
   * <p>The bias is that of the replicates; lavaan takes the bias of a defined effect from the mean
   * of the <em>coefficients</em>: the effect computed from the mean coefficient vector, minus the
   * estimate. A bias of zero gives the plain interval around the estimate.
   *
   * @param replicates the replicates of the effect
   * @param bias what is subtracted from the estimate
   * @param level the confidence level, strictly between 0 and 1
   * @return the interval; missing if there are fewer than two replicates
   * @throws IllegalArgumentException if the level is not a proportion
   */
  public static IntervalResult normal(Replicates replicates, double bias, double level) {
    double tail = Tails.lower(level);
    if (replicates.size() < 2) {
      return new Missing(NoInterval.TOO_FEW_REPLICATES);
    }
    double centre = replicates.estimate() - bias;
    double reach = -Distributions.normalQuantile(tail) * replicates.standardError();
    return new Found(
        new Interval(centre - reach, centre + reach, level), tail, Tails.upper(level), Ends.INSIDE);
  }

  /**
   * The bias-corrected interval (BC): {@code q(Phi(2 z0 - z))} to {@code q(Phi(2 z0 + z))}, where
   * {@code z0} is the normal quantile of the share of replicates strictly below the estimate.
   *
   * <p>Under {@link QuantileRule#PROCESS} the lower rank is {@code R Phi(2 z0 - z)} rounded and the
   * upper one the integer part of {@code R Phi(2 z0 + z)} plus one, and {@code z0} and {@code z}
   * are Odeh and Evans' approximations, as in that macro. Under {@link QuantileRule#TYPE_7} it is
   * the interval of pingouin, under {@link QuantileRule#NORMAL_SCALE} lavaan's {@code bca.simple}.
   *
   * @param replicates the replicates of the effect
   * @param level the confidence level, strictly between 0 and 1
   * @param rule how quantiles are read off
   * @return the interval; missing if there are too few replicates for the level, if no replicate,
   *     or every one, is below the estimate, or if a corrected limit lies beyond the replicates
   * @throws IllegalArgumentException if the level is not a proportion
   */
  public static IntervalResult biasCorrected(
      Replicates replicates, double level, QuantileRule rule) {
    return accelerated(replicates, 0, level, rule);
  }

  /**
   * The bias-corrected and accelerated interval (BCa): the quantiles at {@code Phi(z0 + (z0 ± z)/(1
   * - a (z0 ± z)))}.
   *
   * @param replicates the replicates of the effect
   * @param influence the influence values of the rows on the estimate, see {@link Influence}
   * @param level the confidence level, strictly between 0 and 1
   * @param rule how quantiles are read off
   * @return the interval; missing as {@link #accelerated} says, or if there is no acceleration
   * @throws IllegalArgumentException if the level is not a proportion or an influence value is not
   *     finite
   */
  public static IntervalResult bca(
      Replicates replicates, double[] influence, double level, QuantileRule rule) {
    Interval.requireLevel(level);
    OptionalDouble acceleration = Limits.acceleration(influence);
    return acceleration.isEmpty()
        ? new Missing(NoInterval.NO_INFLUENCE)
        : accelerated(replicates, acceleration.getAsDouble(), level, rule);
  }

  /**
   * The BCa interval for a given acceleration.
   *
   * @param replicates the replicates of the effect
   * @param acceleration the acceleration a, finite
   * @param level the confidence level, strictly between 0 and 1
   * @param rule how quantiles are read off
   * @return the interval; missing if there are too few replicates for the level, if all are on one
   *     side of the estimate, if the acceleration is too large for the level, or if a corrected
   *     limit lies beyond the replicates
   * @throws IllegalArgumentException if the level is not a proportion or the acceleration not
   *     finite
   */
  public static IntervalResult accelerated(
      Replicates replicates, double acceleration, double level, QuantileRule rule) {
    if (!Double.isFinite(acceleration)) {
      throw new IllegalArgumentException("The acceleration must be finite: " + acceleration);
    }
    double tail = Tails.lower(level);
    int size = replicates.size();
    int below = replicates.below();
    if (tooFew(size, level)) {
      return new Missing(NoInterval.TOO_FEW_REPLICATES);
    }
    if (below == 0 || below == size) {
      return new Missing(NoInterval.ALL_ON_ONE_SIDE);
    }
    double share = (double) below / size;
    double z0 = rule.criticalValues().normalQuantile(share);
    double z = rule.criticalValues().normal(tail);
    return adjusted(replicates.shared(), z0, z, acceleration, level, rule);
  }

  /**
   * The interval that the R package mediation calls BCa, which is not Efron's: the median bias is
   * taken against the <em>mean of the replicates</em> instead of the estimate, and the acceleration
   * from the skewness of the replicates instead of influence values; quantiles are of type 7.
   *
   * <p>For reproducing that package only.
   *
   * @param replicates the replicates of the effect
   * @param level the confidence level, strictly between 0 and 1
   * @return the interval; missing if there are too few replicates for the level, they do not vary,
   *     or the acceleration is too large
   * @throws IllegalArgumentException if the level is not a proportion
   */
  public static IntervalResult bcaOfMediationPackage(Replicates replicates, double level) {
    double tail = Tails.lower(level);
    double[] sorted = replicates.shared();
    if (tooFew(sorted.length, level)) {
      return new Missing(NoInterval.TOO_FEW_REPLICATES);
    }
    double mean = replicates.mean();
    OptionalDouble acceleration =
        Limits.acceleration(Arrays.stream(sorted).map(t -> mean - t).toArray());
    long below = Arrays.stream(sorted).filter(t -> t < mean).count();
    if (acceleration.isEmpty() || below == 0) {
      return new Missing(NoInterval.NO_VARIANCE);
    }
    double z0 = Distributions.normalQuantile((double) below / sorted.length);
    double z = -Distributions.normalQuantile(tail);
    return adjusted(sorted, z0, z, acceleration.getAsDouble(), level, QuantileRule.TYPE_7);
  }

  private static IntervalResult adjusted(
      double[] sorted, double z0, double z, double a, double level, QuantileRule rule) {
    Limits limits = Limits.accelerated(z0, z, a).orElse(null);
    if (limits == null) {
      return new Missing(NoInterval.ACCELERATION_TOO_LARGE);
    }
    double lower = limits.lower();
    double upper = limits.upper();
    int size = sorted.length;
    if (limits.areBeyond(size)) {
      return new Missing(NoInterval.BEYOND_REPLICATES);
    }
    if (rule != QuantileRule.PROCESS) {
      return new Found(
          new Interval(rule.quantile(sorted, lower), rule.quantile(sorted, upper), level),
          lower,
          upper,
          Ends.of(rule.extreme(size, lower), rule.extreme(size, upper)));
    }
    long lowerRank = Math.round(size * lower);
    long upperRank = (long) (size * upper) + 1;
    return new Found(
        new Interval(at(sorted, lowerRank), at(sorted, upperRank), level),
        lower,
        upper,
        Ends.of(lowerRank < 1, upperRank > size));
  }

  private static double at(double[] sorted, long rank) {
    return sorted[(int) Math.max(1, Math.min(sorted.length, rank)) - 1];
  }

  /**
   * The studentised interval (bootstrap-t): {@code t0 - SE0 s(1 - alpha/2)} to {@code t0 - SE0
   * s(alpha/2)}, {@code s} being the quantiles of {@code (t - t0)/SE(t)}.
   *
   * @param estimate t0, finite
   * @param standardError SE0, its standard error, not negative
   * @param replicates at least one finite replicate
   * @param standardErrors the standard error of each replicate, in the same order, not negative
   * @param level the confidence level, strictly between 0 and 1
   * @param rule how quantiles are read off
   * @return the interval; missing if there are too few replicates for the level or a standard error
   *     is zero. Its lower limit was read at the larger probability
   * @throws IllegalArgumentException if the level is not a proportion, the lengths differ, or a
   *     value is not finite or a standard error negative
   */
  public static IntervalResult studentized(
      double estimate,
      double standardError,
      double[] replicates,
      double[] standardErrors,
      double level,
      QuantileRule rule) {
    Interval.requireLevel(level);
    if (replicates.length != standardErrors.length) {
      throw new IllegalArgumentException("Each replicate needs a standard error of its own.");
    }
    if (!(standardError >= 0) || Arrays.stream(standardErrors).anyMatch(se -> !(se >= 0))) {
      throw new IllegalArgumentException("A standard error is a number and not negative.");
    }
    if (tooFew(replicates.length, level)) {
      return new Missing(NoInterval.TOO_FEW_REPLICATES);
    }
    if (standardError == 0 || Arrays.stream(standardErrors).anyMatch(se -> se == 0)) {
      return new Missing(NoInterval.NO_VARIANCE);
    }
    double[] statistics = new double[replicates.length];
    for (int r = 0; r < statistics.length; r++) {
      statistics[r] = (replicates[r] - estimate) / standardErrors[r];
    }
    if (!Arrays.stream(statistics).allMatch(Double::isFinite)) {
      return new Missing(NoInterval.NO_VARIANCE);
    }
    return percentile(Replicates.of(0, statistics), level, rule) instanceof Found s
        ? turned(estimate, standardError, s, level)
        : new Missing(NoInterval.TOO_FEW_REPLICATES);
  }

  private static Found turned(double estimate, double standardError, Found s, double level) {
    return new Found(
        new Interval(
            estimate - standardError * s.value().upper(),
            estimate - standardError * s.value().lower(),
            level),
        s.upperProbability(),
        s.lowerProbability(),
        s.ends());
  }
}

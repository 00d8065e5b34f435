package org.socialcure.scoring.internal.bootstrap;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.resample.Limits;
import org.socialcure.core.internal.resample.Ranks;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.core.internal.resample.Tails;

/**
 * A statistic of a cohort, and what it is in resamples of its persons.
 *
 * <p>A statistic is a function of how often each person counts: once in the cohort itself, 0, 1, 2
 * … times in a resample, and once for all but one person when that person is left out. Where a
 * resample has no value of the statistic (NaN), it is left out and counted.
 *
 * <p>Limits are read off at the rank {@code (R + 1) p} with linear interpolation (type 6 of Hyndman
 * and Fan 1996).
 */
public final class PersonReplicates {
  private final ToDoubleFunction<double[]> statistic;
  private final int[][] strata;
  private final int persons;
  private final double estimate;
  private final double[] sorted;
  private final int degenerate;

  private PersonReplicates(
      int[][] strata, int replicates, long seed, ToDoubleFunction<double[]> statistic) {
    this.statistic = statistic;
    this.strata = strata;
    this.persons = Arrays.stream(strata).mapToInt(stratum -> stratum.length).sum();
    double[] once = new double[persons];
    Arrays.fill(once, 1);
    this.estimate = statistic.applyAsDouble(once);
    double[] values = new double[replicates];
    int kept = 0;
    double[] drawn = new double[persons];
    for (int r = 0; r < replicates; r++) {
      draw(new ReplicateRandom(seed, r), drawn);
      double value = statistic.applyAsDouble(drawn);
      if (Double.isFinite(value)) {
        values[kept++] = value;
      }
    }
    this.sorted = Arrays.copyOf(values, kept);
    this.degenerate = replicates - kept;
    Arrays.sort(sorted);
  }

  /**
   * Replicates over persons.
   *
   * @param persons how many persons there are, positive
   * @param replicates how many resamples
   * @param seed their seed
   * @param statistic the statistic by how often each person counts; NaN where it has no value
   * @return the replicates
   */
  public static PersonReplicates of(
      int persons, int replicates, long seed, ToDoubleFunction<double[]> statistic) {
    int[] all = new int[persons];
    Arrays.setAll(all, i -> i);
    return new PersonReplicates(new int[][] {all}, replicates, seed, statistic);
  }

  /**
   * Replicates over persons within groups, whose sizes stay as they are.
   *
   * @param groups the persons of each group, by their numbers from 0, each person once
   * @param replicates how many resamples
   * @param seed their seed
   * @param statistic the statistic by how often each person counts; NaN where it has no value
   * @return the replicates
   */
  public static PersonReplicates within(
      int[][] groups, int replicates, long seed, ToDoubleFunction<double[]> statistic) {
    return new PersonReplicates(
        Arrays.stream(groups).map(int[]::clone).toArray(int[][]::new), replicates, seed, statistic);
  }

  private void draw(ReplicateRandom random, double[] drawn) {
    Arrays.fill(drawn, 0);
    for (int[] stratum : strata) {
      for (int i = 0; i < stratum.length; i++) {
        drawn[stratum[random.index(stratum.length)]]++;
      }
    }
  }

  /**
   * How many resamples had no value of the statistic.
   *
   * @return the resamples left out
   */
  public int degenerate() {
    return degenerate;
  }

  /**
   * How many resamples were drawn, those without a value among them.
   *
   * @return the resamples
   */
  public int drawn() {
    return sorted.length + degenerate;
  }

  /**
   * The statistic of the cohort itself.
   *
   * @return its value
   */
  public double estimate() {
    return estimate;
  }

  /**
   * The distance between the largest and the smallest value of the resamples.
   *
   * @return the distance; 0 if no resample has a value
   */
  public double range() {
    return sorted.length == 0 ? 0 : sorted[sorted.length - 1] - sorted[0];
  }

  /**
   * The percentile interval.
   *
   * @param level the confidence level, strictly between 0 and 1
   * @return the interval; empty if there are too few replicates for the level
   */
  public Optional<Interval> percentile(double level) {
    return Limits.needMoreThan(sorted.length, level)
        ? Optional.empty()
        : between(new Limits(Tails.lower(level), Tails.upper(level)), level);
  }

  /**
   * The bias-corrected and accelerated interval, with the acceleration of the jackknife: {@code L_i
   * = (n_h - 1)(mean_h(J) - J_i)} for the estimates J without each person, h being the person's
   * group where persons are drawn within groups.
   *
   * @param level the confidence level, strictly between 0 and 1
   * @return the interval; empty if there are too few replicates for the level, all lie on one side
   *     of the estimate, the estimate without some person does not exist, or a limit lies beyond
   *     the replicates
   */
  public Optional<Interval> bca(double level) {
    long below = Arrays.stream(sorted).filter(value -> value < estimate).count();
    if (Limits.needMoreThan(sorted.length, level) || below == 0 || below == sorted.length) {
      return Optional.empty();
    }
    OptionalDouble acceleration = acceleration();
    if (acceleration.isEmpty()) {
      return Optional.empty();
    }
    double z0 = Distributions.normalQuantile((double) below / sorted.length);
    double z = -Distributions.normalQuantile(Tails.lower(level));
    return Limits.accelerated(z0, z, acceleration.getAsDouble())
        .filter(limits -> !limits.areBeyond(sorted.length))
        .flatMap(limits -> between(limits, level));
  }

  private OptionalDouble acceleration() {
    double[] influence = new double[persons];
    double[] weights = new double[persons];
    Arrays.fill(weights, 1);
    for (int[] stratum : strata) {
      double mean = 0;
      for (int person : stratum) {
        weights[person] = 0;
        influence[person] = statistic.applyAsDouble(weights);
        weights[person] = 1;
        mean += influence[person] / stratum.length;
      }
      if (!Double.isFinite(mean)) {
        return OptionalDouble.empty();
      }
      for (int person : stratum) {
        influence[person] = (stratum.length - 1) * (mean - influence[person]);
      }
    }
    return Limits.acceleration(influence);
  }

  private Optional<Interval> between(Limits limits, double level) {
    // Zero has no sign, which JSON would lose.
    return Optional.of(
        new Interval(
            Ranks.type6(sorted, limits.lower()) + 0.0,
            Ranks.type6(sorted, limits.upper()) + 0.0,
            level));
  }
}

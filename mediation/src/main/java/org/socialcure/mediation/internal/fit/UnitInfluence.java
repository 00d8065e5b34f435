package org.socialcure.mediation.internal.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.socialcure.core.Progress.Stage;
import org.socialcure.mediation.inference.Acceleration;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.Parallel;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.inference.Influence;
import org.socialcure.mediation.internal.refit.RefitOutcome;
import org.socialcure.mediation.internal.resample.FrequencyRefit;
import org.socialcure.mediation.internal.resample.ReplicateTable;
import org.socialcure.mediation.internal.resample.Resampler;

/**
 * How much each unit that a bootstrap draws, a row or a cluster, moves statistics of the sample.
 *
 * <p>Immutable and thread-safe; refits are made when they are first needed.
 */
final class UnitInfluence {
  /** The step of the numerical derivative of a statistic with respect to the weight of a unit. */
  private static final double WEIGHT_STEP = 1e-4;

  private final DrawnUnits units;
  private final Acceleration acceleration;
  private final Supplier<FrequencyRefit> refits;
  private final int statistics;
  private final Work work;
  private final ReplicateTable table;
  private final Optional<Resampler> resampler;
  private final Lazy<double[][]> without = Lazy.of(() -> reweighted(-1));
  private final Lazy<double[][]> more = Lazy.of(() -> reweighted(WEIGHT_STEP));
  private final Lazy<double[][]> less = Lazy.of(() -> reweighted(-WEIGHT_STEP));

  UnitInfluence(
      DrawnUnits units,
      Acceleration acceleration,
      Supplier<FrequencyRefit> refits,
      int statistics,
      Work work,
      ReplicateTable table,
      Optional<Resampler> resampler) {
    this.units = units;
    this.acceleration = acceleration;
    this.refits = refits;
    this.statistics = statistics;
    this.work = work;
    this.table = table;
    this.resampler = resampler;
  }

  /** Tells before the replicates how long the refits for an acceleration will take. */
  static void tellAhead(
      DrawnUnits units,
      Bootstrap bootstrap,
      Supplier<FrequencyRefit> refits,
      int statistics,
      Work work) {
    boolean refitted =
        bootstrap.method() == IntervalMethod.BCA
            && bootstrap.compatibility().bcaInterval() == Compatibility.BcaInterval.EFRON;
    int each =
        switch (bootstrap.acceleration()) {
          case JACKKNIFE -> 1;
          case INFINITESIMAL -> 2;
          case REGRESSION -> 0;
        };
    if (!refitted || each == 0) {
      return;
    }
    Lazy<FrequencyRefit> refit = Lazy.of(refits);
    double[] frequencies = new double[units.ofRow().length];
    Arrays.fill(frequencies, 1);
    work.ahead(
        Stage.JACKKNIFE,
        each * units.count(),
        () -> refit.get().withFrequencies(frequencies, new double[statistics]));
  }

  /** Why there are no influence values, whatever the statistic. */
  Optional<NoInterval> obstacle() {
    return switch (acceleration) {
      case JACKKNIFE -> unestimated(without.get());
      case INFINITESIMAL -> unestimated(more.get()).or(() -> unestimated(less.get()));
      case REGRESSION ->
          resampler.isEmpty()
              ? Optional.of(NoInterval.NO_UNITS)
              : table.kept() < table.asked() || table.asked() <= units.count()
                  ? Optional.of(NoInterval.TOO_FEW_REPLICATES_FOR_REGRESSION)
                  : Optional.empty();
    };
  }

  /**
   * The influence values of a statistic, one a unit; to be asked only where there is no obstacle.
   *
   * @param statistic a function of the coefficients and SDs of a replicate
   * @return empty where the resamples do not tell the units apart
   */
  Optional<double[]> of(ToDoubleFunction<double[]> statistic) {
    return switch (acceleration) {
      case JACKKNIFE ->
          Optional.of(Influence.jackknife(values(without.get(), statistic), units.strata()));
      case INFINITESIMAL -> {
        double[] slopes = values(more.get(), statistic);
        double[] down = values(less.get(), statistic);
        for (int u = 0; u < slopes.length; u++) {
          slopes[u] = (slopes[u] - down[u]) / (2 * WEIGHT_STEP);
        }
        yield Optional.of(Influence.centred(slopes, units.strata()));
      }
      case REGRESSION -> regression(statistic);
    };
  }

  private static Optional<NoInterval> unestimated(double[][] refitted) {
    return Arrays.stream(refitted).anyMatch(each -> each.length == 0)
        ? Optional.of(NoInterval.UNIT_CANNOT_BE_LEFT_OUT)
        : Optional.empty();
  }

  private static double[] values(double[][] refitted, ToDoubleFunction<double[]> statistic) {
    return Arrays.stream(refitted).mapToDouble(statistic).toArray();
  }

  /**
   * Refits with the weight of each unit in turn changed by a step; an empty array where that fails.
   * A unit that is alone in its stratum is in every resample, and stays.
   */
  private double[][] reweighted(double step) {
    List<int[]> rows = units.rows();
    int[] sizes = units.sizesOfStrata();
    double[][] refitted = new double[units.count()][];
    Parallel.run(
        Stage.JACKKNIFE,
        units.count(),
        work,
        () -> {
          FrequencyRefit refit = refits.get();
          double[] frequencies = new double[units.ofRow().length];
          Arrays.fill(frequencies, 1);
          IntConsumer worker =
              u -> {
                double frequency = sizes[units.strata()[u]] == 1 ? 1 : 1 + step;
                for (int row : rows.get(u)) {
                  frequencies[row] = frequency;
                }
                double[] there = new double[statistics];
                boolean estimated =
                    refit.withFrequencies(frequencies, there) == RefitOutcome.ESTIMATED;
                refitted[u] = estimated ? there : new double[0];
                for (int row : rows.get(u)) {
                  frequencies[row] = 1;
                }
              };
          return worker;
        });
    return refitted;
  }

  private Optional<double[]> regression(ToDoubleFunction<double[]> statistic) {
    List<int[]> rows = units.rows();
    int[][] counts = new int[table.asked()][units.count()];
    double[] replicates = new double[counts.length];
    double[] frequencies = new double[units.ofRow().length];
    for (int r = 0; r < counts.length; r++) {
      Interruption.check(r);
      resampler.orElseThrow().draw(r, frequencies);
      for (int u = 0; u < units.count(); u++) {
        counts[r][u] = (int) frequencies[rows.get(u)[0]];
      }
      replicates[r] = statistic.applyAsDouble(table.row(r));
    }
    return Influence.regression(new double[][] {replicates}, counts, units.strata())
        .map(values -> values[0]);
  }
}

package org.socialcure.mediation.internal.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Progress.Stage;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.inference.Acceleration;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility.DegenerateReplicates;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.Parallel;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.inference.Influence;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.internal.refit.RefitOutcome;
import org.socialcure.mediation.internal.refit.SystemRefit;
import org.socialcure.mediation.internal.resample.FrequencyRefit;
import org.socialcure.mediation.internal.resample.Refit;
import org.socialcure.mediation.internal.resample.ReplicateTable;
import org.socialcure.mediation.internal.resample.Resampler;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Regression;

/** The replicates of a fitted design, and the effects in them. */
final class Resamples {
  /** The step of the numerical derivative of an effect with respect to the weight of a row. */
  private static final double WEIGHT_STEP = 1e-4;

  private final Bootstrap bootstrap;
  private final Estimates estimates;
  private final List<String> spread;
  private final ReplicateTable table;
  private final Optional<Resampler> resampler;
  private final Supplier<FrequencyRefit> refits;
  private final int rows;
  private final Work work;
  private final Lock lock = new ReentrantLock();
  private double[][] leaveOneOut = new double[0][];
  private double[][] weighted = new double[0][];

  private Resamples(
      Bootstrap bootstrap,
      Estimates estimates,
      List<String> spread,
      ReplicateTable table,
      Optional<Resampler> resampler,
      Supplier<FrequencyRefit> refits,
      int rows,
      Work work) {
    this.bootstrap = bootstrap;
    this.estimates = estimates;
    this.spread = spread;
    this.table = table;
    this.resampler = resampler;
    this.refits = refits;
    this.rows = rows;
    this.work = work;
  }

  static Resamples draw(
      Design design,
      List<Regression> regressions,
      List<FittedEquation> fits,
      Estimates estimates,
      Bootstrap bootstrap,
      Work work) {
    List<String> spread = spread(design);
    int rows = design.sample().rows();
    List<double[]> columns = spread.stream().map(v -> design.sample().column(v)).toList();
    SystemRefit equations = SystemRefit.of(regressions);
    boolean keepCovariances = bootstrap.method() == IntervalMethod.STUDENTIZED;
    boolean modelBased =
        bootstrap.kind() == BootstrapKind.RESIDUAL || bootstrap.kind() == BootstrapKind.WILD;
    Optional<Resampler> resampler =
        modelBased ? Optional.empty() : Optional.of(resampler(design, bootstrap));
    Supplier<FrequencyRefit> frequencyRefits =
        () ->
            new FrequencyRefit(
                resampler.orElse((stream, frequencies) -> Arrays.fill(frequencies, 1)),
                equations,
                columns,
                rows);
    Supplier<? extends Refit> refits = frequencyRefits;
    if (modelBased) {
      requireLinear(design, bootstrap);
      boolean wild = bootstrap.kind() == BootstrapKind.WILD;
      refits =
          () ->
              new ResidualRefit(
                  design,
                  fits.stream().map(FittedEquation::fit).toList(),
                  bootstrap.seed(),
                  wild,
                  spread);
    }
    DegenerateReplicates degenerate =
        bootstrap.hasIndices()
            ? DegenerateReplicates.LEFT_OUT
            : bootstrap.compatibility().degenerateReplicates();
    ReplicateTable table =
        ReplicateTable.draw(
            bootstrap.replicates(),
            work,
            estimates.size() + spread.size(),
            refits,
            degenerate,
            keepCovariances);
    if (table.kept() < 2) {
      throw new InvalidInputException(
          "bootstrap",
          "fewer than two replicates could be estimated ("
              + table.degenerate()
              + "); the sample is too small for this model");
    }
    return new Resamples(
        bootstrap, estimates, spread, table, resampler, frequencyRefits, rows, work);
  }

  /** The variables whose SDs standardise effects: the outcome and the focal variables. */
  private static List<String> spread(Design design) {
    return Stream.concat(design.settings().y().stream(), design.focals().stream())
        .distinct()
        // A condition under which everyone was measured is no column.
        .filter(design.sample().columns()::containsKey)
        .toList();
  }

  private static Resampler resampler(Design design, Bootstrap bootstrap) {
    int rows = design.sample().rows();
    if (bootstrap.hasIndices()) {
      return Resampler.supplied(bootstrap, rows);
    }
    long seed = bootstrap.seed();
    return switch (bootstrap.kind()) {
      case CASE -> Resampler.cases(seed);
      case BAYESIAN -> Resampler.bayesian(seed);
      case CLUSTER ->
          Resampler.clusters(seed, groups(design, design.settings().data().cluster(), "cluster"));
      case STRATIFIED -> Resampler.strata(seed, groups(design, bootstrap.strata(), "strata"));
      case RESIDUAL, WILD -> throw new IllegalStateException("Not a bootstrap of rows.");
    };
  }

  private static int[] groups(Design design, Optional<String> column, String what) {
    String name =
        column.orElseThrow(
            () ->
                new InvalidInputException(
                    "bootstrap", "this kind of bootstrap needs a " + what + " column"));
    return Objects.requireNonNull(design.sample().groups().get(name), name);
  }

  private static void requireLinear(Design design, Bootstrap bootstrap) {
    design.model().equations().stream()
        .filter(e -> e.family() != Family.GAUSSIAN)
        .findFirst()
        .ifPresent(
            e -> {
              throw new InvalidInputException(
                  "bootstrap kind",
                  Words.of(bootstrap.kind())
                      + " needs linear equations, but that of "
                      + e.outcome()
                      + " is "
                      + Words.of(e.family())
                      + "; use the case bootstrap");
            });
    if (design.settings().data().weights().isPresent()) {
      throw new InvalidInputException(
          "bootstrap kind",
          "a bootstrap of residuals does not take weights; use the case bootstrap");
    }
  }

  ReplicateTable table() {
    return table;
  }

  Bootstrap bootstrap() {
    return bootstrap;
  }

  /** The effect in the sample itself. */
  double estimate(Expression effect) {
    return estimates.evaluate(effect);
  }

  /** The effect in every kept replicate. */
  double[] of(Expression effect) {
    ToDoubleFunction<double[]> compiled = estimates.compiled(effect);
    double[] values = new double[table.kept()];
    for (int r = 0; r < values.length; r++) {
      Interruption.check(r);
      values[r] = compiled.applyAsDouble(table.row(r));
    }
    return values;
  }

  /** The SD of a variable in every kept replicate. */
  double[] sdOf(String variable) {
    int position = estimates.size() + spread.indexOf(variable);
    double[] values = new double[table.kept()];
    for (int r = 0; r < values.length; r++) {
      values[r] = table.row(r)[position];
    }
    return values;
  }

  /** The delta-method standard error of an effect in every kept replicate. */
  double[] standardErrorsOf(Expression effect) {
    double[] values = new double[table.kept()];
    for (int r = 0; r < values.length; r++) {
      Interruption.check();
      double[] gradient = estimates.gradient(effect, table.row(r));
      List<CoefficientCovariance> equations = table.covariances(r);
      double variance = 0;
      for (int e = 0; e < equations.size(); e++) {
        variance += equations.get(e).of(estimates.part(gradient, e));
      }
      values[r] = Math.sqrt(variance);
    }
    return values;
  }

  /**
   * Empirical influence values of an effect, one a row; empty where the rows cannot be left out.
   */
  Optional<double[]> influence(Expression effect) {
    Interruption.lock(lock);
    try {
      return lockedInfluence(effect);
    } finally {
      lock.unlock();
    }
  }

  private Optional<double[]> lockedInfluence(Expression effect) {
    if (bootstrap.acceleration() == Acceleration.REGRESSION && resampler.isPresent()) {
      return regressionInfluence(effect);
    }
    if (bootstrap.acceleration() == Acceleration.INFINITESIMAL) {
      return infinitesimal(effect);
    }
    if (leaveOneOut.length == 0) {
      leaveOneOut = reweighted(-1);
    }
    double[] values = new double[rows];
    for (int i = 0; i < rows; i++) {
      if (leaveOneOut[i].length == 0) {
        return Optional.empty();
      }
      values[i] = estimates.evaluate(effect, leaveOneOut[i]);
    }
    return Optional.of(Influence.jackknife(values));
  }

  private Optional<double[]> infinitesimal(Expression effect) {
    if (weighted.length == 0) {
      double[][] up = reweighted(WEIGHT_STEP);
      double[][] down = reweighted(-WEIGHT_STEP);
      weighted = new double[2 * rows][];
      System.arraycopy(up, 0, weighted, 0, rows);
      System.arraycopy(down, 0, weighted, rows, rows);
    }
    double[] values = new double[rows];
    double mean = 0;
    for (int i = 0; i < rows; i++) {
      if (weighted[i].length == 0 || weighted[rows + i].length == 0) {
        return Optional.empty();
      }
      values[i] =
          (estimates.evaluate(effect, weighted[i]) - estimates.evaluate(effect, weighted[rows + i]))
              / (2 * WEIGHT_STEP);
      mean += values[i] / rows;
    }
    for (int i = 0; i < rows; i++) {
      values[i] -= mean;
    }
    return Optional.of(values);
  }

  /**
   * Refits with the weight of each row in turn changed by a step; an empty array where that fails.
   */
  private double[][] reweighted(double step) {
    double[][] statistics = new double[rows][];
    Parallel.run(
        Stage.JACKKNIFE,
        rows,
        work,
        () -> {
          FrequencyRefit refit = refits.get();
          double[] frequencies = new double[rows];
          Arrays.fill(frequencies, 1);
          return i -> {
            frequencies[i] = 1 + step;
            double[] there = new double[estimates.size() + spread.size()];
            boolean estimated = refit.withFrequencies(frequencies, there) == RefitOutcome.ESTIMATED;
            statistics[i] = estimated ? there : new double[0];
            frequencies[i] = 1;
          };
        });
    return statistics;
  }

  private Optional<double[]> regressionInfluence(Expression effect) {
    if (table.kept() < table.asked() || table.asked() <= rows) {
      return Optional.empty();
    }
    int[][] counts = new int[table.asked()][rows];
    double[] frequencies = new double[rows];
    for (int r = 0; r < counts.length; r++) {
      Interruption.check();
      resampler.orElseThrow().draw(r, frequencies);
      for (int i = 0; i < rows; i++) {
        counts[r][i] = (int) frequencies[i];
      }
    }
    return Influence.regression(new double[][] {of(effect)}, counts).map(values -> values[0]);
  }

  /** The SDs of the variables in the sample itself. */
  static Map<String, Double> sampleSds(Design design) {
    Map<String, Double> sds = new LinkedHashMap<>();
    for (String variable : spread(design)) {
      sds.put(variable, SampleStatistics.standardDeviation(design.sample().column(variable)));
    }
    return sds;
  }
}

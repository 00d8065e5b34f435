package org.socialcure.mediation.internal.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility.DegenerateReplicates;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.effect.EffectFunction;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.internal.refit.DrawnClusters;
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
  /** What rounding leaves of the variation of a combination in which all of it cancels. */
  private static final double NOTHING = 1e-10;

  private final Bootstrap bootstrap;
  private final Estimates estimates;
  private final List<String> spread;
  private final ReplicateTable table;
  private final DrawnUnits units;
  private final UnitInfluence influence;

  private Resamples(
      Bootstrap bootstrap,
      Estimates estimates,
      List<String> spread,
      ReplicateTable table,
      DrawnUnits units,
      UnitInfluence influence) {
    this.bootstrap = bootstrap;
    this.estimates = estimates;
    this.spread = spread;
    this.table = table;
    this.units = units;
    this.influence = influence;
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
    DrawnUnits units = DrawnUnits.of(design, bootstrap);
    BootstrapKind kind = units.kind();
    MemoryNeed.check(design, bootstrap, kind, estimates.size() + spread.size(), work);
    SystemRefit equations =
        SystemRefit.of(
            regressions, kind.drawsClusters() ? DrawnClusters.DISTINCT : DrawnClusters.SAME);
    boolean keepCovariances = bootstrap.method() == IntervalMethod.STUDENTIZED;
    Optional<Resampler> resampler =
        kind.drawsResiduals() ? Optional.empty() : Optional.of(resampler(units, bootstrap));
    Supplier<FrequencyRefit> frequencyRefits =
        () ->
            new FrequencyRefit(
                resampler.orElse((stream, frequencies) -> Arrays.fill(frequencies, 1)),
                equations,
                columns,
                design.sample().weights(),
                rows);
    Supplier<? extends Refit> refits = frequencyRefits;
    if (kind.drawsResiduals()) {
      requireLinear(design, kind);
      refits =
          () ->
              new ResidualRefit(
                  design,
                  fits.stream().map(FittedEquation::fit).toList(),
                  bootstrap.seed(),
                  units,
                  spread);
    }
    DegenerateReplicates degenerate =
        bootstrap.hasIndices()
            ? DegenerateReplicates.LEFT_OUT
            : bootstrap.compatibility().degenerateReplicates();
    UnitInfluence.tellAhead(
        units, bootstrap, frequencyRefits, estimates.size() + spread.size(), work);
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
    UnitInfluence influence =
        new UnitInfluence(
            units,
            bootstrap.acceleration(),
            frequencyRefits,
            estimates.size() + spread.size(),
            work,
            table,
            resampler.filter(r -> kind != BootstrapKind.BAYESIAN));
    return new Resamples(bootstrap, estimates, spread, table, units, influence);
  }

  /** The variables whose SDs standardise effects: the outcome and the focal variables. */
  private static List<String> spread(Design design) {
    return Stream.concat(design.settings().y().stream(), design.focals().stream())
        .distinct()
        // A condition under which everyone was measured is no column.
        .filter(design.sample().columns()::containsKey)
        .toList();
  }

  private static Resampler resampler(DrawnUnits units, Bootstrap bootstrap) {
    if (bootstrap.hasIndices()) {
      return Resampler.supplied(bootstrap, units.ofRow().length);
    }
    long seed = bootstrap.seed();
    return switch (units.kind()) {
      case CASE -> Resampler.cases(seed);
      case BAYESIAN -> Resampler.bayesian(seed);
      case CLUSTER -> Resampler.clusters(seed, units.ofRow());
      case STRATIFIED -> Resampler.strata(seed, units.strata());
      case RESIDUAL, WILD, WILD_CLUSTER ->
          throw new IllegalStateException("Not a bootstrap of rows.");
    };
  }

  private static void requireLinear(Design design, BootstrapKind kind) {
    String instead =
        "; use the "
            + Words.of(
                design.settings().data().cluster().isPresent()
                    ? BootstrapKind.CLUSTER
                    : BootstrapKind.CASE)
            + " bootstrap";
    design.model().equations().stream()
        .filter(e -> e.family() != Family.GAUSSIAN)
        .findFirst()
        .ifPresent(
            e -> {
              throw new InvalidInputException(
                  "bootstrap kind",
                  Words.of(kind)
                      + " needs linear equations, but that of "
                      + e.outcome()
                      + " is "
                      + Words.of(e.family())
                      + instead);
            });
    if (design.settings().data().weights().isPresent()) {
      throw new InvalidInputException(
          "bootstrap kind", "a bootstrap of residuals does not take weights" + instead);
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

  /** An effect as a statistic of a replicate. */
  ToDoubleFunction<double[]> statistic(Expression effect) {
    return estimates.function(effect)::at;
  }

  /** The effect in every kept replicate. */
  double[] of(Expression effect) {
    return of(statistic(effect));
  }

  /**
   * Whether replicates leave what an equation gives to an effect as it is in the sample: signs of
   * residuals do where single units alone decide it, whose residuals are zero there.
   */
  boolean leaveAsItIs(Expression effect) {
    if (!units.kind().drawsResiduals() || units.kind() == BootstrapKind.RESIDUAL) {
      return false;
    }
    double[] gradient = estimates.gradient(effect);
    return estimates.equationsOf(gradient).anyMatch(this::leaveAsItIs);
  }

  private boolean leaveAsItIs(double[] multipliers) {
    int[] used = IntStream.range(0, multipliers.length).filter(i -> multipliers[i] != 0).toArray();
    double combined =
        SampleStatistics.standardDeviation(
            of(row -> Arrays.stream(used).mapToDouble(i -> multipliers[i] * row[i]).sum()));
    double apart = 0;
    for (int i : used) {
      apart +=
          Math.abs(multipliers[i])
              * Math.max(
                  SampleStatistics.standardDeviation(of(row -> row[i])),
                  Math.abs(estimates.values()[i]));
    }
    return !(combined > NOTHING * apart);
  }

  /** The SD of a variable as a statistic of a replicate. */
  ToDoubleFunction<double[]> sd(String variable) {
    int position = estimates.size() + spread.indexOf(variable);
    return row -> row[position];
  }

  /** A statistic in every kept replicate. */
  double[] of(ToDoubleFunction<double[]> statistic) {
    double[] values = new double[table.kept()];
    for (int r = 0; r < values.length; r++) {
      Interruption.check(r);
      values[r] = statistic.applyAsDouble(table.row(r));
    }
    return values;
  }

  /**
   * The delta-method standard errors of an effect in some kept replicates; not a number where the
   * effect has no derivative there.
   */
  double[] standardErrorsOf(Expression effect, int[] replicates) {
    EffectFunction function = estimates.function(effect);
    double[] errors = new double[replicates.length];
    for (int i = 0; i < errors.length; i++) {
      Interruption.check();
      errors[i] = standardError(function.gradient(table.row(replicates[i])), replicates[i]);
    }
    return errors;
  }

  private double standardError(double[] gradient, int replicate) {
    List<CoefficientCovariance> equations = table.covariances(replicate);
    double variance = 0;
    for (int e = 0; e < equations.size(); e++) {
      variance += equations.get(e).of(estimates.part(gradient, e));
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /** How much each unit that was drawn moves statistics. */
  UnitInfluence influence() {
    return influence;
  }

  /** What was drawn. */
  DrawnUnits units() {
    return units;
  }

  /** The SDs of the variables in the sample itself. */
  static Map<String, Double> sampleSds(Design design) {
    Map<String, Double> sds = new LinkedHashMap<>();
    for (String variable : spread(design)) {
      sds.put(variable, design.sample().standardDeviation(design.sample().column(variable)));
    }
    return sds;
  }
}

package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.effect.CurvePoint;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.internal.Ascending;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.internal.effect.ModeratedEffect;
import org.socialcure.mediation.internal.effect.NullHypothesis;
import org.socialcure.mediation.internal.effect.PathEffect;
import org.socialcure.mediation.internal.inference.JohnsonNeyman;
import org.socialcure.mediation.internal.inference.LinearEffect;
import org.socialcure.mediation.internal.inference.SignRegion;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * Where a conditional effect differs from zero over the range of its only, continuous moderator.
 *
 * <p>Steps of a path are linear in the moderator and have closed-form bounds (Johnson and Neyman,
 * 1936; Bauer and Curran, 2005, doi 10.1207/s15327906mbr4003_5); indirect effects are products, and
 * their bounds are read off the limits of the bootstrap over a grid. Where each value of the
 * moderator has degrees of freedom of its own (CR2), the bounds of a step are those of its tests.
 */
final class Regions {
  private static final int GRID = 41;

  private final Design design;
  private final List<FittedEquation> equations;
  private final Estimates estimates;
  private final Inferences inferences;
  private final List<SignificanceRegions> regions = new ArrayList<>();

  private Regions(
      Design design, List<FittedEquation> equations, Estimates estimates, Inferences inferences) {
    this.design = design;
    this.equations = equations;
    this.estimates = estimates;
    this.inferences = inferences;
  }

  static List<SignificanceRegions> of(
      Design design,
      List<FittedEquation> equations,
      Estimates estimates,
      Inferences inferences,
      boolean bootstrapped,
      List<EffectSpec> specs) {
    Regions writer = new Regions(design, equations, estimates, inferences);
    Set<List<String>> steps = new LinkedHashSet<>();
    Set<List<String>> paths = new LinkedHashSet<>();
    for (EffectSpec spec : specs) {
      if (spec.kind() == EffectKind.DIRECT || spec.kind() == EffectKind.INDIRECT) {
        for (int i = 1; i < spec.key().path().size(); i++) {
          steps.add(spec.key().path().subList(i - 1, i + 1));
        }
        if (spec.kind() == EffectKind.INDIRECT) {
          paths.add(spec.key().path());
        }
      }
    }
    steps.forEach(writer::step);
    if (bootstrapped) {
      paths.forEach(writer::path);
    }
    return List.copyOf(writer.regions);
  }

  /**
   * The only moderator of an effect, if it has one that is continuous and not explained by the
   * model.
   */
  private Optional<String> moderator(PathEffect effect) {
    Set<String> moderators = effect.moderators();
    if (moderators.size() != 1) {
      return Optional.empty();
    }
    String moderator = moderators.iterator().next();
    boolean continuous =
        design.base(moderator).equals(moderator)
            && Arrays.stream(design.sample().column(moderator)).distinct().limit(3).count() > 2;
    return continuous ? Optional.of(moderator) : Optional.empty();
  }

  private void step(List<String> step) {
    PathEffect along = design.along(step);
    Optional<String> moderator = moderator(along);
    ModeratedEffect effect = along.polynomial();
    if (moderator.isEmpty() || effect.degree(moderator.get()) != 1) {
      return;
    }
    Expression constant = effect.part().orElse(new Expression.Constant(0));
    Expression slope = effect.part(moderator.get()).orElseThrow();
    double[] observed = design.sample().column(moderator.get());
    // Around the mean, a moderator far from zero costs no digits.
    double mean = SampleStatistics.mean(observed);
    Expression central = step(constant, slope, design.predictor(moderator.get(), mean));
    double[] first = estimates.gradient(central);
    double[] second = estimates.gradient(slope);
    LinearEffect linear =
        new LinearEffect(
            estimates.evaluate(central),
            estimates.evaluate(slope),
            estimates.covariance(first, first),
            estimates.covariance(first, second),
            estimates.covariance(second, second));
    FittedEquation equation = Equations.of(equations, step.get(1));
    RegressionFit fit = equation.fit();
    double[] around = Arrays.stream(observed).map(w -> w - mean).toArray();
    boolean ownDf = fit.standardErrors() == StandardErrors.CR2;
    Optional<JohnsonNeyman> found =
        ownDf
            ? JohnsonNeyman.ofTests(
                w ->
                    test(
                        equation,
                        step(constant, slope, design.predictor(moderator.get(), mean + w)),
                        w),
                linear,
                around)
            : JohnsonNeyman.of(
                linear, around, design.settings().level(), fit.criticalValue(), fit.df());
    SignificanceRegions.Method method =
        ownDf ? SignificanceRegions.Method.POINTWISE_TESTS : SignificanceRegions.Method.CLOSED_FORM;
    found.ifPresent(bounds -> regions.add(ofStep(step, moderator.get(), method, mean, bounds)));
  }

  /** The test of a step at a value of its moderator; empty where its standard error is zero. */
  private Optional<JohnsonNeyman.Step> test(
      FittedEquation equation, Expression effect, double moderator) {
    int start = equation.start();
    double[] multipliers =
        Arrays.copyOfRange(estimates.gradient(effect), start, start + equation.size());
    if (equation.fit().isDecidedBySingleClusters(multipliers)) {
      return Optional.empty();
    }
    Coefficient tested = equation.fit().combination(equation.outcome(), multipliers);
    return tested.statistic().isPresent() && Double.isFinite(tested.p())
        ? Optional.of(
            new JohnsonNeyman.Step(
                moderator,
                tested.estimate(),
                tested.standardError(),
                tested.statistic().getAsDouble(),
                tested.p(),
                tested.interval()))
        : Optional.empty();
  }

  private static Expression step(Expression constant, Expression slope, double moderator) {
    return Expression.sum(
        List.of(constant, Expression.product(List.of(slope, new Expression.Constant(moderator)))));
  }

  private static SignificanceRegions ofStep(
      List<String> step,
      String moderator,
      SignificanceRegions.Method method,
      double mean,
      JohnsonNeyman found) {
    return new SignificanceRegions(
        step,
        moderator,
        method,
        found.boundaries().stream().map(b -> mean + b.value()).toList(),
        found.boundaries().stream().map(b -> 100 * b.shareBelow()).toList(),
        found.table().stream()
            .map(
                row ->
                    new CurvePoint(
                        mean + row.moderator(),
                        row.effect(),
                        OptionalDouble.of(row.standardError()),
                        OptionalDouble.of(row.p()),
                        row.interval()))
            .toList());
  }

  private void path(List<String> path) {
    PathEffect effect = design.along(path);
    Optional<String> moderator = moderator(effect);
    if (moderator.isEmpty()) {
      return;
    }
    double[] sorted = Ascending.of(design.sample().column(moderator.get()));
    double[] grid = new double[GRID];
    double[] lower = new double[GRID];
    double[] upper = new double[GRID];
    List<CurvePoint> curve = new ArrayList<>();
    for (int i = 0; i < GRID; i++) {
      grid[i] = sorted[0] + (sorted[sorted.length - 1] - sorted[0]) * i / (GRID - 1);
      Expression there =
          effect.expression().at(design.predictors(Map.of(moderator.get(), grid[i])));
      Optional<Inference> inference = inferences.bootstrap(there, NullHypothesis.ZERO);
      if (inference.isEmpty() || inference.get().interval().isEmpty()) {
        return;
      }
      lower[i] = inference.get().interval().get().lower();
      upper[i] = inference.get().interval().get().upper();
      curve.add(
          new CurvePoint(
              grid[i],
              estimates.evaluate(there),
              inference.get().se(),
              inference.get().p(),
              inference.get().interval().get()));
    }
    List<SignRegion> found = SignRegion.ofBand(grid, lower, upper);
    List<Double> bounds = found.stream().skip(1).map(SignRegion::from).toList();
    regions.add(
        new SignificanceRegions(
            path,
            moderator.get(),
            SignificanceRegions.Method.BOOTSTRAP_BANDS,
            bounds,
            bounds.stream().map(bound -> percentBelow(sorted, bound)).toList(),
            curve));
  }

  private static double percentBelow(double[] values, double bound) {
    return 100.0 * Arrays.stream(values).filter(v -> v < bound).count() / values.length;
  }
}

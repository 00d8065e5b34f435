package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.inference.PValueRule;
import org.socialcure.mediation.inference.ProductError;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.Cholesky;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.effect.EffectFunction;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.internal.inference.BootstrapIntervals;
import org.socialcure.mediation.internal.inference.IntervalResult;
import org.socialcure.mediation.internal.inference.MonteCarlo;
import org.socialcure.mediation.internal.inference.NormalTheory;
import org.socialcure.mediation.internal.inference.NormalTheory.ZTest;
import org.socialcure.mediation.internal.inference.ProductOfNormals;
import org.socialcure.mediation.internal.inference.Replicates;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.regression.Coefficient;

/** Normal-theory tests of an indirect effect as a product of its steps. */
final class NormalTheoryTests {
  private final Design design;
  private final List<FittedEquation> equations;
  private final Estimates estimates;
  private final Work work;
  private final Map<Draws, Lazy<Optional<double[][]>>> drawn = new ConcurrentHashMap<>();

  NormalTheoryTests(Design design, List<FittedEquation> equations, Estimates estimates, Work work) {
    this.design = design;
    this.equations = equations;
    this.estimates = estimates;
    this.work = work;
  }

  List<Inference> of(EffectSpec spec) {
    List<Inference> tests = new ArrayList<>();
    if (singleClustersDecide(spec)) {
      methods(spec)
          .forEach(m -> tests.add(Inference.missing(m, NoInterval.SINGLE_CLUSTERS_DECIDE)));
      return tests;
    }
    List<Coefficient> steps = steps(spec);
    if (steps.size() == 2) {
      products(steps.get(0), steps.get(1), tests);
    }
    double joint =
        NormalTheory.jointSignificance(steps.stream().mapToDouble(Coefficient::p).toArray());
    tests.add(Inference.ofP(new InferenceMethod.JointSignificance(), joint));
    return tests;
  }

  private List<InferenceMethod> methods(EffectSpec spec) {
    List<InferenceMethod> methods = new ArrayList<>();
    if (expressions(spec).size() == 2) {
      for (ProductError kind : ProductError.values()) {
        methods.add(new InferenceMethod.ProductOfCoefficients(kind));
      }
      methods.add(new InferenceMethod.ProductDistribution());
    }
    methods.add(new InferenceMethod.JointSignificance());
    return methods;
  }

  private boolean singleClustersDecide(EffectSpec spec) {
    return expressions(spec).stream().anyMatch(estimates::singleClustersDecide);
  }

  private List<Expression> expressions(EffectSpec spec) {
    return design.along(spec.key().path()).steps().stream()
        .map(step -> step.at(design.predictors(spec.key().at())))
        .toList();
  }

  /** Each step of the path as a linear combination of the coefficients of its equation. */
  private List<Coefficient> steps(EffectSpec spec) {
    List<Coefficient> steps = new ArrayList<>();
    List<String> path = spec.key().path();
    List<Expression> expressions = expressions(spec);
    for (int i = 0; i < expressions.size(); i++) {
      String outcome = path.get(i + 1);
      FittedEquation equation = Equations.of(equations, outcome);
      double[] gradient = estimates.gradient(expressions.get(i));
      int start = equation.start();
      steps.add(
          equation
              .fit()
              .combination(outcome, Arrays.copyOfRange(gradient, start, start + equation.size())));
    }
    return steps;
  }

  private void products(Coefficient a, Coefficient b, List<Inference> tests) {
    double level = design.settings().level();
    for (ProductError kind : ProductError.values()) {
      NormalTheory.product(
              kind, a.estimate(), a.standardError(), b.estimate(), b.standardError(), level)
          .test()
          .ifPresent(test -> tests.add(inference(kind, test)));
    }
    if (a.standardError() > 0 && b.standardError() > 0) {
      ProductOfNormals product =
          ProductOfNormals.independent(
              a.estimate(), a.standardError(), b.estimate(), b.standardError());
      tests.add(
          new Inference(
              new InferenceMethod.ProductDistribution(),
              OptionalDouble.of(Math.sqrt(product.variance())),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              Optional.of(product.interval(level)),
              Optional.empty()));
    }
  }

  private static Inference inference(ProductError error, ZTest test) {
    return new Inference(
        new InferenceMethod.ProductOfCoefficients(error),
        OptionalDouble.of(test.standardError()),
        OptionalDouble.of(test.z()),
        OptionalDouble.empty(),
        OptionalDouble.of(test.p()),
        Optional.of(test.interval()),
        Optional.empty());
  }

  /** Percentiles of the effect over draws from the normal distribution of the coefficients. */
  Inference monteCarlo(EffectSpec spec, Draws asked) {
    InferenceMethod method = new InferenceMethod.MonteCarlo(asked.count(), asked.seed());
    if (singleClustersDecide(spec)) {
      return Inference.missing(method, NoInterval.SINGLE_CLUSTERS_DECIDE);
    }
    EffectFunction effect = estimates.function(spec.expression());
    Optional<double[][]> vectors = drawn(asked);
    if (vectors.isEmpty()) {
      return Inference.missing(method, NoInterval.NO_COVARIANCE);
    }
    double[] values = values(effect, vectors.get());
    Replicates replicates = Replicates.of(estimates.evaluate(spec.expression()), values);
    IntervalResult interval =
        BootstrapIntervals.percentile(replicates, design.settings().level(), QuantileRule.TYPE_7);
    return new Inference(
        method,
        OptionalDouble.of(replicates.standardError()),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(replicates.pValue(PValueRule.ADD_ONE, spec.test().value())),
        interval.interval(),
        interval instanceof IntervalResult.Missing missing
            ? Optional.of(missing.reason())
            : Optional.empty());
  }

  /** An effect in every draw. */
  private double[] values(EffectFunction effect, double[][] drawn) {
    int[] positions = positions();
    double[] coefficients = estimates.values().clone();
    double[] values = new double[drawn[0].length];
    for (int r = 0; r < values.length; r++) {
      Interruption.check(r);
      for (int i = 0; i < positions.length; i++) {
        coefficients[positions[i]] = drawn[i][r];
      }
      values[r] = effect.at(coefficients);
    }
    return values;
  }

  private Optional<double[][]> drawn(Draws asked) {
    return drawn.computeIfAbsent(asked, it -> Lazy.of(() -> draw(it))).get();
  }

  /**
   * The coefficients of indirect paths, which alone vary, by coefficient and then by draw; the same
   * for all effects. None where rounding leaves no covariance to draw from.
   */
  private Optional<double[][]> draw(Draws asked) {
    int[] positions = positions();
    MemoryNeed.check(asked, positions.length);
    double[] mean = new double[positions.length];
    double[][] covariance = new double[positions.length][positions.length];
    List<ToDoubleFunction<double[]>> each = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      int position = i;
      each.add(vector -> vector[position]);
      mean[i] = estimates.values()[positions[i]];
      for (int j = 0; j < positions.length; j++) {
        covariance[i][j] = estimates.covariance()[positions[i]][positions[j]];
      }
    }
    if (Cholesky.ofCovariance(covariance).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        MonteCarlo.replicates(mean, covariance, each, asked.count(), asked.seed(), work));
  }

  private int[] positions() {
    String y = design.settings().y().orElseThrow();
    return design.focals().stream()
        .flatMap(x -> design.effects(x, y).totalIndirect().coefficients().stream())
        .mapToInt(estimates::position)
        .distinct()
        .sorted()
        .toArray();
  }
}

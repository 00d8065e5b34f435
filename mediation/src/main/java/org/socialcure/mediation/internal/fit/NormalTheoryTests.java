package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.inference.BootstrapIntervals;
import org.socialcure.mediation.inference.MonteCarlo;
import org.socialcure.mediation.inference.NormalTheory;
import org.socialcure.mediation.inference.NormalTheory.ProductError;
import org.socialcure.mediation.inference.NormalTheory.ZTest;
import org.socialcure.mediation.inference.PValueRule;
import org.socialcure.mediation.inference.ProductOfNormals;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.inference.Replicates;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.report.ModelDocument.Inference;

/** Normal-theory tests of an indirect effect as a product of its steps. */
final class NormalTheoryTests {
  /** As many draws as the Monte Carlo intervals of R packages make by default. */
  private static final int DRAWS = 20_000;

  private static final long SEED = 20041129L;

  private final Design design;
  private final List<RegressionFit> fits;
  private final Estimates estimates;
  private double[][] draws = new double[0][];

  NormalTheoryTests(Design design, List<RegressionFit> fits, Estimates estimates) {
    this.design = design;
    this.fits = fits;
    this.estimates = estimates;
  }

  List<Inference> of(EffectSpec spec) {
    List<Coefficient> steps = steps(spec);
    List<Inference> tests = new ArrayList<>();
    if (steps.size() == 2) {
      products(steps.get(0), steps.get(1), tests);
    }
    double joint =
        NormalTheory.jointSignificance(steps.stream().mapToDouble(Coefficient::p).toArray());
    tests.add(
        new Inference(
            "joint-significance",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(joint),
            Optional.empty()));
    tests.add(monteCarlo(spec.expression()));
    return tests;
  }

  /** Each step of the path as a linear combination of the coefficients of its equation. */
  private List<Coefficient> steps(EffectSpec spec) {
    List<Coefficient> steps = new ArrayList<>();
    List<Expression> expressions = design.along(spec.path()).steps();
    for (int i = 0; i < expressions.size(); i++) {
      String outcome = spec.path().get(i + 1);
      List<String> outcomes = design.model().equations().stream().map(Equation::outcome).toList();
      int equation = outcomes.indexOf(outcome);
      Expression step = expressions.get(i).at(spec.at());
      double[] gradient = estimates.gradient(step, estimates.values());
      int start = estimates.start(equation);
      int size = fits.get(equation).terms().size();
      steps.add(
          fits.get(equation)
              .combination(outcome, Arrays.copyOfRange(gradient, start, start + size)));
    }
    return steps;
  }

  private void products(Coefficient a, Coefficient b, List<Inference> tests) {
    double level = design.settings().level();
    for (ProductError kind : ProductError.values()) {
      NormalTheory.product(
              kind, a.estimate(), a.standardError(), b.estimate(), b.standardError(), level)
          .test()
          .ifPresent(test -> tests.add(inference(Words.of(kind), test)));
    }
    if (a.standardError() > 0 && b.standardError() > 0) {
      ProductOfNormals product =
          ProductOfNormals.independent(
              a.estimate(), a.standardError(), b.estimate(), b.standardError());
      tests.add(
          new Inference(
              "product-distribution",
              OptionalDouble.of(Math.sqrt(product.variance())),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              Optional.of(product.interval(level))));
    }
  }

  private static Inference inference(String method, ZTest test) {
    return new Inference(
        method,
        OptionalDouble.of(test.standardError()),
        OptionalDouble.of(test.z()),
        OptionalDouble.empty(),
        OptionalDouble.of(test.p()),
        Optional.of(test.interval()));
  }

  /** Percentiles of the effect over draws from the normal distribution of the coefficients. */
  private Inference monteCarlo(Expression effect) {
    ToDoubleFunction<double[]> compiled = estimates.compiled(effect);
    double[] values = Arrays.stream(draws()).mapToDouble(compiled).toArray();
    Replicates replicates = Replicates.of(estimates.evaluate(effect), values);
    Interval limits =
        BootstrapIntervals.percentile(replicates, design.settings().level(), QuantileRule.TYPE_7)
            .value();
    return new Inference(
        "monte-carlo",
        OptionalDouble.of(replicates.standardError()),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(replicates.pValue(PValueRule.ADD_ONE)),
        Optional.of(limits));
  }

  /** Coefficient vectors, drawn once for all effects; only coefficients of indirect paths vary. */
  private synchronized double[][] draws() {
    if (draws.length == 0) {
      int[] positions = positions();
      double[] mean = new double[positions.length];
      double[][] covariance = new double[positions.length][positions.length];
      List<ToDoubleFunction<double[]>> each = new ArrayList<>();
      for (int i = 0; i < positions.length; i++) {
        int position = i;
        each.add(drawn -> drawn[position]);
        mean[i] = estimates.values()[positions[i]];
        for (int j = 0; j < positions.length; j++) {
          covariance[i][j] = estimates.covariance()[positions[i]][positions[j]];
        }
      }
      double[][] byCoefficient = MonteCarlo.replicates(mean, covariance, each, DRAWS, SEED);
      double[][] drawn = new double[DRAWS][];
      for (int r = 0; r < DRAWS; r++) {
        drawn[r] = estimates.values().clone();
        for (int i = 0; i < positions.length; i++) {
          drawn[r][positions[i]] = byCoefficient[i][r];
        }
      }
      draws = drawn;
    }
    return draws;
  }

  private int[] positions() {
    String y = design.settings().y().orElseThrow();
    return design.focals().stream()
        .flatMap(x -> design.settings().pathways().effects(design.model(), x, y).stream())
        .filter(effect -> effect.path().size() > 2)
        .flatMap(effect -> effect.expression().coefficients().stream())
        .mapToInt(estimates::position)
        .distinct()
        .sorted()
        .toArray();
  }
}

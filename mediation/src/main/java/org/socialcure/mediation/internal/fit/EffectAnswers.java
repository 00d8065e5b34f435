package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.RegressionFit;

/** Answers what is asked of an effect, from the equations and the replicates of one fit. */
final class EffectAnswers {
  private final Design design;
  private final List<FittedEquation> equations;
  private final Estimates estimates;
  private final Optional<Resamples> resamples;
  private final Lazy<TotalEffect> total;
  private final Lazy<Map<String, Double>> sds;
  private final Inferences inferences;
  private final NormalTheoryTests tests;
  private final PermutationTest permutations;

  EffectAnswers(
      Design design,
      List<FittedEquation> equations,
      Estimates estimates,
      Optional<Resamples> resamples,
      Lazy<TotalEffect> total,
      Lazy<Map<String, Double>> sds,
      Work work) {
    this.design = design;
    this.equations = equations;
    this.estimates = estimates;
    this.resamples = resamples;
    this.total = total;
    this.sds = sds;
    this.inferences = new Inferences(estimates, resamples, design.settings().level());
    this.tests = new NormalTheoryTests(design, equations, estimates, work);
    this.permutations = new PermutationTest(design, equations, estimates, work);
  }

  static boolean isOfCoefficient(Inference inference) {
    return inference.method() instanceof InferenceMethod.CoefficientTest;
  }

  Inferences inferences() {
    return inferences;
  }

  double estimate(EffectSpec spec) {
    return estimates.evaluate(spec.expression());
  }

  Optional<Inference> bootstrap(EffectSpec spec) {
    return inferences.bootstrap(spec.expression(), spec.test());
  }

  Inference permutationTest(EffectSpec spec, Permutations asked) {
    return permutations.of(spec, asked);
  }

  Inference monteCarlo(EffectSpec spec, Draws asked) {
    return tests.monteCarlo(spec, asked);
  }

  /** The tests of an indirect effect as a product of steps, and those that the model asks for. */
  List<Inference> normalTheory(EffectSpec spec) {
    if (spec.kind() != EffectKind.INDIRECT) {
      return List.of();
    }
    List<Inference> all = new ArrayList<>(tests.of(spec));
    Settings.Requests requests = design.settings().requests();
    requests.monteCarlo().ifPresent(draws -> all.add(tests.monteCarlo(spec, draws)));
    requests
        .permutations()
        .filter(p -> spec.key().at().isEmpty())
        .ifPresent(p -> all.add(permutations.of(spec, p)));
    return List.copyOf(all);
  }

  Optional<Inference> classical(EffectSpec spec) {
    if (spec.kind() == EffectKind.DIRECT || spec.kind() == EffectKind.CONDITIONAL_INTERACTION) {
      return Optional.of(combination(spec));
    }
    if (spec.kind() == EffectKind.TOTAL) {
      Optional<Inference> own = spec.key().exposure().flatMap(total.get()::of).map(Inferences::of);
      if (own.isPresent()) {
        return own;
      }
    }
    return inferences.delta(spec.expression(), spec.test());
  }

  /** A linear combination of the coefficients of one equation, with its degrees of freedom. */
  private Inference combination(EffectSpec spec) {
    FittedEquation equation = Equations.of(equations, spec.key().path().get(1));
    double[] gradient = estimates.gradient(spec.expression());
    double[] multipliers =
        Arrays.copyOfRange(gradient, equation.start(), equation.start() + equation.size());
    RegressionFit fit = equation.fit();
    if (fit.isDecidedBySingleClusters(multipliers)) {
      return Inference.missing(
          new InferenceMethod.CoefficientTest(
              fit.df().isPresent()
                  ? InferenceMethod.Distribution.STUDENT
                  : InferenceMethod.Distribution.NORMAL),
          NoInterval.SINGLE_CLUSTERS_DECIDE);
    }
    Inference inference = Inferences.of(fit.combination(spec.name(), multipliers));
    return isReferredToStudent(spec, fit) ? referredToStudent(inference, fit) : inference;
  }

  /**
   * For a binary outcome the PROCESS macro prints conditional direct effects beside mediators with
   * Z and normal limits, but with the p-value that Student's distribution gives to Z.
   */
  private boolean isReferredToStudent(EffectSpec spec, RegressionFit fit) {
    return design.settings().errors().compatibility().refersConditionalZToStudent()
        && spec.kind() == EffectKind.DIRECT
        && !design.settings().mediators().isEmpty()
        && fit.family() == Family.LOGIT
        && spec.key().at().keySet().stream().anyMatch(m -> design.model().equation(m).isEmpty());
  }

  private static Inference referredToStudent(Inference inference, RegressionFit fit) {
    OptionalDouble z = inference.statistic();
    return new Inference(
        inference.method(),
        inference.se(),
        z,
        inference.df(),
        z.isPresent()
            ? OptionalDouble.of(Distributions.studentTwoSided(z.getAsDouble(), fit.residualDf()))
            : inference.p(),
        inference.interval(),
        inference.missing());
  }

  /** Divided by the SD of a linear outcome, and multiplied by that of the exposure. */
  List<Standardised> standardised(EffectSpec spec) {
    Optional<String> y = design.settings().y();
    Optional<String> exposure = spec.key().exposure();
    boolean applies =
        spec.kind().isSummary() || spec.kind().isContrast() || spec.kind() == EffectKind.INDIRECT;
    if (!applies || y.isEmpty() || exposure.isEmpty() || !design.allLinear()) {
      return List.of();
    }
    String x = exposure.get();
    List<Standardised> versions = new ArrayList<>();
    double partial = 1 / Objects.requireNonNull(sds.get().get(y.get()));
    if (!Double.isFinite(partial * estimates.evaluate(spec.expression()))) {
      return List.of();
    }
    versions.add(
        standardised(Standardised.Kind.PARTIAL, spec.expression(), partial, Optional.empty()));
    Double sdX = sds.get().get(x);
    // An exposure that does not vary, which an equation without intercept permits, has no such
    // unit.
    if (design.settings().x().equals(exposure) && sdX != null && sdX > 0) {
      versions.add(
          standardised(
              Standardised.Kind.COMPLETE, spec.expression(), partial * sdX, Optional.of(x)));
    }
    return List.copyOf(versions);
  }

  private Standardised standardised(
      Standardised.Kind kind, Expression effect, double factor, Optional<String> x) {
    double estimate = estimates.evaluate(effect) * factor;
    Optional<Inference> inference =
        resamples.flatMap(
            r -> {
              ToDoubleFunction<double[]> plain = r.statistic(effect);
              ToDoubleFunction<double[]> sdY = r.sd(design.settings().y().orElseThrow());
              ToDoubleFunction<double[]> sdX = x.map(r::sd).orElse(row -> 1);
              return inferences.bootstrap(
                  effect,
                  estimate,
                  row ->
                      plain.applyAsDouble(row) * (sdX.applyAsDouble(row) / sdY.applyAsDouble(row)));
            });
    return new Standardised(
        kind,
        estimate,
        inference.map(Inference::se).orElse(OptionalDouble.empty()),
        inference.flatMap(Inference::interval),
        inference.flatMap(Inference::missing));
  }
}

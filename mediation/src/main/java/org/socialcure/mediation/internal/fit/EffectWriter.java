package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.internal.effect.EffectKind;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.CriticalValue;
import org.socialcure.mediation.regression.Family;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.report.ModelDocument.Effect;
import org.socialcure.mediation.report.ModelDocument.Inference;
import org.socialcure.mediation.report.ModelDocument.Standardised;

/** Estimates effects and says how sure they are. */
final class EffectWriter {
  private final Design design;
  private final List<RegressionFit> fits;
  private final Optional<RegressionFit> total;
  private final Estimates estimates;
  private final Optional<Resamples> resamples;
  private final Inferences inferences;
  private final NormalTheoryTests tests;
  private final Map<String, Double> sds;

  EffectWriter(
      Design design,
      List<RegressionFit> fits,
      Optional<RegressionFit> total,
      Estimates estimates,
      Optional<Resamples> resamples,
      Map<String, Double> sds) {
    this.design = design;
    this.fits = fits;
    this.total = total;
    this.estimates = estimates;
    this.resamples = resamples;
    this.sds = sds;
    this.inferences = new Inferences(estimates, resamples, design.settings().level());
    this.tests = new NormalTheoryTests(design, fits, estimates);
  }

  Inferences inferences() {
    return inferences;
  }

  Effect write(EffectSpec spec) {
    Optional<Inference> classical = classical(spec);
    Optional<Inference> bootstrap = inferences.bootstrap(spec.expression());
    // As readers expect: a coefficient by its own test, a function of several by its replicates.
    boolean tested =
        classical.filter(c -> c.method().equals("t") || c.method().equals("z")).isPresent();
    Optional<Inference> first = tested ? classical : bootstrap.or(() -> classical);
    return new Effect(
        Words.of(spec.kind()),
        spec.name(),
        spec.path(),
        spec.at(),
        spec.written().toString(),
        spec.scale(),
        estimates.evaluate(spec.expression()),
        first.map(Inference::se).orElse(OptionalDouble.empty()),
        first.flatMap(Inference::interval),
        first.map(Inference::method),
        first.map(Inference::p).orElse(OptionalDouble.empty()),
        classical,
        bootstrap,
        spec.kind() == EffectKind.INDIRECT ? tests(spec) : List.of(),
        standardised(spec),
        Optional.empty());
  }

  private static boolean isOfOneEquation(EffectSpec spec) {
    return spec.kind() == EffectKind.DIRECT || spec.kind() == EffectKind.CONDITIONAL_INTERACTION;
  }

  private List<Inference> tests(EffectSpec spec) {
    List<Inference> all = new ArrayList<>(tests.of(spec));
    design
        .settings()
        .permutations()
        .filter(p -> spec.at().isEmpty())
        .ifPresent(p -> all.add(new PermutationTest(design, fits, estimates).of(spec, p)));
    return all;
  }

  private Optional<Inference> classical(EffectSpec spec) {
    if (isOfOneEquation(spec)) {
      return Optional.of(combination(spec));
    }
    if (spec.kind() == EffectKind.TOTAL && spec.focal().isPresent()) {
      Optional<Coefficient> coefficient = TotalEffect.of(design, total, spec.focal().get());
      if (coefficient.isPresent()) {
        return coefficient.map(EffectWriter::inference);
      }
    }
    return inferences.delta(spec.expression());
  }

  /** A linear combination of the coefficients of one equation, with its degrees of freedom. */
  private Inference combination(EffectSpec spec) {
    String outcome = spec.path().get(1);
    int position = equationPosition(outcome);
    double[] gradient = estimates.gradient(spec.expression(), estimates.values());
    int start = estimates.start(position);
    int size = design.model().equations().get(position).terms().size() + 1;
    double[] multipliers = java.util.Arrays.copyOfRange(gradient, start, start + size);
    RegressionFit fit = fits.get(position);
    Inference inference = inference(fit.combination(spec.name(), multipliers));
    return isReferredToStudentByProcess(spec, fit) ? referredToStudent(inference, fit) : inference;
  }

  /**
   * For a binary outcome the PROCESS macro prints conditional direct effects beside mediators with
   * Z and normal limits, but with the p-value that Student's distribution gives to Z.
   */
  private boolean isReferredToStudentByProcess(EffectSpec spec, RegressionFit fit) {
    return design.settings().criticalValue() == CriticalValue.PROCESS
        && spec.kind() == EffectKind.DIRECT
        && !design.settings().mediators().isEmpty()
        && fit.family() == Family.LOGIT
        && spec.at().keySet().stream().anyMatch(m -> design.model().equation(m).isEmpty());
  }

  private static Inference referredToStudent(Inference inference, RegressionFit fit) {
    int df = fit.residualDf();
    OptionalDouble z = inference.statistic();
    return new Inference(
        inference.method(),
        inference.se(),
        z,
        inference.df(),
        z.isPresent()
            ? OptionalDouble.of(Distributions.studentTwoSided(z.getAsDouble(), df))
            : inference.p(),
        inference.interval());
  }

  private int equationPosition(String outcome) {
    List<Equation> equations = design.model().equations();
    for (int e = 0; e < equations.size(); e++) {
      if (equations.get(e).outcome().equals(outcome)) {
        return e;
      }
    }
    throw new IllegalStateException("The model has no equation for " + outcome + ".");
  }

  static Inference inference(Coefficient coefficient) {
    return new Inference(
        coefficient.df().isPresent() ? "t" : "z",
        OptionalDouble.of(coefficient.standardError()),
        coefficient.statistic(),
        coefficient.df(),
        OptionalDouble.of(coefficient.p()),
        Optional.of(coefficient.interval()));
  }

  /** Divided by the SD of a linear outcome, and multiplied by that of the exposure. */
  private List<Standardised> standardised(EffectSpec spec) {
    boolean applies =
        switch (spec.kind()) {
          case TOTAL, DIRECT, INDIRECT, TOTAL_INDIRECT, CONTRAST, ABSOLUTE_CONTRAST -> true;
          default -> false;
        };
    Optional<String> y = design.settings().y();
    if (!applies || y.isEmpty() || spec.focal().isEmpty() || !allLinear()) {
      return List.of();
    }
    String x = spec.focal().get();
    List<Standardised> versions = new ArrayList<>();
    double partial = 1 / Objects.requireNonNull(sds.get(y.get()));
    versions.add(standardised("partial", spec.expression(), partial, Optional.empty()));
    boolean single = design.settings().x().equals(spec.focal());
    if (single && sds.containsKey(x)) {
      double complete = partial * Objects.requireNonNull(sds.get(x));
      versions.add(standardised("complete", spec.expression(), complete, Optional.of(x)));
    }
    return versions;
  }

  private boolean allLinear() {
    return design.model().equations().stream().allMatch(e -> e.family() == Family.GAUSSIAN);
  }

  private Standardised standardised(
      String kind, Expression effect, double factor, Optional<String> x) {
    double estimate = estimates.evaluate(effect) * factor;
    Optional<Inference> inference =
        resamples.flatMap(
            r -> {
              double[] values = r.of(effect);
              double[] sdY = r.sdOf(design.settings().y().orElseThrow());
              Optional<double[]> sdX = x.map(r::sdOf);
              for (int i = 0; i < values.length; i++) {
                values[i] *= sdX.isPresent() ? sdX.get()[i] / sdY[i] : 1 / sdY[i];
              }
              return inferences.bootstrap(estimate, values);
            });
    return new Standardised(
        kind,
        estimate,
        inference.map(Inference::se).orElse(OptionalDouble.empty()),
        inference.flatMap(Inference::interval));
  }

  /** The label of a term's coefficient, if it has one. */
  static Optional<String> label(Equation equation, String term) {
    if (term.equals(Regression.INTERCEPT)) {
      return equation.interceptLabel();
    }
    return equation.terms().stream()
        .filter(t -> t.name().equals(term))
        .findFirst()
        .flatMap(Term::label);
  }
}

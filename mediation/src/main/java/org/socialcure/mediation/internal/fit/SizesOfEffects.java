package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.inference.NoEffectSize;
import org.socialcure.mediation.internal.effect.NullHypothesis;
import org.socialcure.mediation.internal.inference.EffectSizes;
import org.socialcure.mediation.internal.inference.ProportionMediated;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.Pathways;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;

/** Sizes of indirect effects that are not themselves effects. */
final class SizesOfEffects {
  private final Design design;
  private final Estimates estimates;
  private final Optional<Resamples> resamples;
  private final Inferences inferences;
  private final Map<String, Double> sds;
  private final List<EffectSize> sizes = new ArrayList<>();

  SizesOfEffects(
      Design design,
      Estimates estimates,
      Optional<Resamples> resamples,
      Inferences inferences,
      Map<String, Double> sds) {
    this.design = design;
    this.estimates = estimates;
    this.resamples = resamples;
    this.inferences = inferences;
    this.sds = sds;
  }

  List<EffectSize> of(List<FittedEffect> effects) {
    List<FittedEffect> plain = effects.stream().filter(e -> e.at().isEmpty()).toList();
    for (FittedEffect total : plain) {
      if (total.kind() == EffectKind.TOTAL && total.interval().isPresent()) {
        plain.stream()
            .filter(e -> e.kind() == EffectKind.INDIRECT || e.kind() == EffectKind.TOTAL_INDIRECT)
            .filter(e -> e.key().exposure().equals(total.key().exposure()))
            .forEach(e -> proportion(e, total));
      }
    }
    plain.stream().filter(e -> e.kind() == EffectKind.INDIRECT).forEach(this::variance);
    return List.copyOf(sizes);
  }

  private void add(
      EffectSize.Kind kind, FittedEffect effect, double estimate, Optional<Inference> inference) {
    add(kind, effect, OptionalDouble.of(estimate), inference, NoEffectSize.OUT_OF_RANGE);
  }

  /** Adds a size; where it is absent, or no number, the reason stands in its place. */
  private void add(
      EffectSize.Kind kind,
      FittedEffect effect,
      OptionalDouble estimate,
      Optional<Inference> inference,
      NoEffectSize ifAbsent) {
    boolean finite = estimate.isPresent() && Double.isFinite(estimate.getAsDouble());
    NoEffectSize reason = estimate.isPresent() ? NoEffectSize.OUT_OF_RANGE : ifAbsent;
    Optional<Inference> limits = finite ? inference : Optional.empty();
    sizes.add(
        new EffectSize(
            kind,
            effect,
            finite ? estimate : OptionalDouble.empty(),
            limits.flatMap(Inference::interval),
            limits.flatMap(Inference::missing),
            Optional.empty(),
            finite ? Optional.empty() : Optional.of(reason)));
  }

  private void proportion(FittedEffect indirect, FittedEffect total) {
    double part = indirect.estimate();
    double whole = total.estimate();
    ProportionMediated share = ProportionMediated.of(part, whole, total.interval().orElseThrow());
    boolean exists =
        ProportionMediated.of(Math.abs(part), Math.abs(whole)).value().isPresent()
            && Double.isFinite(part / whole);
    Optional<Inference> limits =
        exists
            ? inferences.bootstrap(
                new Expression.Quotient(indirect.inCoefficients(), total.inCoefficients()),
                NullHypothesis.ZERO)
            : Optional.empty();
    sizes.add(
        new EffectSize(
            EffectSize.Kind.PROPORTION_MEDIATED,
            indirect,
            exists ? OptionalDouble.of(part / whole) : OptionalDouble.empty(),
            limits.flatMap(Inference::interval),
            limits.flatMap(Inference::missing),
            share instanceof ProportionMediated.Suppressed suppressed
                ? Optional.of(suppressed.reason())
                : Optional.empty(),
            exists ? Optional.empty() : Optional.of(NoEffectSize.NOTHING_TO_DIVIDE)));
    double direct = whole - part;
    if (share.value().isPresent()
        && direct != 0
        && indirect.kind() == EffectKind.INDIRECT
        && single()) {
      add(EffectSize.Kind.RATIO, indirect, part / direct, Optional.empty());
    }
  }

  private boolean single() {
    return design.settings().mediators().size() == 1;
  }

  private double sd(String variable) {
    return Objects.requireNonNull(sds.get(variable), variable);
  }

  /** Measures of explained variance for an indirect effect between linear variables. */
  private void variance(FittedEffect effect) {
    Optional<String> y = design.settings().y();
    Optional<String> exposure = effect.key().exposure();
    // Shares of variance belong to an exposure that varies, at one occasion.
    boolean applies =
        design.allLinear()
            && y.isPresent()
            && design.settings().x().equals(exposure)
            && exposure.filter(x -> sds.getOrDefault(x, 0.0) > 0).isPresent()
            && sd(y.get()) > 0
            && design.settings().pathways().equals(Pathways.DIRECTED);
    if (!applies) {
      return;
    }
    String x = exposure.orElseThrow();
    double complete = effect.estimate() * sd(x) / sd(y.get());
    Optional<Inference> limits =
        resamples.flatMap(
            r -> {
              ToDoubleFunction<double[]> plain = r.statistic(effect.inCoefficients());
              ToDoubleFunction<double[]> sdX = r.sd(x);
              ToDoubleFunction<double[]> sdY = r.sd(y.get());
              return inferences.bootstrap(
                  effect.inCoefficients(),
                  EffectSizes.upsilon(complete),
                  row ->
                      EffectSizes.upsilon(
                          plain.applyAsDouble(row)
                              * sdX.applyAsDouble(row)
                              / sdY.applyAsDouble(row)));
            });
    add(EffectSize.Kind.UPSILON, effect, EffectSizes.upsilon(complete), limits);
    if (effect.path().size() == 3 && single()) {
      simple(effect, x, y.get());
    }
  }

  /** Measures that are defined for one mediator, some of them without covariates only. */
  private void simple(FittedEffect effect, String x, String y) {
    String m = effect.path().get(1);
    Equation outcome = design.model().equation(y).orElseThrow();
    Equation mediator = design.model().equation(m).orElseThrow();
    double adjusted =
        EffectSizes.adjustedUpsilon(
            estimates.values()[position(mediator, x)],
            maximumLikelihoodVariance(mediator, x),
            estimates.values()[position(outcome, m)],
            maximumLikelihoodVariance(outcome, m),
            sd(x),
            sd(y));
    add(EffectSize.Kind.UPSILON_ADJUSTED, effect, adjusted, Optional.empty());
    if (outcome.terms().size() != 2 || mediator.terms().size() != 1) {
      return;
    }
    double[][] covariance = design.covariance(x, m, y);
    // A variance that is no number, or so small that it is zero, is the one of other units.
    boolean inRange =
        IntStream.range(0, 3)
            .allMatch(i -> covariance[i][i] > 0 && Double.isFinite(covariance[i][i]));
    NoEffectSize reason = inRange ? NoEffectSize.PERFECT_CORRELATION : NoEffectSize.OUT_OF_RANGE;
    OptionalDouble shared =
        inRange
            ? EffectSizes.rSquaredMediated(
                correlation(covariance, 0, 1),
                correlation(covariance, 0, 2),
                correlation(covariance, 1, 2))
            : OptionalDouble.empty();
    add(EffectSize.Kind.R2_MEDIATED, effect, shared, Optional.empty(), reason);
    OptionalDouble kappa =
        inRange ? EffectSizes.kappaSquared(correlations(covariance)) : OptionalDouble.empty();
    add(EffectSize.Kind.KAPPA2, effect, kappa, Optional.empty(), reason);
  }

  private static double correlation(double[][] covariance, int i, int j) {
    double r = covariance[i][j] / Math.sqrt(covariance[i][i]) / Math.sqrt(covariance[j][j]);
    return Math.max(-1, Math.min(1, r));
  }

  /** The correlations, of which kappa-squared is the same as of the covariances. */
  private static double[][] correlations(double[][] covariance) {
    double[][] correlations = new double[covariance.length][covariance.length];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        correlations[i][j] = i == j ? 1 : correlation(covariance, i, j);
      }
    }
    return correlations;
  }

  /**
   * The variance with divisor n instead of n − k, as the adjustment is defined, whatever the errors
   * of the equation.
   */
  private double maximumLikelihoodVariance(Equation equation, String variable) {
    RegressionFit fit =
        design
            .regression(equation, equation.terms())
            .withStandardErrors(StandardErrors.CLASSICAL)
            .fit();
    double se = fit.coefficient(Term.of(variable).name()).standardError();
    return se * se * fit.residualDf() / fit.rows();
  }

  private int position(Equation equation, String variable) {
    return estimates.position(equation.outcome() + "~" + Term.of(variable).name());
  }
}

package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.mediation.inference.EffectSizes;
import org.socialcure.mediation.inference.ProportionMediated;
import org.socialcure.mediation.internal.effect.EffectKind;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.internal.effect.Pathways;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.regression.Family;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.mediation.report.ModelDocument.EffectSize;
import org.socialcure.mediation.report.ModelDocument.Inference;

/** Sizes of indirect effects that are not themselves effects. */
final class EffectSizesWriter {
  private final Design design;
  private final Estimates estimates;
  private final Optional<Resamples> resamples;
  private final Inferences inferences;
  private final Map<String, Double> sds;
  private final List<EffectSize> sizes = new ArrayList<>();

  EffectSizesWriter(
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

  List<EffectSize> of(List<EffectSpec> specs, List<ModelDocument.Effect> written) {
    for (int i = 0; i < specs.size(); i++) {
      EffectSpec total = specs.get(i);
      if (total.kind() == EffectKind.TOTAL && total.at().isEmpty()) {
        Optional<Interval> interval = written.get(i).interval();
        for (EffectSpec spec : specs) {
          boolean part =
              spec.kind() == EffectKind.INDIRECT || spec.kind() == EffectKind.TOTAL_INDIRECT;
          if (part && spec.focal().equals(total.focal()) && spec.at().isEmpty()) {
            interval.ifPresent(l -> proportion(spec, total, l));
          }
        }
      }
    }
    specs.stream()
        .filter(s -> s.kind() == EffectKind.INDIRECT && s.at().isEmpty())
        .forEach(this::variance);
    return sizes;
  }

  private void proportion(EffectSpec indirect, EffectSpec total, Interval totalInterval) {
    double part = estimates.evaluate(indirect.expression());
    double whole = estimates.evaluate(total.expression());
    ProportionMediated share = ProportionMediated.of(part, whole, totalInterval);
    Optional<Interval> limits =
        share.value().isEmpty()
            ? Optional.empty()
            : inferences
                .bootstrap(new Expression.Quotient(indirect.expression(), total.expression()))
                .flatMap(Inference::interval);
    Optional<String> note =
        share instanceof ProportionMediated.Suppressed suppressed
            ? Optional.of("not reported: " + suppressed.reason().explanation())
            : Optional.empty();
    sizes.add(new EffectSize("proportion-mediated", indirect.name(), share.value(), limits, note));
    if (share.value().isPresent()) {
      double direct = whole - part;
      if (direct != 0 && indirect.kind() == EffectKind.INDIRECT && single()) {
        sizes.add(
            new EffectSize(
                "ratio",
                indirect.name(),
                OptionalDouble.of(part / direct),
                Optional.empty(),
                Optional.of("indirect to direct effect")));
      }
    }
  }

  private boolean single() {
    return design.settings().mediators().size() == 1;
  }

  private double sd(String variable) {
    return Objects.requireNonNull(sds.get(variable), variable);
  }

  /** Measures of explained variance for an indirect effect between linear variables. */
  private void variance(EffectSpec spec) {
    boolean linear =
        design.model().equations().stream().allMatch(e -> e.family() == Family.GAUSSIAN);
    Optional<String> y = design.settings().y();
    if (!linear || y.isEmpty() || !design.settings().x().equals(spec.focal())) {
      return;
    }
    String x = spec.focal().orElseThrow();
    if (!sds.containsKey(x) || !design.settings().pathways().equals(Pathways.DIRECTED)) {
      // Shares of variance belong to an exposure that varies, at one occasion.
      return;
    }
    double factor = sd(x) / sd(y.get());
    double complete = estimates.evaluate(spec.expression()) * factor;
    Optional<Interval> limits =
        resamples.flatMap(
            r -> {
              double[] values = r.of(spec.expression());
              double[] sdX = r.sdOf(x);
              double[] sdY = r.sdOf(y.get());
              for (int i = 0; i < values.length; i++) {
                double standardised = values[i] * sdX[i] / sdY[i];
                values[i] = standardised * standardised;
              }
              return inferences
                  .bootstrap(EffectSizes.upsilon(complete), values)
                  .flatMap(Inference::interval);
            });
    sizes.add(
        new EffectSize(
            "upsilon",
            spec.name(),
            OptionalDouble.of(EffectSizes.upsilon(complete)),
            limits,
            Optional.empty()));
    if (spec.path().size() == 3 && single()) {
      simple(spec, x, y.get());
    }
  }

  /** Measures that are defined for one mediator without covariates only. */
  private void simple(EffectSpec spec, String x, String y) {
    String m = spec.path().get(1);
    Equation outcome = design.model().equation(y).orElseThrow();
    Equation mediator = design.model().equation(m).orElseThrow();
    double adjusted =
        EffectSizes.adjustedUpsilon(
            estimate(mediator, x),
            maximumLikelihoodVariance(mediator, x),
            estimate(outcome, m),
            maximumLikelihoodVariance(outcome, m),
            sd(x),
            sd(y));
    sizes.add(
        new EffectSize(
            "upsilon-adjusted",
            spec.name(),
            OptionalDouble.of(adjusted),
            Optional.empty(),
            Optional.empty()));
    if (outcome.terms().size() != 2 || mediator.terms().size() != 1) {
      return;
    }
    double[][] covariance = design.covariance(x, m, y);
    EffectSizes.RSquaredMediated shared =
        EffectSizes.rSquaredMediated(
            correlation(covariance, 0, 1),
            correlation(covariance, 0, 2),
            correlation(covariance, 1, 2));
    sizes.add(
        new EffectSize(
            "r2-mediated",
            spec.name(),
            OptionalDouble.of(shared.r45()),
            Optional.empty(),
            Optional.of(
                "variance of the outcome shared by exposure and mediator; may be negative")));
    sizes.add(
        new EffectSize(
            "kappa2",
            spec.name(),
            OptionalDouble.of(EffectSizes.kappaSquared(covariance).value()),
            Optional.empty(),
            Optional.of("superseded: its derivation is wrong (Wen and Fan, 2015)")));
  }

  private static double correlation(double[][] covariance, int i, int j) {
    return covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
  }

  private double estimate(Equation equation, String term) {
    return estimates.values()[position(equation, term)];
  }

  /** The variance with divisor n instead of n − k, as the adjustment is defined. */
  private double maximumLikelihoodVariance(Equation equation, String term) {
    int position = position(equation, term);
    int n = design.sample().rows();
    int k = equation.terms().size() + 1;
    return estimates.covariance()[position][position] * (n - k) / n;
  }

  private int position(Equation equation, String term) {
    return estimates.position(equation.outcome() + "~" + term);
  }
}

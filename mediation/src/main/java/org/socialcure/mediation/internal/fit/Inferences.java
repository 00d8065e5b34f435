package org.socialcure.mediation.internal.fit;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapIntervals;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.IntervalResult;
import org.socialcure.mediation.inference.Replicates;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.report.ModelDocument.Inference;

/** Turns an estimate and what is known about it into standard error, interval and p-value. */
final class Inferences {
  private final Estimates estimates;
  private final Optional<Resamples> resamples;
  private final double level;

  Inferences(Estimates estimates, Optional<Resamples> resamples, double level) {
    this.estimates = estimates;
    this.resamples = resamples;
    this.level = level;
  }

  /** Normal theory by the first-order delta method. */
  Optional<Inference> delta(Expression effect) {
    double estimate = estimates.evaluate(effect);
    double variance = estimates.deltaVariance(effect);
    return Double.isFinite(variance) && variance > 0
        ? Optional.of(normal("delta", estimate, Math.sqrt(variance)))
        : Optional.empty();
  }

  Inference normal(String method, double estimate, double se) {
    double critical = Compatibility.NONE.normalCritical(level);
    double z = estimate / se;
    return new Inference(
        method,
        OptionalDouble.of(se),
        OptionalDouble.of(z),
        OptionalDouble.empty(),
        OptionalDouble.of(Distributions.normalTwoSided(z)),
        Optional.of(new Interval(estimate - critical * se, estimate + critical * se, level)));
  }

  /** Inference from the replicates of an effect of coefficients. */
  Optional<Inference> bootstrap(Expression effect) {
    return resamples.flatMap(
        r -> fromReplicates(r, estimates.evaluate(effect), r.of(effect), Optional.of(effect)));
  }

  /** Inference from replicates of any quantity. */
  Optional<Inference> bootstrap(double estimate, double[] replicates) {
    return resamples.flatMap(r -> fromReplicates(r, estimate, replicates, Optional.empty()));
  }

  private Optional<Inference> fromReplicates(
      Resamples resamples, double estimate, double[] values, Optional<Expression> effect) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    if (finite.length < 2 || !Double.isFinite(estimate)) {
      return Optional.empty();
    }
    Replicates replicates = Replicates.of(estimate, finite);
    Bootstrap bootstrap = resamples.bootstrap();
    Optional<Interval> interval =
        interval(resamples, replicates, values, estimate, effect).interval();
    return Optional.of(
        new Inference(
            Words.of(bootstrap.method()) + ", rule " + Words.of(bootstrap.rule()),
            OptionalDouble.of(replicates.standardError()),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(replicates.pValue(bootstrap.compatibility().pValueRule())),
            interval));
  }

  private IntervalResult interval(
      Resamples resamples,
      Replicates replicates,
      double[] values,
      double estimate,
      Optional<Expression> effect) {
    Bootstrap bootstrap = resamples.bootstrap();
    if (bootstrap.compatibility() == Compatibility.R_MEDIATION
        && bootstrap.method() == IntervalMethod.BCA) {
      return BootstrapIntervals.bcaOfMediationPackage(replicates, level);
    }
    return switch (bootstrap.method()) {
      case PERCENTILE -> BootstrapIntervals.percentile(replicates, level, bootstrap.rule());
      case BASIC -> BootstrapIntervals.basic(replicates, level, bootstrap.rule());
      case NORMAL ->
          BootstrapIntervals.normal(replicates, bias(resamples, replicates, effect), level);
      case BIAS_CORRECTED -> BootstrapIntervals.biasCorrected(replicates, level, bootstrap.rule());
      case BCA ->
          effect
              .flatMap(resamples::influence)
              .map(i -> BootstrapIntervals.bca(replicates, i, level, bootstrap.rule()))
              .orElse(new IntervalResult.Missing(IntervalResult.Reason.NO_INFLUENCE));
      case STUDENTIZED ->
          effect
              .map(
                  e ->
                      BootstrapIntervals.studentized(
                          estimate,
                          Math.sqrt(estimates.deltaVariance(e)),
                          values,
                          resamples.standardErrorsOf(e),
                          level,
                          bootstrap.rule()))
              .orElse(new IntervalResult.Missing(IntervalResult.Reason.NO_VARIANCE));
    };
  }

  /**
   * The bias: of the effect's own replicates, or in lavaan's manner at the mean of the
   * coefficients.
   */
  private double bias(Resamples resamples, Replicates replicates, Optional<Expression> effect) {
    if (resamples.bootstrap().compatibility() != Compatibility.LAVAAN || effect.isEmpty()) {
      return replicates.bias();
    }
    double[] mean = new double[estimates.size()];
    int kept = resamples.table().kept();
    for (int r = 0; r < kept; r++) {
      double[] row = resamples.table().row(r);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / kept;
      }
    }
    return estimates.evaluate(effect.get(), mean) - replicates.estimate();
  }
}

package org.socialcure.mediation.internal.fit;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.effect.InferenceMethod.CoefficientTest;
import org.socialcure.mediation.effect.InferenceMethod.Distribution;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.inference.PValueRule;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.effect.NullHypothesis;
import org.socialcure.mediation.internal.inference.BootstrapIntervals;
import org.socialcure.mediation.internal.inference.IntervalResult;
import org.socialcure.mediation.internal.inference.Replicates;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.CriticalValues;

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

  /** A coefficient, or a combination of those of one equation, by its own test. */
  static Inference of(Coefficient coefficient) {
    Distribution distribution =
        coefficient.df().isPresent() ? Distribution.STUDENT : Distribution.NORMAL;
    return new Inference(
        new CoefficientTest(distribution),
        OptionalDouble.of(coefficient.standardError()),
        coefficient.statistic(),
        coefficient.df(),
        OptionalDouble.of(coefficient.p()),
        Optional.of(coefficient.interval()),
        Optional.empty());
  }

  /**
   * Normal theory by the first-order delta method. An exponential is tested on the scale of its
   * argument, and its limits are the exponentials of the argument's.
   */
  Optional<Inference> delta(Expression effect, NullHypothesis test) {
    if (estimates.singleClustersDecide(effect)) {
      return Optional.of(
          Inference.missing(new InferenceMethod.Delta(), NoInterval.SINGLE_CLUSTERS_DECIDE));
    }
    double estimate = estimates.evaluate(effect);
    double variance = estimates.deltaVariance(effect);
    if (!Double.isFinite(variance) || !(variance > 0) || !Double.isFinite(estimate)) {
      return Optional.empty();
    }
    double se = Math.sqrt(variance);
    double critical = CriticalValues.EXACT.normal((1 - level) / 2);
    boolean logScale = test.onLogScale() && estimate > 0;
    double z =
        logScale
            ? (StrictMath.log(estimate) - StrictMath.log(test.value())) * estimate / se
            : (estimate - test.value()) / se;
    double lower = estimate - critical * se;
    double upper = estimate + critical * se;
    if (logScale) {
      lower = estimate * StrictMath.exp(-critical * se / estimate);
      upper = estimate * StrictMath.exp(critical * se / estimate);
    }
    Optional<Interval> interval =
        Double.isFinite(lower) && Double.isFinite(upper)
            ? Optional.of(new Interval(lower, upper, level))
            : Optional.empty();
    return Optional.of(
        new Inference(
            new InferenceMethod.Delta(),
            OptionalDouble.of(se),
            OptionalDouble.of(z),
            OptionalDouble.empty(),
            OptionalDouble.of(Distributions.normalTwoSided(z)),
            interval,
            Optional.empty()));
  }

  /** Inference from the replicates of an effect of coefficients. */
  Optional<Inference> bootstrap(Expression effect, NullHypothesis test) {
    return resamples.flatMap(
        r ->
            r.leaveAsItIs(effect)
                ? Optional.of(missing(r, NoInterval.SIGNS_CHANGE_NOTHING))
                : fromReplicates(
                    r,
                    estimates.evaluate(effect),
                    r.statistic(effect),
                    Optional.of(effect),
                    test.value()));
  }

  /** Inference from the replicates of an effect and SDs. */
  Optional<Inference> bootstrap(
      Expression effect, double estimate, ToDoubleFunction<double[]> statistic) {
    return resamples.flatMap(
        r ->
            r.leaveAsItIs(effect)
                ? Optional.of(missing(r, NoInterval.SIGNS_CHANGE_NOTHING))
                : fromReplicates(r, estimate, statistic, Optional.empty(), 0));
  }

  private static Inference missing(Resamples resamples, NoInterval reason) {
    Bootstrap bootstrap = resamples.bootstrap();
    return Inference.missing(
        new InferenceMethod.Resampled(bootstrap.method(), bootstrap.rule()), reason);
  }

  private Optional<Inference> fromReplicates(
      Resamples resamples,
      double estimate,
      ToDoubleFunction<double[]> statistic,
      Optional<Expression> effect,
      double nullValue) {
    double[] values = resamples.of(statistic);
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    if (finite.length < 2 || !Double.isFinite(estimate)) {
      return Optional.empty();
    }
    Replicates replicates = Replicates.of(estimate, finite);
    if (!replicates.vary()) {
      return Optional.of(missing(resamples, NoInterval.REPLICATES_DO_NOT_VARY));
    }
    Bootstrap bootstrap = resamples.bootstrap();
    IntervalResult interval =
        switch (bootstrap.method()) {
          case PERCENTILE -> BootstrapIntervals.percentile(replicates, level, bootstrap.rule());
          case BASIC -> BootstrapIntervals.basic(replicates, level, bootstrap.rule());
          case NORMAL ->
              BootstrapIntervals.normal(replicates, bias(resamples, replicates, effect), level);
          case BIAS_CORRECTED ->
              BootstrapIntervals.biasCorrected(replicates, level, bootstrap.rule());
          case BCA ->
              switch (bootstrap.compatibility().bcaInterval()) {
                case R_MEDIATION -> BootstrapIntervals.bcaOfMediationPackage(replicates, level);
                case EFRON -> bca(resamples, replicates, statistic);
              };
          case STUDENTIZED ->
              effect
                  .map(e -> studentized(resamples, estimate, values, e))
                  .orElse(new IntervalResult.Missing(NoInterval.NO_STANDARD_ERROR));
        };
    return Optional.of(
        new Inference(
            new InferenceMethod.Resampled(bootstrap.method(), bootstrap.rule()),
            finite(replicates.standardError()),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            pValue(interval, replicates, bootstrap.compatibility().pValueRule(), nullValue),
            interval.interval(),
            interval instanceof IntervalResult.Missing missing
                ? Optional.of(missing.reason())
                : Optional.empty()));
  }

  /** Of replicates that are too few for the level, the smallest p-value would say nothing. */
  private static OptionalDouble pValue(
      IntervalResult interval, Replicates replicates, PValueRule rule, double nullValue) {
    return interval instanceof IntervalResult.Missing missing
            && missing.reason() == NoInterval.TOO_FEW_REPLICATES
        ? OptionalDouble.empty()
        : OptionalDouble.of(replicates.pValue(rule, nullValue));
  }

  /** The BCa interval; units are left out only where it could still come of that. */
  private IntervalResult bca(
      Resamples resamples, Replicates replicates, ToDoubleFunction<double[]> statistic) {
    QuantileRule rule = resamples.bootstrap().rule();
    IntervalResult corrected = BootstrapIntervals.accelerated(replicates, 0, level, rule);
    if (corrected instanceof IntervalResult.Missing missing
        && missing.reason() != NoInterval.BEYOND_REPLICATES) {
      return corrected;
    }
    UnitInfluence influence = resamples.influence();
    Optional<NoInterval> obstacle = influence.obstacle();
    if (obstacle.isPresent()) {
      return new IntervalResult.Missing(obstacle.get());
    }
    return influence
        .of(statistic)
        .map(
            values ->
                Arrays.stream(values).allMatch(Double::isFinite)
                    ? BootstrapIntervals.bca(replicates, values, level, rule)
                    : new IntervalResult.Missing(NoInterval.UNIT_CANNOT_BE_LEFT_OUT))
        .orElse(new IntervalResult.Missing(NoInterval.TOO_FEW_REPLICATES_FOR_REGRESSION));
  }

  /** The studentised interval, from the replicates in which the effect is a number. */
  private IntervalResult studentized(
      Resamples resamples, double estimate, double[] values, Expression effect) {
    if (estimates.singleClustersDecide(effect)) {
      return new IntervalResult.Missing(NoInterval.SINGLE_CLUSTERS_DECIDE);
    }
    int[] kept =
        IntStream.range(0, values.length).filter(r -> Double.isFinite(values[r])).toArray();
    double[] errors = resamples.standardErrorsOf(effect, kept);
    double variance = estimates.deltaVarianceByEquation(effect);
    if (!Double.isFinite(variance) || !Arrays.stream(errors).allMatch(Double::isFinite)) {
      return new IntervalResult.Missing(NoInterval.NO_DERIVATIVE);
    }
    return BootstrapIntervals.studentized(
        estimate,
        Math.sqrt(Math.max(0, variance)),
        Arrays.stream(kept).mapToDouble(r -> values[r]).toArray(),
        errors,
        level,
        resamples.bootstrap().rule());
  }

  /** A number that has no place among doubles does not exist. */
  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /**
   * The bias: of the effect's own replicates, or in lavaan's manner at the mean of the
   * coefficients.
   */
  private double bias(Resamples resamples, Replicates replicates, Optional<Expression> effect) {
    Compatibility.BiasOf of = resamples.bootstrap().compatibility().biasOf();
    if (of == Compatibility.BiasOf.REPLICATES || effect.isEmpty()) {
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

package org.socialcure.scoring.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.numeric.WeightedStatistics;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.change.ChangeEffectSize;
import org.socialcure.scoring.change.PairedChange;
import org.socialcure.scoring.change.StandardizedChange;
import org.socialcure.scoring.internal.bootstrap.PersonReplicates;

/** Forms the standardised changes of a cohort with their intervals. */
final class ChangeEffects {
  private final Pairs pairs;
  private final OutcomeSettings settings;

  ChangeEffects(Pairs pairs, OutcomeSettings settings) {
    this.pairs = pairs;
    this.settings = settings;
  }

  List<ChangeEffect> of(PairedChange change) {
    List<ChangeEffect> effects = new ArrayList<>();
    for (StandardizedChange each : change.effects()) {
      effects.add(effect(each));
    }
    return effects;
  }

  private ChangeEffect effect(StandardizedChange change) {
    boolean closed =
        change.kind() == ChangeEffectSize.D_Z
            || change.kind() == ChangeEffectSize.D_AV_ROOT_MEAN_VARIANCE;
    Optional<Interval> interval = closed ? change.interval() : resampled(change.kind());
    Optional<NotEstimable> because =
        interval.isPresent()
            ? Optional.empty()
            : Optional.of(closed ? NotEstimable.NO_SOLUTION : NotEstimable.BEYOND_REPLICATES);
    return new ChangeEffect(
        change.kind(),
        change.estimate(),
        change.corrected(),
        change.df(),
        interval,
        change.corrected().isPresent()
            ? interval.map(i -> i.times(StandardizedChange.smallSampleFactor(change.df())))
            : Optional.empty(),
        closed
            ? ChangeEffect.Method.NONCENTRAL_T
            : settings.limits() == BootstrapLimits.BCA
                ? ChangeEffect.Method.BCA
                : ChangeEffect.Method.PERCENTILE,
        because);
  }

  private Optional<Interval> resampled(ChangeEffectSize size) {
    return settings.interval(
        PersonReplicates.of(
            pairs.n(),
            settings.bootstrap().replicates(),
            settings.bootstrap().seed(),
            statistic(size)));
  }

  private ToDoubleFunction<double[]> statistic(ChangeEffectSize size) {
    double[] x = pairs.before();
    double[] y = pairs.after();
    double[] d = pairs.differences();
    return weights -> {
      double mean = WeightedStatistics.mean(d, weights);
      double s1 = SampleStatistics.standardDeviation(x, weights);
      if (size == ChangeEffectSize.D_BASELINE) {
        return quotient(mean, s1);
      }
      double s2 = SampleStatistics.standardDeviation(y, weights);
      if (size == ChangeEffectSize.D_AV_MEAN_SD) {
        return quotient(mean, (s1 + s2) / 2);
      }
      double sd = SampleStatistics.standardDeviation(d, weights);
      // 2 (1 - r), r being (s1² + s2² - sd²) / (2 s1 s2).
      double unlike = 2 - (s1 * s1 + s2 * s2 - sd * sd) / (s1 * s2);
      return quotient(mean, sd) * Math.sqrt(Math.max(0, unlike));
    };
  }

  private static double quotient(double mean, double sd) {
    return sd > 0 ? mean / sd : Double.NaN;
  }
}

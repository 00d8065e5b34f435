package org.socialcure.scoring.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;

/** Forms every standardised change that the sample permits. */
final class StandardizedChanges {
  /**
   * Beyond this d_z the noncentral t integral would need thousands of panels to say nothing of use.
   */
  private static final double MAX_D_Z = 100;

  private static final double ROUNDING = 1e-14;

  private final int pairs;
  private final MeanSd before;
  private final MeanSd after;
  private final MeanSd difference;
  private final OptionalDouble correlation;
  private final double level;
  private final List<StandardizedChange> changes = new ArrayList<>();

  StandardizedChanges(
      int pairs,
      MeanSd before,
      MeanSd after,
      MeanSd difference,
      OptionalDouble correlation,
      double level) {
    this.pairs = pairs;
    this.before = before;
    this.after = after;
    this.difference = difference;
    this.correlation = correlation;
    this.level = level;
  }

  List<StandardizedChange> all() {
    Optional<Interval> noncentrality = noncentralityLimits();
    add(ChangeEffectSize.D_Z, difference.sd(), scaled(noncentrality, 1 / Math.sqrt(pairs)));
    add(ChangeEffectSize.D_AV_MEAN_SD, (before.sd() + after.sd()) / 2, Optional.empty());
    double meanVariance = (before.variance() + after.variance()) / 2;
    add(
        ChangeEffectSize.D_AV_ROOT_MEAN_VARIANCE,
        Math.sqrt(meanVariance),
        scaled(noncentrality, Math.sqrt(difference.variance() / (pairs * meanVariance))));
    if (correlation.isPresent() && difference.sd() > 0) {
      double apart = 1 - correlation.getAsDouble();
      // What rounding leaves of a correlation of one would be 1e-8 under the root.
      double perDz = apart <= ROUNDING ? 0 : Math.sqrt(2 * apart);
      addEstimate(
          ChangeEffectSize.D_RM, difference.mean() / difference.sd() * perDz, Optional.empty());
    }
    add(ChangeEffectSize.D_BASELINE, before.sd(), Optional.empty());
    return List.copyOf(changes);
  }

  private void add(ChangeEffectSize kind, double denominator, Optional<Interval> interval) {
    if (denominator > 0) {
      addEstimate(kind, difference.mean() / denominator, interval);
    }
  }

  private void addEstimate(ChangeEffectSize kind, double value, Optional<Interval> interval) {
    // Zero has no sign, which JSON would lose.
    double estimate = value + 0.0;
    int df = pairs - 1;
    OptionalDouble corrected =
        df > 1
            ? OptionalDouble.of(estimate * StandardizedChange.smallSampleFactor(df))
            : OptionalDouble.empty();
    changes.add(new StandardizedChange(kind, estimate, corrected, df, interval));
  }

  private Optional<Interval> noncentralityLimits() {
    if (difference.sd() == 0 || Math.abs(difference.mean() / difference.sd()) > MAX_D_Z) {
      return Optional.empty();
    }
    double t = difference.mean() / (difference.sd() / Math.sqrt(pairs));
    double tail = (1 - level) / 2;
    return Optional.of(
        new Interval(
            NoncentralT.noncentrality(t, pairs - 1, 1 - tail),
            NoncentralT.noncentrality(t, pairs - 1, tail),
            level));
  }

  private static Optional<Interval> scaled(Optional<Interval> limits, double factor) {
    return limits.map(i -> i.times(factor));
  }
}

package org.socialcure.mediation.internal.inference;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.Ascending;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.inference.IntervalResult.Ends;
import org.socialcure.mediation.internal.inference.IntervalResult.Found;
import org.socialcure.mediation.internal.inference.IntervalResult.Missing;

/**
 * Intervals that hold for all of several effects at once, from their joint replicates (maxT).
 *
 * <p>For each resample the largest of {@code |t_j - t0_j| / SE_j} over the effects j is taken. Its
 * quantile at the level is the common critical value c: with the coverage of the level, every
 * {@code t0_j ± c SE_j} holds its effect. Because the replicates are joint, correlated effects cost
 * little. The adjusted p-value of an effect is the share of resamples whose maximum reaches {@code
 * |t0_j| / SE_j}, the sample itself counted as one of them; it is never zero. References: Westfall
 * and Young (1993); Mandel and Betensky (2008).
 *
 * <p>Both limits of an interval are read at the level itself, among the sorted maxima, which takes
 * {@code (B + 1) alpha >= 1} of B resamples. An effect whose replicates do not vary has no interval
 * and plays no part in the maximum. Immutable and thread-safe.
 *
 * @param intervals the interval of each effect, in the order of the effects
 * @param adjustedP the adjusted p-value of each effect; empty where there is no interval
 * @since 0.1
 */
public record SimultaneousIntervals(
    List<IntervalResult> intervals, List<OptionalDouble> adjustedP) {
  /** Copies the lists. */
  public SimultaneousIntervals {
    intervals = List.copyOf(intervals);
    adjustedP = List.copyOf(adjustedP);
  }

  /**
   * Simultaneous intervals of a set of effects.
   *
   * @param estimates the estimate of each effect, finite
   * @param replicates the finite replicates by effect and then by resample; the same resamples in
   *     the same order for all effects
   * @param level the level at which all intervals hold together, strictly between 0 and 1
   * @return intervals and adjusted p-values
   * @throws IllegalArgumentException if the numbers of effects or resamples do not agree, a value
   *     is not finite or the level not a proportion
   */
  public static SimultaneousIntervals maxT(
      double[] estimates, double[][] replicates, double level) {
    Interval.requireLevel(level);
    int effects = estimates.length;
    int resamples = effects == 0 ? 0 : replicates[0].length;
    if (replicates.length != effects
        || resamples == 0
        || Arrays.stream(replicates).anyMatch(t -> t.length != resamples)) {
      throw new IllegalArgumentException(
          "Each effect needs one replicate for each of at least one resample.");
    }
    double[] errors = new double[effects];
    double[] largest = new double[resamples];
    for (int j = 0; j < effects; j++) {
      Interruption.check();
      Replicates own = Replicates.of(estimates[j], replicates[j]);
      errors[j] = own.vary() ? own.standardError() : 0;
      for (int r = 0; r < resamples && errors[j] > 0; r++) {
        Interruption.check(r);
        largest[r] = Math.max(largest[r], Math.abs(replicates[j][r] - estimates[j]) / errors[j]);
      }
    }
    double[] maxima = Ascending.of(largest);
    double critical = QuantileRule.NORMAL_SCALE.quantile(maxima, level);
    boolean tooFew = QuantileRule.NORMAL_SCALE.extreme(resamples, level);
    IntervalResult[] intervals = new IntervalResult[effects];
    OptionalDouble[] adjusted = new OptionalDouble[effects];
    for (int j = 0; j < effects; j++) {
      Interruption.check();
      if (errors[j] > 0) {
        double reach = critical * errors[j];
        intervals[j] =
            tooFew
                ? new Missing(NoInterval.TOO_FEW_REPLICATES)
                : new Found(
                    new Interval(estimates[j] - reach, estimates[j] + reach, level),
                    level,
                    level,
                    Ends.INSIDE);
        double statistic = Math.abs(estimates[j]) / errors[j];
        long reached = Arrays.stream(maxima).filter(m -> m >= statistic).count();
        adjusted[j] = OptionalDouble.of((reached + 1.0) / (resamples + 1.0));
      } else {
        intervals[j] = new Missing(NoInterval.NO_VARIANCE);
        adjusted[j] = OptionalDouble.empty();
      }
    }
    return new SimultaneousIntervals(List.of(intervals), List.of(adjusted));
  }
}

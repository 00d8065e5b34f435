package org.socialcure.examples.benchmarks;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;

/** What outcomes are in so many people that chance has no part in it, by the plain formulas. */
final class OutcomeTruths {
  private static final int MANY = 2_000_000;

  private final Map<OutcomeCoverage.Statistic, Double> truths =
      new EnumMap<>(OutcomeCoverage.Statistic.class);

  OutcomeTruths(RandomGenerator random, SimulatedScores.Shape shape, double extra) {
    SimulatedScores scores = shape.draw(random, MANY, 0);
    double[] d = scores.differences();
    double mean = StatUtils.mean(d);
    double first = Math.sqrt(StatUtils.variance(scores.before()));
    double second = Math.sqrt(StatUtils.variance(scores.after()));
    double sd = Math.sqrt(StatUtils.variance(d));
    double r = (first * first + second * second - sd * sd) / (2 * first * second);
    truths.put(OutcomeCoverage.Statistic.MEAN_CHANGE, mean);
    truths.put(OutcomeCoverage.Statistic.D_Z, mean / sd);
    truths.put(OutcomeCoverage.Statistic.D_AV, 2 * mean / (first + second));
    truths.put(
        OutcomeCoverage.Statistic.D_AV_RMS,
        mean / Math.sqrt((first * first + second * second) / 2));
    truths.put(OutcomeCoverage.Statistic.D_RM, mean / sd * Math.sqrt(2 * (1 - r)));
    truths.put(OutcomeCoverage.Statistic.D_BASELINE, mean / first);
    double fell = share(d, -1);
    double rose = share(d, 1);
    truths.put(OutcomeCoverage.Statistic.BETTER, fell);
    truths.put(OutcomeCoverage.Statistic.SUPERIORITY, fell + (1 - fell - rose) / 2);
    truths.put(OutcomeCoverage.Statistic.ALPHA, alpha(scores.items(), first * first));
    truths.put(
        OutcomeCoverage.Statistic.CASES,
        cases(scores.after(), shape.cut()) - cases(scores.before(), shape.cut()));
    SimulatedScores treated = shape.draw(random, MANY, extra);
    double more = StatUtils.mean(treated.differences()) - mean;
    truths.put(OutcomeCoverage.Statistic.GROUP_DIFFERENCE, more);
    // Groups are formed by lot, so that they do not differ before.
    truths.put(OutcomeCoverage.Statistic.ADJUSTED_DIFFERENCE, more);
    truths.put(OutcomeCoverage.Statistic.PRE_POST_CONTROL, more / first);
    leavers(scores, scores.stayed(random, shape.cut()));
  }

  private void leavers(SimulatedScores scores, boolean[] stayed) {
    double[] there = take(scores.before(), stayed, true);
    double[] gone = take(scores.before(), stayed, false);
    truths.put(
        OutcomeCoverage.Statistic.STAYED_MINUS_LEFT,
        (StatUtils.mean(there) - StatUtils.mean(gone))
            / Math.sqrt((StatUtils.variance(there) + StatUtils.variance(gone)) / 2));
    truths.put(OutcomeCoverage.Statistic.RETENTION, (double) there.length / stayed.length);
  }

  double of(OutcomeCoverage.Statistic statistic) {
    return Objects.requireNonNull(truths.get(statistic), statistic::name);
  }

  private static double[] take(double[] values, boolean[] which, boolean value) {
    return IntStream.range(0, values.length)
        .filter(i -> which[i] == value)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  private static double share(double[] differences, int sign) {
    return (double) Arrays.stream(differences).filter(d -> Math.signum(d) == sign).count()
        / differences.length;
  }

  private static double cases(double[] values, double cut) {
    return (double) Arrays.stream(values).filter(value -> value >= cut).count() / values.length;
  }

  private static double alpha(double[][] items, double total) {
    double[][] rows = new double[items[0].length][items.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < items.length; j++) {
        rows[i][j] = items[j][i];
      }
    }
    double own = new Covariance(rows).getCovarianceMatrix().getTrace();
    double k = items.length;
    return k / (k - 1) * (1 - own / total);
  }
}

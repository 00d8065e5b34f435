package org.socialcure.mediation.regression;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.socialcure.core.Progress;
import org.socialcure.core.Progress.Stage;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.Parallel;
import org.socialcure.mediation.internal.WildMultipliers;
import org.socialcure.mediation.internal.Work;

/**
 * The t statistics of a coefficient in wild cluster resamples under its null hypothesis.
 *
 * <p>With {@code x~} what the other predictors leave of the coefficient's own, {@code u} the
 * residuals without it, {@code v_g} the multipliers and {@code U} the design in orthonormal
 * coordinates, the score of cluster g in a resample is {@code v_g a_g - c_g' sum_h v_h r_h}, where
 * {@code a_g = x~_g'W u_g}, {@code c_g = U_g'W x~_g} and {@code r_h = U_h'W u_h}: a resample takes
 * steps in proportion to the clusters, not to the rows.
 */
final class RestrictedWildBootstrap {
  /** Statistics that differ by less are the same. */
  private static final double ROUNDING = 1e-9;

  private final String term;
  private final int clusters;
  private final double correction;
  private final double[] own;
  private final double[][] pulls;
  private final double[][] shifts;

  RestrictedWildBootstrap(
      Design design,
      int coefficient,
      double estimate,
      double[] residuals,
      UnaryOperator<double[]> coordinates) {
    term = design.terms().get(coefficient);
    int[] groups = Objects.requireNonNull(design.clusters(), "clusters");
    clusters = Sandwich.groups(groups);
    int n = design.rows();
    int k = design.size();
    correction = clusters / (clusters - 1.0) * (n - 1.0) / (n - k);
    double[] unit = new double[k];
    unit[coefficient] = 1;
    double[] direction = coordinates.apply(unit);
    double length = 0;
    for (double element : direction) {
      length += element * element;
    }
    own = new double[clusters];
    pulls = new double[clusters][k];
    shifts = new double[clusters][k];
    double[] row = new double[k];
    for (int i = 0; i < n; i++) {
      Interruption.check(i);
      for (int j = 0; j < k; j++) {
        row[j] = design.columns()[j][i];
      }
      double[] turned = coordinates.apply(row);
      double left = 0;
      for (int j = 0; j < k; j++) {
        left += turned[j] * direction[j];
      }
      left /= length;
      double weight = design.weight(i);
      double restricted = residuals[i] + left * estimate;
      own[groups[i]] += weight * left * restricted;
      for (int j = 0; j < k; j++) {
        pulls[groups[i]][j] += weight * left * turned[j];
        shifts[groups[i]][j] += weight * restricted * turned[j];
      }
    }
  }

  WildClusterTest test(int replicates, long seed, Progress progress) {
    WildMultipliers multipliers = WildMultipliers.of(clusters);
    double[] v = new double[clusters];
    Arrays.fill(v, 1);
    double observed = statistic(v);
    double bound = Math.abs(observed) * (1 - ROUNDING);
    double combinations = StrictMath.pow(multipliers.count(), clusters);
    boolean all = combinations <= replicates;
    int count = all ? (int) combinations : replicates;
    AtomicInteger passed = new AtomicInteger();
    Parallel.run(
        Stage.WILD_CLUSTER_TEST,
        count,
        Work.heardBy(OptionalInt.of(1), progress),
        () ->
            r -> {
              if (all) {
                int rest = r;
                for (int g = 0; g < clusters; g++) {
                  v[g] = multipliers.value(rest % multipliers.count());
                  rest /= multipliers.count();
                }
              } else {
                ReplicateRandom random = new ReplicateRandom(seed, r);
                Arrays.setAll(v, g -> multipliers.draw(random));
              }
              // A statistic that is no number, nothing over nothing, speaks for the null
              // hypothesis.
              if (!(Math.abs(statistic(v)) < bound)) {
                passed.incrementAndGet();
              }
            });
    int extreme = passed.get();
    return new WildClusterTest(
        term,
        observed,
        clusters,
        multipliers == WildMultipliers.WEBB
            ? WildClusterTest.Multipliers.WEBB
            : WildClusterTest.Multipliers.RADEMACHER,
        all ? WildClusterTest.Draws.ALL : WildClusterTest.Draws.RANDOM,
        count,
        all ? OptionalLong.empty() : OptionalLong.of(seed),
        all ? (double) extreme / count : (extreme + 1.0) / (count + 1.0));
  }

  private double statistic(double[] v) {
    double[] shift = new double[pulls[0].length];
    double score = 0;
    for (int g = 0; g < clusters; g++) {
      score += v[g] * own[g];
      for (int j = 0; j < shift.length; j++) {
        shift[j] += v[g] * shifts[g][j];
      }
    }
    double squares = 0;
    for (int g = 0; g < clusters; g++) {
      double rest = v[g] * own[g];
      for (int j = 0; j < shift.length; j++) {
        rest -= pulls[g][j] * shift[j];
      }
      squares += rest * rest;
    }
    return score / Math.sqrt(correction * squares);
  }
}

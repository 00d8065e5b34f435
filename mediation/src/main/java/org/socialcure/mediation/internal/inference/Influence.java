package org.socialcure.mediation.internal.inference;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.internal.Cholesky;
import org.socialcure.mediation.internal.Interruption;

/**
 * Influence values: how much each unit that is resampled, a row or a cluster, moves an estimate.
 *
 * @since 0.1
 */
public final class Influence {
  private Influence() {}

  /**
   * Influence values from an estimate repeated without each unit, as in the R package boot.
   *
   * @param leaveOneOut the estimate without unit i, for each unit
   * @param strata the stratum h of each unit, from 0; one and the same without strata
   * @return {@code (n_h - 1)(mean_h(J) - J_i)}, {@code n_h} the units of the stratum; zero for one
   *     that is alone in it
   */
  public static double[] jackknife(double[] leaveOneOut, int[] strata) {
    double[] influence = new double[leaveOneOut.length];
    int[] sizes = sizes(strata);
    double[] means = means(leaveOneOut, strata, sizes);
    for (int i = 0; i < influence.length; i++) {
      int stratum = strata[i];
      influence[i] = (sizes[stratum] - 1) * (means[stratum] - leaveOneOut[i]);
    }
    return influence;
  }

  /**
   * Influence values from the slopes of an estimate on the weight of each unit.
   *
   * @param slopes the slope of each unit
   * @param strata the stratum h of each unit, from 0; one and the same without strata
   * @return {@code n_h (D_i - mean_h(D))}: the slopes on the unit's share of its stratum
   */
  public static double[] centred(double[] slopes, int[] strata) {
    double[] influence = new double[slopes.length];
    int[] sizes = sizes(strata);
    double[] means = means(slopes, strata, sizes);
    for (int i = 0; i < influence.length; i++) {
      influence[i] = sizes[strata[i]] * (slopes[i] - means[strata[i]]);
    }
    return influence;
  }

  private static int[] sizes(int[] strata) {
    int[] sizes = new int[Arrays.stream(strata).max().orElse(-1) + 1];
    for (int stratum : strata) {
      sizes[stratum]++;
    }
    return sizes;
  }

  private static double[] means(double[] values, int[] strata, int[] sizes) {
    double[] means = new double[sizes.length];
    for (int i = 0; i < values.length; i++) {
      means[strata[i]] += values[i] / sizes[strata[i]];
    }
    return means;
  }

  /**
   * Influence values of several effects by regression of their replicates on the share of each unit
   * in the resample, as in the R package boot.
   *
   * <p>The shares of a stratum's units sum to one, so the first unit of each stratum is left out of
   * a least squares regression with an intercept; its slope is zero, and the slopes are then
   * centred within strata.
   *
   * @param replicates the replicates, by effect and then by resample
   * @param counts how often each unit was drawn, by resample and then by unit; every resample draws
   *     as many units of a stratum as there are
   * @param strata the stratum of each unit, from 0; one and the same without strata
   * @return the influence values, by effect and then by unit; empty if there are not more resamples
   *     than units, or if the resamples do not tell the units apart
   * @throws IllegalArgumentException if the numbers of resamples or units do not agree
   */
  public static Optional<double[][]> regression(
      double[][] replicates, int[][] counts, int[] strata) {
    int resamples = counts.length;
    int units = strata.length;
    if (Arrays.stream(counts).anyMatch(c -> c.length != units)
        || Arrays.stream(replicates).anyMatch(t -> t.length != resamples)) {
      throw new IllegalArgumentException(
          "Each effect needs one replicate per resample, and each resample one count per unit.");
    }
    if (resamples <= units) {
      return Optional.empty();
    }
    int[] free = free(strata);
    double[][] gram = centredProducts(counts, free);
    Optional<Cholesky> factor = Cholesky.ofPositiveDefinite(gram);
    return factor.map(
        f ->
            Arrays.stream(replicates)
                .map(t -> spread(f.solve(rightSide(t, counts, free)), free, units))
                .map(slopes -> centred(slopes, strata))
                .toArray(double[][]::new));
  }

  /** The units that are not the first of their stratum. */
  private static int[] free(int[] strata) {
    boolean[] seen = new boolean[sizes(strata).length];
    return IntStream.range(0, strata.length)
        .filter(
            i -> {
              boolean first = !seen[strata[i]];
              seen[strata[i]] = true;
              return !first;
            })
        .toArray();
  }

  /** Cross products of the counts of the free units, around the expected count of one. */
  private static double[][] centredProducts(int[][] counts, int[] free) {
    double[][] gram = new double[free.length][free.length];
    double[] sums = new double[free.length];
    for (int[] count : counts) {
      for (int i = 0; i < free.length; i++) {
        Interruption.check();
        int deviation = count[free[i]] - 1;
        if (deviation != 0) {
          sums[i] += deviation;
          for (int j = 0; j <= i; j++) {
            gram[i][j] += deviation * (count[free[j]] - 1);
          }
        }
      }
    }
    for (int i = 0; i < free.length; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] -= sums[i] * sums[j] / counts.length;
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  private static double[] rightSide(double[] replicates, int[][] counts, int[] free) {
    double mean = SampleStatistics.mean(replicates);
    double[] products = new double[free.length];
    for (int r = 0; r < counts.length; r++) {
      Interruption.check();
      double deviation = replicates[r] - mean;
      for (int i = 0; i < free.length; i++) {
        products[i] += deviation * (counts[r][free[i]] - 1);
      }
    }
    return products;
  }

  /** The slopes of all units, those of the first of each stratum being zero. */
  private static double[] spread(double[] slopes, int[] free, int units) {
    double[] all = new double[units];
    for (int i = 0; i < free.length; i++) {
      all[free[i]] = slopes[i];
    }
    return all;
  }
}

package org.socialcure.mediation.internal.inference;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.internal.Cholesky;
import org.socialcure.mediation.internal.Interruption;

/**
 * Influence values: how much each row moves an estimate, and the acceleration made of them.
 *
 * @since 0.1
 */
public final class Influence {
  private Influence() {}

  /**
   * The acceleration of a BCa interval, {@code sum(L^3) / (6 (sum(L^2))^1.5)}.
   *
   * @param influence influence values of the rows, in any unit
   * @return the acceleration; empty if all values are zero
   * @throws IllegalArgumentException if a value is not finite
   */
  public static OptionalDouble acceleration(double[] influence) {
    double largest = 0;
    for (double value : influence) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("Influence values must be finite.");
      }
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0) {
      return OptionalDouble.empty();
    }
    double squares = 0;
    double cubes = 0;
    for (double value : influence) {
      double scaled = value / largest;
      squares += scaled * scaled;
      cubes += scaled * scaled * scaled;
    }
    return OptionalDouble.of(cubes / (6 * squares * Math.sqrt(squares)));
  }

  /**
   * Influence values from an estimate repeated without each row.
   *
   * @param leaveOneOut the estimate without row i, for each of the n rows
   * @return {@code (n - 1)(mean(J) - J_i)}
   */
  public static double[] jackknife(double[] leaveOneOut) {
    int n = leaveOneOut.length;
    double mean = SampleStatistics.mean(leaveOneOut);
    return Arrays.stream(leaveOneOut).map(value -> (n - 1) * (mean - value)).toArray();
  }

  /**
   * Influence values of several effects by regression of their replicates on the share of each row
   * in the resample, as in the R package boot.
   *
   * <p>The shares {@code count/n} of a resample sum to one, so the first row is left out of a least
   * squares regression with an intercept; its slope is zero, and the slopes are then centred.
   *
   * @param replicates the replicates, by effect and then by resample
   * @param counts how often each row was drawn, by resample and then by row; every resample draws
   *     as many rows as there are
   * @return the influence values, by effect and then by row; empty if there are not more resamples
   *     than rows, or if the resamples do not tell the rows apart
   * @throws IllegalArgumentException if the numbers of resamples or rows do not agree
   */
  public static Optional<double[][]> regression(double[][] replicates, int[][] counts) {
    int resamples = counts.length;
    int rows = resamples == 0 ? 0 : counts[0].length;
    if (Arrays.stream(counts).anyMatch(c -> c.length != rows)
        || Arrays.stream(replicates).anyMatch(t -> t.length != resamples)) {
      throw new IllegalArgumentException(
          "Each effect needs one replicate per resample, and each resample one count per row.");
    }
    if (resamples <= rows) {
      return Optional.empty();
    }
    double[][] gram = centredProducts(counts, rows);
    Optional<Cholesky> factor = Cholesky.ofPositiveDefinite(gram);
    return factor.map(
        f ->
            Arrays.stream(replicates)
                .map(t -> centred(f.solve(rightSide(t, counts, rows)), rows))
                .toArray(double[][]::new));
  }

  /** Cross products of the counts of all rows but the first, around the expected count of one. */
  private static double[][] centredProducts(int[][] counts, int rows) {
    double[][] gram = new double[rows - 1][rows - 1];
    double[] sums = new double[rows - 1];
    for (int[] count : counts) {
      for (int i = 1; i < rows; i++) {
        Interruption.check();
        int deviation = count[i] - 1;
        if (deviation != 0) {
          sums[i - 1] += deviation;
          for (int j = 1; j <= i; j++) {
            gram[i - 1][j - 1] += deviation * (count[j] - 1);
          }
        }
      }
    }
    for (int i = 0; i < rows - 1; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] -= sums[i] * sums[j] / counts.length;
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  private static double[] rightSide(double[] replicates, int[][] counts, int rows) {
    double mean = SampleStatistics.mean(replicates);
    double[] products = new double[rows - 1];
    for (int r = 0; r < counts.length; r++) {
      Interruption.check();
      double deviation = replicates[r] - mean;
      for (int i = 1; i < rows; i++) {
        products[i - 1] += deviation * (counts[r][i] - 1);
      }
    }
    return products;
  }

  private static double[] centred(double[] slopes, int rows) {
    double[] influence = new double[rows];
    // Slopes per count; an influence value is the slope on the share, n times as large.
    double mean = Arrays.stream(slopes).sum() / rows;
    for (int i = 0; i < rows; i++) {
      influence[i] = rows * ((i == 0 ? 0 : slopes[i - 1]) - mean);
    }
    return influence;
  }
}

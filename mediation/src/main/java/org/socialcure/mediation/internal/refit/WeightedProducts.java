package org.socialcure.mediation.internal.refit;

import java.util.Arrays;
import org.socialcure.mediation.internal.Interruption;

/**
 * Sums of weighted products of columns: where a bootstrap spends its time.
 *
 * <p>Rows are taken in chunks that stay in the processor's cache; in each, a column is multiplied
 * by the weights once and then by four others at a time, which keeps four independent additions
 * going. The order of all additions is fixed.
 */
final class WeightedProducts {
  /** Rows of a chunk. */
  static final int CHUNK = 512;

  private WeightedProducts() {}

  /**
   * Multiplies frequencies by prior weights.
   *
   * @param product where the products go
   * @return the sum of the frequencies
   */
  static double weigh(double[] frequencies, double[] weights, double[] product) {
    double count = 0;
    for (int i = 0; i < weights.length; i++) {
      count += frequencies[i];
      product[i] = frequencies[i] * weights[i];
    }
    return count;
  }

  /**
   * The sum of the products of every pair of columns.
   *
   * @param columns the columns
   * @param weights the weight of each row
   * @param weighted scratch of {@link #CHUNK} elements
   * @param triangle where the sums go: the lower triangle, packed row by row
   */
  static void sum(double[][] columns, double[] weights, double[] weighted, double[] triangle) {
    int size = columns.length;
    Arrays.fill(triangle, 0, PackedCholesky.length(size), 0);
    for (int from = 0; from < weights.length; from += CHUNK) {
      int count = Math.min(CHUNK, weights.length - from);
      for (int a = 0; a < size; a++) {
        Interruption.check();
        double[] column = columns[a];
        for (int i = 0; i < count; i++) {
          weighted[i] = weights[from + i] * column[from + i];
        }
        int row = PackedCholesky.row(a);
        int b = 0;
        for (; b + 4 <= a + 1; b += 4) {
          four(columns, b, weighted, from, count, triangle, row + b);
        }
        for (; b <= a; b++) {
          triangle[row + b] += one(columns[b], weighted, from, count);
        }
      }
    }
  }

  /**
   * The sum of the products of every column with one vector.
   *
   * @param columns the columns
   * @param vector one value a row
   * @param sums where the sums go
   */
  static void sum(double[][] columns, double[] vector, double[] sums) {
    for (int j = 0; j < columns.length; j++) {
      Interruption.check();
      sums[j] = one(columns[j], vector, 0, vector.length);
    }
  }

  private static void four(
      double[][] columns,
      int first,
      double[] weighted,
      int from,
      int count,
      double[] sums,
      int place) {
    double[] c0 = columns[first];
    double[] c1 = columns[first + 1];
    double[] c2 = columns[first + 2];
    double[] c3 = columns[first + 3];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = 0; i < count; i++) {
      double value = weighted[i];
      s0 += value * c0[from + i];
      s1 += value * c1[from + i];
      s2 += value * c2[from + i];
      s3 += value * c3[from + i];
    }
    sums[place] += s0;
    sums[place + 1] += s1;
    sums[place + 2] += s2;
    sums[place + 3] += s3;
  }

  private static double one(double[] column, double[] weighted, int from, int count) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 2 <= count; i += 2) {
      even += weighted[i] * column[from + i];
      odd += weighted[i + 1] * column[from + i + 1];
    }
    return i < count ? even + odd + weighted[i] * column[from + i] : even + odd;
  }
}

package org.socialcure.mediation.internal.linear;

/**
 * Sums in twice the working precision.
 *
 * <p>Each sum is carried as an unevaluated pair of doubles; products are split exactly with a fused
 * multiply-add (Ogita, Rump and Oishi 2005). The result is as if computed with about 32 digits and
 * then rounded.
 */
public final class Summation {
  private Summation() {}

  /**
   * The sum of the values.
   *
   * @param values any finite values
   * @return their sum
   */
  public static double sum(double[] values) {
    double high = 0;
    double low = 0;
    for (double value : values) {
      double sum = high + value;
      double shift = sum - high;
      low += (high - (sum - shift)) + (value - shift);
      high = sum;
    }
    return high + low;
  }

  /**
   * The mean of the values.
   *
   * @param values at least one finite value
   * @return their mean
   */
  public static double mean(double[] values) {
    return sum(values) / values.length;
  }

  /**
   * The sum of the products of two columns.
   *
   * @param left a column
   * @param right a column of the same length
   * @return their inner product
   */
  public static double dot(double[] left, double[] right) {
    double high = 0;
    double low = 0;
    for (int i = 0; i < left.length; i++) {
      double product = left[i] * right[i];
      double error = Math.fma(left[i], right[i], -product);
      double sum = high + product;
      double shift = sum - high;
      low += error + ((high - (sum - shift)) + (product - shift));
      high = sum;
    }
    return high + low;
  }
}

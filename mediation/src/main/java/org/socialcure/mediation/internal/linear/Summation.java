package org.socialcure.mediation.internal.linear;

import org.jspecify.annotations.Nullable;
import org.socialcure.mediation.internal.Interruption;

/**
 * Sums in twice the working precision.
 *
 * <p>Each sum is carried as an unevaluated pair of doubles; products are split exactly with a fused
 * multiply-add (Ogita, Rump and Oishi 2005). The result is as if computed with about 32 digits.
 */
public final class Summation {
  private Summation() {}

  /**
   * The sum of the products of two columns.
   *
   * @param left a column
   * @param right a column of the same length
   * @return their inner product
   */
  public static double dot(double[] left, double[] right) {
    return dot(null, left, right).value();
  }

  /** The sum of squared deviations from the weighted mean. */
  static Twofold deviance(double @Nullable [] weights, double[] values) {
    Twofold mean =
        weights == null
            ? total(values).over(Twofold.of(values.length))
            : dot(null, weights, values).over(total(weights));
    double[] deviations = new double[values.length];
    double[] rest = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      Twofold deviation = Twofold.of(values[i]).minus(mean);
      deviations[i] = deviation.high();
      rest[i] = deviation.low();
    }
    return sumOfSquares(weights, deviations, rest);
  }

  /** The sum of w (value + rest)², where each rest is tiny. */
  static Twofold sumOfSquares(double @Nullable [] weights, double[] values, double[] rest) {
    Twofold mixed = dot(weights, values, rest);
    return dot(weights, values, values).plus(mixed).plus(mixed);
  }

  private static Twofold total(double[] values) {
    double high = 0;
    double low = 0;
    for (double value : values) {
      double sum = high + value;
      double shift = sum - high;
      low += (high - (sum - shift)) + (value - shift);
      high = sum;
    }
    return Twofold.sum(high, low);
  }

  /** The sum of w l r. */
  static Twofold dot(double @Nullable [] weights, double[] left, double[] right) {
    Interruption.check();
    double high = 0;
    double low = 0;
    for (int i = 0; i < left.length; i++) {
      double factor = left[i];
      double factorError = 0;
      if (weights != null) {
        factor = weights[i] * left[i];
        factorError = Math.fma(weights[i], left[i], -factor);
      }
      double product = factor * right[i];
      double error = Math.fma(factor, right[i], -product) + factorError * right[i];
      double sum = high + product;
      double shift = sum - high;
      low += error + ((high - (sum - shift)) + (product - shift));
      high = sum;
    }
    return Twofold.sum(high, low);
  }
}

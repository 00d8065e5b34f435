package org.socialcure.core.internal.numeric;

import java.util.OptionalDouble;

/**
 * Means, standard deviations, covariances and correlations of samples.
 *
 * <p>In two passes: deviations are taken from the mean, and what rounding left in the mean is taken
 * out again (Chan, Golub and LeVeque 1983). Standard deviations and covariances have the divisor n
 * − 1, where n is the number of values or the sum of their weights.
 */
public final class SampleStatistics {
  private SampleStatistics() {}

  /**
   * The arithmetic mean.
   *
   * @param values at least one finite value
   * @return the sum divided by n
   */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double first = sum / values.length;
    double rest = 0;
    for (double value : values) {
      rest += value - first;
    }
    return first + rest / values.length;
  }

  /**
   * The standard deviation.
   *
   * @param values at least two finite values
   * @return the root of the sum of squared deviations from the mean divided by n − 1
   */
  public static double standardDeviation(double[] values) {
    return standardDeviation(values, mean(values));
  }

  /**
   * The standard deviation of values of which the mean is known.
   *
   * @param values at least two finite values
   * @param mean their mean
   * @return the root of the sum of squared deviations from the mean divided by n − 1
   */
  public static double standardDeviation(double[] values, double mean) {
    double squares = 0;
    double rest = 0;
    for (double value : values) {
      double deviation = value - mean;
      squares += deviation * deviation;
      rest += deviation;
    }
    return root(squares, rest, values.length);
  }

  /**
   * The standard deviation of values that count as often as their weight says.
   *
   * @param values finite values
   * @param weights as many weights, not negative, of a sum above 1
   * @return the root of the weighted sum of squared deviations from the weighted mean, divided by
   *     the sum of the weights less 1
   */
  public static double standardDeviation(double[] values, double[] weights) {
    double n = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      n += weights[i];
      sum += weights[i] * values[i];
    }
    double mean = sum / n;
    double squares = 0;
    double rest = 0;
    for (int i = 0; i < values.length; i++) {
      double deviation = values[i] - mean;
      squares += weights[i] * deviation * deviation;
      rest += weights[i] * deviation;
    }
    return root(squares, rest, n);
  }

  private static double root(double squares, double rest, double n) {
    return Math.sqrt(Math.max(0, squares - rest * rest / n) / (n - 1));
  }

  /**
   * The covariance of two samples.
   *
   * @param x at least two finite values
   * @param y as many finite values
   * @return the sum of products of deviations from the means divided by n − 1
   */
  public static double covariance(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double products = 0;
    double restX = 0;
    double restY = 0;
    for (int i = 0; i < x.length; i++) {
      double deviationX = x[i] - meanX;
      double deviationY = y[i] - meanY;
      products += deviationX * deviationY;
      restX += deviationX;
      restY += deviationY;
    }
    return (products - restX * restY / x.length) / (x.length - 1);
  }

  /**
   * The covariance matrix of samples.
   *
   * @param columns samples of the same number of values, at least two
   * @return their covariances, variances on the diagonal
   */
  public static double[][] covariances(double[]... columns) {
    double[][] covariances = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j <= i; j++) {
        covariances[i][j] = covariance(columns[i], columns[j]);
        covariances[j][i] = covariances[i][j];
      }
    }
    return covariances;
  }

  /**
   * The product-moment correlation of two samples.
   *
   * @param x at least two finite values
   * @param y as many finite values
   * @return their covariance divided by both standard deviations; empty if one does not vary
   */
  public static OptionalDouble correlation(double[] x, double[] y) {
    double scale = standardDeviation(x) * standardDeviation(y);
    return scale > 0
        ? OptionalDouble.of(Math.max(-1, Math.min(1, covariance(x, y) / scale)))
        : OptionalDouble.empty();
  }
}

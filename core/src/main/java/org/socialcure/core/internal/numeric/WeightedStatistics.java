package org.socialcure.core.internal.numeric;

/**
 * Means, standard deviations and covariances of samples whose rows count by their weights.
 *
 * <p>Variances are {@code Σw(x − x̄)²/Σw · n/(n − 1)} with the weighted mean x̄ and n the number of
 * rows of positive weight: multiplying all weights by a number changes nothing, and with equal
 * weights they are the usual ones.
 */
public final class WeightedStatistics {
  private WeightedStatistics() {}

  /**
   * The weighted mean.
   *
   * @param values finite values
   * @param weights as many weights, not negative, of a positive sum
   * @return the weighted sum divided by the sum of the weights
   */
  public static double mean(double[] values, double[] weights) {
    double whole = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      whole += weights[i];
      sum += weights[i] * values[i];
    }
    double first = sum / whole;
    double rest = 0;
    for (int i = 0; i < values.length; i++) {
      rest += weights[i] * (values[i] - first);
    }
    return first + rest / whole;
  }

  /**
   * The weighted standard deviation.
   *
   * @param values finite values
   * @param weights as many weights, not negative, at least two of them positive
   * @return the root of the weighted variance
   */
  public static double standardDeviation(double[] values, double[] weights) {
    return Math.sqrt(Math.max(0, covariance(values, values, weights)));
  }

  /**
   * The weighted standard deviation of rows that occur several times.
   *
   * @param values finite values
   * @param frequencies how often each row occurs, not negative, of a sum above 1
   * @param weights the weight of each row, positive
   * @return the root of the weighted variance, where n is the sum of the frequencies
   */
  public static double standardDeviation(double[] values, double[] frequencies, double[] weights) {
    double rows = 0;
    double whole = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double weight = frequencies[i] * weights[i];
      rows += frequencies[i];
      whole += weight;
      sum += weight * values[i];
    }
    double mean = sum / whole;
    double squares = 0;
    double rest = 0;
    for (int i = 0; i < values.length; i++) {
      double weight = frequencies[i] * weights[i];
      double deviation = values[i] - mean;
      squares += weight * deviation * deviation;
      rest += weight * deviation;
    }
    return Math.sqrt(Math.max(0, squares - rest * rest / whole) / whole * (rows / (rows - 1)));
  }

  private static double covariance(double[] x, double[] y, double[] weights) {
    double meanX = mean(x, weights);
    double meanY = mean(y, weights);
    double whole = 0;
    double products = 0;
    double restX = 0;
    double restY = 0;
    int rows = 0;
    for (int i = 0; i < x.length; i++) {
      double deviationX = x[i] - meanX;
      double deviationY = y[i] - meanY;
      whole += weights[i];
      products += weights[i] * deviationX * deviationY;
      restX += weights[i] * deviationX;
      restY += weights[i] * deviationY;
      rows += weights[i] > 0 ? 1 : 0;
    }
    return (products - restX * restY / whole) / whole * (rows / (rows - 1.0));
  }

  /**
   * The weighted covariance matrix of samples.
   *
   * @param weights a weight for each row, not negative, at least two of them positive
   * @param columns samples of as many values
   * @return their covariances, variances on the diagonal
   */
  public static double[][] covariances(double[] weights, double[]... columns) {
    double[][] covariances = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j <= i; j++) {
        covariances[i][j] = covariance(columns[i], columns[j], weights);
        covariances[j][i] = covariances[i][j];
      }
    }
    return covariances;
  }
}

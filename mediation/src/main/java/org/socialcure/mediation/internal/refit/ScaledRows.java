package org.socialcure.mediation.internal.refit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.socialcure.mediation.internal.linear.Summation;
import org.socialcure.mediation.regression.Regression;

/**
 * The predictors of an equation, each minus its mean and divided by its standard deviation, with
 * all values of a row side by side.
 *
 * <p>Cross-products of such columns keep their digits whatever the units and origins of the
 * variables.
 *
 * @param rows the number of rows
 * @param size the number of predictors
 * @param stride how far the rows are apart in {@code values}
 * @param values the scaled predictors; what follows them in a row is the owner's
 * @param means the means that were taken off
 * @param scales the standard deviations that were divided by, 1 for a constant column
 */
record ScaledRows(
    int rows, int size, int stride, double[] values, double[] means, double[] scales) {
  /**
   * Scales the predictors of an equation.
   *
   * @param extra room left behind the predictors of each row
   */
  static ScaledRows of(Regression equation, int extra) {
    List<String> terms = equation.terms();
    int rows = equation.outcomeValues().length;
    int size = terms.size() - 1;
    ScaledRows scaled =
        new ScaledRows(
            rows,
            size,
            size + extra,
            new double[rows * (size + extra)],
            new double[size + extra],
            new double[size + extra]);
    for (int j = 0; j < size; j++) {
      scaled.put(j, equation.values(terms.get(j + 1)));
    }
    return scaled;
  }

  /** Puts a scaled column into every row. */
  void put(int column, double[] raw) {
    double mean = Summation.mean(raw);
    double deviation = Summation.standardDeviation(raw);
    double scale = deviation > 0 && Double.isFinite(deviation) ? deviation : 1;
    means[column] = mean;
    scales[column] = scale;
    for (int i = 0; i < rows; i++) {
      values[i * stride + column] = (raw[i] - mean) / scale;
    }
  }

  /** The prior weights of an equation, ones where it has none. */
  static double[] weights(Regression equation, int rows) {
    Optional<double[]> given = equation.weights();
    if (given.isPresent()) {
      return given.get();
    }
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * Turns coefficients of scaled predictors, intercept first, into those of the predictors as they
   * were given.
   *
   * @param unit what the outcome was divided by
   */
  void unscale(double[] scaled, double unit, double[] coefficients) {
    double intercept = scaled[0] * unit;
    for (int j = 0; j < size; j++) {
      double slope = scaled[j + 1] * unit / scales[j];
      coefficients[j + 1] = slope;
      intercept -= slope * means[j];
    }
    coefficients[0] = intercept;
  }

  /**
   * Turns a covariance matrix of coefficients of scaled predictors, intercept first, in place into
   * that of the predictors as they were given.
   */
  void unscale(double[][] covariance, double unit) {
    int k = size + 1;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double left = i == 0 ? 1 : scales[i - 1];
        double right = j == 0 ? 1 : scales[j - 1];
        covariance[i][j] *= unit * unit / (left * right);
      }
    }
    // The intercept is that of the centred predictors less their means times the slopes.
    for (int i = 0; i < k; i++) {
      double shift = 0;
      for (int j = 1; j < k; j++) {
        shift += means[j - 1] * covariance[i][j];
      }
      covariance[i][0] -= shift;
    }
    for (int i = 0; i < k; i++) {
      double shift = 0;
      for (int j = 1; j < k; j++) {
        shift += means[j - 1] * covariance[j][i];
      }
      covariance[0][i] -= shift;
    }
  }
}

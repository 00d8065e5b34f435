package org.socialcure.mediation.internal.refit;

import java.util.Arrays;
import java.util.List;
import org.socialcure.mediation.internal.linear.Summation;
import org.socialcure.mediation.regression.Regression;

/**
 * The columns of an equation's design: ones, and each predictor minus its mean and divided by its
 * standard deviation.
 *
 * <p>Cross-products of such columns keep their digits whatever the units and origins of the
 * variables.
 *
 * @param columns the scaled columns, ones first
 * @param means the means that were taken off, 0 for the ones
 * @param scales the standard deviations that were divided by, 1 for a constant column
 */
record ScaledColumns(double[][] columns, double[] means, double[] scales) {
  static ScaledColumns of(Regression equation) {
    List<String> terms = equation.terms();
    int size = terms.size();
    int rows = equation.outcomeValues().length;
    ScaledColumns scaled =
        new ScaledColumns(new double[size][], new double[size], new double[size]);
    scaled.columns[0] = new double[rows];
    Arrays.fill(scaled.columns[0], 1);
    scaled.scales[0] = 1;
    for (int j = 1; j < size; j++) {
      double[] column = equation.values(terms.get(j));
      scaled.means[j] = Summation.mean(column);
      scaled.scales[j] = scale(column);
      scaled.columns[j] = scale(column, scaled.means[j], scaled.scales[j]);
    }
    return scaled;
  }

  /** What to divide a column by. */
  static double scale(double[] column) {
    double deviation = Summation.standardDeviation(column);
    return deviation > 0 && Double.isFinite(deviation) ? deviation : 1;
  }

  /** A column minus a mean, divided by a scale. */
  static double[] scale(double[] column, double mean, double scale) {
    double[] scaled = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      scaled[i] = (column[i] - mean) / scale;
    }
    return scaled;
  }

  /** The prior weights of an equation, ones where it has none. */
  static double[] weights(Regression equation) {
    double[] ones = new double[equation.outcomeValues().length];
    Arrays.fill(ones, 1);
    return equation.weights().orElse(ones);
  }

  int size() {
    return columns.length;
  }

  /**
   * Turns coefficients of scaled columns into those of the columns as they were given.
   *
   * @param unit what the outcome was divided by
   */
  void unscale(double[] scaled, double unit, double[] coefficients) {
    double intercept = scaled[0] * unit;
    for (int j = 1; j < columns.length; j++) {
      double slope = scaled[j] * unit / scales[j];
      coefficients[j] = slope;
      intercept -= slope * means[j];
    }
    coefficients[0] = intercept;
  }

  /**
   * Turns a covariance matrix of coefficients of scaled columns in place into that of the columns
   * as they were given.
   *
   * @param factor the square of what the outcome was divided by, and any dispersion
   */
  void unscale(double[][] covariance, double factor) {
    int k = columns.length;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        covariance[i][j] *= factor / (scales[i] * scales[j]);
      }
    }
    // The intercept is that of the centred predictors less their means times the slopes.
    for (int i = 0; i < k; i++) {
      for (int j = 1; j < k; j++) {
        covariance[i][0] -= means[j] * covariance[i][j];
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 1; j < k; j++) {
        covariance[0][i] -= means[j] * covariance[j][i];
      }
    }
  }
}

package org.socialcure.mediation.internal.refit;

import java.util.Arrays;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.regression.Regression;

/**
 * How the columns of a design were centred and scaled: ones first, then each predictor minus its
 * mean and divided by its standard deviation.
 *
 * <p>Cross-products of such columns keep their digits whatever the units and origins of the
 * variables.
 *
 * @param means the means that were taken off, 0 for the ones
 * @param scales the standard deviations that were divided by, 1 for a constant column
 */
record Scales(double[] means, double[] scales) {
  /** Finds the scales of an equation's predictors. */
  static Scales of(Regression equation) {
    int size = equation.terms().size();
    double[] means = new double[size];
    double[] scales = new double[size];
    scales[0] = 1;
    for (int j = 1; j < size; j++) {
      double[] column = equation.values(equation.terms().get(j));
      means[j] = SampleStatistics.mean(column);
      scales[j] = unit(column);
    }
    return new Scales(means, scales);
  }

  /** The columns of an equation's design on these scales. */
  double[][] columns(Regression equation) {
    double[][] columns = new double[size()][];
    columns[0] = ones(equation);
    for (int j = 1; j < columns.length; j++) {
      columns[j] = scale(equation.values(equation.terms().get(j)), means[j], scales[j]);
    }
    return columns;
  }

  /** What to divide a column by. */
  static double unit(double[] column) {
    double deviation = SampleStatistics.standardDeviation(column);
    return deviation > 0 && Double.isFinite(deviation) ? deviation : 1;
  }

  /** A column minus a mean, divided by a unit. */
  static double[] scale(double[] column, double mean, double unit) {
    double[] scaled = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      scaled[i] = (column[i] - mean) / unit;
    }
    return scaled;
  }

  private static double[] ones(Regression equation) {
    double[] ones = new double[equation.outcomeValues().length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The prior weights of an equation, ones where it has none. */
  static double[] weights(Regression equation) {
    return equation.weights().orElseGet(() -> ones(equation));
  }

  int size() {
    return means.length;
  }

  /**
   * Turns coefficients of scaled columns into those of the columns as they were given.
   *
   * @param unit what the outcome was divided by
   */
  void unscale(double[] scaled, double unit, double[] coefficients) {
    double intercept = scaled[0] * unit;
    for (int j = 1; j < means.length; j++) {
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
    int k = means.length;
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

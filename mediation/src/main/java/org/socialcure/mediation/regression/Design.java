package org.socialcure.mediation.regression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.numeric.WeightedStatistics;

/**
 * The checked rows of an equation, as estimation needs them. The arrays are shared and never
 * changed.
 *
 * @param terms the names of the columns, intercept first
 * @param columns the columns of the design matrix, intercept first
 * @param y the outcome
 * @param weights positive prior weights, or null if all are 1
 * @param offset the offset, or null without one
 * @param clusters the cluster of each row, numbered from 0, or null without clusters
 */
record Design(
    List<String> terms,
    double[][] columns,
    double[] y,
    double @Nullable [] weights,
    double @Nullable [] offset,
    int @Nullable [] clusters) {
  int rows() {
    return y.length;
  }

  int size() {
    return columns.length;
  }

  double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  double offset(int row) {
    return offset == null ? 0 : offset[row];
  }

  /** The standard deviation of a column over the rows, by their weights. */
  double standardDeviation(double[] column) {
    return weights == null
        ? SampleStatistics.standardDeviation(column)
        : WeightedStatistics.standardDeviation(column, weights);
  }

  /** The outcome without the offset, which is what a linear equation describes. */
  double[] linearOutcome() {
    double[] target = y.clone();
    for (int i = 0; i < target.length; i++) {
      target[i] -= offset(i);
    }
    return target;
  }
}

package org.socialcure.mediation.internal.refit;

import java.util.Arrays;
import org.socialcure.mediation.regression.Regression;

/**
 * Linear equations by weighted cross-products of scaled columns and Cholesky.
 *
 * <p>A replicate costs one pass over the rows that occur in it, with half as many multiplications
 * as there are pairs of columns, and allocates nothing.
 */
final class LinearRefit extends EquationRefit {
  /** The variance a column must keep in a replicate, as a share of its variance in the sample. */
  private static final double LEAST_VARIANCE = 1e-12;

  /** The share of a predictor's variance that the others must leave. */
  private static final double LEAST_PIVOT = 1e-11;

  private final ScaledRows rows;
  private final double[] weights;

  LinearRefit(Regression equation) {
    double[] y = equation.outcomeValues();
    equation
        .offset()
        .ifPresent(
            offset -> {
              for (int i = 0; i < y.length; i++) {
                y[i] -= offset[i];
              }
            });
    rows = ScaledRows.of(equation, 1);
    rows.put(rows.size(), y);
    weights = ScaledRows.weights(equation, y.length);
  }

  private static final class Scratch extends Workspace {
    final double[] sums;
    final double[] products;
    final double[] slopes;
    final double[] scaled;
    final double[] column;
    final double[][] inverse;
    double count;
    double total;
    double unexplained;

    Scratch(int columns) {
      sums = new double[columns];
      products = new double[PackedCholesky.length(columns)];
      slopes = new double[columns];
      scaled = new double[columns];
      column = new double[columns];
      inverse = new double[columns - 1][columns - 1];
    }
  }

  @Override
  public int size() {
    return rows.size() + 1;
  }

  @Override
  public Workspace workspace() {
    return new Scratch(rows.stride());
  }

  @Override
  public RefitOutcome refit(double[] frequencies, double[] coefficients, Workspace workspace) {
    Scratch scratch = (Scratch) workspace;
    accumulate(frequencies, scratch);
    int p = rows.size();
    double[] products = scratch.products;
    for (int a = 0; a <= p; a++) {
      int row = PackedCholesky.row(a);
      for (int b = 0; b <= a; b++) {
        products[row + b] -= scratch.sums[a] * scratch.sums[b] / scratch.total;
      }
      if (!(products[row + a] > LEAST_VARIANCE * scratch.total)) {
        return a == p ? RefitOutcome.NO_VARIANCE : RefitOutcome.RANK_DEFICIENT;
      }
    }
    // The outcome's row of the triangle is the last: below the factor of the predictors.
    if (scratch.count <= p + 1 || !PackedCholesky.factor(products, p, LEAST_PIVOT)) {
      return RefitOutcome.RANK_DEFICIENT;
    }
    int last = PackedCholesky.row(p);
    System.arraycopy(products, last, scratch.slopes, 0, p);
    PackedCholesky.forward(products, p, scratch.slopes);
    double unexplained = products[last + p];
    for (int j = 0; j < p; j++) {
      unexplained -= scratch.slopes[j] * scratch.slopes[j];
    }
    scratch.unexplained = Math.max(0, unexplained);
    PackedCholesky.backward(products, p, scratch.slopes);

    double intercept = scratch.sums[p] / scratch.total;
    for (int j = 0; j < p; j++) {
      scratch.scaled[j + 1] = scratch.slopes[j];
      intercept -= scratch.slopes[j] * scratch.sums[j] / scratch.total;
    }
    scratch.scaled[0] = intercept;
    rows.unscale(scratch.scaled, rows.scales()[p], coefficients);
    coefficients[0] += rows.means()[p];
    return RefitOutcome.ESTIMATED;
  }

  private void accumulate(double[] frequencies, Scratch scratch) {
    double[] sums = scratch.sums;
    double[] products = scratch.products;
    double[] values = rows.values();
    int columns = rows.stride();
    Arrays.fill(sums, 0);
    Arrays.fill(products, 0);
    double count = 0;
    double total = 0;
    for (int i = 0, start = 0; i < frequencies.length; i++, start += columns) {
      double frequency = frequencies[i];
      if (frequency == 0) {
        continue;
      }
      double weight = frequency * weights[i];
      count += frequency;
      total += weight;
      int place = 0;
      for (int a = 0; a < columns; a++) {
        double value = weight * values[start + a];
        sums[a] += value;
        for (int b = 0; b <= a; b++) {
          products[place++] += value * values[start + b];
        }
      }
    }
    scratch.count = count;
    scratch.total = total;
  }

  @Override
  public void covariance(double[][] covariance, Workspace workspace) {
    Scratch scratch = (Scratch) workspace;
    int p = rows.size();
    double variance = scratch.unexplained / (scratch.count - p - 1);
    PackedCholesky.inverse(scratch.products, p, scratch.inverse, scratch.column);
    double corner = 1 / scratch.total;
    for (int i = 0; i < p; i++) {
      double towards = 0;
      for (int j = 0; j < p; j++) {
        covariance[i + 1][j + 1] = variance * scratch.inverse[i][j];
        towards += scratch.inverse[i][j] * scratch.sums[j] / scratch.total;
      }
      covariance[i + 1][0] = -variance * towards;
      covariance[0][i + 1] = covariance[i + 1][0];
      corner += towards * scratch.sums[i] / scratch.total;
    }
    covariance[0][0] = variance * corner;
    rows.unscale(covariance, rows.scales()[p]);
  }
}

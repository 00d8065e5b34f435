package org.socialcure.mediation.internal.refit;

import org.socialcure.mediation.internal.linear.Summation;
import org.socialcure.mediation.regression.Regression;

/**
 * Linear equations by weighted cross-products of scaled columns and Cholesky; nothing is allocated
 * in a replicate.
 */
final class LinearRefit extends EquationRefit {
  /** The share of its sum of squares that a column must have of its own. */
  private static final double LEAST_PIVOT = 1e-11;

  private final ScaledColumns design;
  private final double[][] columns;
  private final double[] weights;
  private final double mean;
  private final double unit;

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
    design = ScaledColumns.of(equation);
    weights = ScaledColumns.weights(equation);
    mean = Summation.mean(y);
    unit = ScaledColumns.scale(y);
    int k = design.size();
    columns = new double[k + 1][];
    System.arraycopy(design.columns(), 0, columns, 0, k);
    columns[k] = ScaledColumns.scale(y, mean, unit);
  }

  private static final class Scratch extends Workspace {
    final double[] weights;
    final double[] weighted = new double[WeightedProducts.CHUNK];
    final double[] products;
    final double[] solution;
    double count;
    double unexplained;

    Scratch(int rows, int size) {
      weights = new double[rows];
      products = new double[PackedCholesky.length(size + 1)];
      solution = new double[size];
    }
  }

  @Override
  public int size() {
    return design.size();
  }

  @Override
  public Workspace workspace() {
    return new Scratch(weights.length, size());
  }

  @Override
  public RefitOutcome refit(double[] frequencies, double[] coefficients, Workspace workspace) {
    Scratch scratch = (Scratch) workspace;
    double count = 0;
    for (int i = 0; i < weights.length; i++) {
      count += frequencies[i];
      scratch.weights[i] = frequencies[i] * weights[i];
    }
    scratch.count = count;
    double[] products = scratch.products;
    WeightedProducts.sum(columns, scratch.weights, scratch.weighted, products);
    int k = size();
    // The outcome's row of the triangle lies below those of the design.
    int last = PackedCholesky.row(k);
    double total = products[last + k];
    if (!(total - products[last] * products[last] / products[0] > LEAST_PIVOT * total)) {
      return RefitOutcome.NO_VARIANCE;
    }
    if (count <= k || !PackedCholesky.factor(products, k, LEAST_PIVOT)) {
      return RefitOutcome.RANK_DEFICIENT;
    }
    System.arraycopy(products, last, scratch.solution, 0, k);
    PackedCholesky.forward(products, k, scratch.solution);
    for (int j = 0; j < k; j++) {
      total -= scratch.solution[j] * scratch.solution[j];
    }
    scratch.unexplained = Math.max(0, total);
    PackedCholesky.backward(products, k, scratch.solution);
    design.unscale(scratch.solution, unit, coefficients);
    coefficients[0] += mean;
    return RefitOutcome.ESTIMATED;
  }

  @Override
  public void covariance(double[][] covariance, Workspace workspace) {
    Scratch scratch = (Scratch) workspace;
    PackedCholesky.inverse(scratch.products, size(), covariance, scratch.solution);
    design.unscale(covariance, unit * unit * scratch.unexplained / (scratch.count - size()));
  }
}

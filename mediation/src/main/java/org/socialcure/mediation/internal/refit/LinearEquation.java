package org.socialcure.mediation.internal.refit;

import org.socialcure.mediation.internal.linear.CoefficientCovariance;

/**
 * A linear equation in scaled columns, solved from their cross-products by Cholesky.
 *
 * @param design the scales of the columns of the design, ones first
 * @param mean what was taken off the outcome
 * @param unit what the outcome was divided by
 */
record LinearEquation(Scales design, double mean, double unit) {
  /** The share of its sum of squares that a column must have of its own. */
  private static final double LEAST_PIVOT = 1e-11;

  /** Scratch memory of one thread, which also remembers the last solution. */
  static final class Scratch {
    /** The cross-products of the design and, last, the outcome; overwritten by the solution. */
    final double[] products;

    private final double[] solution;
    double count;
    private double unexplained;

    Scratch(int size) {
      products = new double[PackedCholesky.length(size + 1)];
      solution = new double[size];
    }
  }

  int size() {
    return design.size();
  }

  /**
   * Solves from the products in the scratch memory.
   *
   * @param count how many rows they are of, each as often as it was drawn
   */
  RefitOutcome solve(double count, double[] coefficients, Scratch scratch) {
    int k = size();
    double[] products = scratch.products;
    // The outcome's row of the triangle lies below those of the design.
    int last = PackedCholesky.row(k);
    double total = products[last + k];
    double ofMean = design.first() == 1 ? products[last] * products[last] / products[0] : 0;
    if (!(total - ofMean > LEAST_PIVOT * total)) {
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
    scratch.count = count;
    scratch.unexplained = Math.max(0, total);
    PackedCholesky.backward(products, k, scratch.solution);
    design.unscale(scratch.solution, unit, coefficients);
    if (design.first() == 1) {
      coefficients[0] += mean;
    }
    return RefitOutcome.ESTIMATED;
  }

  /**
   * The covariance of the last solution, from that of the coordinates in which it is orthonormal.
   */
  CoefficientCovariance covariance(Scratch scratch, double[][] orthonormal) {
    return design.covariance(scratch.products, orthonormal, unit * unit);
  }

  /** The residuals of the last solution, in units of the scaled outcome. */
  double[] residuals(double[][] columns, Scratch scratch) {
    int k = size();
    System.arraycopy(scratch.products, PackedCholesky.row(k), scratch.solution, 0, k);
    PackedCholesky.forward(scratch.products, k, scratch.solution);
    PackedCholesky.backward(scratch.products, k, scratch.solution);
    double[] residuals = columns[k].clone();
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] -= scratch.solution[j] * columns[j][i];
      }
    }
    return residuals;
  }

  /** The classical covariance of the last solution. */
  CoefficientCovariance covariance(Scratch scratch) {
    double[][] inverse = new double[size()][size()];
    PackedCholesky.inverse(scratch.products, size(), inverse, scratch.solution);
    return design.covariance(inverse, unit * unit * scratch.unexplained / (scratch.count - size()));
  }
}

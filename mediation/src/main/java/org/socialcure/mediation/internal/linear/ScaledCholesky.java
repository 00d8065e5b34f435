package org.socialcure.mediation.internal.linear;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * The Cholesky factorisation of commons-math3, of a symmetric matrix in units that make its
 * diagonal ones, so that what counts as singular does not depend on the units of the variables.
 */
final class ScaledCholesky {
  /** How much two elements that are the same may differ by rounding. */
  private static final double SYMMETRY = 1e-6;

  private final double[] scales;
  private final DecompositionSolver solver;

  private ScaledCholesky(double[] scales, DecompositionSolver solver) {
    this.scales = scales;
    this.solver = solver;
  }

  /**
   * What came of an attempt.
   *
   * @param factor the factor of a positive definite matrix
   * @param pivots how many of the first rows are independent of each other
   */
  record Attempt(Optional<ScaledCholesky> factor, int pivots) {}

  /**
   * Factors the block of the first rows and columns.
   *
   * @param matrix a symmetric matrix
   * @param size how many rows, at least one
   * @param tolerance the smallest share of a diagonal element that the earlier rows must leave
   * @return the factor, or the first row of which less is left
   */
  static Attempt of(double[][] matrix, int size, double tolerance) {
    double[] scales = IntStream.range(0, size).mapToDouble(i -> Math.sqrt(matrix[i][i])).toArray();
    double[][] unit = new double[size][size];
    for (int i = 0; i < size; i++) {
      if (!(scales[i] > 0)) {
        return new Attempt(Optional.empty(), i);
      }
      for (int j = 0; j < size; j++) {
        unit[i][j] = matrix[i][j] / (scales[i] * scales[j]);
      }
    }
    try {
      CholeskyDecomposition found =
          new CholeskyDecomposition(new Array2DRowRealMatrix(unit, false), SYMMETRY, tolerance);
      return new Attempt(Optional.of(new ScaledCholesky(scales, found.getSolver())), size);
    } catch (NonPositiveDefiniteMatrixException e) {
      return new Attempt(Optional.empty(), e.getRow());
    }
  }

  /** Solves for one right-hand side. */
  double[] solve(double[] target) {
    double[] scaled = new double[scales.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = target[i] / scales[i];
    }
    double[] x = solver.solve(new ArrayRealVector(scaled, false)).toArray();
    for (int i = 0; i < x.length; i++) {
      x[i] /= scales[i];
    }
    return x;
  }

  /** The inverse. */
  double[][] inverse() {
    double[][] inverse = solver.getInverse().getData();
    for (int i = 0; i < scales.length; i++) {
      for (int j = 0; j < scales.length; j++) {
        inverse[i][j] /= scales[i] * scales[j];
      }
    }
    return inverse;
  }
}

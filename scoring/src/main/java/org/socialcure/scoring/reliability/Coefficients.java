package org.socialcure.scoring.reliability;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.socialcure.scoring.NotEstimable;

/** Coefficients of reliability that are closed formulas of a matrix of the items. */
final class Coefficients {
  private Coefficients() {}

  /** {@code k/(k − 1) (1 − Σ variances / variance of the total)}, which is Guttman's lambda 3. */
  static ReliabilityEstimate alpha(ItemMatrix matrix) {
    double k = matrix.items();
    return matrix
        .obstacle(2)
        .map(ReliabilityEstimate::not)
        .orElseGet(
            () -> ReliabilityEstimate.of(k / (k - 1) * (1 - matrix.trace() / matrix.total())));
  }

  static ReliabilityEstimate lambda1(ItemMatrix matrix) {
    return with(matrix, lambdaOne(matrix));
  }

  static ReliabilityEstimate lambda2(ItemMatrix matrix) {
    double k = matrix.items();
    double squares = Arrays.stream(squaresOfOthers(matrix)).sum();
    return with(matrix, lambdaOne(matrix) + Math.sqrt(k / (k - 1) * squares) / matrix.total());
  }

  static ReliabilityEstimate lambda5(ItemMatrix matrix) {
    double most = Arrays.stream(squaresOfOthers(matrix)).max().orElse(0);
    return with(matrix, lambdaOne(matrix) + 2 * Math.sqrt(most) / matrix.total());
  }

  /** One minus the share of the total's variance that other items do not explain. */
  static ReliabilityEstimate lambda6(ItemMatrix matrix) {
    if (matrix.obstacle(2).isPresent()) {
      return with(matrix, 0);
    }
    try {
      RealMatrix inverse =
          new CholeskyDecomposition(new Array2DRowRealMatrix(matrix.values()), 1e-10, 1e-12)
              .getSolver()
              .getInverse();
      double left = 0;
      for (int i = 0; i < matrix.items(); i++) {
        left += 1 / inverse.getEntry(i, i);
      }
      return ReliabilityEstimate.of(1 - left / matrix.total());
    } catch (NonPositiveDefiniteMatrixException noSolution) {
      return ReliabilityEstimate.not(NotEstimable.NO_SOLUTION);
    }
  }

  private static ReliabilityEstimate with(ItemMatrix matrix, double value) {
    return matrix
        .obstacle(2)
        .map(ReliabilityEstimate::not)
        .orElseGet(() -> ReliabilityEstimate.of(value));
  }

  private static double lambdaOne(ItemMatrix matrix) {
    return 1 - matrix.trace() / matrix.total();
  }

  /** For each item the sum of its squared covariances with the others. */
  private static double[] squaresOfOthers(ItemMatrix matrix) {
    double[] sums = new double[matrix.items()];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[i] += i == j ? 0 : matrix.get(i, j) * matrix.get(i, j);
      }
    }
    return sums;
  }
}

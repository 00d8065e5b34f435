package org.socialcure.scoring.internal.factor;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Loadings after direct oblimin rotation with parameter 0 (quartimin; Jennrich and Sampson 1966),
 * found by projected gradients (Jennrich 2002; Bernaards and Jennrich 2005) from the principal
 * axes: the factors are turned, each for itself, until {@code ¼ Σ λ_ij² λ_il²} over items and pairs
 * of factors is as small as can be. Factors point so that their loadings sum to more than nothing.
 *
 * @param loadings by item and factor, the pattern
 * @param correlations of the factors
 */
public record Oblimin(double[][] loadings, double[][] correlations) {
  private static final int MOST_STEPS = 10_000;
  private static final double SMALL = 1e-9;

  /**
   * Rotates loadings.
   *
   * @param loadings by item and factor, at least two factors
   * @return the rotated loadings; empty if the search comes to no end
   */
  public static Optional<Oblimin> of(double[][] loadings) {
    RealMatrix a = new Array2DRowRealMatrix(loadings);
    try {
      return search(a);
    } catch (SingularMatrixException noSolution) {
      return Optional.empty();
    }
  }

  private static Optional<Oblimin> search(RealMatrix a) {
    int m = a.getColumnDimension();
    RealMatrix turn = new Array2DRowRealMatrix(m, m);
    for (int j = 0; j < m; j++) {
      turn.setEntry(j, j, 1);
    }
    Turned here = new Turned(a, turn);
    double size = 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      RealMatrix projected = here.projectedGradient();
      double steepness = projected.getFrobeniusNorm();
      if (steepness < SMALL) {
        return Optional.of(reflected(here.loadings, here.turn));
      }
      size *= 2;
      Turned there = new Turned(a, normed(here.turn.subtract(projected.scalarMultiply(size))));
      for (int halving = 0;
          halving < 60 && here.value - there.value <= 0.5 * steepness * steepness * size;
          halving++) {
        size /= 2;
        there = new Turned(a, normed(here.turn.subtract(projected.scalarMultiply(size))));
      }
      if (!(there.value < here.value)) {
        return steepness < 1e-6
            ? Optional.of(reflected(here.loadings, here.turn))
            : Optional.empty();
      }
      here = there;
    }
    return Optional.empty();
  }

  private static RealMatrix normed(RealMatrix turn) {
    RealMatrix normed = turn.copy();
    for (int j = 0; j < turn.getColumnDimension(); j++) {
      normed.setColumnVector(j, turn.getColumnVector(j).unitVector());
    }
    return normed;
  }

  private static Oblimin reflected(RealMatrix loadings, RealMatrix turn) {
    RealMatrix pattern = loadings.copy();
    RealMatrix axes = turn.copy();
    for (int j = 0; j < pattern.getColumnDimension(); j++) {
      double sum = 0;
      for (double loading : pattern.getColumn(j)) {
        sum += loading;
      }
      if (sum < 0) {
        pattern.setColumnVector(j, pattern.getColumnVector(j).mapMultiply(-1));
        axes.setColumnVector(j, axes.getColumnVector(j).mapMultiply(-1));
      }
    }
    return new Oblimin(pattern.getData(), axes.transpose().multiply(axes).getData());
  }

  private static final class Turned {
    private final RealMatrix turn;
    private final RealMatrix inverse;
    private final RealMatrix loadings;
    private final RealMatrix slopes;
    private final double value;

    Turned(RealMatrix a, RealMatrix turn) {
      this.turn = turn;
      this.inverse = new LUDecomposition(turn).getSolver().getInverse();
      this.loadings = a.multiply(inverse.transpose());
      this.slopes = loadings.copy();
      double sum = 0;
      for (int i = 0; i < loadings.getRowDimension(); i++) {
        double[] row = loadings.getRow(i);
        double squares = 0;
        for (double loading : row) {
          squares += loading * loading;
        }
        for (int j = 0; j < row.length; j++) {
          double others = squares - row[j] * row[j];
          sum += row[j] * row[j] * others / 4;
          slopes.setEntry(i, j, row[j] * others);
        }
      }
      this.value = sum;
    }

    RealMatrix projectedGradient() {
      RealMatrix gradient =
          loadings.transpose().multiply(slopes).multiply(inverse).transpose().scalarMultiply(-1);
      for (int j = 0; j < turn.getColumnDimension(); j++) {
        double along = turn.getColumnVector(j).dotProduct(gradient.getColumnVector(j));
        gradient.setColumnVector(
            j, gradient.getColumnVector(j).subtract(turn.getColumnVector(j).mapMultiply(along)));
      }
      return gradient;
    }
  }
}

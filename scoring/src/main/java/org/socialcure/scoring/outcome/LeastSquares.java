package org.socialcure.scoring.outcome;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.socialcure.core.internal.numeric.SampleStatistics;

/**
 * Linear least squares with an intercept, by the QR decomposition of centred columns of length one.
 */
final class LeastSquares {
  /** Columns that are combinations of others leave less than this of their length. */
  private static final double LEAST = 1e-9;

  private final double[] estimates;
  private final double[] standardErrors;
  private final int df;

  private LeastSquares(double[] estimates, double[] standardErrors, int df) {
    this.estimates = estimates;
    this.standardErrors = standardErrors;
    this.df = df;
  }

  /** The fit; empty if the columns depend on each other, leave no degree of freedom or no error. */
  static Optional<LeastSquares> fit(double[] y, List<double[]> columns) {
    int n = y.length;
    int k = columns.size();
    int df = n - k - 1;
    if (df < 1) {
      return Optional.empty();
    }
    double[] lengths = new double[k];
    double[][] scaled = new double[n][k];
    for (int c = 0; c < k; c++) {
      double[] column = centred(columns.get(c));
      lengths[c] = length(column);
      if (!(lengths[c] > LEAST * length(columns.get(c)))) {
        return Optional.empty();
      }
      for (int i = 0; i < n; i++) {
        scaled[i][c] = column[i] / lengths[c];
      }
    }
    RealMatrix design = new Array2DRowRealMatrix(scaled, false);
    QRDecomposition qr = new QRDecomposition(design);
    RealMatrix r = qr.getR().getSubMatrix(0, k - 1, 0, k - 1);
    for (int c = 0; c < k; c++) {
      if (Math.abs(r.getEntry(c, c)) < LEAST) {
        return Optional.empty();
      }
    }
    double[] target = centred(y);
    double[] solution = qr.getSolver().solve(new ArrayRealVector(target, false)).toArray();
    double[] fitted = design.operate(solution);
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (target[i] - fitted[i]) * (target[i] - fitted[i]);
    }
    if (!(Math.sqrt(squares) > LEAST * length(target))) {
      return Optional.empty();
    }
    RealMatrix inverse = MatrixUtils.inverse(r);
    double[] errors = new double[k];
    for (int c = 0; c < k; c++) {
      errors[c] = length(inverse.getRow(c)) * Math.sqrt(squares / df) / lengths[c];
      solution[c] /= lengths[c];
    }
    return Optional.of(new LeastSquares(solution, errors, df));
  }

  private static double[] centred(double[] values) {
    double mean = SampleStatistics.mean(values);
    double[] centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = values[i] - mean;
    }
    return centred;
  }

  private static double length(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  /** The coefficient of a column with its t test. */
  MeanDifference coefficient(int column, double level) {
    // Zero has no sign, which JSON would lose.
    return MeanDifference.of(estimates[column] + 0.0, standardErrors[column], df, level);
  }
}

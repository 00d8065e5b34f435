package org.socialcure.mediation.internal.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * The matrix {@code A = B^(-1/2)} of a cluster, {@code B = I - Z K Z'} being what the equation
 * leaves of the covariance of its residuals where errors are independent and of one variance, so
 * that their cross-products become unbiased (Bell and McCaffrey 2002).
 *
 * <p>A direction in which the equation leaves nothing, so that the residual is zero there, is taken
 * to zero, as by the generalised inverse.
 */
final class ResidualAdjustment {
  /** Less than this left of a residual is nothing. */
  private static final double NOTHING = 1e-10;

  /** A column of which others leave less than this share is among them. */
  private static final double AMONG = 1e-12;

  private final double[][] directions;
  private final double[] factors;

  /**
   * Prepares the adjustment.
   *
   * @param rows the rows of {@code Z}
   * @param form the matrix {@code K}, symmetric
   */
  ResidualAdjustment(double[][] rows, double[][] form) {
    List<double[]> basis = basis(rows);
    int size = basis.size();
    double[][] coordinates = new double[size][];
    for (int a = 0; a < size; a++) {
      coordinates[a] = SymmetricMatrix.columns(rows, basis.get(a));
    }
    double[][] taken = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b <= a; b++) {
        taken[a][b] = SymmetricMatrix.form(form, coordinates[a], coordinates[b]);
        taken[b][a] = taken[a][b];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(taken);
    directions = new double[size][rows.length];
    factors = new double[size];
    for (int e = 0; e < size; e++) {
      double left = 1 - eigen.values()[e];
      factors[e] = left < NOTHING ? -1 : 1 / Math.sqrt(left) - 1;
      for (int a = 0; a < size; a++) {
        add(directions[e], eigen.vectors()[e][a], basis.get(a));
      }
    }
  }

  /** Orthonormal vectors that the columns are combinations of. */
  private static List<double[]> basis(double[][] rows) {
    List<double[]> basis = new ArrayList<>();
    for (int j = 0; j < rows[0].length && basis.size() < rows.length; j++) {
      double[] column = new double[rows.length];
      for (int i = 0; i < column.length; i++) {
        column[i] = rows[i][j];
      }
      double before = Math.sqrt(SymmetricMatrix.squaredLength(column));
      // What rounding leaves of the others after the first time is gone after the second.
      for (int time = 0; time < 2; time++) {
        for (double[] other : basis) {
          add(column, -SymmetricMatrix.dot(column, other), other);
        }
      }
      double after = Math.sqrt(SymmetricMatrix.squaredLength(column));
      if (after > AMONG * before) {
        double[] unit = new double[column.length];
        add(unit, 1 / after, column);
        basis.add(unit);
      }
    }
    return basis;
  }

  /** The product of A and a vector of one element a row. */
  double[] times(double[] vector) {
    double[] product = vector.clone();
    for (int e = 0; e < factors.length; e++) {
      add(product, factors[e] * SymmetricMatrix.dot(directions[e], vector), directions[e]);
    }
    return product;
  }

  private static void add(double[] to, double factor, double[] vector) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * vector[i];
    }
  }
}

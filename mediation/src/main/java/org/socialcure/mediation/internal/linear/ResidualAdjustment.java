package org.socialcure.mediation.internal.linear;

/**
 * The matrix {@code A = (I - H)^(-1/2)} of a cluster, {@code H = U U'} being its block of the hat
 * matrix, that makes the cross-products of its residuals unbiased where errors are independent and
 * of one variance (Bell and McCaffrey 2002).
 *
 * <p>A direction in which the cluster has all of the leverage, so that its residual is zero there,
 * is taken to zero, as by the generalised inverse.
 */
final class ResidualAdjustment {
  /** Less than this left of a residual is nothing. */
  private static final double NOTHING = 1e-10;

  private final double[][] rows;
  private final boolean byRows;
  private final SymmetricEigen eigen;

  /**
   * Prepares the adjustment.
   *
   * @param rows the rows of the cluster in the coordinates in which the whole design is orthonormal
   */
  ResidualAdjustment(double[][] rows) {
    this.rows = rows;
    // The cross-products over the shorter side have all the eigenvalues that are not zero.
    byRows = rows.length < rows[0].length;
    int size = byRows ? rows.length : rows[0].length;
    double[][] products = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = 0; i < (byRows ? rows[0].length : rows.length); i++) {
          sum += byRows ? rows[a][i] * rows[b][i] : rows[i][a] * rows[i][b];
        }
        products[a][b] = sum;
        products[b][a] = sum;
      }
    }
    eigen = SymmetricEigen.of(products);
  }

  /** The product of A and a vector of one element a row. */
  double[] times(double[] vector) {
    double[] product = vector.clone();
    double[] inside = byRows ? vector : columns(vector);
    double[] change = new double[inside.length];
    for (int e = 0; e < inside.length; e++) {
      double left = Math.sqrt(Math.max(0, 1 - eigen.values()[e]));
      boolean nothing = left * left < NOTHING;
      // With U'U the factor is (1/left - 1)/(1 - left²), which this is without the difference.
      double factor =
          byRows ? (nothing ? 0 : 1 / left) - 1 : nothing ? -1 : 1 / (left * (1 + left));
      double share = 0;
      for (int j = 0; j < inside.length; j++) {
        share += eigen.vectors()[e][j] * inside[j];
      }
      for (int j = 0; j < inside.length; j++) {
        change[j] += factor * share * eigen.vectors()[e][j];
      }
    }
    for (int i = 0; i < product.length; i++) {
      product[i] += byRows ? change[i] : dot(rows[i], change);
    }
    return product;
  }

  /** {@code U' v}. */
  double[] columns(double[] vector) {
    double[] sums = new double[rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += rows[i][j] * vector[i];
      }
    }
    return sums;
  }

  /** {@code U c}. */
  double[] rows(double[] multipliers) {
    double[] values = new double[rows.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = dot(rows[i], multipliers);
    }
    return values;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int j = 0; j < one.length; j++) {
      sum += one[j] * other[j];
    }
    return sum;
  }
}

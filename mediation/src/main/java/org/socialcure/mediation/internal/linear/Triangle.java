package org.socialcure.mediation.internal.linear;

/**
 * The triangular factor of a matrix of full rank: the matrix is orthonormal columns times {@code R}
 * times the lengths of its columns.
 *
 * <p>Immutable and thread-safe.
 *
 * @param upper the columns of {@code R} down to the diagonal; not changed
 * @param lengths the lengths of the matrix's columns; not changed
 */
public record Triangle(double[][] upper, double[] lengths) {
  /**
   * Turns multipliers of the coefficients of the matrix's columns into those of the orthonormal
   * ones, whose coefficients have the cross-products {@code I}.
   *
   * @param multipliers one a column
   * @return as many
   */
  public double[] orthonormal(double[] multipliers) {
    double[] turned = new double[upper.length];
    for (int p = 0; p < turned.length; p++) {
      double rest = multipliers[p] / lengths[p];
      for (int q = 0; q < p; q++) {
        rest -= upper[p][q] * turned[q];
      }
      turned[p] = rest / upper[p][p];
    }
    return turned;
  }
}

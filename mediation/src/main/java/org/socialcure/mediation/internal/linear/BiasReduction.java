package org.socialcure.mediation.internal.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * The bias-reduced covariance of coefficients with residuals that are dependent within clusters
 * (CR2), and the degrees of freedom of what is estimated with it (Bell and McCaffrey 2002), in the
 * coordinates in which the design is orthonormal.
 *
 * <p>With {@code U_g} the rows of cluster g, {@code A_g} their {@link ResidualAdjustment} and
 * {@code e_g} the residuals, each times the root of its weight, the covariance is {@code sum t_g
 * t_g'} of {@code t_g = U_g' A_g e_g}. The variance of {@code c} is a sum of squares {@code (p_g'
 * e_g)²} with {@code p_g = A_g U_g c}; its degrees of freedom, {@code (tr W)² / tr(W²)}, are those
 * of the chi-square distribution of the same mean and variance where errors are independent: {@code
 * W_gh} is the covariance of {@code p_g' e_g} and {@code p_h' e_h}, {@code p_g'p_g} (for g = h)
 * less {@code (U_g'p_g)'(U_h'p_h)}.
 *
 * <p>Immutable and thread-safe.
 */
public final class BiasReduction {
  private final List<ResidualAdjustment> clusters = new ArrayList<>();
  private final List<double[]> totals = new ArrayList<>();
  private final List<Double> copies = new ArrayList<>();
  private final int size;

  /**
   * Prepares the matrices.
   *
   * @param size the number of coefficients
   */
  public BiasReduction(int size) {
    this.size = size;
  }

  /**
   * Adds a cluster.
   *
   * @param rows its rows in orthonormal coordinates, each times the root of its weight
   * @param residuals its residuals, each times the root of its weight
   * @param times how many such clusters there are
   */
  public void add(double[][] rows, double[] residuals, double times) {
    ResidualAdjustment adjustment = new ResidualAdjustment(rows);
    clusters.add(adjustment);
    totals.add(adjustment.columns(adjustment.times(residuals)));
    copies.add(times);
  }

  /**
   * The covariance of the orthonormal coordinates' coefficients.
   *
   * @return a square matrix
   */
  public double[][] covariance() {
    double[][] covariance = new double[size][size];
    for (int g = 0; g < totals.size(); g++) {
      double[] total = totals.get(g);
      for (int a = 0; a < size; a++) {
        for (int b = 0; b <= a; b++) {
          covariance[a][b] += copies.get(g) * total[a] * total[b];
        }
      }
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < a; b++) {
        covariance[b][a] = covariance[a][b];
      }
    }
    return covariance;
  }

  /**
   * The degrees of freedom of a combination of coefficients.
   *
   * @param multipliers one an orthonormal coordinate, not all zero
   * @return at least 1, at most the number of clusters; not finite where no cluster has a residual
   *     that depends on the combination
   */
  public double degreesOfFreedom(double[] multipliers) {
    double trace = 0;
    double squares = 0;
    double[][] joint = new double[size][size];
    for (int g = 0; g < clusters.size(); g++) {
      ResidualAdjustment cluster = clusters.get(g);
      double[] p = cluster.times(cluster.rows(multipliers));
      double[] q = cluster.columns(p);
      double own = SymmetricMatrix.squaredLength(p);
      double shared = SymmetricMatrix.squaredLength(q);
      trace += copies.get(g) * (own - shared);
      squares += copies.get(g) * ((own - shared) * (own - shared) - shared * shared);
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          joint[a][b] += copies.get(g) * q[a] * q[b];
        }
      }
    }
    for (double[] row : joint) {
      squares += SymmetricMatrix.squaredLength(row);
    }
    return trace * trace / squares;
  }
}

package org.socialcure.mediation.internal.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bias-reduced covariance of coefficients with residuals that are dependent within clusters
 * (CR2), and the degrees of freedom of what is estimated with it (Bell and McCaffrey 2002;
 * Pustejovsky and Tipton 2018, doi 10.1080/07350015.2016.1247004), in the coordinates in which the
 * weighted design is orthonormal, {@code U'WU = I}.
 *
 * <p>The errors that the reduction is made for are independent and of one variance, also where rows
 * are weighted, as clubSandwich takes them for a weighted {@code lm}. The covariance of the
 * residuals is {@code (I - UU'W)(I - UU'W)' = I - Z K Z'} with {@code Z = [U, WU]} and {@code K =
 * [-U'W²U, I; I, 0]}, and without weights {@code Z = U} and {@code K = I}. With {@code A_g} the
 * {@link ResidualAdjustment} of cluster g and {@code e_g} its residuals, the covariance of the
 * coefficients is {@code sum t_g t_g'} of {@code t_g = U_g'W_g A_g e_g}.
 *
 * <p>The variance of {@code c} is a sum of squares {@code (p_g' e_g)²} with {@code p_g = A_g W_g
 * U_g c}; its degrees of freedom, {@code (tr P)² / tr(P²)}, are those of the chi-square
 * distribution of the same mean and variance: {@code P_gh} is the covariance of {@code p_g' e_g}
 * and {@code p_h' e_h}, {@code p_g'p_g} (for g = h) less {@code (Z_g'p_g)'K(Z_h'p_h)}.
 *
 * <p>Immutable and thread-safe.
 */
public final class BiasReduction {
  private final int size;
  private final double[][] form;
  private final List<Reduced> clusters = new ArrayList<>();
  private final double[] adjusted;

  /**
   * A cluster.
   *
   * @param rows which rows it has; not changed
   * @param times how many such clusters there are
   */
  public record Cluster(int[] rows, double times) {}

  /**
   * A cluster with its adjustment.
   *
   * @param form the rows of Z
   * @param weighted the rows of WU
   * @param adjustment A
   * @param total the sum t of its rows
   * @param times how many such clusters there are
   */
  private record Reduced(
      double[][] form,
      double[][] weighted,
      ResidualAdjustment adjustment,
      double[] total,
      double times) {}

  private BiasReduction(int size, double[][] form, int rows) {
    this.size = size;
    this.form = form;
    this.adjusted = new double[rows];
  }

  /**
   * Reduces the bias of clusters.
   *
   * @param rows the rows of the design in orthonormal coordinates; a row that stands several times
   *     in a cluster times the root of that number
   * @param weights the weights of the rows, where they are weighted
   * @param residuals the residuals of the rows, with the same root
   * @param clusters the clusters, of which together every row counts that was fitted
   * @return the reduction
   */
  public static BiasReduction of(
      double[][] rows, Optional<double[]> weights, double[] residuals, List<Cluster> clusters) {
    int size = rows[0].length;
    double[][] weighted = weights.map(w -> weighted(rows, w)).orElse(rows);
    double[][] parts = weights.isPresent() ? beside(rows, weighted) : rows;
    BiasReduction reduction =
        new BiasReduction(
            size,
            weights.isPresent() ? form(size, weighted, clusters) : identity(size),
            rows.length);
    for (Cluster cluster : clusters) {
      int[] members = cluster.rows();
      double[][] own = pick(parts, members);
      double[][] ownWeighted = pick(weighted, members);
      ResidualAdjustment adjustment = new ResidualAdjustment(own, reduction.form);
      double[] residual =
          adjustment.times(Arrays.stream(members).mapToDouble(i -> residuals[i]).toArray());
      for (int m = 0; m < members.length; m++) {
        reduction.adjusted[members[m]] = residual[m];
      }
      reduction.clusters.add(
          new Reduced(
              own,
              ownWeighted,
              adjustment,
              SymmetricMatrix.columns(ownWeighted, residual),
              cluster.times()));
    }
    return reduction;
  }

  private static double[][] weighted(double[][] rows, double[] weights) {
    double[][] weighted = SymmetricMatrix.copy(rows);
    for (int i = 0; i < weighted.length; i++) {
      for (int j = 0; j < weighted[i].length; j++) {
        weighted[i][j] *= weights[i];
      }
    }
    return weighted;
  }

  private static double[][] beside(double[][] left, double[][] right) {
    double[][] both = new double[left.length][];
    for (int i = 0; i < left.length; i++) {
      both[i] = Arrays.copyOf(left[i], left[i].length + right[i].length);
      System.arraycopy(right[i], 0, both[i], left[i].length, right[i].length);
    }
    return both;
  }

  private static double[][] identity(int size) {
    double[][] identity = new double[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  private static double[][] form(int size, double[][] weighted, List<Cluster> clusters) {
    double[][] form = new double[2 * size][2 * size];
    for (Cluster cluster : clusters) {
      for (int i : cluster.rows()) {
        for (int a = 0; a < size; a++) {
          for (int b = 0; b < size; b++) {
            form[a][b] -= cluster.times() * weighted[i][a] * weighted[i][b];
          }
        }
      }
    }
    for (int a = 0; a < size; a++) {
      form[a][size + a] = 1;
      form[size + a][a] = 1;
    }
    return form;
  }

  private static double[][] pick(double[][] rows, int[] members) {
    return Arrays.stream(members).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }

  /**
   * The residuals times the adjustments of their clusters.
   *
   * @return one a row, 0 for rows of no cluster; belongs to the caller
   */
  public double[] adjustedResiduals() {
    return adjusted.clone();
  }

  /**
   * The covariance of the orthonormal coordinates' coefficients.
   *
   * @return a square matrix
   */
  public double[][] covariance() {
    double[][] covariance = new double[size][size];
    clusters.forEach(cluster -> addSquare(covariance, cluster.times(), cluster.total()));
    return covariance;
  }

  private static void addSquare(double[][] to, double factor, double[] vector) {
    for (int a = 0; a < vector.length; a++) {
      for (int b = 0; b < vector.length; b++) {
        to[a][b] += factor * vector[a] * vector[b];
      }
    }
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
    double[][] joint = new double[form.length][form.length];
    for (Reduced cluster : clusters) {
      double[] p =
          cluster.adjustment().times(SymmetricMatrix.rows(cluster.weighted(), multipliers));
      double[] v = SymmetricMatrix.columns(cluster.form(), p);
      double own = SymmetricMatrix.squaredLength(p);
      double shared = SymmetricMatrix.form(form, v);
      trace += cluster.times() * (own - shared);
      squares += cluster.times() * ((own - shared) * (own - shared) - shared * shared);
      addSquare(joint, cluster.times(), v);
    }
    double[][] product = new double[form.length][form.length];
    for (int a = 0; a < form.length; a++) {
      for (int b = 0; b < form.length; b++) {
        product[a][b] = SymmetricMatrix.dot(form[a], joint[b]);
      }
    }
    for (int a = 0; a < form.length; a++) {
      for (int b = 0; b < form.length; b++) {
        squares += product[a][b] * product[b][a];
      }
    }
    return trace * trace / squares;
  }
}

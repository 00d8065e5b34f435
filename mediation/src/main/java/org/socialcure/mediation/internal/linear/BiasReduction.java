package org.socialcure.mediation.internal.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.socialcure.mediation.internal.Interruption;

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
 * <p>The covariance matrix of {@code q} combinations is likewise taken for a Wishart matrix. In
 * coordinates in which its mean is {@code I}, {@code P_gh} is {@code q} by {@code q}, the variances
 * of the elements of the matrix add up to {@code sum over g, h of (tr P_gh)² + tr(P_gh P_gh)},
 * those of a Wishart matrix with {@code η} degrees of freedom over {@code η} to {@code q(q + 1)/η}.
 *
 * <p>Immutable and thread-safe.
 */
public final class BiasReduction {
  /** A share of the variance that combinations before it leave one by rounding alone. */
  private static final double DEPENDENT = 1e-13;

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
    clusters.forEach(
        cluster -> addProduct(covariance, cluster.times(), cluster.total(), cluster.total()));
    return covariance;
  }

  /**
   * The degrees of freedom of combinations of coefficients.
   *
   * @param combinations one or more, each with one multiplier an orthonormal coordinate, not all
   *     zero
   * @return of one combination at least 1 and at most the number of clusters; not finite where no
   *     cluster has a residual that depends on one of them, or where one is decided by the others
   */
  public double degreesOfFreedom(double[]... combinations) {
    int count = combinations.length;
    return units(combinations)
        .map(units -> count * (count + 1.0) / variances(units))
        .orElse(Double.NaN);
  }

  /** The combinations turned so that the mean of their covariance matrix is the identity. */
  private Optional<double[][]> units(double[][] combinations) {
    int count = combinations.length;
    double[][] mean = new double[count][count];
    for (Reduced cluster : clusters) {
      Parts parts = parts(cluster, combinations);
      for (int s = 0; s < count; s++) {
        for (int t = 0; t < count; t++) {
          mean[s][t] += cluster.times() * parts.within(s, t);
        }
      }
    }
    double[] lengths = new double[count];
    Arrays.setAll(lengths, s -> Math.sqrt(mean[s][s]));
    for (int s = 0; s < count; s++) {
      for (int t = 0; t < count; t++) {
        mean[s][t] /= lengths[s] * lengths[t];
      }
      if (!Double.isFinite(mean[s][s])) {
        return Optional.empty();
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(mean);
    double[][] units = new double[count][combinations[0].length];
    for (int s = 0; s < count; s++) {
      if (!(eigen.values()[s] > DEPENDENT)) {
        return Optional.empty();
      }
      for (int t = 0; t < count; t++) {
        double share = eigen.vectors()[s][t] / (lengths[t] * Math.sqrt(eigen.values()[s]));
        for (int a = 0; a < units[s].length; a++) {
          units[s][a] += share * combinations[t][a];
        }
      }
    }
    return Optional.of(units);
  }

  /** The sum of the variances of the elements of the covariance matrix of combinations. */
  private double variances(double[][] units) {
    int count = units.length;
    double sum = 0;
    double[][][][] joint = new double[count][count][form.length][form.length];
    for (Reduced cluster : clusters) {
      Interruption.check();
      Parts parts = parts(cluster, units);
      for (int s = 0; s < count; s++) {
        for (int t = 0; t < count; t++) {
          sum +=
              cluster.times()
                  * (parts.within(s, s) * parts.within(t, t)
                      - parts.shared()[s][s] * parts.shared()[t][t]
                      + parts.within(s, t) * parts.within(t, s)
                      - parts.shared()[s][t] * parts.shared()[t][s]);
          addProduct(joint[s][t], cluster.times(), parts.across()[s], parts.across()[t]);
        }
      }
    }
    for (int s = 0; s < count; s++) {
      for (int t = 0; t < count; t++) {
        double[][] left = timesForm(joint[t][s]);
        sum += traceOfProduct(left, timesForm(joint[s][t])) + traceOfProduct(left, left);
      }
    }
    return sum;
  }

  /**
   * What combinations take from the residuals of a cluster.
   *
   * @param own the products of the p of each two
   * @param across {@code Z'p} of each
   * @param shared the forms in K of each two of these
   */
  private record Parts(double[][] own, double[][] across, double[][] shared) {
    /** The covariance of what two combinations take. */
    double within(int s, int t) {
      return own[s][t] - shared[s][t];
    }
  }

  private Parts parts(Reduced cluster, double[][] combinations) {
    int count = combinations.length;
    double[][] p = new double[count][];
    double[][] across = new double[count][];
    for (int s = 0; s < count; s++) {
      p[s] = cluster.adjustment().times(SymmetricMatrix.rows(cluster.weighted(), combinations[s]));
      across[s] = SymmetricMatrix.columns(cluster.form(), p[s]);
    }
    double[][] own = new double[count][count];
    double[][] shared = new double[count][count];
    for (int s = 0; s < count; s++) {
      for (int t = 0; t <= s; t++) {
        own[s][t] = SymmetricMatrix.dot(p[s], p[t]);
        own[t][s] = own[s][t];
        shared[s][t] = SymmetricMatrix.form(form, across[s], across[t]);
        shared[t][s] = shared[s][t];
      }
    }
    return new Parts(own, across, shared);
  }

  private static void addProduct(double[][] to, double factor, double[] left, double[] right) {
    for (int a = 0; a < left.length; a++) {
      for (int b = 0; b < right.length; b++) {
        to[a][b] += factor * left[a] * right[b];
      }
    }
  }

  private double[][] timesForm(double[][] matrix) {
    double[][] product = new double[matrix.length][matrix.length];
    for (int a = 0; a < matrix.length; a++) {
      for (int b = 0; b < matrix.length; b++) {
        product[a][b] = SymmetricMatrix.dot(matrix[a], form[b]);
      }
    }
    return product;
  }

  private static double traceOfProduct(double[][] left, double[][] right) {
    double trace = 0;
    for (int a = 0; a < left.length; a++) {
      for (int b = 0; b < left.length; b++) {
        trace += left[a][b] * right[b][a];
      }
    }
    return trace;
  }
}

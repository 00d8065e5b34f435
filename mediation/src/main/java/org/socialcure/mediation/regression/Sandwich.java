package org.socialcure.mediation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.linear.BiasReduction;
import org.socialcure.mediation.internal.linear.Triangle;
import org.socialcure.mediation.model.Family;

/** Robust covariance matrices of coefficients, see {@link StandardErrors}. */
final class Sandwich {
  /** Rows that leave less than this of their own residual have nothing left to divide by. */
  private static final double NO_RESIDUAL = 1e-10;

  private final Regression equation;
  private final Design design;
  private final double[] scores;
  private final double[] leverage;

  /**
   * Prepares the matrices of an equation.
   *
   * @param equation the equation, which names the kind
   * @param design its rows
   * @param scores the derivative of each row's weighted log likelihood by its linear predictor, up
   *     to the dispersion
   * @param leverage the leverages
   */
  Sandwich(Regression equation, Design design, double[] scores, double[] leverage) {
    this.equation = equation;
    this.design = design;
    this.scores = scores;
    this.leverage = leverage;
  }

  /**
   * The covariance matrix of the coefficients.
   *
   * @param bread the inverse of the information
   */
  double[][] covariance(double[][] bread) {
    return of(influence(bread));
  }

  /**
   * The covariance matrix of the coefficients of orthonormal columns.
   *
   * @param triangle the triangular factor of the design, with the roots of its weights
   */
  double[][] orthonormal(Triangle triangle) {
    int k = design.size();
    double[][] influence = new double[k][design.rows()];
    for (int i = 0; i < design.rows(); i++) {
      Interruption.check(i);
      double[] turned = triangle.orthonormal(row(i));
      for (int j = 0; j < k; j++) {
        influence[j][i] = turned[j];
      }
    }
    return of(influence);
  }

  /**
   * The bias-reduced matrices of clusters, in the coordinates of orthonormal columns.
   *
   * @param triangle the triangular factor of the design, with the roots of its weights
   */
  BiasReduction reduction(Triangle triangle) {
    int[] clusters = clusters();
    List<List<Integer>> groups =
        Stream.generate(() -> (List<Integer>) new ArrayList<Integer>())
            .limit(groups(clusters))
            .toList();
    double[][] rows = new double[clusters.length][];
    double[] residuals = new double[clusters.length];
    for (int i = 0; i < clusters.length; i++) {
      Interruption.check(i);
      groups.get(clusters[i]).add(i);
      rows[i] = triangle.orthonormal(row(i));
      residuals[i] = scores[i] / design.weight(i);
    }
    return BiasReduction.of(
        rows,
        Optional.ofNullable(design.weights()),
        residuals,
        groups.stream()
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .map(members -> new BiasReduction.Cluster(members, 1))
            .toList());
  }

  private double[] row(int i) {
    double[] row = new double[design.size()];
    for (int j = 0; j < row.length; j++) {
      row[j] = design.columns()[j][i];
    }
    return row;
  }

  private int[] clusters() {
    return Objects.requireNonNull(design.clusters(), "clusters, which were checked to be there");
  }

  static int groups(int[] clusters) {
    return IntStream.of(clusters).max().orElse(0) + 1;
  }

  // Rows are multiplied by the bread before they are squared: forming the meat first would square
  // the condition of the problem.
  private double[][] of(double[][] influence) {
    return equation.standardErrors() == StandardErrors.CLUSTER
        ? clustered(influence)
        : squared(influence, factors());
  }

  /** The rows of the design times the bread, column by column. */
  private double[][] influence(double[][] bread) {
    int k = design.size();
    double[][] influence = new double[k][design.rows()];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        Interruption.check();
        double factor = bread[a][b];
        double[] column = design.columns()[b];
        for (int i = 0; i < column.length; i++) {
          influence[a][i] += factor * column[i];
        }
      }
    }
    return influence;
  }

  /** The square roots of the omega_i. */
  private double[] factors() {
    int n = design.rows();
    int k = design.size();
    StandardErrors kind = equation.standardErrors();
    double[] factors = new double[n];
    int alone = 0;
    for (int i = 0; i < n; i++) {
      double left = 1 - leverage[i];
      alone += left < NO_RESIDUAL ? 1 : 0;
      factors[i] =
          scores[i]
              * switch (kind) {
                case HC1 -> Math.sqrt(n / (double) (n - k));
                case HC2 -> StrictMath.pow(left, -0.5);
                case HC3 -> 1 / left;
                case HC4 -> StrictMath.pow(left, -0.5 * Math.min(4, n * leverage[i] / k));
                default -> 1;
              };
    }
    if (alone > 0 && kind != StandardErrors.HC0 && kind != StandardErrors.HC1) {
      throw new InvalidInputException(
          EquationCheck.place(equation.outcome()),
          String.format(
              Locale.ROOT,
              "%d rows determine a coefficient alone (leverage 1), so that %s standard errors do not"
                  + " exist: leave out the predictor that only they have, or choose classical, hc0"
                  + " or hc1.",
              alone,
              Words.of(kind)));
    }
    return factors;
  }

  private static double[][] squared(double[][] influence, double[] factors) {
    int k = influence.length;
    double[][] covariance = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        Interruption.check();
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
          sum += (factors[i] * influence[a][i]) * (factors[i] * influence[b][i]);
        }
        covariance[a][b] = sum;
        covariance[b][a] = sum;
      }
    }
    return covariance;
  }

  private double[][] clustered(double[][] influence) {
    int[] clusters = clusters();
    int n = design.rows();
    int k = design.size();
    int groups = groups(clusters);
    double correction = groups / (groups - 1.0);
    if (equation.family() == Family.GAUSSIAN) {
      correction *= (n - 1.0) / (n - k);
    }
    double root = Math.sqrt(correction);
    double[][] totals = new double[k][groups];
    for (int a = 0; a < k; a++) {
      for (int i = 0; i < n; i++) {
        totals[a][clusters[i]] += root * scores[i] * influence[a][i];
      }
    }
    double[] ones = new double[groups];
    Arrays.fill(ones, 1);
    return squared(totals, ones);
  }
}

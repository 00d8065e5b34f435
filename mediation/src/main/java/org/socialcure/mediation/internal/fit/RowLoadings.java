package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.mediation.internal.linear.BiasReduction;
import org.socialcure.mediation.internal.linear.Householder;
import org.socialcure.mediation.internal.linear.Triangle;
import org.socialcure.mediation.regression.CaseStatistics;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * How the outcome of each row goes into the coefficients of a linear equation: a combination {@code
 * f'b} of them is the sum of the outcomes times {@code w_i x_i'(X'WX)^-1 f}.
 */
final class RowLoadings {
  private final RegressionFit fit;
  private final Triangle triangle;
  private final double[][] rows;
  private final double[] weights;
  private final double[] residuals;
  private final double[] leverage;

  private RowLoadings(RegressionFit fit, CaseStatistics cases) {
    this.fit = fit;
    Regression equation = fit.equation();
    int n = fit.rows();
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    weights = equation.weights().orElse(ones);
    leverage = cases.leverage();
    List<String> terms = fit.terms();
    double[][] columns = new double[terms.size()][];
    rows = new double[n][terms.size()];
    for (int j = 0; j < columns.length; j++) {
      columns[j] =
          terms.get(j).equals(Regression.INTERCEPT) ? ones.clone() : equation.values(terms.get(j));
      for (int i = 0; i < n; i++) {
        rows[i][j] = columns[j][i];
        columns[j][i] *= Math.sqrt(weights[i]);
      }
    }
    triangle = new Householder(columns).triangle();
    for (int i = 0; i < n; i++) {
      rows[i] = triangle.orthonormal(rows[i]);
    }
    residuals =
        fit.standardErrors() == StandardErrors.CR2
            ? reduced(equation, cases.residuals())
            : cases.residuals();
  }

  /** The residuals that CR2 errors are made of. */
  private double[] reduced(Regression equation, double[] plain) {
    Map<Double, List<Integer>> clusters = new LinkedHashMap<>();
    double[] codes = equation.clusters().orElseThrow();
    for (int i = 0; i < codes.length; i++) {
      clusters.computeIfAbsent(codes[i], code -> new ArrayList<>()).add(i);
    }
    return BiasReduction.of(
            rows,
            equation.weights(),
            plain,
            clusters.values().stream()
                .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
                .map(members -> new BiasReduction.Cluster(members, 1))
                .toList())
        .adjustedResiduals();
  }

  /** The loadings of an equation; empty where it was estimated from moments. */
  static Optional<RowLoadings> of(RegressionFit fit) {
    return fit.cases().map(cases -> new RowLoadings(fit, cases));
  }

  private double[] of(double[] multipliers) {
    double[] turned = triangle.orthonormal(multipliers);
    double[] loadings = new double[rows.length];
    for (int i = 0; i < loadings.length; i++) {
      for (int j = 0; j < turned.length; j++) {
        loadings[i] += rows[i][j] * turned[j];
      }
      loadings[i] *= weights[i];
    }
    return loadings;
  }

  /** The covariance of a combination of these coefficients with one of another equation's. */
  double covariance(double[] first, RowLoadings other, double[] second) {
    double[] one = of(first);
    double[] two = other.of(second);
    StandardErrors kind = fit.standardErrors();
    if (kind == StandardErrors.CLASSICAL) {
      double products = 0;
      double shared = 0;
      for (int i = 0; i < one.length; i++) {
        products += weights[i] * residuals[i] * other.residuals[i];
        shared += one[i] * two[i] / weights[i];
      }
      return products / Math.sqrt((double) fit.residualDf() * other.fit.residualDf()) * shared;
    }
    scale(one, this, kind);
    scale(two, other, kind);
    return kind.usesClusters() ? clustered(one, two, kind) : dot(one, two);
  }

  /** Multiplies loadings by residuals and what the kind of errors divides these by. */
  private static void scale(double[] loadings, RowLoadings of, StandardErrors kind) {
    double n = loadings.length;
    double k = of.fit.terms().size();
    for (int i = 0; i < loadings.length; i++) {
      double left = 1 - of.leverage[i];
      loadings[i] *=
          of.residuals[i]
              * switch (kind) {
                case CLASSICAL, HC0, CR2 -> 1;
                case HC1 -> Math.sqrt(n / (n - k));
                case HC2 -> StrictMath.pow(left, -0.5);
                case HC3 -> 1 / left;
                case HC4 -> StrictMath.pow(left, -0.5 * Math.min(4, n * of.leverage[i] / k));
                case CLUSTER -> Math.sqrt((n - 1) / (n - k));
              };
    }
  }

  private double clustered(double[] one, double[] two, StandardErrors kind) {
    Map<Double, double[]> totals = new LinkedHashMap<>();
    double[] clusters = fit.equation().clusters().orElseThrow();
    for (int i = 0; i < clusters.length; i++) {
      double[] total = totals.computeIfAbsent(clusters[i], c -> new double[2]);
      total[0] += one[i];
      total[1] += two[i];
    }
    double sum = totals.values().stream().mapToDouble(t -> t[0] * t[1]).sum();
    return kind == StandardErrors.CR2 ? sum : sum * totals.size() / (totals.size() - 1.0);
  }

  private static double dot(double[] one, double[] two) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * two[i];
    }
    return sum;
  }
}

package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.regression.Regression;

/**
 * One predictor of a linear equation under permutations of the residuals that the equation leaves
 * without it (Freedman and Lane 1983).
 *
 * <p>Let e be those residuals and u what the other predictors leave of the predictor. The t
 * statistic after a permutation P is a monotone function of the squared partial correlation of u
 * with what the other predictors leave of Pe, because the fitted values that Pe is added to are
 * theirs entirely. So no equation has to be estimated anew.
 */
final class PermutationStep {
  /** Permutations that are the same up to rounding count as equal. */
  private static final double ROUNDING = 1e-10;

  private final double[][] others;
  private final double[] residuals;
  private final double[] predictor;
  private final double residualSquares;
  private final double predictorSquares;
  private final double observed;

  private PermutationStep(double[][] others, double[] residuals, double[] predictor) {
    this.others = others;
    this.residuals = residuals;
    this.predictor = predictor;
    this.residualSquares = dot(residuals, residuals);
    this.predictorSquares = dot(predictor, predictor);
    int[] inOrder = new int[residuals.length];
    Arrays.setAll(inOrder, i -> i);
    this.observed = share(inOrder);
  }

  /** The predictor of an equation without weights. */
  static PermutationStep of(Regression equation, String term) {
    double[] y = equation.outcomeValues();
    equation
        .offset()
        .ifPresent(
            offset -> {
              for (int i = 0; i < y.length; i++) {
                y[i] -= offset[i];
              }
            });
    List<double[]> basis = new ArrayList<>();
    for (String other : equation.terms()) {
      if (other.equals(Regression.INTERCEPT)) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        add(ones, basis);
      } else if (!other.equals(term)) {
        add(equation.values(other), basis);
      }
    }
    double[] predictor = equation.values(term);
    sweep(y, basis);
    sweep(predictor, basis);
    return new PermutationStep(basis.toArray(double[][]::new), y, predictor);
  }

  /** Adds what a column has beyond the basis, at unit length. */
  private static void add(double[] column, List<double[]> basis) {
    sweep(column, basis);
    double length = Math.sqrt(dot(column, column));
    basis.add(Arrays.stream(column).map(v -> v / length).toArray());
  }

  /** Takes the basis out of a column; twice, so that rounding leaves nothing of it. */
  private static void sweep(double[] column, List<double[]> basis) {
    for (int round = 0; round < 2; round++) {
      for (double[] direction : basis) {
        Interruption.check();
        double part = dot(direction, column);
        for (int i = 0; i < column.length; i++) {
          column[i] -= part * direction[i];
        }
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Whether the t statistic is at least as far from zero as in the sample. */
  boolean atLeastAsExtreme(int[] order) {
    return share(order) >= observed * (1 - ROUNDING);
  }

  /** The squared partial correlation, by which t is {@code sqrt(df r²/(1 - r²))}. */
  private double share(int[] order) {
    double with = 0;
    for (int i = 0; i < order.length; i++) {
      with += predictor[i] * residuals[order[i]];
    }
    double left = residualSquares;
    for (double[] direction : others) {
      Interruption.check();
      double part = 0;
      for (int i = 0; i < order.length; i++) {
        part += direction[i] * residuals[order[i]];
      }
      left -= part * part;
    }
    double whole = predictorSquares * left;
    // Residuals that the others describe entirely leave nothing for the predictor.
    return whole > 0 ? with * with / whole : 0;
  }
}

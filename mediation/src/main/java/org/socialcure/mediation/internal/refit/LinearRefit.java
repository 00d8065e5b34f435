package org.socialcure.mediation.internal.refit;

import java.util.Arrays;
import java.util.Optional;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.regression.Regression;

/** A linear equation by weighted cross-products; nothing is allocated in a replicate. */
final class LinearRefit extends EquationRefit {
  private final LinearEquation equation;
  private final double[][] columns;
  private final double[] weights;
  private final Optional<FrequencySandwich> sandwich;

  LinearRefit(Regression regression, DrawnClusters clusters) {
    sandwich = FrequencySandwich.of(regression, clusters);
    double[] y = outcome(regression);
    Scales design = Scales.of(regression);
    boolean centred = regression.hasIntercept();
    equation =
        new LinearEquation(
            design,
            centred ? SampleStatistics.mean(y) : 0,
            centred ? Scales.unit(y) : Scales.unitAboutZero(y));
    weights = Scales.weights(regression);
    columns = new double[design.size() + 1][];
    System.arraycopy(design.columns(regression), 0, columns, 0, design.size());
    columns[design.size()] = Scales.scale(y, equation.mean(), equation.unit());
  }

  /** The outcome without the offset. */
  static double[] outcome(Regression regression) {
    double[] y = regression.outcomeValues();
    regression
        .offset()
        .ifPresent(
            offset -> {
              for (int i = 0; i < y.length; i++) {
                y[i] -= offset[i];
              }
            });
    return y;
  }

  LinearEquation equation() {
    return equation;
  }

  /** The scaled columns of the design and, last, of the outcome. */
  double[][] columns() {
    return columns;
  }

  double[] weights() {
    return weights;
  }

  private static final class Scratch extends Workspace {
    final double[] weights;
    final double[] weighted = new double[WeightedProducts.CHUNK];
    final LinearEquation.Scratch solution;

    Scratch(int rows, int size) {
      weights = new double[rows];
      solution = new LinearEquation.Scratch(size);
    }
  }

  @Override
  public int size() {
    return equation.size();
  }

  @Override
  public Workspace workspace() {
    return new Scratch(weights.length, size());
  }

  @Override
  public RefitOutcome refit(double[] frequencies, double[] coefficients, Workspace workspace) {
    Scratch scratch = (Scratch) workspace;
    double count = WeightedProducts.weigh(frequencies, weights, scratch.weights);
    WeightedProducts.sum(columns, scratch.weights, scratch.weighted, scratch.solution.products);
    return equation.solve(count, coefficients, scratch.solution);
  }

  @Override
  public Optional<CoefficientCovariance> covariance(double[] frequencies, Workspace workspace) {
    return covariance(frequencies, ((Scratch) workspace).solution);
  }

  /** The covariance of the last solution. */
  Optional<CoefficientCovariance> covariance(
      double[] frequencies, LinearEquation.Scratch solution) {
    if (sandwich.isEmpty()) {
      return Optional.of(equation.covariance(solution));
    }
    double[] scores = equation.residuals(columns, solution);
    for (int i = 0; i < scores.length; i++) {
      scores[i] *= weights[i];
    }
    return sandwich
        .get()
        .covariance(
            new FrequencySandwich.Rows(
                Arrays.copyOf(columns, size()),
                frequencies,
                scores,
                weights,
                solution.products,
                solution.count))
        .map(orthonormal -> equation.covariance(solution, orthonormal));
  }
}

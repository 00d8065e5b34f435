package org.socialcure.mediation.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.internal.linear.LoneUnit;
import org.socialcure.mediation.internal.linear.SymmetricMatrix;

/**
 * Clusters that decide a coefficient alone.
 *
 * <p>The scores of such a cluster add up to zero, as the residual of a row with leverage 1 is zero,
 * so that errors by clusters count it as a cluster that does not vary.
 */
final class LoneClusters {
  /** Variances below this share of the classical ones are what rounding leaves of zero. */
  private static final double NOTHING = 1e-20;

  /** The same for combinations, in which what is left of covariances cancels. */
  private static final double CANCELLED = 1e-13;

  private LoneClusters() {}

  /**
   * Refuses errors of which nothing is left.
   *
   * @param equation an equation
   * @param covariance the covariance matrix of its coefficients
   * @param classical the classical one
   * @throws InvalidInputException if errors are by clusters and one is zero
   */
  static void refuseNothing(Regression equation, double[][] covariance, double[][] classical) {
    if (!equation.standardErrors().usesClusters()) {
      return;
    }
    for (int j = 0; j < covariance.length; j++) {
      if (classical[j][j] > 0 && !(covariance[j][j] > NOTHING * classical[j][j])) {
        throw refused(equation, equation.terms().get(j));
      }
    }
  }

  static InvalidInputException refused(Regression equation, String name) {
    return new InvalidInputException(
        EquationCheck.place(equation.outcome()),
        String.format(
            Locale.ROOT,
            "single clusters determine the coefficient of %s, so that %s standard errors of it"
                + " do not exist: leave out the predictor that only they have, or choose other"
                + " standard errors.",
            equation.told(name),
            Words.of(equation.standardErrors())));
  }

  /**
   * Whether a variance is what rounding leaves of zero.
   *
   * @param variance the variance of a combination of coefficients
   * @param covariance that of all coefficients
   * @param multipliers what they are multiplied with in the combination
   * @return whether it is, where the combination has a multiplier other than zero
   */
  static boolean leaveNothing(
      double variance, CoefficientCovariance covariance, double[] multipliers) {
    double length = SymmetricMatrix.squaredLength(covariance.coordinates().apply(multipliers));
    double trace = 0;
    for (int j = 0; j < covariance.matrix().length; j++) {
      trace += covariance.matrix()[j][j];
    }
    return length > 0 && !(variance > CANCELLED * length * trace);
  }

  /**
   * Predictors that have one value in all clusters but one.
   *
   * @param equation an equation
   * @param design its rows
   * @return a caution for each, if errors are by clusters
   */
  static List<Problem> cautions(Regression equation, Design design) {
    List<Problem> cautions = new ArrayList<>();
    if (equation.standardErrors().usesClusters()) {
      int[] clusters = Objects.requireNonNull(design.clusters(), "clusters");
      for (int j = equation.firstPredictor(); j < design.size(); j++) {
        Interruption.check();
        if (LoneUnit.has(design.columns()[j], clusters)) {
          cautions.add(
              new Problem(
                  EquationCheck.place(equation.outcome()),
                  design.terms().get(j)
                      + " has one value in all clusters but one, which alone decides its"
                      + " coefficient and effects at that cluster's values: errors by clusters leave"
                      + " out how such a cluster varies, and are too small."));
        }
      }
    }
    return cautions;
  }
}

package org.socialcure.mediation.internal.refit;

import java.util.Optional;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Regression;

/**
 * One equation, to be estimated many times with other case weights.
 *
 * <p>Immutable and thread-safe; every thread needs a {@link Workspace} of its own.
 */
public abstract class EquationRefit {
  EquationRefit() {}

  /**
   * Prepares an equation.
   *
   * @param equation an equation that can be fitted, estimated from rows
   * @return its refit
   */
  public static EquationRefit of(Regression equation) {
    return of(equation, DrawnClusters.SAME);
  }

  /**
   * Prepares an equation.
   *
   * @param equation an equation that can be fitted, estimated from rows
   * @param clusters what becomes of its clusters, if it has any, in a resample
   * @return its refit
   */
  public static EquationRefit of(Regression equation, DrawnClusters clusters) {
    if (equation.moments().isPresent()) {
      throw new IllegalArgumentException("An equation from moments has no rows to weight.");
    }
    return equation.family() == Family.GAUSSIAN
        ? new LinearRefit(equation, clusters)
        : new GeneralizedRefit(equation, clusters);
  }

  /**
   * The number of coefficients, intercept included.
   *
   * @return the number
   */
  public abstract int size();

  /**
   * Scratch memory for one thread.
   *
   * @return a new workspace
   */
  public abstract Workspace workspace();

  /**
   * Estimates the equation with every row counted as often as its frequency says, in addition to
   * the equation's prior weights.
   *
   * @param frequencies a non-negative, finite weight for each row; need not be a whole number
   * @param coefficients where the estimates go, in the order of the terms; left as it is where the
   *     outcome is not {@link RefitOutcome#ESTIMATED}
   * @param workspace this thread's scratch memory, from {@link #workspace()}
   * @return what became of it
   */
  public abstract RefitOutcome refit(
      double[] frequencies, double[] coefficients, Workspace workspace);

  /**
   * The covariance of the estimates of the last {@link #refit} with this workspace, of the kind of
   * standard errors that the equation names.
   *
   * @param frequencies those of the refit
   * @param workspace the workspace of a refit that was estimated
   * @return the covariance; empty where it does not exist, because a row determines a coefficient
   *     alone or there are fewer than two clusters
   */
  public abstract Optional<CoefficientCovariance> covariance(
      double[] frequencies, Workspace workspace);

  /** Scratch memory of one thread. */
  public abstract static class Workspace {
    Workspace() {}
  }
}

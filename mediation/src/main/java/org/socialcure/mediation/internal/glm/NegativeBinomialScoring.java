package org.socialcure.mediation.internal.glm;

import org.jspecify.annotations.Nullable;

/**
 * Maximum likelihood estimation of a negative binomial model: the coefficients at a given theta and
 * theta at the given means, in turn, until neither moves.
 *
 * @param solution the end of the last estimation of the coefficients
 * @param theta the shape; infinite if the counts are not overdispersed
 */
public record NegativeBinomialScoring(Scoring.Solution solution, double theta) {
  private static final int ROUNDS = 200;
  private static final double TOLERANCE = 1e-12;

  /**
   * Estimates.
   *
   * @param scoring the design and the counts
   * @param y the counts
   * @param weights positive prior weights, or null if all are 1
   * @param start coefficients to start from
   * @return the estimate; its solution has not converged if the rounds were used up
   */
  public static NegativeBinomialScoring solve(
      Scoring scoring, double[] y, double @Nullable [] weights, double[] start) {
    Scoring.Solution solution = scoring.solve(Response.poisson(), start);
    double theta = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      if (solution.status() != Scoring.Status.CONVERGED) {
        return new NegativeBinomialScoring(solution, theta);
      }
      double[] means = means(solution.eta());
      double from = round == 0 ? momentEstimate(y, means, weights) : theta;
      Shape shape = new Shape(y, means, weights);
      double next = shape.estimate(from);
      if (next == Double.POSITIVE_INFINITY) {
        return new NegativeBinomialScoring(
            scoring.solve(Response.poisson(), solution.coefficients()), next);
      }
      double move = Math.abs(StrictMath.log(next / theta));
      boolean rests = move < TOLERANCE * Math.max(1, shape.flatness(next));
      theta = next;
      solution = scoring.solve(Response.negativeBinomial(theta), solution.coefficients());
      if (rests) {
        return new NegativeBinomialScoring(solution, theta);
      }
    }
    return new NegativeBinomialScoring(
        new Scoring.Solution(
            Scoring.Status.NOT_CONVERGED,
            solution.coefficients(),
            solution.eta(),
            solution.separation()),
        theta);
  }

  /**
   * The means of the counts.
   *
   * @param eta the linear predictors
   * @return their exponentials
   */
  public static double[] means(double[] eta) {
    double[] means = new double[eta.length];
    for (int i = 0; i < eta.length; i++) {
      means[i] = StrictMath.exp(eta[i]);
    }
    return means;
  }

  private static double momentEstimate(double[] y, double[] means, double @Nullable [] weights) {
    double total = 0;
    double excess = 0;
    for (int i = 0; i < y.length; i++) {
      double weight = weights == null ? 1 : weights[i];
      double relative = y[i] / means[i] - 1;
      total += weight;
      excess += weight * relative * relative;
    }
    double estimate = total / excess;
    return estimate > 0 && Double.isFinite(estimate) ? estimate : 1;
  }
}

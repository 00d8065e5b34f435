package org.socialcure.mediation.internal.glm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.linear.Householder;

/**
 * Maximum likelihood estimation of a generalised linear model by Newton's method: each step is a
 * weighted least squares problem solved by QR, halved while it does not raise the likelihood. The
 * weights are the curvatures of the rows (the expected information instead, Fisher scoring, where
 * they leave the design without full rank): with an outlier, scoring alone would end very slowly.
 *
 * <p>It ends when a step is below 1e-12 standard errors of every linear combination of
 * coefficients, that is, when the score is zero to rounding.
 */
public final class Scoring {
  private static final int ITERATIONS = 100;
  private static final int HALVINGS = 40;
  private static final double TOLERANCE = 1e-24;
  private static final double RESTS = 1e-14;

  /** How many more steps a separation that looks quasi-complete has to turn out complete. */
  private static final int PATIENCE = 12;

  private final double[][] columns;
  private final double[] y;
  private final double @Nullable [] weights;
  private final double @Nullable [] offset;
  private final double[] values = new double[Response.VALUES];
  private final double[] score;
  private final double[] information;
  private final double[] curvature;
  private final double[][] buffers;

  /** How an estimation ended. */
  public enum Status {
    /** The score is zero. */
    CONVERGED,
    /** A direction was found in which the likelihood rises for ever. */
    SEPARATED,
    /** It did not come to an end. */
    NOT_CONVERGED
  }

  /**
   * The end of an estimation.
   *
   * @param status how it ended
   * @param coefficients the coefficients then
   * @param eta the linear predictors
   * @param separation the proof of separation, if there is one
   */
  public record Solution(
      Status status, double[] coefficients, double[] eta, Optional<Separation> separation) {}

  /**
   * Prepares an estimation.
   *
   * @param columns the columns of a design matrix of full rank
   * @param y the outcome
   * @param weights positive prior weights, or null if all are 1
   * @param offset the offset, or null without one
   */
  public Scoring(
      double[][] columns, double[] y, double @Nullable [] weights, double @Nullable [] offset) {
    this.columns = columns;
    this.y = y;
    this.weights = weights;
    this.offset = offset;
    score = new double[y.length];
    information = new double[y.length];
    curvature = new double[y.length];
    buffers = new double[columns.length][y.length];
  }

  /**
   * Estimates.
   *
   * @param response the distribution of the outcome
   * @param start coefficients to start from, of finite likelihood
   * @return the end of the estimation
   */
  public Solution solve(Response response, double[] start) {
    int n = y.length;
    double[] beta = start.clone();
    double[] eta = predictors(beta);
    double deviance = evaluate(response, eta);
    double previous = Double.POSITIVE_INFINITY;
    Optional<Separation> separation = Optional.empty();
    int waited = 0;
    for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
      double[] target = new double[n];
      Householder factor = factor(target, curvature);
      if (!factor.dependences().isEmpty()) {
        factor = factor(target, information);
      }
      if (!factor.dependences().isEmpty()) {
        break;
      }
      double[] step = factor.solve(target);
      double size = 0;
      for (int p = 0; p < beta.length; p++) {
        size += target[p] * target[p];
      }
      double[] change = change(step);
      if (iteration >= Separation.FIRST_ITERATION) {
        Optional<Separation> found =
            Separation.of(response, y, weights, (row, j) -> columns[j][row], step, change);
        if (found.isPresent()) {
          separation = found;
        }
        boolean complete = separation.filter(s -> s.kind() == Separation.Kind.COMPLETE).isPresent();
        if (complete || separation.isPresent() && waited++ == PATIENCE) {
          break;
        }
      }
      double share = 1;
      double[] nextEta = eta;
      double next = Double.NaN;
      for (int halving = 0; halving < HALVINGS; halving++) {
        nextEta = moved(eta, change, share);
        next = evaluate(response, nextEta);
        if (next <= deviance + 1e-12 * (Math.abs(deviance) + 1)) {
          break;
        }
        share /= 2;
      }
      if (!Double.isFinite(next)) {
        break;
      }
      for (int j = 0; j < beta.length; j++) {
        beta[j] += share * step[j];
      }
      // Added-up changes drift from the coefficients by rounding; start afresh.
      eta = predictors(beta);
      deviance = evaluate(response, eta);
      if (size <= TOLERANCE || (size <= RESTS && size > previous / 4)) {
        return new Solution(Status.CONVERGED, beta, eta, Optional.empty());
      }
      previous = size;
    }
    Status status = separation.isPresent() ? Status.SEPARATED : Status.NOT_CONVERGED;
    return new Solution(status, beta, eta, separation);
  }

  /**
   * The factor of the weighted design at the coefficients last evaluated.
   *
   * @param target where the weighted working residuals go
   * @param rowWeights the weight of each row
   * @return the factor; valid until the next call
   */
  private Householder factor(double[] target, double[] rowWeights) {
    for (int i = 0; i < target.length; i++) {
      Interruption.check(i);
      double root = Math.sqrt(rowWeights[i]);
      target[i] = root > 0 ? score[i] / root : 0;
      for (int j = 0; j < columns.length; j++) {
        buffers[j][i] = root * columns[j][i];
      }
    }
    return new Householder(buffers);
  }

  /**
   * The factor of the design, each row multiplied by the root of its information.
   *
   * @param response the distribution of the outcome
   * @param eta the linear predictors
   * @return the factor; valid until the next call of this object
   */
  public Householder factor(Response response, double[] eta) {
    evaluate(response, eta);
    return factor(new double[y.length], information);
  }

  private double[] predictors(double[] beta) {
    double[] eta = offset == null ? new double[y.length] : offset.clone();
    for (int j = 0; j < beta.length; j++) {
      double[] column = columns[j];
      for (int i = 0; i < eta.length; i++) {
        eta[i] += beta[j] * column[i];
      }
    }
    return eta;
  }

  private double[] change(double[] step) {
    double[] change = new double[y.length];
    for (int j = 0; j < step.length; j++) {
      double[] column = columns[j];
      for (int i = 0; i < change.length; i++) {
        change[i] += step[j] * column[i];
      }
    }
    return change;
  }

  private static double[] moved(double[] eta, double[] change, double share) {
    double[] moved = new double[eta.length];
    for (int i = 0; i < eta.length; i++) {
      moved[i] = eta[i] + share * change[i];
    }
    return moved;
  }

  /** Fills the scores and informations and returns the deviance. */
  private double evaluate(Response response, double[] eta) {
    double deviance = 0;
    for (int i = 0; i < y.length; i++) {
      Interruption.check(i);
      response.derivatives(y[i], eta[i], values);
      double weight = weights == null ? 1 : weights[i];
      score[i] = weight * values[Response.SCORE];
      information[i] = weight * values[Response.INFORMATION];
      curvature[i] = weight * values[Response.CURVATURE];
      deviance += weight * values[Response.DEVIANCE];
    }
    return deviance;
  }
}

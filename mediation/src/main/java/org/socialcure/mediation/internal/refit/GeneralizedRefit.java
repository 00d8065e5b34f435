package org.socialcure.mediation.internal.refit;

import java.util.Arrays;
import java.util.Optional;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.glm.Response;
import org.socialcure.mediation.internal.glm.Separation;
import org.socialcure.mediation.internal.glm.Shape;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Regression;

/**
 * Binary and count equations by Newton steps on the cross-products of scaled columns, from the
 * estimates of the whole sample.
 */
final class GeneralizedRefit extends EquationRefit {
  private static final int ITERATIONS = 60;
  private static final int HALVINGS = 30;
  private static final int ROUNDS = 60;

  /** The squared length of a step, in standard errors, that ends the iteration. */
  private static final double TOLERANCE = 1e-20;

  /** Below this squared length, steps that no longer shrink are rounding error. */
  private static final double RESTS = 1e-13;

  private static final double SHAPE_TOLERANCE = 1e-10;

  /** Only below this is it worth finding out whether rounding alone moves theta. */
  private static final double SMALL_MOVE = 1e-4;

  private static final double LEAST_PIVOT = 1e-11;

  private final Scales design;
  private final double[][] columns;
  private final Family family;
  private final double[] y;
  private final double[] weights;
  private final double[] offset;
  private final double[] start;
  private final double startShape;

  private final Optional<FrequencySandwich> sandwich;

  GeneralizedRefit(Regression equation, DrawnClusters clusters) {
    sandwich = FrequencySandwich.of(equation, clusters);
    family = equation.family();
    y = equation.outcomeValues();
    design = Scales.of(equation);
    columns = design.columns(equation);
    weights = Scales.weights(equation);
    offset = equation.offset().orElseGet(() -> new double[y.length]);
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    Scratch scratch = new Scratch(y.length, size());
    double[] plain = constant();
    RefitOutcome outcome = estimate(ones, scratch, plain, 1);
    boolean estimated = outcome == RefitOutcome.ESTIMATED;
    start = estimated ? scratch.beta.clone() : plain;
    startShape = estimated && Double.isFinite(scratch.shape) ? scratch.shape : 1;
  }

  private static final class Scratch extends Workspace {
    final double[] weights;
    final double[] eta;
    final double[] change;
    final double[] pulls;
    final double[] curvatures;
    final double[] means;
    final double[] beta;
    final double[] next;
    final double[] score;
    final double[] step;
    final double[] information;
    final double[] weighted = new double[WeightedProducts.CHUNK];
    final double[] values = new double[Response.VALUES];
    Response response = Response.poisson();
    double count;
    double shape;

    Scratch(int rows, int size) {
      weights = new double[rows];
      eta = new double[rows];
      change = new double[rows];
      pulls = new double[rows];
      curvatures = new double[rows];
      means = new double[rows];
      beta = new double[size];
      next = new double[size];
      score = new double[size];
      step = new double[size];
      information = new double[PackedCholesky.length(size)];
    }
  }

  @Override
  public int size() {
    return design.size();
  }

  @Override
  public Workspace workspace() {
    return new Scratch(y.length, size());
  }

  @Override
  public RefitOutcome refit(double[] frequencies, double[] coefficients, Workspace workspace) {
    Scratch scratch = (Scratch) workspace;
    RefitOutcome outcome = estimate(frequencies, scratch, start, startShape);
    if (outcome == RefitOutcome.ESTIMATED) {
      design.unscale(scratch.beta, 1, coefficients);
    }
    return outcome;
  }

  /** Scaled coefficients of an equation with an intercept only, roughly. */
  private double[] constant() {
    double outcome = 0;
    double exposure = 0;
    for (int i = 0; i < y.length; i++) {
      outcome += weights[i] * y[i];
      exposure += weights[i] * (family.isCount() ? StrictMath.exp(offset[i]) : 1);
    }
    double[] constant = new double[size()];
    if (design.first() == 0) {
      return constant;
    }
    double link = plainResponse().link(outcome / exposure);
    constant[0] = Double.isFinite(link) ? link : 0;
    return constant;
  }

  private Response plainResponse() {
    return switch (family) {
      case LOGIT -> Response.logit();
      case PROBIT -> Response.probit();
      case POISSON, QUASI_POISSON, NEGATIVE_BINOMIAL -> Response.poisson();
      case GAUSSIAN -> throw new IllegalArgumentException("A linear equation needs no iteration.");
    };
  }

  private RefitOutcome estimate(
      double[] frequencies, Scratch scratch, double[] from, double fromShape) {
    double count = 0;
    boolean varies = false;
    double first = Double.NaN;
    for (int i = 0; i < y.length; i++) {
      scratch.weights[i] = frequencies[i] * weights[i];
      if (frequencies[i] > 0) {
        count += frequencies[i];
        first = Double.isNaN(first) ? y[i] : first;
        varies |= y[i] != first;
      }
    }
    scratch.count = count;
    if (!varies) {
      return RefitOutcome.NO_VARIANCE;
    }
    if (count <= size()) {
      return RefitOutcome.RANK_DEFICIENT;
    }
    System.arraycopy(from, 0, scratch.beta, 0, from.length);
    if (family != Family.NEGATIVE_BINOMIAL) {
      return score(plainResponse(), scratch);
    }
    return negativeBinomial(scratch, StrictMath.log(fromShape));
  }

  /**
   * Coefficients at a shape, then the shape at their means: the shape that maps to itself is found
   * by secant steps, which take half as many rounds as the mapping alone.
   */
  private RefitOutcome negativeBinomial(Scratch scratch, double from) {
    double log = from;
    double earlier = Double.NaN;
    double earlierMove = Double.NaN;
    for (int round = 0; round < ROUNDS; round++) {
      RefitOutcome outcome = score(Response.negativeBinomial(StrictMath.exp(log)), scratch);
      if (outcome != RefitOutcome.ESTIMATED) {
        return outcome;
      }
      for (int i = 0; i < y.length; i++) {
        scratch.means[i] = StrictMath.exp(scratch.eta[i]);
      }
      Shape shape = new Shape(y, scratch.means, scratch.weights);
      scratch.shape = shape.estimate(StrictMath.exp(log));
      if (scratch.shape == Double.POSITIVE_INFINITY) {
        return score(Response.poisson(), scratch);
      }
      double mapped = StrictMath.log(scratch.shape);
      double move = mapped - log;
      boolean rests =
          Math.abs(move) < SHAPE_TOLERANCE
              || Math.abs(move) < SMALL_MOVE
                  && Math.abs(move) < SHAPE_TOLERANCE * shape.flatness(scratch.shape);
      if (rests) {
        return RefitOutcome.ESTIMATED;
      }
      double next = log - move * (log - earlier) / (move - earlierMove);
      earlier = log;
      earlierMove = move;
      log = Math.abs(next - mapped) < Math.abs(move) ? next : mapped;
    }
    return RefitOutcome.NOT_CONVERGED;
  }

  /**
   * Newton steps from the coefficients in the scratch memory. The curvature itself, rather than its
   * mean as in the final fit, takes fewer of them where the link is not canonical.
   */
  private RefitOutcome score(Response response, Scratch scratch) {
    scratch.response = response;
    int k = size();
    predictors(scratch.beta, scratch);
    double deviance = evaluate(response, scratch);
    double previous = Double.POSITIVE_INFINITY;
    for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
      accumulate(scratch);
      if (!PackedCholesky.factor(scratch.information, k, LEAST_PIVOT)) {
        return iteration == 1 ? RefitOutcome.RANK_DEFICIENT : RefitOutcome.NOT_CONVERGED;
      }
      System.arraycopy(scratch.score, 0, scratch.step, 0, k);
      PackedCholesky.forward(scratch.information, k, scratch.step);
      double size = 0;
      for (int j = 0; j < k; j++) {
        size += scratch.step[j] * scratch.step[j];
      }
      PackedCholesky.backward(scratch.information, k, scratch.step);
      if (iteration >= Separation.FIRST_ITERATION && separates(response, scratch)) {
        return RefitOutcome.SEPARATED;
      }
      double share = 1;
      double next = Double.NaN;
      for (int halving = 0; halving < HALVINGS; halving++) {
        for (int j = 0; j < k; j++) {
          scratch.next[j] = scratch.beta[j] + share * scratch.step[j];
        }
        predictors(scratch.next, scratch);
        next = evaluate(response, scratch);
        if (next <= deviance + 1e-12 * (Math.abs(deviance) + 1)) {
          break;
        }
        share /= 2;
      }
      if (!Double.isFinite(next)) {
        return RefitOutcome.NOT_CONVERGED;
      }
      System.arraycopy(scratch.next, 0, scratch.beta, 0, k);
      deviance = next;
      if (size <= TOLERANCE || (size <= RESTS && size > previous / 4)) {
        return RefitOutcome.ESTIMATED;
      }
      previous = size;
    }
    return RefitOutcome.NOT_CONVERGED;
  }

  private boolean separates(Response response, Scratch scratch) {
    Arrays.fill(scratch.change, 0);
    addPredictors(scratch.step, scratch.change);
    return Separation.of(
            response,
            y,
            scratch.weights,
            (row, column) -> columns[column][row],
            scratch.step,
            scratch.change)
        .isPresent();
  }

  private void addPredictors(double[] beta, double[] eta) {
    for (int j = 0; j < beta.length; j++) {
      Interruption.check();
      double[] column = columns[j];
      double factor = beta[j];
      for (int i = 0; i < eta.length; i++) {
        eta[i] += factor * column[i];
      }
    }
  }

  private void predictors(double[] beta, Scratch scratch) {
    System.arraycopy(offset, 0, scratch.eta, 0, offset.length);
    addPredictors(beta, scratch.eta);
  }

  /** Leaves each row's score and curvature and returns the deviance. */
  private double evaluate(Response response, Scratch scratch) {
    double deviance = 0;
    for (int i = 0; i < y.length; i++) {
      Interruption.check(i);
      if (scratch.weights[i] > 0) {
        response.derivatives(y[i], scratch.eta[i], scratch.values);
        scratch.pulls[i] = scratch.weights[i] * scratch.values[Response.SCORE];
        scratch.curvatures[i] = scratch.weights[i] * scratch.values[Response.CURVATURE];
        deviance += scratch.weights[i] * scratch.values[Response.DEVIANCE];
      } else {
        scratch.pulls[i] = 0;
        scratch.curvatures[i] = 0;
      }
    }
    return deviance;
  }

  /** Fills the score and the curvature at the linear predictors last evaluated. */
  private void accumulate(Scratch scratch) {
    WeightedProducts.sum(columns, scratch.pulls, scratch.score);
    WeightedProducts.sum(columns, scratch.curvatures, scratch.weighted, scratch.information);
  }

  @Override
  public Optional<CoefficientCovariance> covariance(double[] frequencies, Workspace workspace) {
    Scratch scratch = (Scratch) workspace;
    int k = size();
    double[] scores = new double[sandwich.isPresent() ? y.length : 0];
    double[] information = new double[scores.length];
    for (int i = 0; i < y.length; i++) {
      scratch.response.derivatives(y[i], scratch.eta[i], scratch.values);
      scratch.curvatures[i] = scratch.weights[i] * scratch.values[Response.INFORMATION];
      if (sandwich.isPresent()) {
        scores[i] = weights[i] * scratch.values[Response.SCORE];
        information[i] = weights[i] * scratch.values[Response.INFORMATION];
      }
    }
    accumulate(scratch);
    // What is expected can be nothing where what was observed is not: at means next to 0 or 1.
    if (!PackedCholesky.factor(scratch.information, k, 0)) {
      return Optional.empty();
    }
    if (sandwich.isPresent()) {
      return sandwich
          .get()
          .covariance(
              new FrequencySandwich.Rows(
                  columns, frequencies, scores, information, scratch.information, scratch.count))
          .map(orthonormal -> design.covariance(scratch.information, orthonormal, 1));
    }
    double[][] inverse = new double[k][k];
    PackedCholesky.inverse(scratch.information, k, inverse, scratch.step);
    return Optional.of(
        design.covariance(inverse, family == Family.QUASI_POISSON ? dispersion(scratch) : 1));
  }

  private double dispersion(Scratch scratch) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      if (scratch.weights[i] > 0) {
        double mean = StrictMath.exp(scratch.eta[i]);
        sum += scratch.weights[i] * (y[i] - mean) * (y[i] - mean) / mean;
      }
    }
    return sum / (scratch.count - size());
  }
}

package org.socialcure.mediation.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.internal.glm.NegativeBinomialScoring;
import org.socialcure.mediation.internal.glm.Response;
import org.socialcure.mediation.internal.glm.Scoring;
import org.socialcure.mediation.internal.glm.Separation;
import org.socialcure.mediation.internal.glm.Shape;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.internal.linear.Householder;
import org.socialcure.mediation.internal.linear.Triangle;
import org.socialcure.mediation.model.Family;

/** Estimates equations of binary and count outcomes. */
final class GeneralizedEstimation {
  private static final int ADVISABLE_EVENTS = 10;

  private final Regression equation;
  private final Design design;
  private final String where;
  private final List<Problem> cautions = new ArrayList<>();

  private GeneralizedEstimation(Regression equation) {
    this.equation = equation;
    design = EquationCheck.check(equation);
    where = EquationCheck.place(equation.outcome());
  }

  static Estimates fromRows(Regression equation) {
    return new GeneralizedEstimation(equation).estimate();
  }

  /** A maximum of the likelihood. */
  private record Maximum(Response response, Scoring.Solution solution, double theta) {}

  private Estimates estimate() {
    Scoring scoring = new Scoring(design.columns(), design.y(), design.weights(), design.offset());
    Maximum full = maximum(scoring, start(design.size()));
    double[] eta = full.solution().eta();
    Householder factor = scoring.factor(full.response(), eta);
    double[][] inverse = factor.inverseCrossProducts();
    double[] leverage = factor.leverage();

    int n = design.rows();
    int k = design.size();
    FitMeasures.Dispersion dispersion = dispersion(full.response(), eta);
    double phi = equation.family() == Family.QUASI_POISSON ? dispersion.ratio() : 1;
    double[][] classical = LinearEstimation.times(inverse, phi);
    double[][] covariance = classical;
    Triangle triangle = factor.triangle();
    double[][] orthonormal = LinearEstimation.times(LinearEstimation.identity(k), phi);
    if (equation.standardErrors().isRobust()) {
      Sandwich sandwich = new Sandwich(equation, design, scores(full.response(), eta), leverage);
      covariance = sandwich.covariance(inverse);
      orthonormal = sandwich.orthonormal(triangle);
    }
    // The dispersion is estimated only where the classical matrix is used.
    boolean t = equation.family() == Family.QUASI_POISSON && !equation.standardErrors().isRobust();
    OptionalDouble df = t ? OptionalDouble.of(n - k) : OptionalDouble.empty();
    FitMeasures measures =
        measures(full, dispersion, full.solution().coefficients(), covariance, df);
    cautionEvents();
    cautions.addAll(LoneClusters.cautions(equation, design));
    return new Estimates(
        full.solution().coefficients(),
        covariance,
        new CoefficientCovariance(triangle::orthonormal, orthonormal),
        classical,
        n,
        df,
        Optional.empty(),
        measures,
        Optional.of(cases(full.response(), eta, leverage, phi)),
        Map.of(),
        cautions);
  }

  /** Coefficients of an equation with an intercept only, roughly. */
  private double[] start(int size) {
    double outcome = 0;
    double exposure = 0;
    for (int i = 0; i < design.rows(); i++) {
      outcome += design.weight(i) * design.y()[i];
      exposure +=
          design.weight(i) * (equation.family().isCount() ? StrictMath.exp(design.offset(i)) : 1);
    }
    double[] start = new double[size];
    if (!equation.hasIntercept()) {
      return start;
    }
    start[0] = plainResponse().link(outcome / exposure);
    if (!Double.isFinite(start[0])) {
      throw new InvalidInputException(
          where, "the offset is out of range; for counts it is the logarithm of an exposure.");
    }
    return start;
  }

  private Response plainResponse() {
    return switch (equation.family()) {
      case LOGIT -> Response.logit();
      case PROBIT -> Response.probit();
      case POISSON, QUASI_POISSON, NEGATIVE_BINOMIAL -> Response.poisson();
      case GAUSSIAN -> throw new IllegalArgumentException("A linear equation needs no iteration.");
    };
  }

  private Maximum maximum(Scoring scoring, double[] start) {
    Maximum maximum;
    if (equation.family() == Family.NEGATIVE_BINOMIAL) {
      NegativeBinomialScoring found =
          NegativeBinomialScoring.solve(scoring, design.y(), design.weights(), start);
      maximum =
          new Maximum(Response.negativeBinomial(found.theta()), found.solution(), found.theta());
    } else {
      Response response = plainResponse();
      maximum = new Maximum(response, scoring.solve(response, start), Double.NaN);
    }
    Scoring.Solution solution = maximum.solution();
    if (solution.status() != Scoring.Status.CONVERGED) {
      throw new InvalidInputException(
          where,
          solution
              .separation()
              .map(this::separation)
              .orElse(
                  "the estimation did not converge: look for predictors of very different size,"
                      + " outliers and rare events, leave out predictors, or choose another"
                      + " family."));
    }
    return maximum;
  }

  private String separation(Separation found) {
    double[] moves = new double[design.size()];
    double most = 0;
    int first = equation.firstPredictor();
    for (int j = first; j < moves.length; j++) {
      moves[j] =
          Math.abs(found.direction()[j]) * SampleStatistics.standardDeviation(design.columns()[j]);
      most = Math.max(most, moves[j]);
    }
    List<String> names = new ArrayList<>();
    for (int j = first; j < moves.length; j++) {
      if (moves[j] >= 1e-6 * most) {
        names.add(equation.told(equation.terms().get(j)));
      }
    }
    boolean complete = found.kind() == Separation.Kind.COMPLETE;
    return String.format(
        Locale.ROOT,
        "%s separation: %s %s is predicted perfectly by %s, so that the estimates would be infinite:"
            + " leave out %s, join its rare categories, or add rows.",
        complete ? "complete" : "quasi-complete",
        complete ? "in all rows" : "in some rows",
        equation.outcome(),
        String.join(", ", names),
        names.size() == 1 ? "this predictor" : "one of these predictors");
  }

  private FitMeasures.Dispersion dispersion(Response response, double[] eta) {
    double sum = 0;
    for (int i = 0; i < eta.length; i++) {
      sum += squaredPearson(response, eta, i);
    }
    int df = design.rows() - design.size();
    return new FitMeasures.Dispersion(sum, df, sum / df, ChiSquare.upper(sum, df));
  }

  private double squaredPearson(Response response, double[] eta, int row) {
    double residual = design.y()[row] - response.mean(eta[row]);
    return residual == 0
        ? 0
        : design.weight(row) * residual * residual / response.variance(eta[row]);
  }

  private double[] scores(Response response, double[] eta) {
    double[] values = new double[Response.VALUES];
    double[] scores = new double[eta.length];
    for (int i = 0; i < eta.length; i++) {
      response.derivatives(design.y()[i], eta[i], values);
      scores[i] = design.weight(i) * values[Response.SCORE];
    }
    return scores;
  }

  private CaseStatistics cases(Response response, double[] eta, double[] leverage, double phi) {
    int n = eta.length;
    double[] fitted = new double[n];
    double[] residuals = new double[n];
    double[] cooks = new double[n];
    for (int i = 0; i < n; i++) {
      fitted[i] = response.mean(eta[i]);
      residuals[i] = design.y()[i] - fitted[i];
      cooks[i] =
          LinearEstimation.cooksDistance(
              squaredPearson(response, eta, i), leverage[i], phi, design.size());
    }
    return new CaseStatistics(fitted, residuals, leverage, cooks);
  }

  private double sum(Response response, double[] eta, boolean deviance) {
    double[] values = new double[Response.VALUES];
    double sum = 0;
    for (int i = 0; i < eta.length; i++) {
      double y = design.y()[i];
      if (deviance) {
        response.derivatives(y, eta[i], values);
        sum += design.weight(i) * values[Response.DEVIANCE];
      } else {
        sum += design.weight(i) * response.logLikelihood(y, eta[i]);
      }
    }
    return sum;
  }

  private FitMeasures measures(
      Maximum full,
      FitMeasures.Dispersion dispersion,
      double[] coefficients,
      double[][] covariance,
      OptionalDouble df) {
    int n = design.rows();
    int k = design.size();
    Family family = equation.family();
    double[] eta = full.solution().eta();
    double deviance = sum(full.response(), eta, true);
    Null none = equation.hasIntercept() ? constant(full) : origin(full);
    double nullDeviance = none.deviance();

    int first = equation.firstPredictor();
    List<String> slopes = equation.terms().subList(first, k);
    Optional<FitMeasures.Theta> theta = theta(full);
    if (family == Family.QUASI_POISSON) {
      return new FitMeasures(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          k == first
              ? Optional.empty()
              : Optional.of(
                  WaldTest.of(
                      slopes,
                      coefficients,
                      covariance,
                      WaldTest.slopes(first, k),
                      df,
                      Optional.empty())),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          deviance,
          nullDeviance,
          Optional.empty(),
          Optional.of(dispersion),
          theta);
    }
    double logLikelihood = sum(full.response(), eta, false);
    double nullLogLikelihood = none.logLikelihood();
    double ratio = Math.max(0, 2 * (logLikelihood - nullLogLikelihood));
    int parameters = k + (theta.isPresent() ? 1 : 0);
    double coxSnell = -StrictMath.expm1(-ratio / n);
    Optional<JointTest> test = Optional.empty();
    if (k > first) {
      test = Optional.of(likelihoodRatio(slopes, ratio, k - first));
    }
    return new FitMeasures(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        test,
        OptionalDouble.of(logLikelihood),
        OptionalDouble.of(2 * parameters - 2 * logLikelihood),
        OptionalDouble.of(parameters * StrictMath.log(n) - 2 * logLikelihood),
        deviance,
        nullDeviance,
        equation.hasIntercept()
            ? Optional.of(
                new FitMeasures.PseudoRSquared(
                    1 - logLikelihood / nullLogLikelihood,
                    coxSnell,
                    coxSnell / -StrictMath.expm1(2 * nullLogLikelihood / n)))
            : Optional.empty(),
        Optional.of(dispersion),
        theta);
  }

  /**
   * The equation without predictors.
   *
   * @param deviance its deviance, at the theta of the whole equation
   * @param logLikelihood its log likelihood, at a theta of its own
   */
  private record Null(double deviance, double logLikelihood) {}

  /** An intercept, and the offset, only. */
  private Null constant(Maximum full) {
    Scoring constant =
        new Scoring(
            new double[][] {design.columns()[0]}, design.y(), design.weights(), design.offset());
    Maximum none = maximum(constant, start(1));
    Scoring.Solution atTheta =
        equation.family() == Family.NEGATIVE_BINOMIAL
            ? constant.solve(full.response(), none.solution().coefficients())
            : none.solution();
    return new Null(
        sum(full.response(), atTheta.eta(), true),
        sum(none.response(), none.solution().eta(), false));
  }

  /** A linear predictor of zero, or the offset. */
  private Null origin(Maximum full) {
    double[] eta = new double[design.rows()];
    for (int i = 0; i < eta.length; i++) {
      eta[i] = design.offset(i);
    }
    Response own = full.response();
    if (equation.family() == Family.NEGATIVE_BINOMIAL) {
      double[] means = NegativeBinomialScoring.means(eta);
      double theta = new Shape(design.y(), means, design.weights()).estimate(1);
      own =
          theta == Double.POSITIVE_INFINITY ? Response.poisson() : Response.negativeBinomial(theta);
    }
    return new Null(sum(full.response(), eta, true), sum(own, eta, false));
  }

  static JointTest likelihoodRatio(List<String> terms, double ratio, int df) {
    return WaldTest.test(
        JointTest.Kind.LIKELIHOOD_RATIO,
        terms,
        ratio,
        df,
        OptionalDouble.empty(),
        ChiSquare.upper(ratio, df));
  }

  private Optional<FitMeasures.Theta> theta(Maximum full) {
    if (equation.family() != Family.NEGATIVE_BINOMIAL) {
      return Optional.empty();
    }
    if (full.theta() == Double.POSITIVE_INFINITY) {
      cautions.add(
          new Problem(
              where,
              "the counts are not overdispersed, so that the negative binomial equation is the"
                  + " Poisson one and theta is infinite."));
      return Optional.empty();
    }
    double[] means = NegativeBinomialScoring.means(full.solution().eta());
    double information = new Shape(design.y(), means, design.weights()).information(full.theta());
    return Optional.of(new FitMeasures.Theta(full.theta(), 1 / Math.sqrt(information)));
  }

  private void cautionEvents() {
    int predictors = design.size() - equation.firstPredictor();
    double positive = 0;
    double total = 0;
    for (double y : design.y()) {
      positive += y > 0 ? 1 : 0;
      total += y;
    }
    double events =
        equation.family().isBinary() ? Math.min(positive, design.rows() - positive) : total;
    if (predictors > 0 && events < ADVISABLE_EVENTS * predictors) {
      cautions.add(
          new Problem(
              where,
              String.format(
                  Locale.ROOT,
                  "%.0f events for %d predictors are few (at least %d each are advisable):"
                      + " coefficients tend to be too large and intervals unreliable.",
                  events,
                  predictors,
                  ADVISABLE_EVENTS)));
    }
  }
}

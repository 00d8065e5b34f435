package org.socialcure.mediation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.internal.linear.BiasReduction;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.internal.linear.LeastSquares;
import org.socialcure.mediation.internal.linear.MomentRegression;
import org.socialcure.mediation.internal.linear.Triangle;
import org.socialcure.mediation.model.Family;

/** Estimates linear equations, from rows or from moments. */
final class LinearEstimation {
  /** A residual sum of squares below this share of the total is rounding error. */
  private static final double PERFECT = 1e-24;

  private LinearEstimation() {}

  static Estimates fromRows(Regression equation) {
    EquationCheck.Factored checked = EquationCheck.factored(equation);
    Design design = checked.design();
    double[] target = design.linearOutcome();
    Optional<LeastSquares> attempt =
        equation.hasIntercept()
            ? LeastSquares.fit(checked.factor(), design.columns(), target, design.weights())
            : LeastSquares.throughOrigin(
                checked.factor(), design.columns(), target, design.weights());
    LeastSquares fit =
        attempt.orElseThrow(
            () ->
                new InvalidInputException(
                    EquationCheck.place(equation.outcome()),
                    "the predictors, or the intercept and a predictor, cannot be told apart by the"
                        + " digits that numbers have here: leave one of them out, or use units in"
                        + " which they are of similar size."));
    int df = design.rows() - design.size();
    double sigma2 = fit.residualSumOfSquares() / df;
    double[][] classical = times(fit.inverse(), sigma2);
    double[][] covariance = classical;
    double[][] orthonormal = times(identity(design.size()), sigma2);
    OptionalDouble coefficientDf = OptionalDouble.of(df);
    Optional<ToDoubleFunction<double[][]>> ownDf = Optional.empty();
    if (equation.standardErrors().isRobust()) {
      double[] scores = fit.residuals().clone();
      for (int i = 0; i < scores.length; i++) {
        scores[i] *= design.weight(i);
      }
      Sandwich sandwich = new Sandwich(equation, design, scores, fit.leverage());
      if (equation.standardErrors() == StandardErrors.CR2) {
        BiasReduction reduction = sandwich.reduction(fit.triangle());
        orthonormal = reduction.covariance();
        covariance = turned(fit.triangle(), orthonormal);
        ownDf =
            Optional.of(
                combinations ->
                    reduction.degreesOfFreedom(
                        Arrays.stream(combinations)
                            .map(fit.triangle()::orthonormal)
                            .toArray(double[][]::new)));
      } else {
        covariance = sandwich.covariance(fit.inverse());
        orthonormal = sandwich.orthonormal(fit.triangle());
      }
      if (equation.standardErrors().usesClusters()) {
        int[] clusters = Objects.requireNonNull(design.clusters(), "clusters");
        coefficientDf = OptionalDouble.of(Sandwich.groups(clusters) - 1);
      }
    }
    double logWeights = 0;
    for (int i = 0; i < design.rows(); i++) {
      logWeights += StrictMath.log(design.weight(i));
    }
    FitMeasures measures =
        measures(
            equation,
            fit.coefficients(),
            covariance,
            coefficientDf,
            ownDf,
            design.rows(),
            new SumsOfSquares(
                fit.residualSumOfSquares(), fit.totalSumOfSquares(), fit.explainedSumOfSquares()),
            logWeights);
    double[] sds = new double[design.size()];
    for (int j = equation.firstPredictor(); j < sds.length; j++) {
      double[] column = design.columns()[j];
      sds[j] = EquationCheck.isConstant(column) ? 0 : design.standardDeviation(column);
    }
    return new Estimates(
        fit.coefficients(),
        covariance,
        new CoefficientCovariance(fit.triangle()::orthonormal, orthonormal),
        classical,
        design.rows(),
        coefficientDf,
        ownDf,
        measures,
        Optional.of(cases(design, fit, sigma2)),
        standardized(equation, fit.coefficients(), sds, design.standardDeviation(design.y())),
        Stream.concat(
                cautions(equation, fit.residualSumOfSquares(), fit.totalSumOfSquares()).stream(),
                LoneClusters.cautions(equation, design).stream())
            .toList());
  }

  static Estimates fromMoments(Regression equation, Moments moments) {
    checkMoments(equation, moments);
    List<String> names = predictors(equation);
    names.add(equation.outcome());
    int size = names.size();
    double[] means = new double[size];
    double[][] covariances = new double[size][size];
    for (int i = 0; i < size; i++) {
      int row = moments.indexOf(names.get(i));
      means[i] = moments.means().get(row);
      for (int j = 0; j < size; j++) {
        covariances[i][j] = moments.covariance().get(row).get(moments.indexOf(names.get(j)));
      }
    }
    MomentRegression.Attempt attempt = MomentRegression.fit(moments.n(), means, covariances);
    String where = EquationCheck.place(equation.outcome());
    MomentRegression fit =
        attempt
            .fit()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        where,
                        names.get(attempt.independent())
                            + " is, as far as the moments tell, a linear combination of the"
                            + " predictors before it: leave one of them out."));
    double sst = (moments.n() - 1) * covariances[size - 1][size - 1];
    double sse = fit.residualSumOfSquares();
    if (sse < -1e-10 * sst) {
      throw new InvalidInputException(
          where,
          "the predictors would explain more than all of the outcome's variance: the covariances"
              + " do not belong together, check them.");
    }
    sse = Math.max(0, sse);
    double[][] covariance = times(fit.inverse(), sse / (moments.n() - size));
    double[] sds = new double[size];
    for (int j = 1; j < size; j++) {
      sds[j] = Math.sqrt(covariances[j - 1][j - 1]);
    }
    return new Estimates(
        fit.coefficients(),
        covariance,
        CoefficientCovariance.of(covariance),
        covariance,
        moments.n(),
        OptionalDouble.of(moments.n() - size),
        Optional.empty(),
        measures(
            equation,
            fit.coefficients(),
            covariance,
            OptionalDouble.of(moments.n() - size),
            Optional.empty(),
            moments.n(),
            new SumsOfSquares(sse, sst, sst - sse),
            0),
        Optional.empty(),
        standardized(equation, fit.coefficients(), sds, Math.sqrt(covariances[size - 1][size - 1])),
        cautions(equation, sse, sst));
  }

  /** The covariance matrix of the coefficients from that of the orthonormal columns'. */
  private static double[][] turned(Triangle triangle, double[][] orthonormal) {
    CoefficientCovariance combinations =
        new CoefficientCovariance(triangle::orthonormal, orthonormal);
    double[][] units = identity(orthonormal.length);
    double[][] covariance = new double[units.length][units.length];
    for (int i = 0; i < units.length; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = combinations.of(units[i], units[j]);
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  private static List<String> predictors(Regression equation) {
    List<String> terms = equation.terms();
    return new ArrayList<>(terms.subList(equation.firstPredictor(), terms.size()));
  }

  private static void checkMoments(Regression equation, Moments moments) {
    String where = EquationCheck.place(equation.outcome());
    Problems problems = new Problems();
    List<String> needed = predictors(equation);
    needed.add(equation.outcome());
    for (String name : needed) {
      if (!moments.names().contains(name)) {
        problems.add(
            where, name + " is not among the moments, which are of " + moments.names() + ".");
      }
    }
    if (equation.family() != Family.GAUSSIAN) {
      problems.add(
          where,
          "moments are enough for linear equations only, not for the "
              + Words.of(equation.family())
              + " family: give the rows.");
    }
    if (!equation.hasIntercept()) {
      problems.add(
          where,
          "an equation without intercept depends on the means, which tables often lack or set to"
              + " zero: give the rows.");
    }
    if (equation.standardErrors() != StandardErrors.CLASSICAL) {
      problems.add(
          where,
          "moments are enough for classical standard errors only, not for "
              + Words.of(equation.standardErrors())
              + ": give the rows.");
    }
    if (equation.weights().isPresent()
        || equation.offset().isPresent()
        || equation.clusters().isPresent()) {
      problems.add(where, "weights, offset and clusters belong to rows, not to moments.");
    }
    if (moments.n() <= needed.size()) {
      problems.add(
          where,
          String.format(
              Locale.ROOT,
              "%d rows are too few for %d coefficients; more rows than coefficients are needed.",
              moments.n(),
              needed.size()));
    }
    problems.throwIfAny();
  }

  /** The parts of the outcome's variation, each as accurate as the others. */
  private record SumsOfSquares(double residual, double total, double explained) {}

  private static FitMeasures measures(
      Regression equation,
      double[] coefficients,
      double[][] covariance,
      OptionalDouble robustDf,
      Optional<ToDoubleFunction<double[][]>> ownDf,
      int n,
      SumsOfSquares sums,
      double logWeights) {
    double sse = sums.residual();
    int k = coefficients.length;
    int df = n - k;
    double rSquared = sums.explained() / sums.total();
    OptionalDouble logLikelihood = OptionalDouble.empty();
    OptionalDouble aic = OptionalDouble.empty();
    OptionalDouble bic = OptionalDouble.empty();
    if (sse > 0) {
      double value = 0.5 * (logWeights - n * (StrictMath.log(2 * Math.PI * sse / n) + 1));
      logLikelihood = OptionalDouble.of(value);
      aic = OptionalDouble.of(2 * (k + 1) - 2 * value);
      bic = OptionalDouble.of((k + 1) * StrictMath.log(n) - 2 * value);
    }
    Optional<JointTest> test = Optional.empty();
    int first = equation.firstPredictor();
    if (k > first && sse > 0) {
      List<String> slopes = equation.terms().subList(first, k);
      test =
          Optional.of(
              equation.standardErrors().isRobust()
                  ? WaldTest.of(
                      slopes, coefficients, covariance, WaldTest.slopes(first, k), robustDf, ownDf)
                  : WaldTest.f(
                      JointTest.Kind.WALD_F,
                      slopes,
                      sums.explained() / (k - first) / (sse / df),
                      k - first,
                      df));
    }
    return new FitMeasures(
        OptionalDouble.of(rSquared),
        OptionalDouble.of(1 - (1 - rSquared) * (n - first) / df),
        OptionalDouble.of(Math.sqrt(sse / df)),
        test.map(plain -> withRSquaredChange(plain, rSquared)),
        logLikelihood,
        aic,
        bic,
        sse,
        sums.total(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static JointTest withRSquaredChange(JointTest test, double change) {
    return new JointTest(
        test.kind(),
        test.terms(),
        test.statistic(),
        test.df1(),
        test.df2(),
        test.p(),
        OptionalDouble.of(change),
        test.missing());
  }

  private static CaseStatistics cases(Design design, LeastSquares fit, double sigma2) {
    int n = design.rows();
    double[] fitted = new double[n];
    double[] cooks = new double[n];
    for (int i = 0; i < n; i++) {
      fitted[i] = design.y()[i] - fit.residuals()[i];
      cooks[i] =
          cooksDistance(
              design.weight(i) * fit.residuals()[i] * fit.residuals()[i],
              fit.leverage()[i],
              sigma2,
              design.size());
    }
    return new CaseStatistics(fitted, fit.residuals(), fit.leverage(), cooks);
  }

  static double cooksDistance(double squaredPearson, double leverage, double dispersion, int size) {
    double left = 1 - leverage;
    double distance = squaredPearson * leverage / (dispersion * size * left * left);
    return Double.isFinite(distance) ? distance : 0;
  }

  private static Map<String, Double> standardized(
      Regression equation, double[] coefficients, double[] sds, double sdOutcome) {
    Map<String, Double> standardized = new LinkedHashMap<>();
    for (int j = equation.firstPredictor(); j < coefficients.length; j++) {
      // A column of one value, which only an equation without intercept can have, has none.
      if (sds[j] > 0) {
        standardized.put(equation.terms().get(j), coefficients[j] * sds[j] / sdOutcome);
      }
    }
    return Collections.unmodifiableMap(standardized);
  }

  private static List<Problem> cautions(Regression equation, double sse, double sst) {
    if (sse > PERFECT * sst) {
      return List.of();
    }
    return List.of(
        new Problem(
            EquationCheck.place(equation.outcome()),
            "the predictors describe the outcome perfectly, to rounding; standard errors and tests"
                + " mean nothing. Is the outcome computed from the predictors?"));
  }

  static double[][] identity(int size) {
    double[][] identity = new double[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  static double[][] times(double[][] matrix, double factor) {
    double[][] product = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        product[i][j] = factor * matrix[i][j];
      }
    }
    return product;
  }
}

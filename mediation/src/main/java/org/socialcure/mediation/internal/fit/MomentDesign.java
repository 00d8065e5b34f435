package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.StandardErrors;

/** A linear model over sufficient statistics instead of rows. */
final class MomentDesign {
  private MomentDesign() {}

  static Design of(PathModel path, Settings settings, Moments moments) {
    List<Problem> problems = new ArrayList<>();
    for (Equation equation : path.equations()) {
      String where = "equation " + equation.outcome();
      if (equation.family() != Family.GAUSSIAN || equation.offset().isPresent()) {
        problems.add(
            new Problem(where, "from moments only linear equations without offset can be fitted"));
      }
      if (!equation.hasIntercept()) {
        problems.add(
            new Problem(
                where,
                "an equation without intercept depends on the means, which tables often lack or set"
                    + " to zero: give the rows"));
      }
      if (!moments.names().contains(equation.outcome())) {
        problems.add(new Problem(where, "the moments lack the outcome"));
      }
      for (Term term : equation.terms()) {
        if (!moments.names().contains(term.name())) {
          problems.add(new Problem(where, "the moments lack the term '" + term.name() + "'"));
        }
      }
    }
    boolean rowsNeeded =
        settings.errors().standardErrors() != StandardErrors.CLASSICAL
            || settings.errors().standardErrorsOf().values().stream()
                .anyMatch(kind -> kind != StandardErrors.CLASSICAL)
            || settings.data().cluster().isPresent()
            || settings.data().weights().isPresent()
            || settings.data().centring() != Centring.NONE
            || !settings.data().codings().isEmpty()
            || !settings.data().events().isEmpty()
            || settings.requests().permutations().isPresent()
            || settings.requests().wildCluster().isPresent();
    if (rowsNeeded) {
      problems.add(
          new Problem(
              "model",
              "robust standard errors, weights, clusters, centring, codings, events, permutations and"
                  + " wild cluster tests need rows, not moments"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    Sample sample =
        new Sample(
            moments.n(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            moments.n(),
            0,
            Optional.empty(),
            Map.of(),
            List.of());
    return new Design(path, sample, Map.of(), settings, Optional.of(moments));
  }

  /** The regression of an outcome on terms. */
  static Regression regression(
      Moments moments, Settings settings, Equation equation, List<Term> terms) {
    return Regression.fromMoments(
            moments, equation.outcome(), terms.stream().map(Term::name).toList())
        .withLevel(settings.level())
        .withCriticalValues(settings.errors().compatibility().criticalValues());
  }

  static double[][] covariance(Moments moments, String... variables) {
    double[][] covariance = new double[variables.length][variables.length];
    for (int i = 0; i < variables.length; i++) {
      List<Double> row = moments.covariance().get(moments.indexOf(variables[i]));
      for (int j = 0; j < variables.length; j++) {
        covariance[i][j] = row.get(moments.indexOf(variables[j]));
      }
    }
    return covariance;
  }

  static Map<String, Double> sds(Moments moments) {
    Map<String, Double> sds = new LinkedHashMap<>();
    for (int i = 0; i < moments.names().size(); i++) {
      sds.put(moments.names().get(i), Math.sqrt(moments.covariance().get(i).get(i)));
    }
    return sds;
  }
}

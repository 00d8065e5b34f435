package org.socialcure.mediation.internal.fit;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Pathways;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;

/**
 * The regression of the outcome on the exposure and covariates alone, whose coefficient is the
 * total effect.
 *
 * <p>It equals the sum of the direct and all indirect effects where every equation is linear, has
 * the same exogenous terms, and no product holds a mediator: the residuals of all equations are
 * then orthogonal to the same terms.
 */
final class TotalEffect {
  private final Optional<String> condition;
  private final List<Term> terms;
  private final Optional<Regression> regression;
  private final Optional<RegressionFit> fit;

  private TotalEffect(Design design, List<Term> terms, Optional<Regression> regression) {
    this.condition = design.settings().pathways().condition();
    this.terms = terms;
    this.regression = regression;
    this.fit = regression.map(Regression::fit);
  }

  /** The total-effect equation, fitted if the identity holds for the model. */
  static TotalEffect of(Design design) {
    return terms(design)
        .map(
            terms -> {
              String y = design.settings().y().orElseThrow();
              Equation outcome = design.model().equation(y).orElseThrow();
              return new TotalEffect(design, terms, Optional.of(design.regression(outcome, terms)));
            })
        .orElseGet(() -> new TotalEffect(design, List.of(), Optional.empty()));
  }

  /** The fitted equation, where the identity holds. */
  Optional<RegressionFit> fit() {
    return fit;
  }

  /** The equation as it was asked, where the identity holds. */
  Optional<Regression> regression() {
    return regression;
  }

  /** The terms of the total-effect equation, if the identity holds for the model. */
  private static Optional<List<Term>> terms(Design design) {
    if (design.settings().y().isEmpty() || design.settings().mediators().isEmpty()) {
      return Optional.empty();
    }
    String y = design.settings().y().get();
    PathModel model = design.model();
    Optional<Equation> outcome = model.equation(y);
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    Set<String> ancestors = new LinkedHashSet<>();
    collect(model, y, ancestors);
    Pathways pathways = design.settings().pathways();
    if (!pathways.additive()) {
      return Optional.empty();
    }
    if (pathways.condition().isPresent()) {
      return ofCondition(design, ancestors);
    }
    List<Term> exogenous = exogenous(model, outcome.get());
    for (String variable : ancestors) {
      Equation equation = model.equation(variable).orElseThrow();
      boolean same =
          equation.family() == Family.GAUSSIAN
              && equation.offset().isEmpty()
              && equation.intercept() == outcome.get().intercept()
              && sameTerms(exogenous(model, equation), exogenous)
              && equation.terms().stream()
                  .allMatch(t -> t.variables().size() == 1 || isExogenous(model, t));
      if (!same) {
        return Optional.empty();
      }
    }
    return Optional.of(exogenous);
  }

  /**
   * The mean of the outcome. It is the sum of the intercept's effects where all other exogenous
   * terms average zero.
   */
  private static Optional<List<Term>> ofCondition(Design design, Set<String> ancestors) {
    boolean linear =
        ancestors.stream()
            .map(v -> design.model().equation(v).orElseThrow())
            .allMatch(
                e ->
                    e.family() == Family.GAUSSIAN
                        && e.offset().isEmpty()
                        && e.terms().stream().allMatch(t -> t.variables().size() == 1));
    if (!linear || design.settings().data().weights().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(List.of());
  }

  /**
   * The coefficient of a focal variable, unless products make its effect depend on another
   * variable.
   */
  Optional<Coefficient> of(String focal) {
    if (condition.filter(focal::equals).isPresent()) {
      return fit.map(f -> f.coefficient(Regression.INTERCEPT));
    }
    boolean inProduct =
        terms.stream().anyMatch(t -> t.variables().size() > 1 && t.variables().contains(focal));
    return inProduct ? Optional.empty() : fit.map(f -> f.coefficient(Term.of(focal).name()));
  }

  private static void collect(PathModel model, String variable, Set<String> into) {
    if (model.equation(variable).isPresent() && into.add(variable)) {
      model
          .equation(variable)
          .get()
          .terms()
          .forEach(t -> t.variables().forEach(v -> collect(model, v, into)));
    }
  }

  private static boolean isExogenous(PathModel model, Term term) {
    return term.variables().stream().allMatch(v -> model.equation(v).isEmpty());
  }

  private static List<Term> exogenous(PathModel model, Equation equation) {
    List<Term> terms = new ArrayList<>();
    equation.terms().stream().filter(t -> isExogenous(model, t)).forEach(terms::add);
    return terms;
  }

  private static boolean sameTerms(List<Term> some, List<Term> others) {
    return some.size() == others.size() && products(some).equals(products(others));
  }

  private static Set<List<String>> products(List<Term> terms) {
    return terms.stream().map(t -> t.variables().stream().sorted().toList()).collect(toSet());
  }
}

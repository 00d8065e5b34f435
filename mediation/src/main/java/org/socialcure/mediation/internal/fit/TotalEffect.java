package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.socialcure.mediation.internal.effect.Pathways;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.Family;
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
  private TotalEffect() {}

  /** Fits the total-effect equation, if the identity holds for the model. */
  static Optional<RegressionFit> fit(Design design) {
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
      return ofCondition(design, outcome.get(), ancestors);
    }
    List<Term> exogenous = exogenous(model, outcome.get());
    for (String variable : ancestors) {
      Equation equation = model.equation(variable).orElseThrow();
      boolean same =
          equation.family() == Family.GAUSSIAN
              && equation.offset().isEmpty()
              && sameTerms(exogenous(model, equation), exogenous)
              && equation.terms().stream()
                  .allMatch(t -> t.variables().size() == 1 || isExogenous(model, t));
      if (!same) {
        return Optional.empty();
      }
    }
    return Optional.of(design.regression(outcome.get(), exogenous).fit());
  }

  /**
   * The mean of the outcome. It is the sum of the intercept's effects where all other exogenous
   * terms average zero.
   */
  private static Optional<RegressionFit> ofCondition(
      Design design, Equation outcome, Set<String> ancestors) {
    boolean linear =
        ancestors.stream()
            .map(v -> design.model().equation(v).orElseThrow())
            .allMatch(
                e ->
                    e.family() == Family.GAUSSIAN
                        && e.offset().isEmpty()
                        && e.terms().stream().allMatch(t -> t.variables().size() == 1));
    if (!linear || design.settings().weights().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(design.regression(outcome, List.of()).fit());
  }

  /**
   * The coefficient of a focal variable, unless products make its effect depend on another
   * variable.
   */
  static Optional<Coefficient> of(Design design, Optional<RegressionFit> total, String focal) {
    if (design.settings().pathways().condition().filter(focal::equals).isPresent()) {
      return total.map(f -> f.coefficient(Regression.INTERCEPT));
    }
    return total
        .filter(f -> f.terms().stream().noneMatch(t -> isProductOf(t, focal)))
        .map(f -> f.coefficient(focal));
  }

  private static boolean isProductOf(String term, String focal) {
    return !term.equals(focal) && List.of(term.split(":")).contains(focal);
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
    return some.size() == others.size()
        && some.stream().allMatch(t -> others.stream().anyMatch(t::sameProduct));
  }
}

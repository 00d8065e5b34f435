package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.effect.CoefficientTest;
import org.socialcure.mediation.effect.CoefficientTest.Tested;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.JointTest;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;

/** Tests of all code columns of a categorical variable at once, and of products. */
final class JointTests {
  private final Design design;
  private final List<CoefficientTest> tests = new ArrayList<>();

  private JointTests(Design design) {
    this.design = design;
  }

  static List<CoefficientTest> of(
      Design design, List<FittedEquation> equations, TotalEffect total) {
    JointTests joint = new JointTests(design);
    equations.forEach(joint::equation);
    joint.exposureByMediator();
    total.fit().ifPresent(fit -> joint.codes(Tested.TOTAL_EFFECT_OF_ALL_CODES, fit));
    return List.copyOf(joint.tests);
  }

  private void equation(FittedEquation fitted) {
    codes(Tested.ALL_CODES, fitted.fit());
    Map<List<String>, List<String>> products = products(fitted.equation());
    products.forEach((variables, terms) -> add(Tested.PRODUCT, variables, fitted.fit(), terms));
    List<String> all = products.values().stream().flatMap(List::stream).toList();
    if (all.size() > 1) {
      add(Tested.ALL_PRODUCTS, List.of(), fitted.fit(), all);
    }
  }

  private void codes(Tested tested, RegressionFit fit) {
    for (Sample.Coded coded : design.sample().codings()) {
      add(tested, List.of(coded.variable()), fit, coded.names());
    }
  }

  /** The products of an equation by their variables, code columns of one variable together. */
  private Map<List<String>, List<String>> products(Equation equation) {
    Map<List<String>, List<String>> products = new LinkedHashMap<>();
    for (Term term : equation.terms()) {
      if (term.variables().size() > 1) {
        List<String> variables = term.variables().stream().map(design::base).toList();
        products.computeIfAbsent(variables, k -> new ArrayList<>()).add(term.name());
      }
    }
    return products;
  }

  /** Whether the effect of a mediator depends on the exposure, which the model says it does not. */
  private void exposureByMediator() {
    Settings settings = design.settings();
    if (settings.x().isEmpty() || settings.y().isEmpty() || design.moments().isPresent()) {
      return;
    }
    Equation equation = design.model().equation(settings.y().get()).orElseThrow();
    for (String mediator : settings.mediators()) {
      List<Term> products =
          design.focals().stream()
              .map(x -> Term.of(x, mediator))
              .filter(t -> equation.terms().stream().noneMatch(t::sameProduct))
              .toList();
      boolean both =
          equation.has(Term.of(mediator))
              && design.focals().stream().anyMatch(x -> equation.has(Term.of(x)));
      if (both && products.size() == design.focals().size()) {
        List<Term> terms = new ArrayList<>(equation.terms());
        terms.addAll(products);
        Regression wider =
            design.regression(
                equation, design.sample().column(equation.outcome()), terms, design::predictor);
        try {
          add(
              Tested.PRODUCT_IF_ADDED,
              List.of(settings.x().get(), mediator),
              wider.fit(),
              products.stream().map(Term::name).toList());
        } catch (InvalidInputException e) {
          // The wider equation cannot be estimated on these rows; there is nothing to test.
        }
      }
    }
  }

  /** Tests terms at once, unless the equation lacks one of them. */
  private void add(Tested tested, List<String> variables, RegressionFit fit, List<String> terms) {
    if (!fit.terms().containsAll(terms)) {
      return;
    }
    // A likelihood knows nothing of robust or cluster errors: their test is Wald's.
    boolean likelihood =
        fit.measures().rSquared().isEmpty() && fit.standardErrors() == StandardErrors.CLASSICAL;
    Optional<JointTest> test = likelihood ? fit.likelihoodRatioTest(terms) : Optional.empty();
    JointTest told = test.orElseGet(() -> fit.waldTest(terms));
    tests.add(
        new CoefficientTest(
            tested,
            variables,
            fit.outcome(),
            told.kind(),
            told.statistic(),
            told.df1(),
            told.df2(),
            told.p(),
            told.rSquaredChange(),
            told.missing()));
  }
}

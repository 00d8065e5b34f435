package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.JointTest;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.report.ModelDocument;

/** Tests of several coefficients of one equation at once. */
final class JointTests {
  private final Regression regression;
  private final RegressionFit fit;

  JointTests(Regression regression, RegressionFit fit) {
    this.regression = regression;
    this.fit = fit;
  }

  /**
   * Tests terms at once, with the change of R² that they make; empty if the equation lacks one of
   * them.
   */
  Optional<ModelDocument.CoefficientTest> of(String name, List<String> terms) {
    if (!fit.terms().containsAll(terms)) {
      return Optional.empty();
    }
    OptionalDouble r2 = fit.measures().rSquared();
    OptionalDouble change = OptionalDouble.empty();
    if (r2.isPresent()) {
      OptionalDouble without = regression.without(terms).fit().measures().rSquared();
      change =
          without.isPresent()
              ? OptionalDouble.of(r2.getAsDouble() - without.getAsDouble())
              : OptionalDouble.empty();
    }
    OptionalDouble r2Change = change;
    return (r2.isPresent() ? Optional.<JointTest>empty() : fit.likelihoodRatioTest(terms))
        .or(() -> fit.waldTest(terms))
        .map(
            test ->
                new ModelDocument.CoefficientTest(
                    name,
                    fit.outcome(),
                    test.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    test.statistic(),
                    test.df1(),
                    test.df2(),
                    test.p(),
                    r2Change));
  }

  /** The products of an equation by their variables, code columns of one variable together. */
  static Map<String, List<String>> products(Equation equation, UnaryOperator<String> base) {
    Map<String, List<String>> products = new LinkedHashMap<>();
    for (Term term : equation.terms()) {
      if (term.variables().size() > 1) {
        String key = term.variables().stream().map(base).collect(Collectors.joining(":"));
        products.computeIfAbsent(key, k -> new ArrayList<>()).add(term.name());
      }
    }
    return products;
  }
}

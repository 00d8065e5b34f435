package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.internal.Words;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** Every linear equation of the reference cases: R {@code lm} and {@code sandwich::vcovHC}. */
class GoldenLinearTest {
  private static final double TOLERANCE = 1e-10;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("ols_.*");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithR(ReferenceCase reference) {
    Reference values = reference.golden().get("values");
    ReferenceData data = data(reference);
    Reference equations = values.get("equations");
    for (String name : equations.names()) {
      compare(equations.get(name), data);
    }
    if (values.has("total_effect_model")) {
      compare(values.get("total_effect_model"), data);
    }
    if (values.has("extra")) {
      compareExtra(values, data);
    }
  }

  private static ReferenceData data(ReferenceCase reference) {
    ReferenceData data = ReferenceData.of(reference);
    Reference golden = reference.golden();
    if (reference.id().contains("listwise")) {
      data = data.complete(ReferenceData.variables(golden.text("call")));
    }
    for (String note : golden.texts("notes")) {
      if (note.startsWith("CENTRED: ")) {
        data = data.centred(note.replaceAll("CENTRED: | mean-centred.*", "").split(", "));
      }
    }
    if (reference.id().contains("multicat")) {
      String model = golden.text("model");
      String[] coded = model.replaceAll(".*D1\\.\\.: ([^;]*);.*", "$1").split(", ");
      for (int code = 0; code < coded.length; code++) {
        data = data.with("D" + (code + 1), data.indicator(reference.role("X"), coded[code]));
      }
    }
    return data;
  }

  private static void close(Reference reference, String name, double ours) {
    Reference.assertClose(reference.number(name), ours, TOLERANCE);
  }

  private static void compare(Reference reference, ReferenceData data) {
    Regression equation = data.equation(reference.text("formula"));
    RegressionFit fit = equation.fit();
    FitMeasures measures = fit.measures();
    assertEquals(reference.integer("n"), fit.rows());
    assertEquals(reference.integer("df_residual"), fit.residualDf());
    close(reference, "r2", measures.rSquared().orElseThrow());
    close(reference, "adj_r2", measures.adjustedRSquared().orElseThrow());
    close(reference, "sigma", measures.residualStandardError().orElseThrow());
    close(reference, "mse", measures.deviance() / fit.residualDf());
    close(reference, "logLik_ml", measures.logLikelihood().orElseThrow());
    close(reference, "AIC", measures.aic().orElseThrow());
    close(reference, "BIC", measures.bic().orElseThrow());
    JointTest model = measures.modelTest().orElseThrow();
    close(reference, "F", model.statistic().orElseThrow());
    close(reference, "F_p", model.p().orElseThrow());
    assertEquals(reference.integer("df1"), model.df1());
    assertEquals(reference.number("df2"), model.df2().orElseThrow());

    double[][] covariance = fit.covariance();
    List<String> terms = fit.terms();
    for (int i = 0; i < terms.size(); i++) {
      for (int j = 0; j < terms.size(); j++) {
        double expected = reference.number("vcov", terms.get(i), terms.get(j));
        // Off the diagonal a covariance may be a small difference of large numbers.
        double scale = Math.sqrt(covariance[i][i] * covariance[j][j]);
        assertEquals(expected, covariance[i][j], TOLERANCE * scale);
      }
    }
    Map<String, Double> standardized = fit.standardized();
    for (Coefficient ours : fit.coefficients()) {
      Reference theirs = reference.get("coefficients", ours.name());
      close(theirs, "estimate", ours.estimate());
      close(theirs, "se", ours.standardError());
      close(theirs, "t", ours.statistic().orElseThrow());
      close(theirs, "p", ours.p());
      close(theirs, "ci95_lo", ours.interval().lower());
      close(theirs, "ci95_hi", ours.interval().upper());
      if (theirs.has("beta_std")) {
        close(theirs, "beta_std", standardized.get(ours.name()));
      }
    }
    for (StandardErrors kind :
        List.of(
            StandardErrors.HC0,
            StandardErrors.HC1,
            StandardErrors.HC2,
            StandardErrors.HC3,
            StandardErrors.HC4)) {
      compareRobust(reference, equation.withStandardErrors(kind).fit());
    }
    if (reference.has("interaction_r2_change")) {
      for (String term : reference.get("interaction_r2_change").names()) {
        compareJoint(reference.get("interaction_r2_change", term), fit.waldTest(List.of(term)));
      }
    }
    compareWithMoments(equation, fit);
  }

  private static void compareRobust(Reference reference, RegressionFit fit) {
    String kind = Words.of(fit.standardErrors());
    Reference.assertClose(
        reference.number("F_robust_wald", kind.toUpperCase(Locale.ROOT)),
        fit.measures().modelTest().orElseThrow().statistic().orElseThrow(),
        TOLERANCE);
    for (Coefficient ours : fit.coefficients()) {
      Reference theirs = reference.get("coefficients", ours.name());
      close(theirs, "se_" + kind, ours.standardError());
      if (theirs.has("p_" + kind)) {
        close(theirs, "p_" + kind, ours.p());
        double[] limits = theirs.numbers("ci95_" + kind);
        Reference.assertClose(limits[0], ours.interval().lower(), TOLERANCE);
        Reference.assertClose(limits[1], ours.interval().upper(), TOLERANCE);
      }
    }
  }

  private static void compareJoint(Reference reference, JointTest ours) {
    if (reference.has("r2_change")) {
      close(reference, "r2_change", ours.rSquaredChange().orElseThrow());
    }
    close(reference, "F", ours.statistic().orElseThrow());
    close(reference, "p", ours.p().orElseThrow());
    assertEquals(reference.integer("df1"), ours.df1());
    assertEquals(reference.number("df2"), ours.df2().orElseThrow());
  }

  /** The same equation from its own moments, which carry fewer digits. */
  private static void compareWithMoments(Regression equation, RegressionFit fromRows) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put(equation.outcome(), equation.outcomeValues());
    List<String> predictors = equation.terms().subList(1, equation.terms().size());
    predictors.forEach(term -> columns.put(term, equation.values(term)));
    RegressionFit fit =
        Regression.fromMoments(Moments.of(columns), equation.outcome(), predictors).fit();
    assertTrue(fit.cases().isEmpty());
    for (int j = 0; j < fit.terms().size(); j++) {
      Coefficient expected = fromRows.coefficients().get(j);
      Coefficient ours = fit.coefficients().get(j);
      Reference.assertClose(expected.standardError(), ours.standardError(), 1e-9);
      assertEquals(expected.estimate(), ours.estimate(), 1e-9 * expected.standardError());
    }
    Reference.assertClose(
        fromRows.measures().rSquared().orElseThrow(),
        fit.measures().rSquared().orElseThrow(),
        1e-9);
  }

  private static void compareExtra(Reference values, ReferenceData data) {
    Reference extra = values.get("extra");
    List<String> codes =
        data.equation(values.text("equations", "y", "formula")).terms().stream()
            .filter(term -> term.matches("D\\d"))
            .toList();
    if (extra.has("omnibus_direct_effect")) {
      Map<String, Reference> tests =
          Map.of(
              values.text("equations", "y", "formula"), extra.get("omnibus_direct_effect"),
              values.text("equations", "m", "formula"), extra.get("omnibus_X_in_m"),
              values.text("total_effect_model", "formula"), extra.get("omnibus_total"));
      tests.forEach(
          (formula, test) -> compareJoint(test, data.equation(formula).fit().waldTest(codes)));
    }
    if (extra.has("test_of_X_by_M_interaction")) {
      String formula = values.text("equations", "y", "formula");
      List<String> terms = data.equation(formula).terms();
      String product = terms.get(1) + ":" + terms.get(2);
      RegressionFit fit = data.equation(formula + " + " + product).fit();
      compareJoint(extra.get("test_of_X_by_M_interaction"), fit.waldTest(List.of(product)));
    }
    if (extra.has("johnson_neyman")) {
      String formula = values.text("equations", "y", "formula");
      close(
          extra.get("johnson_neyman"), "critical_t", data.equation(formula).fit().criticalValue());
    }
  }
}

package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.testsupport.Reference;

/** Equations of binary and count outcomes: R {@code glm}, {@code MASS::glm.nb}, sandwich. */
class GoldenGeneralizedTest {
  private static final double TOLERANCE = 1e-9;

  private static Reference reference(String name) {
    return Reference.read(
        GoldenGeneralizedTest.class.getResourceAsStream(
            "/org/socialcure/mediation/golden/" + name + ".json"));
  }

  private static ReferenceData data(Reference reference) {
    ReferenceData data = ReferenceData.shared(reference.text("data"));
    return reference.text("data").contains("jobs")
        ? data.with("work", data.indicator("work1", "psyemp"))
        : data;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "glm_jobs_logit, LOGIT, 1e-10",
    "glm_jobs_logit_jobdich, LOGIT, 1e-10",
    // R ends when the deviance rests; without a canonical link that leaves eight digits.
    // EquationsTest compares a probit equation that was iterated to rounding.
    "glm_jobs_probit, PROBIT, 2e-8",
    "glm_quine_poisson, POISSON, 1e-10",
    "glm_quine_quasipoisson, QUASI_POISSON, 1e-10"
  })
  void agreesWithR(String name, Family family, double tolerance) {
    Reference reference = reference(name);
    Reference values = reference.get("values");
    Regression equation = data(reference).equation(formula(reference.text("call"))).family(family);
    RegressionFit fit = equation.fit();
    FitMeasures measures = fit.measures();
    assertEquals(values.integer("n"), fit.rows());
    assertEquals(values.integer("df_residual"), fit.residualDf());
    close(values, "deviance", measures.deviance());
    close(values, "null_deviance", measures.nullDeviance());
    FitMeasures.Dispersion dispersion = measures.dispersion().orElseThrow();
    close(values, "pearson_chi2", dispersion.pearsonChiSquare());
    assertEquals(values.integer("df_residual"), dispersion.df());
    if (family == Family.QUASI_POISSON) {
      close(values, "dispersion", dispersion.ratio());
      assertTrue(measures.logLikelihood().isEmpty());
      assertTrue(measures.aic().isEmpty());
      assertTrue(measures.pseudoRSquared().isEmpty());
    } else {
      close(values, "logLik", measures.logLikelihood().orElseThrow());
      close(values, "aic", measures.aic().orElseThrow());
      close(values, "bic", measures.bic().orElseThrow());
    }
    if (values.has("pseudo_r2")) {
      FitMeasures.PseudoRSquared pseudo = measures.pseudoRSquared().orElseThrow();
      close(values.get("pseudo_r2"), "mcfadden", pseudo.mcFadden());
      close(values.get("pseudo_r2"), "cox_snell", pseudo.coxSnell());
      close(values.get("pseudo_r2"), "nagelkerke", pseudo.nagelkerke());
    }
    compare(values.get("wald"), fit, tolerance);
    for (StandardErrors kind :
        List.of(StandardErrors.HC0, StandardErrors.HC1, StandardErrors.HC3)) {
      compare(values.get("robust_" + kind.name()), equation.standardErrors(kind).fit(), tolerance);
    }
  }

  @Test
  void negativeBinomialAgreesWithR() {
    Reference reference = reference("glm_quine_negbin");
    Reference values = reference.get("values");
    Regression equation =
        data(reference).equation(formula(reference.text("call"))).family(Family.NEGATIVE_BINOMIAL);
    RegressionFit fit = equation.fit();
    FitMeasures measures = fit.measures();
    // glm.nb stops its alternation early, and its standard error is one step older than its theta.
    FitMeasures.Theta theta = measures.theta().orElseThrow();
    assertClose(values.number("theta"), theta.value(), 1e-7);
    assertClose(values.number("theta_se"), theta.standardError(), 1e-5);
    assertClose(values.number("logLik"), measures.logLikelihood().orElseThrow(), 1e-9);
    assertClose(values.number("aic"), measures.aic().orElseThrow(), 1e-9);
    assertClose(values.number("deviance"), measures.deviance(), 1e-7);
    assertClose(values.number("null_deviance"), measures.nullDeviance(), 1e-7);
    compare(values.get("wald"), fit, 1e-6);
    compare(values.get("robust_HC0"), equation.standardErrors(StandardErrors.HC0).fit(), 1e-6);
  }

  @Test
  void bothEquationsOfAMediationWithABinaryOutcomeAgreeWithR() {
    Reference reference = reference("medglm_jobs_logit");
    Reference values = reference.get("values");
    ReferenceData data = data(reference);
    String[] calls = reference.text("call").split(";");
    compare(values.get("model_m"), data.equation(formula(calls[0])).fit(), 1e-10);
    RegressionFit y = data.equation(formula(calls[1])).family(Family.LOGIT).fit();
    compare(values.get("model_y"), y, TOLERANCE);
    close(values, "minus2LL", -2 * y.measures().logLikelihood().orElseThrow());
    JointTest model = y.measures().modelTest().orElseThrow();
    assertEquals(JointTest.Kind.LIKELIHOOD_RATIO, model.kind());
    close(values, "lr_chi2", model.statistic());
    RegressionFit reduced = y.equation().without(List.of("job_seek")).fit();
    close(values, "total_from_reduced_model", reduced.coefficient("treat").estimate());
  }

  private static String formula(String call) {
    String inside = call.substring(call.indexOf('(') + 1);
    int end = inside.indexOf(',') < 0 ? inside.indexOf(')') : inside.indexOf(',');
    return inside.substring(0, end);
  }

  private static void close(Reference reference, String name, double ours) {
    assertClose(reference.number(name), ours, TOLERANCE);
  }

  private static void compare(Reference reference, RegressionFit fit, double tolerance) {
    assertEquals(reference.names(), fit.terms());
    for (Coefficient ours : fit.coefficients()) {
      Reference theirs = reference.get(ours.name());
      assertClose(theirs.number("estimate"), ours.estimate(), tolerance);
      assertClose(theirs.number("se"), ours.standardError(), tolerance);
      assertClose(theirs.number("stat"), ours.statistic().orElseThrow(), tolerance);
      // A tail magnifies the difference of the statistics.
      double square = ours.statistic().orElseThrow() * ours.statistic().orElseThrow();
      assertClose(theirs.number("p"), ours.p(), tolerance * Math.max(1, square));
      assertClose(theirs.number("ci95_lo"), ours.interval().lower(), 10 * tolerance);
      assertClose(theirs.number("ci95_hi"), ours.interval().upper(), 10 * tolerance);
    }
  }
}

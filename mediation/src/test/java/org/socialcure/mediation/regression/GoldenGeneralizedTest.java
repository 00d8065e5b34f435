package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.mediation.model.Family;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** Equations of binary and count outcomes: R {@code glm}, {@code MASS::glm.nb}, sandwich. */
class GoldenGeneralizedTest {
  private static final double TOLERANCE = 1e-9;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("glm_.*(logit|logit_jobdich|probit|poisson|quasipoisson)");
  }

  static List<ReferenceCase> negativeBinomials() {
    return ReferenceCase.all("glm_.*_negbin");
  }

  static List<ReferenceCase> mediations() {
    return ReferenceCase.all("medglm_.*");
  }

  private static ReferenceData data(ReferenceCase reference) {
    ReferenceData data = ReferenceData.of(reference);
    return reference.id().contains("jobs")
        ? data.with("work", data.indicator("work1", "psyemp"))
        : data;
  }

  private static Family family(String id) {
    return id.contains("logit")
        ? Family.LOGIT
        : id.contains("probit")
            ? Family.PROBIT
            : id.contains("quasi") ? Family.QUASI_POISSON : Family.POISSON;
  }

  /** What the case was iterated to, or what R's own end of iteration leaves. */
  private static double tolerance(Reference golden, double otherwise) {
    return golden.has("relative_tolerance") ? golden.number("relative_tolerance") : otherwise;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithR(ReferenceCase reference) {
    Reference golden = reference.golden();
    Reference values = golden.get("values");
    Family family = family(reference.id());
    // R ends when the deviance rests; without a canonical link that leaves eight digits.
    double tolerance = tolerance(golden, family == Family.PROBIT ? 2e-8 : 1e-10);
    Regression equation = data(reference).equation(formula(golden.text("call"))).withFamily(family);
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
      compare(
          values.get("robust_" + kind.name()), equation.withStandardErrors(kind).fit(), tolerance);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("negativeBinomials")
  void negativeBinomialAgreesWithR(ReferenceCase reference) {
    Reference golden = reference.golden();
    Reference values = golden.get("values");
    Regression equation =
        data(reference).equation(formula(golden.text("call"))).withFamily(Family.NEGATIVE_BINOMIAL);
    RegressionFit fit = equation.fit();
    FitMeasures measures = fit.measures();
    // glm.nb stops its alternation early, and its standard error is one step older than its theta.
    FitMeasures.Theta theta = measures.theta().orElseThrow();
    assertClose(values.number("theta"), theta.value(), tolerance(golden, 1e-7));
    assertClose(values.number("theta_se"), theta.standardError(), tolerance(golden, 1e-5));
    assertClose(values.number("logLik"), measures.logLikelihood().orElseThrow(), 1e-9);
    assertClose(values.number("aic"), measures.aic().orElseThrow(), 1e-9);
    double tolerance = tolerance(golden, 1e-7);
    assertClose(values.number("deviance"), measures.deviance(), tolerance);
    assertClose(values.number("null_deviance"), measures.nullDeviance(), tolerance);
    tolerance = tolerance(golden, 1e-6);
    compare(values.get("wald"), fit, tolerance);
    compare(
        values.get("robust_HC0"), equation.withStandardErrors(StandardErrors.HC0).fit(), tolerance);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mediations")
  void bothEquationsOfAMediationWithABinaryOutcomeAgreeWithR(ReferenceCase reference) {
    Reference golden = reference.golden();
    Reference values = golden.get("values");
    ReferenceData data = data(reference);
    String[] calls = golden.text("call").split(";");
    String x = reference.role("X");
    String m = reference.role("M");
    compare(values.get("model_m"), data.equation(formula(calls[0])).fit(), 1e-10);
    RegressionFit y = data.equation(formula(calls[1])).withFamily(Family.LOGIT).fit();
    compare(values.get("model_y"), y, TOLERANCE);
    close(values, "minus2LL", -2 * y.measures().logLikelihood().orElseThrow());
    JointTest model = y.measures().modelTest().orElseThrow();
    assertEquals(JointTest.Kind.LIKELIHOOD_RATIO, model.kind());
    close(values, "lr_chi2", model.statistic().orElseThrow());
    RegressionFit reduced = y.equation().without(List.of(m)).fit();
    close(values, "total_from_reduced_model", reduced.coefficient(x).estimate());
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

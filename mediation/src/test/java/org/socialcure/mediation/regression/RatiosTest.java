package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.Interval;
import org.socialcure.mediation.model.Family;
import org.socialcure.testsupport.Reference;

/**
 * Equations without intercept, and odds and rate ratios with profile-likelihood limits, against R:
 * limits by {@code uniroot} on {@code glm} to 1e-8, of {@code MASS::confint}, which interpolates,
 * to 1e-3.
 */
class RatiosTest {
  private static final Reference GOLDEN =
      Reference.read(RatiosTest.class.getResourceAsStream("ratios.json"));

  private static final ReferenceData DATA =
      ReferenceData.resource(RatiosTest.class.getResourceAsStream("ratios.csv"));

  private static double[] column(String name) {
    return name.equals("logmonths")
        ? Arrays.stream(DATA.numbers("months")).map(Math::log).toArray()
        : DATA.numbers(name);
  }

  private static Regression equation(String outcome, Family family, String... terms) {
    Regression equation = Regression.of(outcome, column(outcome)).withFamily(family);
    for (String term : terms) {
      equation = equation.term(term, column(term));
    }
    return equation;
  }

  private static Regression of(String name) {
    return switch (name) {
      case "linear" -> equation("y", Family.GAUSSIAN, "m", "x", "age");
      case "weighted" -> equation("y", Family.GAUSSIAN, "m", "x", "age").withWeights(column("w"));
      case "offset" -> equation("y", Family.GAUSSIAN, "m", "x").withOffset(column("logmonths"));
      case "logit" -> equation("event", Family.LOGIT, "m", "x");
      case "logit_weighted" ->
          equation("event", Family.LOGIT, "m", "x", "age").withWeights(column("w"));
      case "probit" -> equation("event", Family.PROBIT, "m", "x");
      case "poisson" -> counts(Family.POISSON);
      case "quasipoisson" -> counts(Family.QUASI_POISSON);
      default -> counts(Family.NEGATIVE_BINOMIAL);
    };
  }

  private static Regression counts(Family family) {
    return equation("visits", family, "m", "x", "age").withOffset(column("logmonths"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "weighted",
        "offset",
        "logit",
        "logit_weighted",
        "probit",
        "poisson",
        "quasipoisson",
        "negbin"
      })
  void equationsWithoutInterceptAreThoseOfR(String name) {
    Reference golden = GOLDEN.get("without_intercept", name);
    RegressionFit fit = of(name).withoutIntercept().fit();
    assertEquals(golden.texts("terms"), fit.terms());
    // R takes the information of the step before the last.
    double tolerance = name.equals("negbin") ? 1e-6 : 1e-8;
    for (int j = 0; j < fit.terms().size(); j++) {
      Coefficient ours = fit.coefficients().get(j);
      assertEquals(golden.numbers("estimates")[j], ours.estimate(), tolerance, ours.name());
      assertEquals(golden.numbers("se")[j], ours.standardError(), tolerance, ours.name());
    }
    FitMeasures measures = fit.measures();
    if (golden.has("r2")) {
      assertEquals(golden.number("r2"), measures.rSquared().orElseThrow(), 1e-12);
      assertEquals(golden.number("adjusted"), measures.adjustedRSquared().orElseThrow(), 1e-12);
      assertEquals(golden.number("sigma"), measures.residualStandardError().orElseThrow(), 1e-12);
      assertEquals(
          golden.numbers("f")[0],
          measures.modelTest().orElseThrow().statistic().orElseThrow(),
          1e-9);
      assertEquals(golden.numbers("f")[1], measures.modelTest().orElseThrow().df1());
      assertEquals(golden.number("loglik"), measures.logLikelihood().orElseThrow(), 1e-9);
      assertEquals(golden.number("aic"), measures.aic().orElseThrow(), 1e-9);
      assertEquals(3, fit.standardized().size() + (name.equals("offset") ? 1 : 0));
    } else {
      assertEquals(golden.number("deviance"), measures.deviance(), 1e-6);
      assertEquals(golden.number("null_deviance"), measures.nullDeviance(), 1e-5);
      assertTrue(measures.pseudoRSquared().isEmpty());
    }
    assertTrue(fit.vif().isEmpty());
    double sum = Arrays.stream(fit.cases().orElseThrow().leverage()).sum();
    assertEquals(fit.terms().size(), sum, 1e-9);
  }

  private static Regression ofRatios(String name) {
    return switch (name) {
      case "logit" -> equation("event", Family.LOGIT, "m", "x", "age");
      case "logit90" -> equation("event", Family.LOGIT, "m", "x").withLevel(0.9);
      case "logit_weighted" -> equation("event", Family.LOGIT, "m", "x").withWeights(column("w"));
      case "logit_origin" -> equation("event", Family.LOGIT, "m", "x").withoutIntercept();
      case "poisson" ->
          equation("visits", Family.POISSON, "m", "x").withOffset(column("logmonths"));
      case "negbin" ->
          equation("visits", Family.NEGATIVE_BINOMIAL, "m", "x").withOffset(column("logmonths"));
      default -> equation("event", Family.POISSON, "m", "x");
    };
  }

  @ParameterizedTest
  @CsvSource({
    "logit, ODDS_RATIO",
    "logit90, ODDS_RATIO",
    "logit_weighted, ODDS_RATIO",
    "logit_origin, ODDS_RATIO",
    "poisson, RATE_RATIO",
    "negbin, RATE_RATIO",
    "risk, RISK_RATIO"
  })
  void ratiosHaveTheLimitsOfTheProfileLikelihood(String name, Ratio.Kind kind) {
    Reference golden = GOLDEN.get("ratios", name);
    RegressionFit fit = ofRatios(name).fit();
    // R keeps theta to about 1e-7.
    double tolerance = name.equals("negbin") ? 1e-6 : 1e-8;
    List<String> terms = golden.get("terms").names();
    assertEquals(terms, List.copyOf(fit.ratios().keySet()));
    for (String term : terms) {
      Ratio ratio = fit.ratios().get(term);
      Reference expected = golden.get("terms", term);
      Interval interval = ratio.interval().orElseThrow();
      assertEquals(kind, ratio.kind());
      assertEquals(Ratio.Limits.PROFILE_LIKELIHOOD, ratio.limits());
      assertRelative(expected.number("estimate"), ratio.estimate().orElseThrow(), tolerance);
      assertRelative(expected.number("lower"), interval.lower(), tolerance);
      assertRelative(expected.number("upper"), interval.upper(), tolerance);
      if (!name.equals("logit_weighted")) {
        double[] mass = golden.numbers("mass", term);
        assertRelative(mass[0], interval.lower(), 1e-3);
        assertRelative(mass[1], interval.upper(), 1e-3);
      }
    }
  }

  private static void assertRelative(double expected, double ours, double tolerance) {
    assertEquals(expected, ours, tolerance * Math.abs(expected));
  }

  @ParameterizedTest
  @EnumSource
  void onlyLogitAndLogLinksHaveRatios(Family family) {
    RegressionFit fit = equation(family.isCount() ? "visits" : "event", family, "m", "x").fit();
    assertEquals(family == Family.LOGIT || family.hasLogLink(), !fit.ratios().isEmpty());
    assertEquals(!fit.ratios().isEmpty(), fit.toString().contains("ratios, limits by"));
  }

  @Test
  void robustErrorsHaveWaldLimitsAndSoHasWhatHasNoLikelihood() {
    Regression logit = equation("event", Family.LOGIT, "m", "x");
    double[] sites = new double[column("m").length];
    Arrays.setAll(sites, i -> i % 30);
    for (Regression equation :
        List.of(
            logit.withStandardErrors(StandardErrors.HC3),
            logit.withClusters(sites).withStandardErrors(StandardErrors.CLUSTER),
            equation("visits", Family.QUASI_POISSON, "m", "x"))) {
      RegressionFit fit = equation.fit();
      for (Map.Entry<String, Ratio> entry : fit.ratios().entrySet()) {
        Coefficient coefficient = fit.coefficient(entry.getKey());
        assertEquals(Ratio.Limits.WALD, entry.getValue().limits());
        assertEquals(
            Math.exp(coefficient.interval().upper()),
            entry.getValue().interval().orElseThrow().upper(),
            1e-15);
      }
    }
  }

  /**
   * The deviance at a limit, estimated anew with the coefficient held, is the critical value up.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void limitsLieWhereTheDevianceSays(long seed) {
    Random random = new Random(seed);
    int n = 60;
    double[] x = new double[n];
    double[] z = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      z[i] = random.nextGaussian();
      y[i] = random.nextDouble() < 1 / (1 + Math.exp(1 - x[i])) ? 1 : 0;
    }
    Regression equation = Regression.of("y", y).term("x", x).term("z", z).withFamily(Family.LOGIT);
    RegressionFit fit = equation.fit();
    Interval interval = fit.ratios().get("x").interval().orElseThrow();
    for (double limit : new double[] {interval.lower(), interval.upper()}) {
      double held = Math.log(limit);
      double deviance =
          equation
              .without(List.of("x"))
              .withOffset(Arrays.stream(x).map(v -> held * v).toArray())
              .fit()
              .measures()
              .deviance();
      assertEquals(
          fit.criticalValue() * fit.criticalValue(), deviance - fit.measures().deviance(), 1e-9);
    }
  }

  @Test
  void aRatioThatIsNoNumberSaysWhy() {
    double[] tiny = Arrays.stream(column("m")).map(m -> 1e-5 * m).toArray();
    Ratio ratio =
        Regression.of("event", column("event"))
            .term("m", tiny)
            .withFamily(Family.LOGIT)
            .fit()
            .ratios()
            .get("m");
    assertTrue(ratio.estimate().isEmpty() && ratio.interval().isEmpty());
    assertEquals(Optional.of(Ratio.Missing.OUT_OF_RANGE), ratio.missing());
    assertTrue(ratio.toString().contains("another unit"), ratio::toString);
  }
}

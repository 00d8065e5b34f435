package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.model.Family;
import org.socialcure.testsupport.Reference;

/**
 * Every family with weights, offset and clusters against R; {@code equations.R} beside the values
 * says how they were made.
 */
class EquationsTest {
  private static final double TOLERANCE = 1e-11;

  private static final Reference ALL =
      Reference.read(EquationsTest.class.getResourceAsStream("equations.json"));

  static Stream<String> names() {
    return ALL.all("equations").stream().map(each -> each.text("name"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void agreesWithR(String name) {
    Reference reference =
        ALL.all("equations").stream()
            .filter(each -> each.text("name").equals(name))
            .findFirst()
            .orElseThrow();
    Regression equation = equation(name, reference);
    RegressionFit fit = equation.fit();
    boolean hasT = List.of("gaussian", "quasipoisson").contains(reference.text("family"));
    assertEquals(hasT, fit.df().isPresent());
    compare(reference.get("classical"), fit);
    if (reference.has("robust")) {
      for (String kind : reference.get("robust").names()) {
        Regression robust =
            equation
                .withStandardErrors(StandardErrors.valueOf(kind))
                .withClusters(ALL.numbers("data", "g"));
        compare(reference.get("robust", kind), robust.fit());
      }
      CaseStatistics cases = fit.cases().orElseThrow();
      closeAll(reference.numbers("cases", "leverage"), cases.leverage());
      closeAll(reference.numbers("cases", "cooks"), cases.cooksDistance());
      closeAll(
          reference.numbers("vif"),
          fit.vif().values().stream().mapToDouble(Double::doubleValue).toArray());
    }
    compareMeasures(reference, fit.measures(), name);
  }

  private static void compareMeasures(Reference reference, FitMeasures ours, String name) {
    if (reference.has("logLik") && !name.equals("logit weighted offset")) {
      assertClose(reference.number("logLik"), ours.logLikelihood().orElseThrow(), TOLERANCE);
    }
    if (reference.has("r2")) {
      assertClose(reference.number("r2"), ours.rSquared().orElseThrow(), TOLERANCE);
      assertClose(reference.number("adjusted"), ours.adjustedRSquared().orElseThrow(), TOLERANCE);
      assertClose(reference.number("sigma"), ours.residualStandardError().orElseThrow(), TOLERANCE);
      assertClose(
          reference.number("f"),
          ours.modelTest().orElseThrow().statistic().orElseThrow(),
          TOLERANCE);
      assertClose(reference.number("aic"), ours.aic().orElseThrow(), TOLERANCE);
      assertClose(reference.number("bic"), ours.bic().orElseThrow(), TOLERANCE);
      return;
    }
    assertClose(reference.number("deviance"), ours.deviance(), TOLERANCE);
    assertClose(
        reference.number("pearson"), ours.dispersion().orElseThrow().pearsonChiSquare(), 1e-10);
    if (reference.has("nullDeviance")) {
      assertClose(reference.number("nullDeviance"), ours.nullDeviance(), TOLERANCE);
    }
    if (reference.has("theta")) {
      FitMeasures.Theta theta = ours.theta().orElseThrow();
      assertClose(reference.number("theta"), theta.value(), 1e-10);
      assertClose(reference.number("thetaSe"), theta.standardError(), 1e-10);
    }
  }

  private static Regression equation(String name, Reference reference) {
    String family = reference.text("family");
    String outcome =
        switch (family) {
          case "gaussian" -> "y";
          case "logit", "probit" -> "b";
          default -> "c";
        };
    Regression equation =
        Regression.of(outcome, ALL.numbers("data", outcome))
            .withFamily(Words.find(Family.class, family, "family"));
    List<String> terms = reference.texts("terms");
    for (String term : terms.subList(1, terms.size())) {
      equation = equation.term(term, ALL.numbers("data", term));
    }
    if (name.contains("weighted")) {
      equation = equation.withWeights(ALL.numbers("data", "w"));
    }
    return name.contains("offset") ? equation.withOffset(ALL.numbers("data", "o")) : equation;
  }

  private static void compare(Reference reference, RegressionFit fit) {
    closeAll(reference.numbers("estimate"), fit.estimates());
    closeAll(
        reference.numbers("se"),
        fit.coefficients().stream().mapToDouble(Coefficient::standardError).toArray());
    if (reference.has("df")) {
      // clubSandwich forms the moments of the working covariance by large matrices.
      double[] df = reference.numbers("df");
      for (int j = 0; j < df.length; j++) {
        assertClose(df[j], fit.coefficients().get(j).df().orElseThrow(), 1e-9);
      }
    }
    double[] p = reference.numbers("p");
    for (int j = 0; j < p.length; j++) {
      assertClose(p[j], fit.coefficients().get(j).p(), 1e-9);
    }
  }

  private static void closeAll(double[] expected, double[] ours) {
    assertEquals(expected.length, ours.length);
    for (int i = 0; i < expected.length; i++) {
      assertClose(expected[i], ours[i], TOLERANCE * 10);
    }
  }
}

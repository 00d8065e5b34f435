package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.model.Family;

class RegressionTest {
  private static final double[] Y = {1, 3, 2, 5, 4, 6, 8, 7};
  private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final double[] Z = {0, 1, 0, 0, 1, 1, 0, 1};

  private final RegressionFit fit = Regression.of("y", Y).term("x", X).term("z", Z).fit();

  @Test
  void printsAsATable() {
    assertEquals("y ~ x + z (gaussian)", fit.equation().toString());
    List<String> lines = fit.toString().lines().toList();
    assertEquals("y, gaussian, 8 rows, classical standard errors", lines.get(0));
    assertTrue(lines.get(1).contains("Estimate") && lines.get(1).contains("95% lower"));
    assertEquals(6, lines.size());
    assertTrue(lines.get(4).startsWith("x "));
  }

  @Test
  void withoutPredictorsItIsTheMean() {
    RegressionFit mean = Regression.of("y", Y).fit();
    assertEquals(4.5, mean.coefficient(Regression.INTERCEPT).estimate());
    assertEquals(Math.sqrt(6.0 / 8), mean.coefficient(Regression.INTERCEPT).standardError(), 1e-15);
    assertTrue(mean.measures().modelTest().isEmpty());
    assertEquals(0, mean.measures().rSquared().orElseThrow());
    assertTrue(mean.vif().isEmpty());
    assertEquals("y ~ 1 (gaussian)", mean.equation().toString());
  }

  @Test
  void nothingOfTheCallersIsSharedOrChanged() {
    double[] x = X.clone();
    Regression equation = Regression.of("y", Y).term("x", x);
    x[0] = 100;
    assertEquals(1, equation.values("x")[0]);
    fit.estimates()[0] = 100;
    fit.covariance()[0][0] = 100;
    fit.cases().orElseThrow().residuals()[0] = 100;
    assertTrue(fit.estimates()[0] < 10 && fit.covariance()[0][0] < 10);
    assertTrue(fit.cases().orElseThrow().residuals()[0] < 10);
    assertEquals(Family.GAUSSIAN, equation.family());
    assertEquals(Family.LOGIT, equation.withFamily(Family.LOGIT).family());
    assertEquals(Family.GAUSSIAN, equation.family());
  }

  @Test
  void aCombinationOfOneTermIsItsCoefficient() {
    Coefficient x = fit.combination("x", new double[] {0, 1, 0});
    assertEquals(fit.coefficient("x"), x);
    assertThrows(IllegalArgumentException.class, () -> fit.combination("x", new double[2]));
    assertThrows(IllegalArgumentException.class, () -> fit.coefficient("nobody"));
  }

  @Test
  void aConditionalEffectIsTheSlopeWhenTheModeratorIsCentredThere() {
    double[] product = new double[8];
    double[] shifted = new double[8];
    double[] shiftedProduct = new double[8];
    double[] w = {3, 1, 4, 1, 5, 9, 2, 6};
    for (int i = 0; i < 8; i++) {
      product[i] = X[i] * w[i];
      shifted[i] = w[i] - 4;
      shiftedProduct[i] = X[i] * shifted[i];
    }
    RegressionFit plain =
        Regression.of("y", Y).term("x", X).term("w", w).term("x:w", product).fit();
    RegressionFit centred =
        Regression.of("y", Y).term("x", X).term("w", shifted).term("x:w", shiftedProduct).fit();
    Coefficient there = plain.combination("x at 4", new double[] {0, 1, 0, 4});
    assertEquals(centred.coefficient("x").estimate(), there.estimate(), 1e-13);
    assertEquals(centred.coefficient("x").standardError(), there.standardError(), 1e-13);
    assertEquals(centred.coefficient("x").p(), there.p(), 1e-12);
  }

  @Test
  void jointTestsNeedDifferentTerms() {
    assertThrows(IllegalArgumentException.class, () -> fit.waldTest(List.of()));
    assertThrows(IllegalArgumentException.class, () -> fit.waldTest(List.of("x", "x")));
    assertThrows(IllegalArgumentException.class, () -> fit.waldTest(List.of("nobody")));
    assertThrows(IllegalArgumentException.class, () -> fit.likelihoodRatioTest(List.of()));
    assertTrue(fit.waldTest(List.of(Regression.INTERCEPT)).rSquaredChange().isEmpty());
  }

  @Test
  void fewerClustersThanTermsHaveNoJointTest() {
    double[] clusters = {1, 1, 1, 2, 2, 2, 3, 3};
    RegressionFit clustered =
        fit.equation()
            .term("w", new double[] {3, 1, 4, 1, 5, 9, 2, 6})
            .withStandardErrors(StandardErrors.CLUSTER)
            .withClusters(clusters)
            .fit();
    assertEquals(OptionalInt.of(3), clustered.clusters());
    assertEquals(OptionalInt.empty(), fit.clusters());
    JointTest none = clustered.waldTest(List.of("x", "z", "w"));
    assertEquals(Optional.of(JointTest.Missing.SINGULAR_COVARIANCE), none.missing());
    assertTrue(none.statistic().isEmpty() && none.p().isEmpty() && none.df2().isEmpty());
    assertTrue(none.toString().contains("no test, because the covariance"), none.toString());
    assertEquals(none.missing(), clustered.measures().modelTest().orElseThrow().missing());
  }

  /** The values that the macro prints for these degrees of freedom. */
  @ParameterizedTest
  @CsvSource({
    "55, 2.0040582, 2.0040448",
    "125, 1.9791266, 1.9791241",
    "808, 1.96290436, 1.96290429"
  })
  void criticalValuesAreExactOrThoseOfTheMacro(int df, double macro, double exact) {
    Random random = new Random(df);
    double[] x = random.doubles(df + 2).toArray();
    double[] y = random.doubles(df + 2).toArray();
    Regression equation = Regression.of("y", y).term("x", x);
    double tolerance = df > 500 ? 6e-9 : 6e-8;
    assertEquals(exact, equation.fit().criticalValue(), tolerance);
    RegressionFit approximate = equation.withCriticalValues(CriticalValues.ODEH_EVANS).fit();
    assertEquals(macro, approximate.criticalValue(), tolerance);
    Coefficient x1 = approximate.coefficient("x");
    assertEquals(x1.estimate() + macro * x1.standardError(), x1.interval().upper(), 1e-6);
  }

  @Test
  void perfectFitsHaveNoStatistics() {
    RegressionFit perfect =
        Regression.of("y", new double[] {3, 5, 7, 9}).term("x", new double[] {1, 2, 3, 4}).fit();
    Coefficient x = perfect.coefficient("x");
    assertEquals(2, x.estimate());
    assertEquals(0, x.standardError());
    assertTrue(x.statistic().isEmpty());
    assertEquals(0, x.p());
    assertTrue(perfect.measures().logLikelihood().isEmpty());
    assertTrue(perfect.measures().modelTest().isEmpty());
    assertEquals(1, perfect.measures().rSquared().orElseThrow());
    assertEquals(
        Optional.of(JointTest.Missing.SINGULAR_COVARIANCE),
        perfect.waldTest(List.of("x")).missing());
    assertTrue(perfect.toString().contains("x"));
  }

  @Test
  void measuresWithNamesAreThoseThatExist() {
    Map<String, Double> linear = fit.measures().withoutModelTest();
    assertEquals(
        List.of(
            "r2",
            "adjusted-r2",
            "sigma",
            "log-likelihood",
            "aic",
            "bic",
            "deviance",
            "null-deviance"),
        List.copyOf(linear.keySet()));
    double[] counts = {1, 0, 4, 2, 9, 3, 6, 12};
    Map<String, Double> negative =
        Regression.of("c", counts)
            .term("z", Z)
            .withFamily(Family.NEGATIVE_BINOMIAL)
            .fit()
            .measures()
            .withoutModelTest();
    assertTrue(negative.keySet().containsAll(List.of("mcfadden", "theta-se")));
    linear.values().forEach(value -> assertTrue(Double.isFinite(value)));
  }

  @Test
  void familiesAndErrorsAreWrittenByTheWordsOfPlansAndResults() {
    assertEquals(
        List.of("gaussian", "logit", "probit", "poisson", "quasipoisson", "negbin"),
        Words.all(Family.class));
    assertEquals(
        List.of("classical", "hc0", "hc1", "hc2", "hc3", "hc4", "cluster", "cr2"),
        Words.all(StandardErrors.class));
  }

  @Test
  void theJointTestOfOneCoefficientIsThatOfItsT() {
    double[] sites = {1, 1, 2, 2, 3, 3, 4, 4};
    RegressionFit reduced =
        fit.equation().withClusters(sites).withStandardErrors(StandardErrors.CR2).fit();
    Coefficient z = reduced.coefficient("z");
    JointTest one = reduced.waldTest(List.of("z"));
    assertEquals(z.df(), one.df2());
    assertEquals(z.p(), one.p().orElseThrow(), 1e-12);
    RegressionFit slope = reduced.equation().without(List.of("x")).fit();
    assertEquals(
        slope.coefficient("z").p(),
        slope.measures().modelTest().orElseThrow().p().orElseThrow(),
        1e-12);
  }

  @Test
  void aColumnOfOneValueHasNoStandardisedCoefficient() {
    double[] level = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    RegressionFit through =
        Regression.of("y", Y).term("x", X).term("c", level).withoutIntercept().fit();
    assertEquals(List.of("x"), List.copyOf(through.standardized().keySet()));
  }
}

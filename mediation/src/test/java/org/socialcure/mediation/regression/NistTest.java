package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.testsupport.Reference;

/**
 * Certified values of the NIST Statistical Reference Datasets for linear regression.
 *
 * <p>The number of correct digits is {@code -log10(relative error)}, at most 15, which is as many
 * as the certified values have; against a certified zero it is {@code -log10(absolute error)}.
 */
class NistTest {
  private static final double MOST = 15;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "longley, 14, 14",
    "norris, 13.9, 13.9",
    "wampler1, 15, 15",
    "wampler2, 13, 15",
    "wampler3, 14.5, 14",
    "wampler4, 14, 14",
    "wampler5, 14.5, 14"
  })
  void reachesTheCertifiedDigits(String problem, double ofEstimates, double ofErrors) {
    Reference certified =
        Reference.read(
                NistTest.class.getResourceAsStream(
                    "/org/socialcure/mediation/golden/nist_" + problem + ".json"))
            .get("values", "certified_as_printed");
    RegressionFit fit = equation(problem).fit();
    List<Reference> parameters = certified.all("parameters");
    assertEquals(parameters.size(), fit.terms().size());
    for (int j = 0; j < parameters.size(); j++) {
      Reference parameter = parameters.get(j);
      Coefficient ours = fit.coefficients().get(j);
      assertDigits(ofEstimates, parameter.text("estimate"), ours.estimate(), parameter);
      assertDigits(ofErrors, parameter.text("sd"), ours.standardError(), parameter);
    }
    FitMeasures measures = fit.measures();
    assertDigits(
        ofErrors,
        certified.text("residual_sd"),
        measures.residualStandardError().orElseThrow(),
        certified);
    assertDigits(
        ofErrors, certified.text("r_squared"), measures.rSquared().orElseThrow(), certified);
    String f = certified.text("anova_regression", "F");
    if (!f.equals("Infinity")) {
      assertDigits(
          ofErrors - 0.5,
          f,
          measures.modelTest().orElseThrow().statistic().orElseThrow(),
          certified);
    }
  }

  /**
   * Problems without intercept, whose certified R² and F are about zero: y = 130 … 140 on x = 60 …
   * 70, and y = 3, 4, 4 on x = 4, 5, 6.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "NoInt1, 130:131:132:133:134:135:136:137:138:139:140, 60:61:62:63:64:65:66:67:68:69:70,"
        + " 2.07438016528926, 0.165289256198347E-01, 3.56753034006338, 0.999365492298663, 15750.2500000000",
    "NoInt2, 3:4:4, 4:5:6,"
        + " 0.727272727272727, 0.420827318078432E-01, 0.369274472937998, 0.993348115299335, 298.666666666667"
  })
  void reachesTheCertifiedDigitsWithoutIntercept(
      String problem,
      String y,
      String x,
      String b,
      String sd,
      String residual,
      String r2,
      String f) {
    RegressionFit fit =
        Regression.of("y", numbers(y)).term("x", numbers(x)).withoutIntercept().fit();
    assertEquals(List.of("x"), fit.terms());
    assertDigits(14, b, fit.coefficient("x").estimate(), problem);
    assertDigits(14, sd, fit.coefficient("x").standardError(), problem);
    FitMeasures measures = fit.measures();
    assertDigits(14, residual, measures.residualStandardError().orElseThrow(), problem);
    assertDigits(14, r2, measures.rSquared().orElseThrow(), problem);
    assertDigits(14, f, measures.modelTest().orElseThrow().statistic().orElseThrow(), problem);
    assertEquals(1, measures.modelTest().orElseThrow().df1());
    assertEquals(numbers(y).length - 1, fit.residualDf());
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(":")).mapToDouble(Double::parseDouble).toArray();
  }

  private static void assertDigits(double least, String certified, double ours, Object place) {
    double digits = digits(Double.parseDouble(certified), ours);
    assertTrue(digits >= least, () -> place + ": " + digits + " digits of " + certified);
  }

  static double digits(double certified, double ours) {
    double error = Math.abs(ours - certified);
    if (certified != 0) {
      error /= Math.abs(certified);
    }
    return Math.min(MOST, -Math.log10(error));
  }

  private static Regression equation(String problem) {
    ReferenceData data =
        ReferenceData.resource(
            NistTest.class.getResourceAsStream(
                "/org/socialcure/mediation/golden/nist_" + problem + ".csv"));
    if (!problem.startsWith("wampler")) {
      return data.equation(problem.equals("longley") ? "y ~ x1 + x2 + x3 + x4 + x5 + x6" : "y ~ x");
    }
    Regression equation = Regression.of("y", data.numbers("y"));
    for (int power = 1; power <= 5; power++) {
      int exponent = power;
      equation =
          equation.term(
              "x^" + power,
              Arrays.stream(data.numbers("x")).map(x -> Math.pow(x, exponent)).toArray());
    }
    return equation;
  }
}

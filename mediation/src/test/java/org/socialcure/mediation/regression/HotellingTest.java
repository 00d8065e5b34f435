package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.testsupport.Reference;

/**
 * Tests of several coefficients under bias-reduced errors by clusters against R; {@code joint.R}
 * beside the values says how they were made.
 */
class HotellingTest {
  /** clubSandwich forms the moments of the working covariance by large matrices. */
  private static final double TOLERANCE = 1e-9;

  private static final Reference ALL =
      Reference.read(HotellingTest.class.getResourceAsStream("joint.json"));

  static Stream<String> names() {
    return ALL.all("tests").stream().map(each -> each.text("name"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void agreesWithR(String name) {
    Reference reference = reference(name);
    JointTest ours = fit(reference).waldTest(reference.texts("terms"));
    assertEquals(reference.integer("df1"), ours.df1());
    assertTrue(ours.rSquaredChange().isPresent() || ours.missing().isPresent());
    if (reference.number("df2") <= 0) {
      assertEquals(Optional.of(JointTest.Missing.NO_DEGREES_OF_FREEDOM), ours.missing());
      assertTrue(ours.statistic().isEmpty() && ours.df2().isEmpty() && ours.p().isEmpty());
      return;
    }
    assertEquals(
        ours.df1() == 1 ? JointTest.Kind.WALD_F : JointTest.Kind.HOTELLING_T_SQUARED, ours.kind());
    assertClose(reference.number("f"), ours.statistic().orElseThrow(), TOLERANCE);
    assertClose(reference.number("df2"), ours.df2().orElseThrow(), TOLERANCE);
    assertClose(reference.number("p"), ours.p().orElseThrow(), TOLERANCE);
  }

  @Test
  void theTestOfAllPredictorsIsOneOfThem() {
    RegressionFit fit = fit(reference("all predictors, weighted"));
    JointTest all = fit.measures().modelTest().orElseThrow();
    JointTest asked = fit.waldTest(List.of("x", "z", "f2", "f3"));
    assertEquals(asked.kind(), all.kind());
    assertEquals(asked.df2(), all.df2());
    assertEquals(asked.p(), all.p());
    assertTrue(all.toString().endsWith("(approximate Hotelling's T², HTZ)"), all.toString());
  }

  /**
   * What is tested is the same whatever units the predictors have and which category is left out.
   */
  @Test
  void unitsAndReferenceCategoriesDoNotMatter() {
    Reference reference = reference("codes, weighted");
    RegressionFit fit = fit(reference);
    double[] f2 = ALL.numbers("data", "f2");
    double[] f3 = ALL.numbers("data", "f3");
    double[] other = new double[f2.length];
    double[] large = new double[f2.length];
    for (int i = 0; i < f2.length; i++) {
      other[i] = 1 - f2[i] - f3[i];
      large[i] = 1e6 * f3[i] + 1e7;
    }
    RegressionFit coded =
        fit.equation().without(List.of("f2", "f3")).term("f1", other).term("f3", large).fit();
    JointTest ours = coded.waldTest(List.of("f1", "f3"));
    assertClose(reference.number("f"), ours.statistic().orElseThrow(), TOLERANCE);
    assertClose(reference.number("df2"), ours.df2().orElseThrow(), TOLERANCE);
  }

  private static Reference reference(String name) {
    return ALL.all("tests").stream()
        .filter(each -> each.text("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static RegressionFit fit(Reference reference) {
    Regression equation = Regression.of("y", ALL.numbers("data", "y"));
    for (String term : reference.texts("predictors")) {
      equation = equation.term(term, ALL.numbers("data", term));
    }
    if (reference.integer("intercept") == 0) {
      equation = equation.withoutIntercept();
    }
    if (reference.text("name").contains("weighted")) {
      equation = equation.withWeights(ALL.numbers("data", "w"));
    }
    return equation
        .withStandardErrors(StandardErrors.CR2)
        .withClusters(ALL.numbers("data", "g"))
        .fit();
  }
}

package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.model.Family;

/** What keeps an equation from being estimated is named: the variable, the equation, the remedy. */
class RegressionProblemsTest {
  private static final double[] Y = {1, 3, 2, 5, 4, 6, 8, 7};
  private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final double[] Z = {0, 1, 0, 0, 1, 1, 0, 1};

  private static List<Problem> problems(Regression equation) {
    return assertThrows(InvalidInputException.class, equation::fit).problems();
  }

  private static void assertProblem(Regression equation, String... parts) {
    List<Problem> problems = problems(equation);
    assertEquals(1, problems.size(), problems::toString);
    assertEquals("equation y", problems.get(0).where());
    for (String part : parts) {
      assertTrue(problems.get(0).message().contains(part), problems::toString);
    }
  }

  private static Regression plain() {
    return Regression.of("y", Y).term("x", X).term("z", Z);
  }

  private static double[] rows(int n, IntToDoubleFunction value) {
    return IntStream.range(0, n).mapToDouble(value).toArray();
  }

  @Test
  void missingValues() {
    double[] y = Y.clone();
    y[3] = Double.NaN;
    double[] x = X.clone();
    x[0] = Double.POSITIVE_INFINITY;
    x[1] = Double.NaN;
    List<Problem> problems = problems(Regression.of("y", y).term("x", x));
    assertEquals(2, problems.size());
    assertEquals(
        "equation y: y is missing or infinite in 1 of 8 rows; leave these rows out.",
        problems.get(0).toString());
    assertTrue(problems.get(1).message().startsWith("x is missing or infinite in 2 of 8"));
  }

  @Test
  void columnsOfAnotherLength() {
    assertProblem(
        Regression.of("y", Y).term("x", new double[] {1, 2}), "x has 2 values", "outcome 8");
    assertProblem(plain().withOffset(new double[3]), "the offset has 3 values");
  }

  @Test
  void weights() {
    double[] weights = {1, 1, 0, 1, -1, 1, 1, 1};
    assertProblem(plain().withWeights(weights), "1 weights are negative", "weight 0");
    assertProblem(plain().withWeights(new double[8]), "there are no rows");
    assertProblem(plain().withWeights(new double[3]), "has 3 values");
  }

  /** A dummy of one site: its own rows say nothing of how sites vary. */
  @ParameterizedTest
  @EnumSource(
      value = StandardErrors.class,
      names = {"CLUSTER", "CR2"})
  void aClusterThatDecidesACoefficientAlone(StandardErrors kind) {
    double[] sites = {1, 1, 2, 2, 3, 3, 4, 4};
    double[] other = {3, 1, 4, 1, 5, 9, 2, 6};
    for (int site = 1; site <= 4; site++) {
      for (int inside = 0; inside <= 1; inside++) {
        double[] dummy = new double[8];
        for (int i = 0; i < 8; i++) {
          dummy[i] = (sites[i] == site) == (inside == 1) ? 1 : 0;
        }
        Regression dummies =
            Regression.of("y", Y)
                .term("z", other)
                .term("site", dummy)
                .withClusters(sites)
                .withStandardErrors(kind);
        assertEquals(1, dummies.fit().estimationCautions().size());
        assertTrue(
            dummies.fit().estimationCautions().get(0).message().startsWith("site has one value"));
        assertTrue(dummies.without(List.of("site")).fit().estimationCautions().isEmpty());
        if (inside == 1) {
          Regression alone = dummies.without(List.of("z")).withoutIntercept();
          assertProblem(alone, "single clusters determine the coefficient of site");
          assertTrue(
              alone.withStandardErrors(StandardErrors.HC1).fit().estimationCautions().isEmpty());
        }
      }
    }
  }

  @Test
  void clusters() {
    assertProblem(plain().withStandardErrors(StandardErrors.CLUSTER), "cluster of each row");
    assertProblem(
        plain().withStandardErrors(StandardErrors.CLUSTER).withClusters(new double[8]),
        "all rows are in 1 cluster;",
        "at least 3");
    double[] two = {1, 1, 1, 1, -0.0, 0, 0, 0};
    for (StandardErrors kind : List.of(StandardErrors.CLUSTER, StandardErrors.CR2)) {
      assertProblem(
          plain().withStandardErrors(kind).withClusters(two), "all rows are in 2 clusters;");
    }
    double[] three = {1, 1, 2, 2, 3, 3, 3, 3};
    assertProblem(
        plain()
            .withFamily(Family.POISSON)
            .withStandardErrors(StandardErrors.CR2)
            .withClusters(three),
        "cr2 standard errors rest on the residuals of a linear equation",
        "poisson");
  }

  @Test
  void constants() {
    assertProblem(
        Regression.of("y", new double[8]).term("x", X), "y has the same value in all rows");
    assertProblem(plain().term("c", rows(8, i -> 4)), "c has the same value", "leave it out");
  }

  @Test
  void tooFewRows() {
    double[] y = {1, 4, 2};
    assertProblem(
        Regression.of("y", y).term("x", new double[] {1, 2, 4}).term("z", new double[] {0, 1, 0}),
        "3 rows are too few for 3 coefficients");
    assertProblem(Regression.of("y", new double[0]), "there are no rows");
  }

  @Test
  void collinearColumnsAreNamedWithThoseTheyDependOn() {
    assertProblem(
        plain().term("age", rows(8, i -> i * i)).term("sum", rows(8, i -> 2 * X[i] - Z[i] + 3)),
        "sum is a linear combination of x, z,",
        "leave one of them out");
  }

  /** The level of a category is what somebody's cell holds. */
  @Test
  void termsHaveOtherWordsInRefusals() {
    Regression twice =
        plain()
            .term("job[nurse]", rows(8, i -> i % 2))
            .term("job[widow [63].]", rows(8, i -> 2 * X[i] - Z[i] + 3));
    Map<String, String> words =
        Map.of("job[nurse]", "contrast 1 of job", "job[widow [63].]", "contrast 2 of job");
    assertProblem(twice.withTermWords(words), "contrast 2 of job is a linear combination of x, z,");
  }

  @Test
  void collinearityIsFoundWhateverTheUnits() {
    double[] tiny = rows(8, i -> 1e-12 * X[i] * X[i]);
    double[] huge = rows(8, i -> 1e15 * X[i] * X[i]);
    assertProblem(plain().term("tiny", tiny).term("huge", huge), "huge is a linear combination of");
    assertEquals(4, plain().term("tiny", tiny).fit().terms().size());
  }

  @Test
  void binaryOutcomes() {
    assertProblem(
        plain().withFamily(Family.LOGIT),
        "y must be 0 or 1 for the logit family",
        "7 rows",
        "recode");
    assertProblem(
        Regression.of("y", rows(8, i -> 1 + Z[i])).term("x", X).withFamily(Family.PROBIT),
        "must be 0 or 1",
        "probit");
  }

  @Test
  void counts() {
    double[] y = {0, 1.5, 2, 3, 1, -1, 0, 4};
    assertProblem(
        Regression.of("y", y).term("x", X).withFamily(Family.POISSON),
        "y must be a count",
        "poisson",
        "2 rows");
  }

  @Test
  void fewEventsAreACautionWithTheNumbers() {
    double[] y = rows(40, i -> i == 7 || i == 30 ? 1 : 0);
    double[] x = rows(40, i -> i % 7);
    double[] z = rows(40, i -> i % 5);
    for (Family family : List.of(Family.LOGIT, Family.PROBIT, Family.POISSON)) {
      List<String> cautions =
          Regression.of("y", y)
              .term("x", x)
              .term("z", z)
              .withFamily(family)
              .fit()
              .cautions()
              .stream()
              .map(Problem::message)
              .toList();
      assertTrue(
          cautions.stream().anyMatch(c -> c.startsWith("2 events for 2 predictors are few")),
          cautions::toString);
    }
  }

  @Test
  void completeSeparation() {
    double[] y = rows(40, i -> i < 20 ? 0 : 1);
    double[] x = rows(40, i -> i + 3);
    double[] noise = rows(40, i -> (i * 7) % 11);
    for (Family family : List.of(Family.LOGIT, Family.PROBIT)) {
      assertProblem(
          Regression.of("y", y).term("x", x).term("noise", noise).withFamily(family),
          "complete separation",
          "predicted perfectly by",
          "x",
          "leave out");
    }
  }

  @Test
  void quasiCompleteSeparationNamesTheGroup() {
    // Everyone in the group has the event; the others are mixed.
    double[] group = rows(60, i -> i % 6 == 0 ? 1 : 0);
    double[] y = rows(60, i -> i % 6 == 0 || i % 4 == 1 ? 1 : 0);
    double[] x = rows(60, i -> (i * 17) % 23);
    for (Family family : List.of(Family.LOGIT, Family.PROBIT)) {
      assertProblem(
          Regression.of("y", y).term("x", x).term("group", group).withFamily(family),
          "quasi-complete separation",
          "predicted perfectly by group,",
          "leave out this predictor");
    }
  }

  @Test
  void aGroupWithoutAnyCountIsSeparated() {
    double[] group = rows(60, i -> i % 6 == 0 ? 1 : 0);
    double[] y = rows(60, i -> i % 6 == 0 ? 0 : (i * 7) % 5);
    double[] x = rows(60, i -> (i * 17) % 23);
    for (Family family : List.of(Family.POISSON, Family.QUASI_POISSON, Family.NEGATIVE_BINOMIAL)) {
      assertProblem(
          Regression.of("y", y).term("x", x).term("group", group).withFamily(family),
          "quasi-complete separation",
          "group");
    }
  }

  @Test
  void anOutlierIsNotTakenForSeparation() {
    double[] x = rows(60, i -> i == 59 ? 1e7 : (i * 17) % 23);
    double[] y = rows(60, i -> i == 59 || i % 3 == 0 ? 1 : 0);
    RegressionFit fit = Regression.of("y", y).term("x", x).withFamily(Family.LOGIT).fit();
    assertTrue(Double.isFinite(fit.coefficient("x").standardError()));
  }

  @Test
  void aRowOfLeverageOneHasNoHc3() {
    double[] alone = {0, 0, 0, 0, 0, 0, 0, 1};
    Regression equation = Regression.of("y", Y).term("x", X).term("alone", alone);
    for (StandardErrors kind :
        List.of(StandardErrors.HC2, StandardErrors.HC3, StandardErrors.HC4)) {
      assertProblem(equation.withStandardErrors(kind), "1 rows", "leverage 1", Words.of(kind));
    }
    assertEquals(
        0,
        equation
            .withStandardErrors(StandardErrors.HC0)
            .fit()
            .cases()
            .orElseThrow()
            .cooksDistance()[7]);
  }

  @Test
  void namesOfTermsAreUsedOnce() {
    assertThrows(IllegalArgumentException.class, () -> plain().term("x", X));
    assertThrows(IllegalArgumentException.class, () -> plain().term(Regression.INTERCEPT, X));
    assertThrows(IllegalArgumentException.class, () -> plain().without(List.of("nobody")));
    assertThrows(IllegalArgumentException.class, () -> plain().values("nobody"));
    assertThrows(IllegalArgumentException.class, () -> plain().withLevel(1));
  }

  @Test
  void momentsKnowNoRows() {
    Moments moments =
        Moments.ofCorrelations(
            50,
            List.of("x", "y"),
            List.of(1.0, 2.0),
            List.of(2.0, 3.0),
            List.of(List.of(1.0, 0.3), List.of(0.3, 1.0)));
    List<Problem> problems =
        problems(
            Regression.fromMoments(moments, "y", List.of("x", "w"))
                .withFamily(Family.POISSON)
                .withStandardErrors(StandardErrors.HC3)
                .withWeights(new double[] {1}));
    assertEquals(4, problems.size());
    assertTrue(problems.get(0).message().contains("w is not among the moments"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Regression.fromMoments(moments, "y", List.of("x")).term("w", X));
    assertProblem(
        Regression.fromMoments(
            new Moments(2, moments.names(), moments.means(), moments.covariance()),
            "y",
            List.of("x")),
        "2 rows are too few for 2 coefficients");
  }

  @Test
  void impossibleMoments() {
    assertEquals(
        3,
        assertThrows(
                InvalidInputException.class,
                () ->
                    new Moments(
                        1,
                        List.of("x", "y"),
                        List.of(Double.NaN, 0.0),
                        List.of(List.of(1.0, 1.5), List.of(1.5, 1.0))))
            .problems()
            .size());
    assertThrows(
        InvalidInputException.class,
        () -> new Moments(9, List.of("x"), List.of(0.0, 1.0), List.of(List.of(1.0))));
    // Each pair is possible, all three together are not.
    Moments moments =
        Moments.ofCorrelations(
            50,
            List.of("a", "b", "y"),
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            List.of(List.of(1.0, 0.9, 0.9), List.of(0.9, 1.0, -0.9), List.of(0.9, -0.9, 1.0)));
    assertProblem(
        Regression.fromMoments(moments, "y", List.of("a", "b")), "do not belong together");
    Moments collinear =
        Moments.of(Map.of("y", Y, "a", X, "b", Arrays.stream(X).map(v -> 3 * v - 1).toArray()));
    assertProblem(
        Regression.fromMoments(collinear, "y", List.of("a", "b")), "b is", "linear combination");
  }

  @Test
  void cautions() {
    double[] total = rows(8, i -> X[i] + 2 * Z[i]);
    RegressionFit perfect = Regression.of("y", total).term("x", X).term("z", Z).fit();
    assertEquals(1, perfect.cautions().size());
    assertTrue(perfect.cautions().get(0).message().contains("perfectly"));
    assertEquals(2, perfect.coefficient("z").estimate(), 1e-14);

    double[] y = rows(40, i -> i % 5 == 2 ? 1 : 0);
    RegressionFit few =
        Regression.of("y", y)
            .term("x", rows(40, i -> (i * 17) % 23))
            .withFamily(Family.LOGIT)
            .fit();
    assertTrue(few.cautions().get(0).message().startsWith("8 events for 1 predictors are few"));

    double[] near = rows(8, i -> X[i] + 1e-4 * Z[(i + 3) % 8]);
    List<Problem> collinear = plain().term("near", near).fit().cautions();
    assertTrue(collinear.get(0).message().contains("nearly a linear combination"));
    assertTrue(plain().fit().cautions().isEmpty());
  }
}

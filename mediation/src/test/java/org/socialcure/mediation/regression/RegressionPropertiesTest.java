package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.internal.linear.SymmetricMatrix;
import org.socialcure.mediation.model.Family;

/** What must hold of every equation, whatever the data. */
class RegressionPropertiesTest {
  private static final int TRIES = 40;

  /** Rows with two correlated predictors and an outcome of the family, on awkward scales. */
  private static Regression equation(Family family, long seed) {
    Random random = new Random(seed);
    int n = 40 + random.nextInt(60);
    double[] x = new double[n];
    double[] z = new double[n];
    double[] y = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double u = random.nextGaussian();
      x[i] = 50 + 12 * u;
      z[i] = 0.01 * (u + 2 * random.nextGaussian());
      weights[i] = 1 + random.nextInt(3);
      double eta = 0.3 + 0.5 * u + 20 * z[i];
      y[i] =
          switch (family) {
            case GAUSSIAN -> 1000 * (eta + random.nextGaussian());
            case LOGIT, PROBIT -> random.nextDouble() < 1 / (1 + Math.exp(-0.5 * eta)) ? 1 : 0;
            default -> Math.floor(-2 * Math.log(random.nextDouble()) * Math.exp(0.5 * eta));
          };
    }
    return Regression.of("y", y)
        .term("x", x)
        .term("z", z)
        .withWeights(weights)
        .withOffset(new double[n])
        .withFamily(family);
  }

  private static double[] map(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }

  private static double[] pick(double[] values, List<Integer> rows) {
    return rows.stream().mapToDouble(i -> values[i]).toArray();
  }

  private static Regression pick(Regression equation, List<Integer> rows) {
    Regression picked =
        Regression.of("y", pick(equation.outcomeValues(), rows)).withFamily(equation.family());
    for (String term : equation.terms().subList(1, equation.terms().size())) {
      picked = picked.term(term, pick(equation.values(term), rows));
    }
    return picked
        .withWeights(pick(equation.weights().orElseThrow(), rows))
        .withStandardErrors(equation.standardErrors());
  }

  private static Regression with(Regression equation, double[] x, double[] z, double[] y) {
    return Regression.of("y", y)
        .term("x", x)
        .term("z", z)
        .withWeights(equation.weights().orElseThrow())
        .withFamily(equation.family());
  }

  private static void assertSame(Coefficient expected, Coefficient ours, double factor) {
    double error = expected.standardError();
    assertEquals(expected.estimate() * factor, ours.estimate(), 1e-8 * error * Math.abs(factor));
    assertEquals(error * Math.abs(factor), ours.standardError(), 1e-8 * error * Math.abs(factor));
    assertEquals(expected.p(), ours.p(), 1e-7);
  }

  @Property(tries = TRIES)
  void scoresVanish(@ForAll Family family, @ForAll long seed) {
    Regression equation = equation(family, seed);
    RegressionFit fit = equation.fit();
    CaseStatistics cases = fit.cases().orElseThrow();
    double[] residuals = cases.residuals();
    double[] weights = equation.weights().orElseThrow();
    for (String term : equation.terms()) {
      double sum = 0;
      double size = 0;
      for (int i = 0; i < residuals.length; i++) {
        double value = term.equals(Regression.INTERCEPT) ? 1 : equation.values(term)[i];
        double score = weights[i] * residuals[i] * value;
        if (family == Family.NEGATIVE_BINOMIAL && fit.measures().theta().isPresent()) {
          double theta = fit.measures().theta().get().value();
          score /= 1 + cases.fitted()[i] / theta;
        } else if (family == Family.PROBIT) {
          continue;
        }
        sum += score;
        size += Math.abs(score);
      }
      assertEquals(0, sum, 1e-11 * size);
    }
    assertEquals(3, Arrays.stream(cases.leverage()).sum(), 1e-9);
  }

  @Property(tries = TRIES)
  void unitsAndOriginsOfPredictorsDoNotMatter(
      @ForAll Family family,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double unit,
      @ForAll @DoubleRange(min = -100, max = 100) double origin) {
    Regression equation = equation(family, seed);
    double[] x = map(equation.values("x"), v -> unit * (v - origin));
    double[] z = map(equation.values("z"), v -> -v);
    RegressionFit expected = equation.fit();
    RegressionFit fit = with(equation, x, z, equation.outcomeValues()).fit();
    assertSame(expected.coefficient("x"), fit.coefficient("x"), 1 / unit);
    assertSame(expected.coefficient("z"), fit.coefficient("z"), -1);
    // The old intercept is the new linear predictor at the old origin.
    Coefficient there = fit.combination("there", new double[] {1, -unit * origin, 0});
    assertSame(expected.coefficient(Regression.INTERCEPT), there, 1);
  }

  @Property(tries = TRIES)
  void unitsAndOriginOfALinearOutcomeScaleTheCoefficients(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1000) double unit) {
    Regression equation = equation(Family.GAUSSIAN, seed);
    double[] y = map(equation.outcomeValues(), v -> unit * v + 7);
    RegressionFit expected = equation.fit();
    RegressionFit fit = with(equation, equation.values("x"), equation.values("z"), y).fit();
    assertSame(expected.coefficient("x"), fit.coefficient("x"), unit);
    assertSame(expected.coefficient("z"), fit.coefficient("z"), unit);
    assertEquals(
        expected.measures().rSquared().orElseThrow(),
        fit.measures().rSquared().orElseThrow(),
        1e-10);
    assertEquals(expected.standardized().get("z"), fit.standardized().get("z"), 1e-10);
  }

  @Property(tries = TRIES)
  void orderOfRowsAndColumnsDoesNotMatter(
      @ForAll Family family, @ForAll long seed, @ForAll StandardErrors kind) {
    Assume.that(kind != StandardErrors.CR2 || family == Family.GAUSSIAN);
    Regression equation = equation(family, seed);
    int n = equation.outcomeValues().length;
    double[] clusters = IntStream.range(0, n).mapToDouble(i -> i % 9).toArray();
    equation = equation.withStandardErrors(kind).withClusters(clusters);
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    Regression shuffled = pick(equation, order).withClusters(pick(clusters, order));
    double[] x = shuffled.values("x");
    Regression turned = shuffled.without(List.of("x")).term("x", x);
    RegressionFit expected = equation.fit();
    RegressionFit fit = turned.fit();
    for (String term : expected.terms()) {
      assertSame(expected.coefficient(term), fit.coefficient(term), 1);
    }
  }

  @Property(tries = TRIES)
  void aWeightOfKIsKRows(@ForAll Family family, @ForAll long seed) {
    Regression equation = equation(family, seed);
    double[] weights = equation.weights().orElseThrow();
    List<Integer> rows =
        IntStream.range(0, weights.length)
            .boxed()
            .flatMap(i -> Collections.nCopies((int) weights[i], i).stream())
            .toList();
    Regression copies = pick(equation, rows);
    copies = copies.withWeights(map(copies.outcomeValues(), v -> 1));
    RegressionFit expected = copies.fit();
    RegressionFit fit = equation.fit();
    // Copies differ from weights in how many rows they are, which only the dispersion depends on.
    boolean dispersed = family == Family.GAUSSIAN || family == Family.QUASI_POISSON;
    double factor = dispersed ? Math.sqrt(expected.residualDf() / (double) fit.residualDf()) : 1;
    for (int j = 0; j < 3; j++) {
      Coefficient wanted = expected.coefficients().get(j);
      Coefficient ours = fit.coefficients().get(j);
      assertEquals(wanted.estimate(), ours.estimate(), 1e-8 * wanted.standardError());
      assertEquals(
          wanted.standardError() * factor, ours.standardError(), 1e-8 * ours.standardError());
    }
  }

  @Property(tries = TRIES)
  void oneClusterARowIsHc1InLinearEquations(@ForAll long seed) {
    Regression equation = equation(Family.GAUSSIAN, seed);
    double[] own =
        IntStream.range(0, equation.outcomeValues().length).mapToDouble(i -> -i).toArray();
    RegressionFit cluster =
        equation.withStandardErrors(StandardErrors.CLUSTER).withClusters(own).fit();
    RegressionFit hc1 = equation.withStandardErrors(StandardErrors.HC1).fit();
    for (String term : hc1.terms()) {
      Coefficient expected = hc1.coefficient(term);
      Coefficient ours = cluster.coefficient(term);
      assertEquals(expected.standardError(), ours.standardError(), 1e-8 * expected.standardError());
      assertEquals(own.length - 1, ours.df().orElseThrow());
    }
  }

  /** HC3 and Cook's distance are what leaving out each row in turn says. */
  @Property(tries = 10)
  void leavingOutRowsGivesHc3AndCooksDistance(@ForAll long seed) {
    Regression equation = equation(Family.GAUSSIAN, seed);
    int n = equation.outcomeValues().length;
    RegressionFit fit =
        equation.withWeights(onesLike(n)).withStandardErrors(StandardErrors.HC3).fit();
    double[][] sum = new double[3][3];
    double[] cooks = fit.cases().orElseThrow().cooksDistance();
    double[][] classical = equation.withWeights(onesLike(n)).fit().covariance();
    for (int left = 0; left < n; left++) {
      int row = left;
      List<Integer> others = IntStream.range(0, n).filter(i -> i != row).boxed().toList();
      double[] without = pick(equation.withWeights(onesLike(n)), others).fit().estimates();
      double[] shift = new double[3];
      for (int j = 0; j < 3; j++) {
        shift[j] = fit.estimates()[j] - without[j];
      }
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          sum[j][k] += shift[j] * shift[k];
        }
      }
      double distance = SymmetricMatrix.inverseForm(classical, shift).orElseThrow() / 3;
      assertEquals(distance, cooks[left], 1e-8 * (distance + 1e-6));
    }
    double[][] hc3 = fit.covariance();
    for (int j = 0; j < 3; j++) {
      assertEquals(hc3[j][j], sum[j][j], 1e-8 * hc3[j][j]);
    }
  }

  private static double[] onesLike(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Property(tries = TRIES)
  void momentsHoldAllThatLinearEquationsNeed(@ForAll long seed) {
    Regression equation = equation(Family.GAUSSIAN, seed);
    equation = equation.withWeights(onesLike(equation.outcomeValues().length));
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("z", equation.values("z"));
    columns.put("y", equation.outcomeValues());
    columns.put("x", equation.values("x"));
    RegressionFit expected = equation.fit();
    RegressionFit fit = Regression.fromMoments(Moments.of(columns), "y", List.of("x", "z")).fit();
    for (String term : expected.terms()) {
      assertSame(expected.coefficient(term), fit.coefficient(term), 1);
      if (!term.equals(Regression.INTERCEPT)) {
        assertEquals(expected.vif().get(term), fit.vif().get(term), 1e-9);
        assertEquals(expected.standardized().get(term), fit.standardized().get(term), 1e-10);
      }
    }
    FitMeasures measures = fit.measures();
    expected
        .measures()
        .withoutModelTest()
        .forEach(
            (name, value) ->
                assertEquals(value, measures.withoutModelTest().get(name), 1e-8 * Math.abs(value)));
  }

  @Property(tries = TRIES)
  void jointTestsAgreeWithFitsWithoutTheTerms(@ForAll Family family, @ForAll long seed) {
    Regression equation = equation(family, seed);
    RegressionFit fit = equation.fit();
    RegressionFit without = equation.without(List.of("z")).fit();
    Coefficient z = fit.coefficient("z");
    JointTest wald = fit.waldTest(List.of("z"));
    double square = z.statistic().orElseThrow() * z.statistic().orElseThrow();
    assertEquals(square, wald.statistic().orElseThrow(), 1e-9 * square);
    assertEquals(z.p(), wald.p().orElseThrow(), 1e-9);
    if (family == Family.GAUSSIAN) {
      double change =
          fit.measures().rSquared().orElseThrow() - without.measures().rSquared().orElseThrow();
      assertEquals(change, wald.rSquaredChange().orElseThrow(), 1e-12);
      assertEquals(
          fit.measures().modelTest().orElseThrow().statistic().orElseThrow(),
          fit.waldTest(List.of("x", "z")).statistic().orElseThrow(),
          1e-9 * fit.measures().modelTest().orElseThrow().statistic().orElseThrow());
    }
    if (family == Family.QUASI_POISSON) {
      assertTrue(fit.likelihoodRatioTest(List.of("z")).isEmpty());
    } else {
      JointTest ratio = fit.likelihoodRatioTest(List.of("z")).orElseThrow();
      double fall =
          2
              * (fit.measures().logLikelihood().orElseThrow()
                  - without.measures().logLikelihood().orElseThrow());
      assertEquals(fall, ratio.statistic().orElseThrow(), 1e-9);
      if (family == Family.LOGIT || family == Family.POISSON) {
        assertEquals(
            without.measures().deviance() - fit.measures().deviance(),
            ratio.statistic().orElseThrow(),
            1e-8);
      }
    }
  }

  @Property(tries = TRIES)
  void inflationIsThatOfThePredictorsAmongThemselves(@ForAll long seed) {
    Regression equation = equation(Family.GAUSSIAN, seed);
    RegressionFit among =
        Regression.of("x", equation.values("x"))
            .term("z", equation.values("z"))
            .withWeights(equation.weights().orElseThrow())
            .fit();
    double expected = 1 / (1 - among.measures().rSquared().orElseThrow());
    assertEquals(expected, equation.fit().vif().get("x"), 1e-9 * expected);
    assertEquals(expected, equation.fit().vif().get("z"), 1e-9 * expected);
  }

  /** With an intercept and one predictor it is known by looking whether outcomes are separated. */
  @Property(tries = 300)
  void separationIsFoundWhereThereIsOneAndOnlyThere(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int values) {
    Random random = new Random(seed);
    int n = 12 + random.nextInt(20);
    int cut = random.nextInt(values);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = Math.pow(random.nextInt(values), 1 + random.nextInt(2));
      y[i] = random.nextInt(20) == 0 ? random.nextInt(2) : x[i] > cut ? 1 : 0;
    }
    double[] zeros = IntStream.range(0, n).filter(i -> y[i] == 0).mapToDouble(i -> x[i]).toArray();
    double[] ones = IntStream.range(0, n).filter(i -> y[i] == 1).mapToDouble(i -> x[i]).toArray();
    if (zeros.length < 2 || ones.length < 2 || Arrays.stream(x).distinct().count() < 2) {
      return;
    }
    double gapUp = min(ones) - max(zeros);
    double gapDown = min(zeros) - max(ones);
    Regression equation = Regression.of("y", y).term("x", x);
    for (Family family : List.of(Family.LOGIT, Family.PROBIT)) {
      Regression asked = equation.withFamily(family);
      if (gapUp < 0 && gapDown < 0) {
        assertTrue(Double.isFinite(asked.fit().coefficient("x").estimate()));
      } else {
        String kind = gapUp > 0 || gapDown > 0 ? "complete separation" : "quasi-complete";
        String message = assertThrows(InvalidInputException.class, asked::fit).getMessage();
        assertTrue(message.startsWith("equation y: " + kind), message);
      }
    }
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  /** Counts that vary hardly more than Poisson counts have a theta that rounding moves. */
  @ParameterizedTest
  @ValueSource(longs = {-20005971, 1104})
  void almostPoissonCountsHaveAnEstimate(long seed) {
    Random random = new Random(seed);
    int n = 50;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      y[i] = Math.rint(8 * Math.exp(0.3 * x[i]) + random.nextInt(2));
    }
    RegressionFit fit =
        Regression.of("y", y).term("x", x).withFamily(Family.NEGATIVE_BINOMIAL).fit();
    assertTrue(fit.measures().pseudoRSquared().isPresent());
  }

  /** Counts that vary less than Poisson counts have no theta: the limit is the Poisson equation. */
  @Property(tries = 20)
  void withoutOverdispersionTheNegativeBinomialIsPoisson(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 50;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      y[i] = Math.rint(8 * Math.exp(0.3 * x[i]) + random.nextInt(2));
    }
    Regression equation = Regression.of("y", y).term("x", x);
    RegressionFit poisson = equation.withFamily(Family.POISSON).fit();
    RegressionFit negative = equation.withFamily(Family.NEGATIVE_BINOMIAL).fit();
    assertTrue(negative.measures().theta().isEmpty());
    assertTrue(negative.cautions().get(0).message().contains("not overdispersed"));
    assertSame(poisson.coefficient("x"), negative.coefficient("x"), 1);
    assertEquals(
        poisson.measures().logLikelihood().orElseThrow(),
        negative.measures().logLikelihood().orElseThrow(),
        1e-9);
  }
}

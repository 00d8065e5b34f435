package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.ProductError;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** Binary and count outcomes: against R, and by what is exactly true of rates and odds. */
class GeneralizedMediationTest {
  private static final double TOLERANCE = 1e-8;
  private static final int ROWS = 400;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("medglm_.*");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void binaryOutcomeAgreesWithR(ReferenceCase reference) {
    Reference golden = reference.golden().get("values");
    String x = reference.role("X");
    String m = reference.role("M");
    String y = reference.role("Y");
    Dataset data = Dataset.readCsv(reference.data(), CsvOptions.defaults());
    if (!data.names().contains(y)) {
      double[] work =
          data.texts("work1").stream()
              .mapToDouble(t -> t.equals(Optional.of("psyemp")) ? 1 : 0)
              .toArray();
      data = data.with(y, work);
    }
    String[] covariates =
        golden.get("model_m").names().stream()
            .filter(term -> !term.equals("(Intercept)") && !term.equals(x))
            .toArray(String[]::new);
    MediationResult result =
        Mediation.from(x)
            .through(m)
            .to(y)
            .adjustingFor(covariates)
            .build()
            .withFamily(y, Family.LOGIT)
            .fit(data);
    equation(golden.get("model_m"), result.equation(m).fit());
    equation(golden.get("model_y"), result.equation(y).fit());
    Effect direct = result.direct().orElseThrow();
    Reference.assertClose(golden.number("direct"), direct.estimate(), TOLERANCE);
    Reference.assertClose(golden.number("se_direct"), direct.se().orElseThrow(), TOLERANCE);
    Effect indirect = result.indirect(m);
    Reference.assertClose(golden.number("indirect"), indirect.estimate(), TOLERANCE);
    Reference.assertClose(golden.number("se_sobel"), indirect.se().orElseThrow(), TOLERANCE);
    Inference sobel =
        indirect.normalTheory().stream()
            .filter(
                t ->
                    t.method()
                        .equals(new InferenceMethod.ProductOfCoefficients(ProductError.SOBEL)))
            .findFirst()
            .orElseThrow();
    Reference.assertClose(golden.number("se_sobel"), sobel.se().orElseThrow(), TOLERANCE);
    Reference.assertClose(golden.number("z"), sobel.statistic().orElseThrow(), TOLERANCE);
    Reference.assertClose(golden.number("p"), sobel.p().orElseThrow(), TOLERANCE);
    Reference.assertClose(
        golden.number("exp_indirect"), result.estimate("exp(a*b)").estimate(), TOLERANCE);
    Map<String, Double> fit = result.document().equations().get(1).fit();
    Reference.assertClose(golden.number("minus2LL"), fit.get("minus-2ll"), TOLERANCE);
    Reference.assertClose(golden.number("lr_chi2"), fit.get("model-ll"), TOLERANCE);
    // Log odds of equations with and without the mediator are on two scales.
    assertEquals(Optional.empty(), result.total());
    assertEquals("log odds of " + y, indirect.scale().toString());
  }

  private static void equation(Reference golden, RegressionFit fit) {
    assertEquals(golden.names().size(), fit.terms().size());
    for (String term : golden.names()) {
      Reference expected = golden.get(term);
      Coefficient coefficient = fit.coefficient(term);
      Reference.assertClose(expected.number("estimate"), coefficient.estimate(), TOLERANCE);
      Reference.assertClose(expected.number("se"), coefficient.standardError(), TOLERANCE);
      Reference.assertClose(
          expected.number("stat"), coefficient.statistic().orElseThrow(), TOLERANCE);
      Reference.assertClose(expected.number("p"), coefficient.p(), 1e-7);
      Reference.assertClose(expected.number("ci95_lo"), coefficient.interval().lower(), TOLERANCE);
      Reference.assertClose(expected.number("ci95_hi"), coefficient.interval().upper(), TOLERANCE);
    }
  }

  /** A linear mediator, a count over months of follow-up, and a binary outcome. */
  private static Dataset data(long seed) {
    Random random = new Random(seed);
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String name :
        List.of("x", "age", "m", "visits", "months", "years", "log_months", "better")) {
      columns.put(name, new double[ROWS]);
    }
    for (int i = 0; i < ROWS; i++) {
      double x = i % 2;
      double age = random.nextGaussian();
      double m = 0.7 * x + 0.3 * age + random.nextGaussian();
      double months = 1 + random.nextInt(12);
      double rate = Math.exp(-1 + 0.4 * m - 0.3 * x + 0.5 * random.nextGaussian());
      columns.get("x")[i] = x;
      columns.get("age")[i] = age;
      columns.get("m")[i] = m;
      columns.get("months")[i] = months;
      columns.get("years")[i] = months / 12;
      columns.get("log_months")[i] = Math.log(months);
      columns.get("visits")[i] = poisson(random, rate * months);
      columns.get("better")[i] = random.nextDouble() < 1 / (1 + Math.exp(-m + 0.4 * x)) ? 1 : 0;
    }
    return Dataset.of(columns);
  }

  private static double poisson(Random random, double mean) {
    double threshold = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble();
        product > threshold;
        product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private static MediationModel model(Family family) {
    boolean binary = family == Family.LOGIT || family == Family.PROBIT;
    String y = binary ? "better" : "visits";
    return Mediation.from("x").through("m").to(y).adjustingFor("age").build().withFamily(y, family);
  }

  @ParameterizedTest
  @EnumSource(
      value = Family.class,
      names = {"POISSON", "QUASI_POISSON", "NEGATIVE_BINOMIAL"})
  void theUnitOfTimeMovesTheInterceptAlone(Family family) {
    Dataset data = data(3);
    MediationResult months = model(family).withExposure("visits", "months").fit(data);
    MediationResult offset = model(family).withOffset("visits", "log_months").fit(data);
    MediationResult years = model(family).withExposure("visits", "years").fit(data);
    double[] b = months.equation("visits").fit().estimates();
    assertArrayEquals(b, offset.equation("visits").fit().estimates(), 1e-12);
    double[] inYears = years.equation("visits").fit().estimates();
    assertEquals(b[0] + Math.log(12), inYears[0], TOLERANCE);
    for (int t = 1; t < b.length; t++) {
      assertEquals(b[t], inYears[t], TOLERANCE);
    }
    for (Effect effect : months.effects()) {
      Effect other = years.effect(effect.name());
      assertEquals(effect.estimate(), other.estimate(), TOLERANCE, effect.name());
      assertEquals(effect.se().orElseThrow(), other.se().orElseThrow(), TOLERANCE, effect.name());
    }
    // Log rates add up where the mediator is linear.
    double total = months.total().orElseThrow().estimate();
    assertEquals(
        months.direct().orElseThrow().estimate() + months.indirect("m").estimate(), total, 1e-12);
    assertEquals("log rate of visits", months.indirect("m").scale().toString());
  }

  /** With one binary predictor the rate ratio is the ratio of visits per month. */
  @Test
  void ratesOfTwoGroupsAreTheirVisitsPerMonth() {
    Dataset data = data(4);
    double[] visits = new double[2];
    double[] time = new double[2];
    for (int i = 0; i < ROWS; i++) {
      int group = (int) data.numbers("x")[i];
      visits[group] += data.numbers("visits")[i];
      time[group] += data.numbers("months")[i];
    }
    for (Family family : List.of(Family.POISSON, Family.QUASI_POISSON)) {
      RegressionFit fit =
          Mediation.of(PathModel.parse("m ~ x\nvisits ~ x"))
              .withFamily("visits", family)
              .withExposure("visits", "months")
              .fit(data)
              .equation("visits")
              .fit();
      assertEquals(visits[0] / time[0], Math.exp(fit.estimates()[0]), TOLERANCE);
      double ratio = visits[1] / time[1] / (visits[0] / time[0]);
      assertEquals(ratio, Math.exp(fit.estimates()[1]), TOLERANCE);
    }
  }

  /** At the estimate what is observed and what is expected have the same sum along every term. */
  @ParameterizedTest
  @EnumSource(
      value = Family.class,
      names = {"LOGIT", "POISSON", "QUASI_POISSON"})
  void scoresVanishAtTheEstimate(Family family) {
    Dataset data = data(5);
    MediationModel model = model(family);
    boolean count = family.isCount();
    String y = count ? "visits" : "better";
    RegressionFit fit =
        (count ? model.withExposure(y, "months") : model).fit(data).equation(y).fit();
    double[] fitted = fit.cases().orElseThrow().fitted();
    double[] observed = data.numbers(y);
    for (String term : fit.terms()) {
      double[] column = new double[ROWS];
      Arrays.fill(column, 1);
      double score = 0;
      double size = 0;
      for (int i = 0; i < ROWS; i++) {
        double value = term.equals("(Intercept)") ? 1 : data.numbers(term)[i];
        score += value * (observed[i] - fitted[i]);
        size += Math.abs(value * observed[i]);
      }
      assertEquals(0, score / size, 1e-10, term);
    }
  }

  /** A row that counts twice is a row that stands twice. */
  @ParameterizedTest
  @EnumSource(Family.class)
  void replicatesAreFitsOfTheDrawnRows(Family family) {
    Dataset data = data(6);
    Random random = new Random(7);
    int[][] indices = new int[3][ROWS];
    for (int[] resample : indices) {
      for (int i = 0; i < ROWS; i++) {
        resample[i] = random.nextInt(ROWS);
      }
    }
    boolean count = family.isCount();
    MediationModel model = count ? model(family).withExposure("visits", "months") : model(family);
    MediationResult result = model.fit(data, Bootstrap.percentile(3).withIndices(indices));
    for (int r = 0; r < indices.length; r++) {
      Map<String, double[]> drawn = new LinkedHashMap<>();
      for (String name : data.names()) {
        double[] all = data.numbers(name);
        drawn.put(name, Arrays.stream(indices[r]).mapToDouble(i -> all[i]).toArray());
      }
      MediationResult there = model.fit(Dataset.of(drawn));
      for (Effect effect : result.effects()) {
        double expected = there.effect(effect.name()).estimate();
        assertEquals(
            expected, result.replicates(effect)[r], 1e-7 * (1 + Math.abs(expected)), effect.name());
      }
    }
    assertTrue(result.effects().size() >= 2);
  }

  /**
   * A weight of two is a row that stands twice, for every estimate and, with a likelihood, error.
   */
  @ParameterizedTest
  @EnumSource(Family.class)
  void weightsAreRowsThatStandMoreThanOnce(Family family) {
    Dataset data = data(9);
    double[] weights = new double[ROWS];
    Arrays.setAll(weights, i -> 1 + i % 3);
    int[] repeated =
        IntStream.range(0, 3 * ROWS)
            .filter(i -> i / ROWS < 1 + i % ROWS % 3)
            .map(i -> i % ROWS)
            .toArray();
    MediationModel model =
        family.isCount() ? model(family).withExposure("visits", "months") : model(family);
    MediationResult weighted = model.withWeights("weight").fit(data.with("weight", weights));
    MediationResult rows = model.fit(data.take(repeated));
    for (FittedEquation equation : rows.equations()) {
      RegressionFit fit = equation.fit();
      RegressionFit other = weighted.equation(fit.outcome()).fit();
      assertArrayEquals(fit.estimates(), other.estimates(), 1e-7, fit.outcome());
      if (fit.family() != Family.GAUSSIAN && fit.family() != Family.QUASI_POISSON) {
        for (Coefficient coefficient : fit.coefficients()) {
          assertEquals(
              coefficient.standardError(),
              other.coefficient(coefficient.name()).standardError(),
              1e-7,
              coefficient.name());
        }
      }
    }
  }

  /** Two binary mediators in series: every coefficient has its scale, and nothing is added up. */
  @Test
  void effectsOnDifferentScalesAreNotAddedUp() {
    Dataset data = data(8);
    double[] binary = Arrays.stream(data.numbers("m")).map(m -> m > 0.2 ? 1 : 0).toArray();
    MediationResult result =
        Mediation.from("x")
            .through("n", "m")
            .to("visits")
            .build()
            .withFamily("n", Family.LOGIT)
            .withFamily("visits", Family.POISSON)
            .fit(data.with("n", binary));
    assertEquals(Optional.empty(), result.total());
    assertEquals(Optional.empty(), result.totalIndirect());
    assertTrue(
        result.indirect("n").scale().toString().contains("not an effect on a mean"),
        result.indirect("n").scale().toString());
    assertEquals("log rate of visits", result.indirect("m").scale().toString());
    assertTrue(result.effects().stream().noneMatch(e -> e.kind().isContrast()));
    assertTrue(
        result.document().cautions().stream().anyMatch(c -> c.code() == Caution.Code.NOT_LINEAR));
  }
}

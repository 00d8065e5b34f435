package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.CurvePoint;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.inference.Acceleration;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.mediation.regression.WildClusterTest;
import org.socialcure.mediation.regression.WildClusterTest.Draws;
import org.socialcure.mediation.regression.WildClusterTest.Multipliers;
import org.socialcure.testsupport.Reference;

/** Rows in clusters and strata against R; {@code clusters.R} beside the values made them. */
class ClustersTest {
  private static final Reference ALL =
      Reference.read(ClustersTest.class.getResourceAsStream("clusters.json"));

  private static final MediationModel MODEL = Mediation.from("x").through("m").to("y").build();

  private static double[] column(String name) {
    return ALL.numbers("data", name);
  }

  private static Dataset data() {
    Map<String, double[]> columns = new HashMap<>();
    List.of("x", "m", "y", "w", "site", "stratum").forEach(n -> columns.put(n, column(n)));
    return Dataset.of(columns);
  }

  private static int[][] indices(Reference of) {
    return of.all("indices").stream()
        .map(r -> Arrays.stream(r.numbers()).mapToInt(i -> (int) i).toArray())
        .toArray(int[][]::new);
  }

  /** An equation of y over the rows of the first clusters. */
  private static Regression equation(int sites, boolean weighted) {
    int[] rows =
        IntStream.range(0, column("site").length).filter(i -> column("site")[i] <= sites).toArray();
    Regression equation =
        Regression.of("y", pick("y", rows))
            .term("x", pick("x", rows))
            .term("m", pick("m", rows))
            .withClusters(pick("site", rows))
            .withStandardErrors(StandardErrors.CLUSTER);
    return weighted ? equation.withWeights(pick("w", rows)) : equation;
  }

  private static double[] pick(String column, int[] rows) {
    double[] values = column(column);
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  static Stream<Reference> tests() {
    return ALL.all("tests").stream();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void allCombinationsGiveThePValueOfResamplesFittedAnew(Reference expected) {
    boolean weighted = expected.text("name").contains("weighted");
    RegressionFit fit = equation((int) expected.number("sites"), weighted).fit();
    WildClusterTest test = fit.wildClusterTest(expected.text("term"), 9999, 1);
    assertEquals(expected.number("value", "t"), test.statistic(), 1e-10);
    assertEquals(fit.coefficient(test.term()).statistic().orElseThrow(), test.statistic(), 1e-10);
    assertEquals(expected.number("value", "count"), test.replicates());
    assertEquals(expected.number("value", "p"), test.p(), 1e-12);
    assertEquals(Draws.ALL, test.draws());
    assertEquals(OptionalLong.empty(), test.seed());
    assertEquals(
        test.clusters() < 12 ? Multipliers.WEBB : Multipliers.RADEMACHER, test.multipliers());
  }

  @Test
  void randomCombinationsComeNearAll() {
    RegressionFit fit = equation(12, false).fit();
    WildClusterTest all = fit.wildClusterTest("x", 4096, 1);
    WildClusterTest some = fit.wildClusterTest("x", 4095, 1);
    assertEquals(Draws.RANDOM, some.draws());
    assertEquals(OptionalLong.of(1), some.seed());
    assertEquals(all.p(), some.p(), 4 * Math.sqrt(all.p() * (1 - all.p()) / 4095));
    assertEquals(some, fit.wildClusterTest("x", 4095, 1));
    // The statistic is the same whatever the errors of the fit.
    assertEquals(
        some,
        fit.equation().withStandardErrors(StandardErrors.CR2).fit().wildClusterTest("x", 4095, 1));
    assertTrue(all.toString().contains("4,096 combinations"), all.toString());
  }

  @Test
  void aWildClusterTestSaysWhatItNeeds() {
    RegressionFit fit = equation(12, false).fit();
    assertThrows(InvalidInputException.class, () -> fit.wildClusterTest("nobody", 99, 1));
    assertThrows(InvalidInputException.class, () -> fit.wildClusterTest("x", 0, 1));
    Regression rows = Regression.of("y", column("y")).term("x", column("x"));
    assertThrows(InvalidInputException.class, () -> rows.fit().wildClusterTest("x", 99, 1));
    double[] counts = Arrays.stream(column("y")).map(v -> Math.floor(Math.abs(3 * v))).toArray();
    RegressionFit poisson =
        Regression.of("c", counts)
            .term("x", column("x"))
            .withFamily(Family.POISSON)
            .withClusters(column("site"))
            .fit();
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> poisson.wildClusterTest("x", 99, 1));
    assertTrue(refused.getMessage().contains("linear equation"), refused.getMessage());
  }

  static Stream<Reference> sums() {
    return ALL.all("parallel").stream();
  }

  /** Robust errors of rows stay those of rows where the model has clusters for its bootstrap. */
  @ParameterizedTest
  @MethodSource("sums")
  void sumsOverEquationsSideBySideHaveTheErrorsOfBothTogether(Reference expected) {
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*x"))
            .withClusters("site")
            .withStandardErrors(
                StandardErrors.valueOf(expected.text("kind").toUpperCase(Locale.ROOT)));
    MediationResult result =
        (expected.text("rows").equals("weighted") ? model.withWeights("w") : model).fit(data());
    double own = result.estimate("a + b").classical().orElseThrow().se().orElseThrow();
    assertEquals(expected.number("se"), own, 1e-12);
  }

  @Test
  void regionsUnderBiasReducedErrorsHaveTheDegreesOfFreedomOfEachValue() {
    Reference expected = ALL.get("regions");
    MediationModel model =
        Mediation.of(PathModel.parse("x ~ m + w + m:w")).between("m", "x").withClusters("site");
    MediationResult result = model.withStandardErrors(StandardErrors.CR2).fit(data());
    SignificanceRegions regions = result.regions().get(0);
    assertEquals(SignificanceRegions.Method.POINTWISE_TESTS, regions.method());
    double[] bounds = expected.numbers("bounds");
    assertEquals(bounds.length, regions.bounds().size());
    for (int i = 0; i < bounds.length; i++) {
      assertEquals(bounds[i], regions.bounds().get(i), 1e-9);
    }
    CurvePoint first = regions.curve().get(0);
    assertEquals(expected.number("se"), first.se().orElseThrow(), 1e-12);
    close(expected.numbers("limits"), first.interval());
    assertTrue(result.report().text().replaceAll("\\s+", " ").contains("(Satterthwaite)"));
    assertEquals(
        SignificanceRegions.Method.CLOSED_FORM, model.fit(data()).regions().get(0).method());
  }

  @Test
  void studentisedAndBcaIntervalsOfWholeClusters() {
    Reference expected = ALL.get("clusters");
    Bootstrap studentised =
        Bootstrap.of(IntervalMethod.STUDENTIZED, 2).withIndices(indices(expected));
    MediationModel model = MODEL.withClusters("site").withLevel(0.9);
    MediationResult result = model.fit(data(), studentised);
    assertEquals(expected.number("estimate"), result.indirect("m").estimate(), 1e-12);
    assertEquals(
        expected.number("se"),
        result.indirect("m").classical().orElseThrow().se().orElseThrow(),
        1e-12);
    double[] replicates = result.replicates(result.indirect("m"));
    for (int r = 0; r < replicates.length; r++) {
      assertEquals(expected.numbers("replicates")[r], replicates[r], 1e-10);
    }
    close(expected.numbers("studentized"), result.indirect("m").interval().orElseThrow());
    close(
        expected.numbers("bca"),
        model
            .fit(data(), Bootstrap.bca(2).withIndices(indices(expected)))
            .indirect("m")
            .interval()
            .orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(Acceleration.class)
  void bcaIntervalsWithinStrata(Acceleration acceleration) {
    Reference expected = ALL.get("strata");
    MediationResult result =
        MODEL
            .withLevel(0.9)
            .fit(
                data(),
                Bootstrap.bca(2)
                    .withAcceleration(acceleration)
                    .withStrata("stratum")
                    .withIndices(indices(expected)));
    assertEquals(BootstrapKind.STRATIFIED, result.document().bootstrap().orElseThrow().kind());
    Interval own = result.indirect("m").interval().orElseThrow();
    switch (acceleration) {
      case JACKKNIFE -> close(expected.numbers("bca"), own);
      case REGRESSION -> close(expected.numbers("bcaRegression"), own);
      case INFINITESIMAL -> assertEquals(expected.numbers("bca")[1], own.upper(), 5e-3);
    }
  }

  private static void close(double[] expected, Interval own) {
    assertEquals(expected[0], own.lower(), 1e-9);
    assertEquals(expected[1], own.upper(), 1e-9);
  }

  /**
   * Where the predictors are exogenous the spread is the cluster error without its small factor.
   */
  @Test
  void theWildClusterBootstrapHasTheSpreadOfClusterErrors() {
    MediationResult result =
        Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*m + c*x"))
            .withClusters("site")
            .fit(data(), Bootstrap.percentile(4000).seed(5).withKind(BootstrapKind.WILD_CLUSTER));
    RegressionFit fit = result.equations().get(0).fit();
    double factor = 12 / 11.0 * (fit.rows() - 1.0) / (fit.rows() - 2.0);
    double expected = fit.coefficient("x").standardError() / Math.sqrt(factor);
    double own = result.estimate("a").bootstrap().orElseThrow().se().orElseThrow();
    assertEquals(1, own / expected, 0.05);
    assertTrue(result.report().text().contains("ild bootstrap of residuals by clusters"));
  }

  @Test
  void theWildClusterBootstrapNeedsClustersLinearEquationsAndNoWeights() {
    Bootstrap wild = Bootstrap.percentile(99).withKind(BootstrapKind.WILD_CLUSTER);
    assertThrows(InvalidInputException.class, () -> MODEL.fit(data(), wild));
    assertThrows(
        InvalidInputException.class,
        () -> MODEL.withClusters("site").withWeights("w").fit(data(), wild));
    double[] two = Arrays.stream(column("y")).map(v -> v > 0 ? 1 : 0).toArray();
    MediationModel binary =
        Mediation.from("x")
            .through("m")
            .to("b")
            .build()
            .withFamily("b", Family.LOGIT)
            .withClusters("site");
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> binary.fit(data().with("b", two), wild));
    assertTrue(refused.getMessage().contains("use the cluster bootstrap"), refused.getMessage());
  }

  @ParameterizedTest
  @EnumSource(IntervalMethod.class)
  void theWildClusterBootstrapGivesEveryInterval(IntervalMethod method) {
    for (StandardErrors errors : List.of(StandardErrors.CLUSTER, StandardErrors.CR2)) {
      MediationResult result =
          MODEL
              .withClusters("site")
              .withStandardErrors(errors)
              .fit(data(), Bootstrap.of(method, 499).seed(5).withKind(BootstrapKind.WILD_CLUSTER));
      assertTrue(result.indirect("m").interval().orElseThrow().contains(0.4));
    }
  }
}

package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.testsupport.Reference;

/** Effects where a moderator has a value that one cluster alone has. */
class SingleClustersTest {
  private static final Reference ALL =
      Reference.read(ClustersTest.class.getResourceAsStream("clusters.json"));

  /** The moderator is far from zero, so that what cancels is not exactly zero. */
  private static Dataset data() {
    double[] site = ALL.numbers("data", "site");
    Map<String, double[]> columns = new HashMap<>();
    List.of("site", "x", "m", "y").forEach(n -> columns.put(n, ALL.numbers("data", n)));
    columns.put("own", Arrays.stream(site).map(g -> g == 3 ? 2020.1 : 2019.1).toArray());
    return Dataset.of(columns);
  }

  private static MediationResult fit(StandardErrors errors) {
    return Mediation.of(PathModel.parse("m ~ x + own + x:own\ny ~ m + x"))
        .between("x", "y")
        .withClusters("site")
        .withStandardErrors(errors)
        .withMonteCarlo(999, 1)
        .fit(data());
  }

  @ParameterizedTest
  @EnumSource(names = {"CLUSTER", "CR2"})
  void haveAReasonInThePlaceOfAnError(StandardErrors errors) {
    MediationResult result = fit(errors);
    int without = 0;
    for (Effect effect : result.effects()) {
      boolean there = effect.key().at().values().stream().anyMatch(v -> v > 2020);
      if (!there) {
        assertTrue(effect.classical().orElseThrow().se().isPresent(), effect.toString());
        continue;
      }
      without++;
      assertMissing(effect.classical().orElseThrow());
      if (effect.kind() == EffectKind.INDIRECT) {
        assertEquals(6, effect.normalTheory().size());
        effect.normalTheory().forEach(SingleClustersTest::assertMissing);
      }
    }
    assertTrue(without >= 2, result.effects().toString());
    String text = result.report().text().replaceAll("\\s+", " ");
    assertTrue(text.contains(NoInterval.SINGLE_CLUSTERS_DECIDE.explanation()), text);
    assertFalse(result.document().toString().contains("\"se\":0.0,"));
  }

  private static void assertMissing(Inference inference) {
    assertEquals(
        Inference.missing(inference.method(), NoInterval.SINGLE_CLUSTERS_DECIDE), inference);
    assertEquals(Optional.empty(), inference.interval());
  }

  /** Signs of residuals do not reach what one cluster alone decides, whatever the errors are. */
  @ParameterizedTest
  @EnumSource(names = {"CLASSICAL", "HC3", "CLUSTER", "CR2"})
  void aWildBootstrapHasAReasonInThePlaceOfTooNarrowLimits(StandardErrors errors) {
    MediationResult result =
        Mediation.of(PathModel.parse("m ~ x + own + x:own\ny ~ m + x"))
            .between("x", "y")
            .withClusters("site")
            .withStandardErrors(errors)
            .fit(data(), Bootstrap.percentile(199).seed(1).withKind(BootstrapKind.WILD_CLUSTER));
    int without = 0;
    for (Effect effect : result.effects()) {
      Inference drawn = effect.bootstrap().orElseThrow();
      boolean there = effect.key().at().values().stream().anyMatch(v -> v > 2020);
      if (there) {
        without++;
        assertEquals(Inference.missing(drawn.method(), NoInterval.SIGNS_CHANGE_NOTHING), drawn);
        effect.standardised().forEach(s -> assertTrue(s.interval().isEmpty(), s.toString()));
      } else {
        assertTrue(drawn.interval().orElseThrow().width() > 0.01, effect.toString());
      }
    }
    assertTrue(without >= 2, result.effects().toString());
    String text = result.report().text().replaceAll("\\s+", " ");
    assertTrue(text.contains(NoInterval.SIGNS_CHANGE_NOTHING.explanation()), text);
  }

  /** Other units still move the coefficient of a predictor that one unit alone has. */
  @ParameterizedTest
  @CsvSource({"WILD_CLUSTER, 3, true", "WILD, 1, true", "WILD_CLUSTER, 1, false"})
  void aPredictorOfOneUnitIsToldUnderAWildBootstrap(BootstrapKind kind, int unit, boolean told) {
    double[] site = ALL.numbers("data", "site");
    double[] own = new double[site.length];
    for (int i = 0; i < own.length; i++) {
      boolean there = kind == BootstrapKind.WILD_CLUSTER ? site[i] == unit : i == unit;
      own[i] = there || (!told && i < 2 * unit) ? 1 : 0;
    }
    own[own.length - 1] = told ? 0 : 1;
    MediationResult result =
        Mediation.from("own")
            .through("m")
            .to("y")
            .build()
            .withClusters("site")
            .fit(data().with("own", own), Bootstrap.percentile(199).seed(1).withKind(kind));
    long cautions =
        result.cautions().stream().filter(c -> c.code() == Caution.Code.LONE_UNIT).count();
    assertEquals(told ? 2 : 0, cautions, result.cautions().toString());
    for (Effect effect : result.effects()) {
      Inference drawn = effect.bootstrap().orElseThrow();
      assertTrue(drawn.interval().orElseThrow().width() > 0.01, effect.toString());
    }
  }

  /** With a predictor for each cluster, only resamples that are the sample can be estimated. */
  @ParameterizedTest
  @EnumSource(IntervalMethod.class)
  void clustersWithPredictorsOfTheirOwnHaveAReasonInThePlaceOfLimits(IntervalMethod method) {
    double[] site = ALL.numbers("data", "site");
    int[] few = IntStream.range(0, site.length).filter(i -> site[i] <= 4).toArray();
    Map<String, double[]> columns = new HashMap<>();
    for (String name : List.of("site", "x", "m", "y")) {
      double[] all = ALL.numbers("data", name);
      columns.put(name, Arrays.stream(few).mapToDouble(i -> all[i]).toArray());
    }
    MediationResult result =
        Mediation.from("x")
            .through("m")
            .to("y")
            .adjustingFor("site")
            .build()
            .withClusters("site")
            .withCoding("site", CategoricalCoding.of(Scheme.INDICATOR))
            .fit(Dataset.of(columns), Bootstrap.of(method, 999).seed(1));
    for (Effect effect : result.effects()) {
      Inference drawn = effect.bootstrap().orElseThrow();
      assertEquals(Inference.missing(drawn.method(), NoInterval.REPLICATES_DO_NOT_VARY), drawn);
      effect.standardised().forEach(s -> assertTrue(s.se().isEmpty(), s.toString()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLUSTER", "CR2"})
  void aCombinationIsRefused(StandardErrors errors) {
    RegressionFit fit = fit(errors).equation("m").fit();
    double[] elsewhere = {0, 1, 0, 2019.1};
    double[] there = {0, 1, 0, 2020.1};
    assertFalse(fit.isDecidedBySingleClusters(elsewhere));
    assertTrue(fit.combination("x elsewhere", elsewhere).standardError() > 0.01);
    assertTrue(fit.isDecidedBySingleClusters(there));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> fit.combination("x there", there));
    assertTrue(refused.getMessage().contains("coefficient of x there"), refused.getMessage());
    RegressionFit rows = fit.equation().withStandardErrors(StandardErrors.CLASSICAL).fit();
    assertFalse(rows.isDecidedBySingleClusters(there));
    assertTrue(rows.combination("x there", there).standardError() > 0.01);
  }
}

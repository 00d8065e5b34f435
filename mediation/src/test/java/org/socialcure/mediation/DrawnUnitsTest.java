package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.inference.Acceleration;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.regression.StandardErrors;

/** Intervals are of the units that were resampled: rows, clusters, or rows within strata. */
class DrawnUnitsTest {
  private static final MediationModel MODEL = Mediation.from("x").through("m").to("y").build();

  /** Rows that are each written several times, with the row they are a copy of. */
  private static Dataset data(int rows, int copies) {
    Random random = new Random(3);
    Map<String, double[]> columns = new HashMap<>();
    List.of("x", "m", "y", "unit", "id", "half")
        .forEach(n -> columns.put(n, new double[rows * copies]));
    for (int i = 0; i < rows; i++) {
      double x = Math.rint(random.nextGaussian() * 100) / 100;
      double m = 0.5 * x + random.nextGaussian();
      double y = 0.5 * m + random.nextGaussian();
      for (int c = 0; c < copies; c++) {
        int at = i * copies + c;
        columns.get("x")[at] = x;
        columns.get("m")[at] = m;
        columns.get("y")[at] = y;
        columns.get("unit")[at] = i;
        columns.get("id")[at] = at;
        columns.get("half")[at] = i % 2;
      }
    }
    return Dataset.of(columns);
  }

  private static Effect indirect(MediationResult result) {
    return result.indirect("m");
  }

  private static boolean cautions(MediationResult result, Caution.Code code) {
    return result.cautions().stream().anyMatch(c -> c.code() == code);
  }

  @Test
  void clustersAreDrawnWhereTheModelHasThemAndRowsOnlyWhenNamed() {
    Dataset data = data(24, 5);
    MediationModel clustered = MODEL.withClusters("unit");
    Bootstrap plain = Bootstrap.percentile(200).seed(4);
    MediationResult byDefault = clustered.fit(data, plain);
    MediationResult named = clustered.fit(data, plain.withKind(BootstrapKind.CLUSTER));
    MediationResult rows = clustered.fit(data, plain.withKind(BootstrapKind.CASE));
    assertEquals(BootstrapKind.CLUSTER, byDefault.document().bootstrap().orElseThrow().kind());
    assertEquals(named.document(), byDefault.document());
    assertEquals(BootstrapKind.CASE, rows.document().bootstrap().orElseThrow().kind());
    assertFalse(cautions(byDefault, Caution.Code.CLUSTERS_SPLIT));
    assertTrue(cautions(rows, Caution.Code.CLUSTERS_SPLIT));
    String text = byDefault.report().text();
    assertTrue(text.contains("24, by unit"), text);
    assertTrue(text.contains("Clusters resampled"), text);
    assertEquals(24, byDefault.document().model().clusters().orElseThrow().count());
    MediationResult without = MODEL.fit(data, plain);
    assertEquals(BootstrapKind.CASE, without.document().bootstrap().orElseThrow().kind());
    assertArrayEquals(
        without.replicates(indirect(without)), rows.replicates(indirect(rows)), 1e-12);
  }

  @Test
  void errorsThatIgnoreTheClustersAreSaid() {
    Dataset data = data(24, 5);
    Bootstrap plain = Bootstrap.percentile(50).seed(4);
    MediationModel clustered = MODEL.withClusters("unit");
    assertFalse(cautions(clustered.fit(data, plain), Caution.Code.CLUSTERS_IGNORED));
    for (StandardErrors kind : StandardErrors.values()) {
      assertEquals(
          !kind.usesClusters(),
          cautions(
              clustered.withStandardErrors(kind).fit(data, plain), Caution.Code.CLUSTERS_IGNORED));
    }
    assertTrue(
        cautions(
            clustered.withStandardErrors("y", StandardErrors.HC3).fit(data),
            Caution.Code.CLUSTERS_IGNORED));
  }

  /** 24 units written five times each say as much as the 24 units, and no more. */
  @ParameterizedTest
  @EnumSource(IntervalMethod.class)
  void unitsWrittenFiveTimesSayAsMuchAsOnce(IntervalMethod method) {
    for (Acceleration acceleration : Acceleration.values()) {
      Bootstrap bootstrap = Bootstrap.of(method, 500).seed(9).withAcceleration(acceleration);
      MediationResult once =
          MODEL.withStandardErrors(StandardErrors.HC0).fit(data(24, 1), bootstrap);
      MediationResult copies = MODEL.withClusters("unit").fit(data(24, 5), bootstrap);
      Interval expected = indirect(once).interval().orElseThrow();
      Interval ours = indirect(copies).interval().orElseThrow();
      // The small-sample factor of cluster errors differs by equation, but is nearly one for both.
      double tolerance = method == IntervalMethod.STUDENTIZED ? 2e-3 : 1e-6;
      assertEquals(expected.lower(), ours.lower(), tolerance, acceleration.name());
      assertEquals(expected.upper(), ours.upper(), tolerance, acceleration.name());
    }
  }

  @Test
  void fewClustersAreSaidAndFewerThanThreeRefused() {
    MediationModel clustered = MODEL.withClusters("unit");
    Bootstrap plain = Bootstrap.percentile(60).seed(4);
    for (int clusters : new int[] {3, 19, 20, 40}) {
      MediationResult result = clustered.fit(data(clusters, 8), plain);
      Optional<Caution> caution =
          result.cautions().stream().filter(c -> c.code() == Caution.Code.FEW_CLUSTERS).findFirst();
      assertEquals(clusters < 20, caution.isPresent(), clusters + " clusters");
      caution.ifPresent(
          c ->
              assertTrue(c.message().contains("cr2") && c.message().contains("wild"), c.message()));
    }
    clustered.withStandardErrors(StandardErrors.CR2).fit(data(12, 8), plain).cautions().stream()
        .filter(c -> c.code() == Caution.Code.FEW_CLUSTERS)
        .forEach(c -> assertFalse(c.message().contains("Remedies: cr2"), c.message()));
    double[] halves = IntStream.range(0, 80).mapToDouble(i -> i % 2).toArray();
    Dataset two = data(40, 2).with("unit", halves);
    InvalidInputException errors =
        assertThrows(InvalidInputException.class, () -> clustered.fit(two, plain));
    assertTrue(errors.getMessage().contains("standard errors need at least 3"));
    MediationModel classical = clustered.withStandardErrors(StandardErrors.CLASSICAL);
    InvalidInputException resampling =
        assertThrows(InvalidInputException.class, () -> classical.fit(two, plain));
    assertTrue(resampling.getMessage().contains("resampling clusters needs at least 3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "unit"})
  void strataThatLeaveNothingToDrawAreRefused(String strata) {
    Bootstrap bootstrap = Bootstrap.percentile(60).withStrata(strata);
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> MODEL.withClusters("unit").fit(data(24, 5), bootstrap));
    assertTrue(refused.getMessage().contains("bootstrap strata"), refused.getMessage());
  }

  @Test
  void strataOfOneRowAreSaid() {
    double[] strata = new double[60];
    strata[0] = 1;
    Dataset data = data(60, 1).with("s", strata);
    MediationResult result = MODEL.fit(data, Bootstrap.bca(99).withStrata("s"));
    assertTrue(cautions(result, Caution.Code.STRATA_OF_ONE_ROW));
    // The row that is alone is in every resample, and need not be left out.
    assertTrue(indirect(result).interval().isPresent());
  }

  @Test
  void kindsAndStrataDoNotContradictEachOther() {
    Bootstrap strata = Bootstrap.percentile(60).withStrata("half");
    assertEquals(Optional.of(BootstrapKind.STRATIFIED), strata.kind());
    assertThrows(InvalidInputException.class, () -> strata.withKind(BootstrapKind.CASE));
    Bootstrap cluster = Bootstrap.percentile(60).withKind(BootstrapKind.CLUSTER);
    assertThrows(InvalidInputException.class, () -> cluster.withStrata("half"));
    assertEquals(Optional.empty(), Bootstrap.percentile(60).kind());
  }

  @Test
  void suppliedResamplesOfWholeClustersAreTakenForThem() {
    Dataset data = data(12, 5);
    int[][] whole = new int[80][60];
    int[][] split = new int[80][60];
    Random random = new Random(8);
    for (int r = 0; r < 80; r++) {
      for (int i = 0; i < 60; i++) {
        whole[r][i] = i % 5 == 0 ? 5 * random.nextInt(12) : whole[r][i - 1] + 1;
        split[r][i] = random.nextInt(60);
      }
    }
    MediationModel clustered = MODEL.withClusters("unit");
    Bootstrap any = Bootstrap.percentile(80);
    assertEquals(
        BootstrapKind.CLUSTER,
        clustered.fit(data, any.withIndices(whole)).document().bootstrap().orElseThrow().kind());
    MediationResult rows = clustered.fit(data, any.withIndices(split));
    assertEquals(BootstrapKind.CASE, rows.document().bootstrap().orElseThrow().kind());
    assertTrue(cautions(rows, Caution.Code.CLUSTERS_SPLIT));
    for (BootstrapKind kind :
        List.of(
            BootstrapKind.CLUSTER,
            BootstrapKind.RESIDUAL,
            BootstrapKind.WILD,
            BootstrapKind.BAYESIAN)) {
      assertThrows(
          InvalidInputException.class,
          () -> clustered.fit(data, any.withKind(kind).withIndices(split)),
          kind.name());
    }
    assertThrows(
        InvalidInputException.class,
        () -> MODEL.fit(data, any.withStrata("half").withIndices(split)));
  }

  /** The reason stands where the interval would: in the value, the text and the document. */
  @Test
  void aLevelThatOneRowHoldsLeavesTheReasonInTheTables() {
    double[] rare = new double[60];
    rare[7] = 1;
    Dataset data = data(60, 1).with("rare", rare);
    MediationResult result =
        Mediation.from("x")
            .through("m")
            .to("y")
            .adjustingFor("rare")
            .build()
            .fit(data, Bootstrap.bca(400).seed(1));
    Inference inference = indirect(result).bootstrap().orElseThrow();
    assertEquals(Optional.empty(), inference.interval());
    assertEquals(Optional.of(NoInterval.UNIT_CANNOT_BE_LEFT_OUT), inference.missing());
    Standardised standardised = indirect(result).standardised().get(0);
    assertEquals(Optional.of(NoInterval.UNIT_CANNOT_BE_LEFT_OUT), standardised.missing());
    String text = result.report().text().replaceAll("\\s+", " ");
    assertTrue(text.contains("no interval, because without one of the rows or clusters"), text);
    assertTrue(result.report().json().contains("\"missing\": \"unit-cannot-be-left-out\""));
  }

  @Test
  void standardisedEffectsAndUpsilonHaveBcaLimitsAndForStudentisedTheReason() {
    Dataset data = data(60, 1);
    MediationResult bca = MODEL.fit(data, Bootstrap.bca(400).seed(1));
    MediationResult percentile = MODEL.fit(data, Bootstrap.percentile(400).seed(1));
    indirect(bca).standardised().forEach(s -> assertTrue(s.interval().isPresent()));
    assertTrue(
        bca.effectSizes().stream()
            .filter(s -> s.kind() == org.socialcure.mediation.effect.EffectSize.Kind.UPSILON)
            .allMatch(s -> s.interval().isPresent()));
    assertFalse(
        indirect(bca)
            .standardised()
            .get(1)
            .interval()
            .equals(indirect(percentile).standardised().get(1).interval()));
    MediationResult studentised =
        MODEL.fit(data, Bootstrap.of(IntervalMethod.STUDENTIZED, 400).seed(1));
    indirect(studentised)
        .standardised()
        .forEach(s -> assertEquals(Optional.of(NoInterval.NO_STANDARD_ERROR), s.missing()));
  }

  @ParameterizedTest
  @EnumSource(IntervalMethod.class)
  void twoReplicatesMakeNoInterval(IntervalMethod method) {
    MediationResult result = MODEL.fit(data(60, 1), Bootstrap.of(method, 2).seed(1));
    Inference inference = indirect(result).bootstrap().orElseThrow();
    assertEquals(method != IntervalMethod.NORMAL, inference.interval().isEmpty());
    if (method != IntervalMethod.NORMAL) {
      assertEquals(Optional.of(NoInterval.TOO_FEW_REPLICATES), inference.missing());
    }
  }

  @Test
  void degreesOfFreedomOfBiasReducedErrorsStandBesideEachCoefficient() {
    MediationResult result =
        MODEL.withClusters("unit").withStandardErrors(StandardErrors.CR2).fit(data(24, 5));
    String text = result.report().text().replaceAll("\\s+", " ");
    assertTrue(text.contains("SE t df p"), text);
    assertTrue(text.contains("degrees of freedom of each coefficient (Satterthwaite)"), text);
    assertTrue(text.contains("degrees of freedom of each coefficient (Satterthwaite);"), text);
    String table = result.equations().get(0).fit().table().text();
    assertTrue(table.contains("cr2 standard errors by 24 clusters"), table);
    assertTrue(table.contains("df"), table);
  }
}

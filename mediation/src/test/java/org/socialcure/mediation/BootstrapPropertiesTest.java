package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Family;

/** Replicates: the same for any number of threads, shared by all questions, centred and as wide. */
class BootstrapPropertiesTest {
  private static Dataset data(int rows, long seed) {
    Random random = new Random(seed);
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String name : List.of("x", "m", "n", "y", "group", "site", "bad")) {
      columns.put(name, new double[rows]);
    }
    for (int i = 0; i < rows; i++) {
      double x = random.nextGaussian();
      double m = 1 + 0.5 * x + random.nextGaussian();
      double n = -1 + 0.3 * x + 0.4 * m + random.nextGaussian();
      columns.get("x")[i] = x;
      columns.get("m")[i] = m;
      columns.get("n")[i] = n;
      columns.get("y")[i] = 0.2 * x + 0.4 * m - 0.3 * n + random.nextGaussian();
      columns.get("group")[i] = i % 4;
      columns.get("site")[i] = i / 4;
      columns.get("bad")[i] = random.nextDouble() < 0.3 ? 1 : 0;
    }
    return Dataset.of(columns);
  }

  private static MediationModel serial() {
    return Mediation.from("x").through("m", "n").inSeries().to("y").build();
  }

  @ParameterizedTest
  @EnumSource(BootstrapKind.class)
  void threadsAndRepetitionsChangeNoBit(BootstrapKind kind) {
    Dataset data = data(60, 1);
    Bootstrap bootstrap =
        (kind == BootstrapKind.STRATIFIED
                ? Bootstrap.percentile(50).withStrata("group")
                : Bootstrap.percentile(50).withKind(kind))
            .seed(11);
    MediationModel model = serial().withClusters("site");
    MediationResult one = model.fit(data, bootstrap.withThreads(1));
    MediationResult many = model.fit(data, bootstrap.withThreads(5));
    MediationResult other = model.fit(data, bootstrap.seed(12));
    assertEquals(one.document(), many.document());
    assertEquals(one.document(), model.fit(data, bootstrap).document());
    for (Effect effect : one.effects()) {
      assertArrayEquals(one.replicates(effect), many.replicates(many.effect(effect.key())));
      assertFalse(
          Arrays.equals(one.replicates(effect), other.replicates(other.effect(effect.key()))));
    }
    assertEquals(one.toString(), many.toString());
  }

  /** The first replicates of a longer run are those of a shorter one. */
  @Test
  void aLongerRunGoesOnWhereAShorterEnds() {
    Dataset data = data(50, 2);
    MediationResult few = serial().fit(data, Bootstrap.percentile(20));
    MediationResult more = serial().fit(data, Bootstrap.percentile(45));
    for (Effect effect : few.effects()) {
      assertArrayEquals(
          few.replicates(effect), Arrays.copyOf(more.replicates(more.effect(effect.name())), 20));
    }
  }

  @Test
  void allEffectsShareTheirReplicates() {
    MediationResult result = serial().fit(data(80, 3), Bootstrap.percentile(200));
    double[] total = result.replicates(result.total().orElseThrow());
    double[] direct = result.replicates(result.direct().orElseThrow());
    double[] m = result.replicates(result.indirect("m"));
    double[] n = result.replicates(result.indirect("n"));
    double[] both = result.replicates(result.indirect("m", "n"));
    double[] difference = result.replicates(result.effect("via m − via n"));
    for (int r = 0; r < total.length; r++) {
      assertEquals(direct[r] + m[r] + n[r] + both[r], total[r], 1e-12);
      assertEquals(m[r] - n[r], difference[r], 1e-12);
    }
    // A later question is answered from the same replicates.
    Effect contrast = result.contrast(result.indirect("m"), result.indirect("n"));
    Effect asked = result.effect("via m − via n");
    assertEquals(asked.interval(), contrast.interval());
    assertEquals(asked.se(), contrast.se());
    Effect doubled = result.estimate("2*a1*b1");
    assertEquals(
        2 * result.indirect("m").interval().orElseThrow().upper(),
        doubled.interval().orElseThrow().upper(),
        1e-12);
  }

  /**
   * With many rows of independent, equally varying errors every kind agrees with the delta method:
   * replicates around the estimate, spread like its standard error.
   */
  @ParameterizedTest
  @EnumSource(BootstrapKind.class)
  void everyKindIsCentredAndAsWideAsTheory(BootstrapKind kind) {
    int replicates = 400;
    Bootstrap bootstrap =
        kind == BootstrapKind.STRATIFIED
            ? Bootstrap.percentile(replicates).withStrata("group")
            : Bootstrap.percentile(replicates).withKind(kind);
    MediationModel model = kind.drawsClusters() ? serial().withClusters("site") : serial();
    MediationResult result = model.fit(data(800, 4), bootstrap);
    for (Effect effect : result.effects()) {
      if (effect.kind() == EffectKind.INDIRECT || effect.kind() == EffectKind.DIRECT) {
        double[] values = result.replicates(effect);
        assertEquals(replicates, values.length);
        double mean = Arrays.stream(values).average().orElseThrow();
        double sd =
            Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (replicates - 1));
        double error = effect.classical().orElseThrow().se().orElseThrow();
        assertEquals(
            effect.estimate(), mean, 4.5 * sd / Math.sqrt(replicates), effect.name() + " mean");
        // The error of a SD of 400 values is 3.5 %; that of the theory at 800 rows is similar.
        assertEquals(1, sd / error, 0.2, effect.name() + " spread");
      }
    }
  }

  @Test
  void clustersOfCopiesAreAsWideAsOneRowEach() {
    // Every row of a site is the same row: a cluster bootstrap must be as wide as one row a site.
    Dataset sites = data(60, 5);
    Dataset copies = sites.append(sites).append(sites);
    double[] site = new double[180];
    Arrays.setAll(site, i -> i % 60);
    Dataset clustered = copies.with("site", site);
    Bootstrap bootstrap = Bootstrap.percentile(300);
    double single = serial().fit(sites, bootstrap).indirect("m").se().orElseThrow();
    double cluster =
        serial()
            .withClusters("site")
            .fit(clustered, bootstrap.withKind(BootstrapKind.CLUSTER))
            .indirect("m")
            .se()
            .orElseThrow();
    double rows = serial().fit(clustered, bootstrap).indirect("m").se().orElseThrow();
    assertEquals(1, cluster / single, 0.15);
    assertEquals(1 / Math.sqrt(3), rows / single, 0.1);
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    Dataset data = data(40, 6);
    for (BootstrapKind kind : List.of(BootstrapKind.CLUSTER, BootstrapKind.STRATIFIED)) {
      assertThrows(
          InvalidInputException.class,
          () -> serial().fit(data, Bootstrap.percentile(10).withKind(kind)));
    }
    MediationModel binary =
        Mediation.from("x").through("m").to("bad").build().withFamily("bad", Family.LOGIT);
    for (BootstrapKind kind : List.of(BootstrapKind.RESIDUAL, BootstrapKind.WILD)) {
      InvalidInputException refused =
          assertThrows(
              InvalidInputException.class,
              () -> binary.fit(data, Bootstrap.percentile(10).withKind(kind)));
      assertTrue(refused.getMessage().contains("bad"), refused.getMessage());
    }
    int[][] beyond = {new int[] {0, 1, 2}, new int[] {3, 40, 5}};
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> serial().fit(data, Bootstrap.percentile(2).withIndices(beyond)));
    assertEquals("resample 2", refused.problems().get(0).where());
  }

  @ParameterizedTest
  @EnumSource(IntervalMethod.class)
  void everyIntervalHoldsTheEstimateOfALargeSample(IntervalMethod method) {
    Effect effect = serial().fit(data(200, 7), Bootstrap.of(method, 300)).indirect("m");
    double lower = effect.interval().orElseThrow().lower();
    double upper = effect.interval().orElseThrow().upper();
    assertTrue(lower < effect.estimate() && effect.estimate() < upper);
    double width = 2 * 1.96 * effect.classical().orElseThrow().se().orElseThrow();
    assertEquals(1, (upper - lower) / width, 0.3, method.toString());
  }
}

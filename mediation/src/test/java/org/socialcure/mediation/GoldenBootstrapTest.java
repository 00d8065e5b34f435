package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.Interval;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.inference.Acceleration;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.report.ModelDocument.Effect;
import org.socialcure.mediation.report.ModelDocument.Standardised;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.Shared;

/** The whole bootstrap, resample by resample and interval by interval, on R's own resamples. */
class GoldenBootstrapTest {
  private static final double TOLERANCE = 1e-10;

  private static Dataset data = Dataset.of(Map.of());
  private static int[][] indices = new int[0][];
  private static Reference golden1000;
  private static Map<String, double[]> estimates = Map.of();

  @BeforeAll
  static void read() throws IOException {
    data = Dataset.readCsv(Shared.file("reference/data/boot60_tal_or.csv"));
    try (ZipInputStream zip =
        new ZipInputStream(
            Files.newInputStream(Shared.file("reference/data/boot60_tal_or_indices.csv.zip")))) {
      zip.getNextEntry();
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
      indices =
          reader
              .lines()
              .filter(l -> Character.isDigit(l.charAt(0)))
              .map(l -> Arrays.stream(l.split(",")).mapToInt(i -> Integer.parseInt(i.strip()) - 1))
              .map(i -> i.toArray())
              .toArray(int[][]::new);
    }
    assertEquals(1000, indices.length);
    golden1000 = golden(1000);
    estimates = Shared.columns("reference/golden/boot60_tal_or_estimates.csv");
  }

  private static Reference golden(int replicates) {
    InputStream json =
        GoldenBootstrapTest.class.getResourceAsStream(
            "golden/boot60_tal_or_B" + replicates + ".json");
    return Reference.read(json);
  }

  private static MediationModel simple() {
    return Mediation.from("cond").through("pmi").to("reaction").build();
  }

  private static MediationModel parallel() {
    return Mediation.from("cond").through("import", "pmi").to("reaction").build();
  }

  private static MediationModel serial() {
    return Mediation.from("cond").through("import", "pmi").inSeries().to("reaction").build();
  }

  @Test
  void everyResampleGivesTheEstimatesOfR() {
    Bootstrap bootstrap = Bootstrap.percentile(1000).indices(indices);
    MediationResult simple = simple().fit(data, bootstrap);
    MediationResult parallel = parallel().fit(data, bootstrap);
    MediationResult serial = serial().fit(data, bootstrap);
    same("simple_indirect", simple.replicates(simple.indirect("pmi")));
    same("simple_direct", simple.replicates(simple.direct().orElseThrow()));
    same("simple_total", simple.replicates(simple.total().orElseThrow()));
    same("par_ind1", parallel.replicates(parallel.indirect("import")));
    same("par_ind2", parallel.replicates(parallel.indirect("pmi")));
    same("par_total_ind", parallel.replicates(parallel.totalIndirect().orElseThrow()));
    same("par_contrast_1_minus_2", parallel.replicates(parallel.effect("via import − via pmi")));
    same("par_direct", parallel.replicates(parallel.direct().orElseThrow()));
    same("ser_ind_x_m1_y", serial.replicates(serial.indirect("import")));
    same("ser_ind_x_m2_y", serial.replicates(serial.indirect("pmi")));
    same("ser_ind_x_m1_m2_y", serial.replicates(serial.indirect("import", "pmi")));
  }

  private static void same(String statistic, double[] replicates) {
    double[] expected = estimates.get(statistic);
    assertEquals(expected.length, replicates.length);
    for (int r = 0; r < expected.length; r++) {
      // Relative to the size of such effects: a product near zero is a difference of larger
      // numbers.
      assertEquals(expected[r], replicates[r], TOLERANCE * Math.max(0.1, Math.abs(expected[r])));
    }
  }

  @ParameterizedTest
  // All levels and both numbers of resamples are held against R where intervals are computed.
  @ValueSource(doubles = {0.90})
  void intervalsOfEveryKindAreThoseOfR(double level) {
    for (int replicates : new int[] {1000}) {
      Reference golden = golden(replicates);
      int[][] drawn = Arrays.copyOf(indices, replicates);
      for (String statistic :
          List.of("simple_indirect", "par_contrast_1_minus_2", "ser_ind_x_m1_m2_y")) {
        Reference intervals =
            golden.get("values", "statistics", statistic, "intervals", "level_" + two(level));
        interval(
            intervals.numbers("percentile_type6"),
            statistic,
            level,
            drawn,
            IntervalMethod.PERCENTILE,
            QuantileRule.TYPE_6);
        interval(
            intervals.numbers("percentile_type7"),
            statistic,
            level,
            drawn,
            IntervalMethod.PERCENTILE,
            QuantileRule.TYPE_7);
        interval(
            intervals.numbers("percentile_boot_norm_inter"),
            statistic,
            level,
            drawn,
            IntervalMethod.PERCENTILE,
            QuantileRule.NORMAL_SCALE);
        interval(
            intervals.numbers("basic_boot_norm_inter"),
            statistic,
            level,
            drawn,
            IntervalMethod.BASIC,
            QuantileRule.NORMAL_SCALE);
        interval(
            intervals.numbers("normal_bias_corrected"),
            statistic,
            level,
            drawn,
            IntervalMethod.NORMAL,
            QuantileRule.NORMAL_SCALE);
        interval(
            intervals.numbers("bc", "boot_norm_inter"),
            statistic,
            level,
            drawn,
            IntervalMethod.BIAS_CORRECTED,
            QuantileRule.NORMAL_SCALE);
        interval(
            intervals.numbers("bca_jackknife", "type7"),
            statistic,
            level,
            drawn,
            IntervalMethod.BCA,
            QuantileRule.TYPE_7);
        interval(
            intervals.numbers("bca_jackknife", "boot_norm_inter"),
            statistic,
            level,
            drawn,
            IntervalMethod.BCA,
            QuantileRule.NORMAL_SCALE);
        if (intervals.has("studentized")) {
          interval(
              intervals.numbers("studentized", "boot_norm_inter"),
              statistic,
              level,
              drawn,
              IntervalMethod.STUDENTIZED,
              QuantileRule.NORMAL_SCALE);
        }
      }
    }
  }

  private static String two(double level) {
    return String.format(java.util.Locale.ROOT, "%.2f", level);
  }

  private static void interval(
      double[] expected,
      String statistic,
      double level,
      int[][] drawn,
      IntervalMethod method,
      QuantileRule rule) {
    Bootstrap bootstrap = Bootstrap.of(method, drawn.length).indices(drawn).rule(rule);
    Effect effect = effect(statistic, level, bootstrap);
    Interval limits = effect.bootstrap().orElseThrow().interval().orElseThrow();
    Reference.assertClose(expected[0], limits.lower(), 1e-9);
    Reference.assertClose(expected[1], limits.upper(), 1e-9);
  }

  private static Effect effect(String statistic, double level, Bootstrap bootstrap) {
    return switch (statistic) {
      case "simple_indirect" -> simple().level(level).fit(data, bootstrap).indirect("pmi");
      case "par_contrast_1_minus_2" ->
          parallel().level(level).fit(data, bootstrap).effect("via import − via pmi");
      default -> serial().level(level).fit(data, bootstrap).indirect("import", "pmi");
    };
  }

  @Test
  void infinitesimalJackknifeAgreesWithNumericalDerivatives() {
    Bootstrap bootstrap =
        Bootstrap.bca(1000)
            .indices(indices)
            .rule(QuantileRule.TYPE_7)
            .acceleration(Acceleration.INFINITESIMAL);
    double[] expected =
        golden1000.numbers(
            "values",
            "statistics",
            "simple_indirect",
            "intervals",
            "level_0.95",
            "bca_infinitesimal_jackknife",
            "type7");
    Interval limits = effect("simple_indirect", 0.95, bootstrap).interval().orElseThrow();
    // Both sides differentiate numerically.
    assertEquals(expected[0], limits.lower(), 1e-5);
    assertEquals(expected[1], limits.upper(), 1e-5);
  }

  @Test
  void standardisedEffectsAreStandardisedReplicateByReplicate() {
    Bootstrap bootstrap = Bootstrap.percentile(1000).indices(indices).rule(QuantileRule.TYPE_6);
    Effect effect = effect("simple_indirect", 0.95, bootstrap);
    for (Standardised version : effect.standardised()) {
      String name = version.kind().equals("partial") ? "simple_indirect_ps" : "simple_indirect_cs";
      Reference expected = golden1000.get("values", "statistics", name);
      Reference.assertClose(expected.number("t0"), version.estimate(), TOLERANCE);
      Reference.assertClose(expected.number("boot_se"), version.se().orElseThrow(), TOLERANCE);
      double[] limits = expected.numbers("intervals", "level_0.95", "percentile_type6");
      Reference.assertClose(limits[0], version.interval().orElseThrow().lower(), 1e-9);
      Reference.assertClose(limits[1], version.interval().orElseThrow().upper(), 1e-9);
    }
    assertEquals(2, effect.standardised().size());
  }
}

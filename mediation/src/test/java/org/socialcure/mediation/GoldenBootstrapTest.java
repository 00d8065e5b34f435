package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.inference.Acceleration;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** The whole bootstrap, resample by resample and interval by interval, on R's own resamples. */
class GoldenBootstrapTest {
  private static final double TOLERANCE = 1e-10;

  /** The largest of the cases that share their resamples. */
  static List<Draws> cases() {
    return ReferenceCase.all("boot\\d+_.*_B\\d+00").stream().map(Draws::new).toList();
  }

  /** A case with its resamples, and the three models: one mediator, two, and two in series. */
  private static final class Draws {
    private final ReferenceCase reference;
    private final Reference golden;
    private final Dataset data;
    private final int[][] indices;
    private final Map<String, double[]> estimates;
    private final String x;
    private final String first;
    private final String second;
    private final String y;

    private Draws(ReferenceCase reference) {
      this.reference = reference;
      golden = reference.golden();
      data = Dataset.readCsv(reference.data(), CsvOptions.defaults());
      indices =
          reference.draws().stream()
              .map(l -> Arrays.stream(l.split(",")).mapToInt(i -> Integer.parseInt(i.strip()) - 1))
              .map(i -> i.toArray())
              .toArray(int[][]::new);
      assertEquals(golden.get("values").integer("B"), indices.length);
      estimates = reference.estimates();
      List<String> series = reference.series();
      x = series.get(0);
      first = series.get(1);
      second = series.get(2);
      y = series.get(3);
    }

    private MediationModel simple() {
      return Mediation.from(x).through(second).to(y).build();
    }

    private MediationModel parallel() {
      return Mediation.from(x).through(first, second).to(y).build();
    }

    private MediationModel serial() {
      return Mediation.from(x).through(first, second).inSeries().to(y).build();
    }

    private String contrast() {
      return "via " + first + " − via " + second;
    }

    private void same(String statistic, double[] replicates) {
      double[] expected = estimates.get(statistic);
      assertEquals(expected.length, replicates.length);
      for (int r = 0; r < expected.length; r++) {
        // Relative to the size of such effects: a product near zero is a difference of larger
        // numbers.
        assertEquals(expected[r], replicates[r], TOLERANCE * Math.max(0.1, Math.abs(expected[r])));
      }
    }

    private void interval(
        double[] expected,
        String statistic,
        double level,
        IntervalMethod method,
        QuantileRule rule) {
      Bootstrap bootstrap =
          Bootstrap.of(method, indices.length).withIndices(indices).withRule(rule);
      Interval limits =
          effect(statistic, level, bootstrap).bootstrap().orElseThrow().interval().orElseThrow();
      Reference.assertClose(expected[0], limits.lower(), 1e-9);
      Reference.assertClose(expected[1], limits.upper(), 1e-9);
    }

    private Effect effect(String statistic, double level, Bootstrap bootstrap) {
      return switch (statistic) {
        case "simple_indirect" -> simple().withLevel(level).fit(data, bootstrap).indirect(second);
        case "par_contrast_1_minus_2" ->
            parallel().withLevel(level).fit(data, bootstrap).effect(contrast());
        default -> serial().withLevel(level).fit(data, bootstrap).indirect(first, second);
      };
    }

    @Override
    public String toString() {
      return reference.id();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyResampleGivesTheEstimatesOfR(Draws draws) {
    Dataset data = draws.data;
    String first = draws.first;
    String second = draws.second;
    Bootstrap bootstrap = Bootstrap.percentile(draws.indices.length).withIndices(draws.indices);
    MediationResult simple = draws.simple().fit(data, bootstrap);
    MediationResult parallel = draws.parallel().fit(data, bootstrap);
    MediationResult serial = draws.serial().fit(data, bootstrap);
    draws.same("simple_indirect", simple.replicates(simple.indirect(second)));
    draws.same("simple_direct", simple.replicates(simple.direct().orElseThrow()));
    draws.same("simple_total", simple.replicates(simple.total().orElseThrow()));
    draws.same("par_ind1", parallel.replicates(parallel.indirect(first)));
    draws.same("par_ind2", parallel.replicates(parallel.indirect(second)));
    draws.same("par_total_ind", parallel.replicates(parallel.totalIndirect().orElseThrow()));
    draws.same("par_contrast_1_minus_2", parallel.replicates(parallel.effect(draws.contrast())));
    draws.same("par_direct", parallel.replicates(parallel.direct().orElseThrow()));
    draws.same("ser_ind_x_m1_y", serial.replicates(serial.indirect(first)));
    draws.same("ser_ind_x_m2_y", serial.replicates(serial.indirect(second)));
    draws.same("ser_ind_x_m1_m2_y", serial.replicates(serial.indirect(first, second)));
  }

  // All levels and both numbers of resamples are held against R where intervals are computed.
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void intervalsOfEveryKindAreThoseOfR(Draws draws) {
    double level = 0.90;
    for (String statistic :
        List.of("simple_indirect", "par_contrast_1_minus_2", "ser_ind_x_m1_m2_y")) {
      Reference intervals =
          draws.golden.get("values", "statistics", statistic, "intervals", "level_0.90");
      draws.interval(
          intervals.numbers("percentile_type6"),
          statistic,
          level,
          IntervalMethod.PERCENTILE,
          QuantileRule.TYPE_6);
      draws.interval(
          intervals.numbers("percentile_type7"),
          statistic,
          level,
          IntervalMethod.PERCENTILE,
          QuantileRule.TYPE_7);
      draws.interval(
          intervals.numbers("percentile_boot_norm_inter"),
          statistic,
          level,
          IntervalMethod.PERCENTILE,
          QuantileRule.NORMAL_SCALE);
      draws.interval(
          intervals.numbers("basic_boot_norm_inter"),
          statistic,
          level,
          IntervalMethod.BASIC,
          QuantileRule.NORMAL_SCALE);
      draws.interval(
          intervals.numbers("normal_bias_corrected"),
          statistic,
          level,
          IntervalMethod.NORMAL,
          QuantileRule.NORMAL_SCALE);
      draws.interval(
          intervals.numbers("bc", "boot_norm_inter"),
          statistic,
          level,
          IntervalMethod.BIAS_CORRECTED,
          QuantileRule.NORMAL_SCALE);
      draws.interval(
          intervals.numbers("bca_jackknife", "type7"),
          statistic,
          level,
          IntervalMethod.BCA,
          QuantileRule.TYPE_7);
      draws.interval(
          intervals.numbers("bca_jackknife", "boot_norm_inter"),
          statistic,
          level,
          IntervalMethod.BCA,
          QuantileRule.NORMAL_SCALE);
      if (intervals.has("studentized")) {
        draws.interval(
            intervals.numbers("studentized", "boot_norm_inter"),
            statistic,
            level,
            IntervalMethod.STUDENTIZED,
            QuantileRule.NORMAL_SCALE);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void infinitesimalJackknifeAgreesWithNumericalDerivatives(Draws draws) {
    Bootstrap bootstrap =
        Bootstrap.bca(draws.indices.length)
            .withIndices(draws.indices)
            .withRule(QuantileRule.TYPE_7)
            .withAcceleration(Acceleration.INFINITESIMAL);
    double[] expected =
        draws.golden.numbers(
            "values",
            "statistics",
            "simple_indirect",
            "intervals",
            "level_0.95",
            "bca_infinitesimal_jackknife",
            "type7");
    Interval limits = draws.effect("simple_indirect", 0.95, bootstrap).interval().orElseThrow();
    // Both sides differentiate numerically.
    assertEquals(expected[0], limits.lower(), 1e-5);
    assertEquals(expected[1], limits.upper(), 1e-5);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void standardisedEffectsAreStandardisedReplicateByReplicate(Draws draws) {
    Bootstrap bootstrap =
        Bootstrap.percentile(draws.indices.length)
            .withIndices(draws.indices)
            .withRule(QuantileRule.TYPE_6);
    Effect effect = draws.effect("simple_indirect", 0.95, bootstrap);
    for (Standardised version : effect.standardised()) {
      String name =
          version.kind() == Standardised.Kind.PARTIAL ? "simple_indirect_ps" : "simple_indirect_cs";
      Reference expected = draws.golden.get("values", "statistics", name);
      Reference.assertClose(expected.number("t0"), version.estimate(), TOLERANCE);
      Reference.assertClose(expected.number("boot_se"), version.se().orElseThrow(), TOLERANCE);
      double[] limits = expected.numbers("intervals", "level_0.95", "percentile_type6");
      Reference.assertClose(limits[0], version.interval().orElseThrow().lower(), 1e-9);
      Reference.assertClose(limits[1], version.interval().orElseThrow().upper(), 1e-9);
    }
    assertEquals(2, effect.standardised().size());
  }
}

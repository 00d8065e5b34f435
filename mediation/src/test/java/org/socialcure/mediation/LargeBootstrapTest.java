package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.Interval;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/**
 * Drawn bootstrap intervals within the Monte Carlo band of a million resamples drawn by other
 * software.
 */
class LargeBootstrapTest {
  private static final int REPLICATES = 10_000;

  static List<ReferenceCase> cases() {
    // Those of moderated models hold conditional effects.
    return ReferenceCase.all("bootlarge_(?!m\\d).*");
  }

  @Tag("ci")
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void serialAndParallelPathsLieInTheBand(ReferenceCase reference) {
    Reference golden = reference.golden();
    Dataset data = Dataset.readCsv(reference.data(), CsvOptions.defaults());
    // "Large-B case bootstrap: X=treat mediators a, b Y=y covariates c, d; serial and …"
    String text = golden.text("model").split(";")[0];
    String x = text.replaceAll(".*X=(\\S+).*", "$1");
    String y = text.replaceAll(".*Y=(\\S+).*", "$1");
    String[] mediators = text.replaceAll(".*mediators (.*) Y=.*", "$1").split(", ");
    String covariates = text.replaceAll(".*covariates ", "");
    String[] adjusted = covariates.equals("none") ? new String[0] : covariates.split(", ");
    int compared = 0;
    for (IntervalMethod method :
        List.of(IntervalMethod.PERCENTILE, IntervalMethod.BIAS_CORRECTED)) {
      Bootstrap bootstrap = Bootstrap.of(method, REPLICATES).seed(7).withRule(QuantileRule.TYPE_6);
      MediationResult serial =
          Mediation.from(x)
              .through(mediators)
              .inSeries()
              .to(y)
              .adjustingFor(adjusted)
              .build()
              .fit(data, bootstrap);
      MediationResult parallel =
          Mediation.from(x)
              .through(mediators)
              .to(y)
              .adjustingFor(adjusted)
              .build()
              .fit(data, bootstrap);
      Reference statistics = golden.get("values", "statistics");
      for (String name : statistics.names()) {
        String[] path = name.startsWith("serial_") ? name.substring(7).split("->") : new String[0];
        if (path.length > 2) {
          List<String> through = new ArrayList<>(List.of(path).subList(1, path.length - 1));
          inBand(
              statistics.get(name),
              serial.indirect(through.toArray(String[]::new)).bootstrap().orElseThrow(),
              method);
          compared++;
        } else if (name.startsWith("parallel_") && List.of(mediators).contains(name.substring(9))) {
          inBand(
              statistics.get(name),
              parallel.indirect(name.substring(9)).bootstrap().orElseThrow(),
              method);
          compared++;
        }
      }
    }
    assertTrue(compared >= 4, "compared only " + compared);
  }

  private static void inBand(Reference expected, Inference ours, IntervalMethod method) {
    String kind = method == IntervalMethod.PERCENTILE ? "percentile" : "bc";
    double[] limits = expected.numbers(kind, "ci95");
    double[] errors = expected.numbers(kind, "mc_se_at_this_B");
    double scale = Math.sqrt(1_000_000.0 / REPLICATES);
    double band = method == IntervalMethod.PERCENTILE ? 4 : 8;
    Interval found = ours.interval().orElseThrow();
    assertEquals(limits[0], found.lower(), band * Math.hypot(errors[0], errors[0] * scale));
    assertEquals(limits[1], found.upper(), band * Math.hypot(errors[1], errors[1] * scale));
    double se = expected.number("boot_se");
    assertEquals(se, ours.se().orElseThrow(), 4 * se / Math.sqrt(2.0 * REPLICATES) * 1.5);
  }

  /** Two ways of asking for the same sample give the same replicates. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void threadsDoNotMatter(int threads) {
    Dataset data = Dataset.of(Map.of("x", column(1), "m", column(2), "y", column(3)));
    MediationModel model = Mediation.from("x").through("m").to("y").build();
    Bootstrap bootstrap = Bootstrap.bca(500).seed(3);
    MediationResult one = model.fit(data, bootstrap);
    MediationResult other = model.fit(data, bootstrap.withThreads(threads));
    assertEquals(one.document(), other.document());
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        one.replicates(one.indirect("m")), other.replicates(other.indirect("m")));
  }

  private static double[] column(int seed) {
    return new java.util.Random(seed).doubles(40).toArray();
  }
}

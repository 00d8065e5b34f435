package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.QuantileRule;

/**
 * Limits recomputed with R 4.2.2 (boot 1.3-28, mediation 4.5.1) for replicates without randomness:
 * {@code t_i = exp(0.5 z_i) - 1} with {@code z_i} the normal quantile of {@code (i - 0.5)/R}, and
 * the estimate 0.05. {@code boot.ci} itself returned the R = 999 rows of boot unchanged.
 */
class IntervalAnchorsTest {
  private static Replicates replicates(int size) {
    double[] values = new double[size];
    for (int i = 1; i <= size; i++) {
      values[i - 1] = Math.exp(0.5 * Distributions.normalQuantile((i - 0.5) / size)) - 1;
    }
    return Replicates.of(0.05, values);
  }

  @ParameterizedTest
  @CsvSource({
    "process-percentile, 1000, -0.62629771747177, 1.67592692566565",
    "process-percentile, 5000, -0.625003630552488, 1.66669248417875",
    "process-bc, 999, -0.586852923482791, 1.93978743234551",
    "process-bc, 1000, -0.586948176034276, 1.94037273003857",
    "process-bc, 5000, -0.586454456319843, 1.94037273003857",
    "type-6, 999, -0.62621799651784, 1.67535619875752",
    "type-6, 1000, -0.626217440105943, 1.67535699003122",
    "type-6, 5000, -0.624987576206238, 1.66657851290172",
    "type-7, 999, -0.623166310261817, 1.65369977679657",
    "type-7, 1000, -0.623166900204523, 1.65369943592287",
    "type-7, 5000, -0.624377511048747, 1.66224760437444",
    "boot-perc, 999, -0.62621799651784, 1.67535619875752",
    "boot-perc, 1000, -0.626216139385254, 1.67534775545975",
    "boot-perc, 5000, -0.624987523808614, 1.66657814092618",
    "boot-basic, 999, -1.57535619875752, 0.72621799651784",
    "boot-basic, 1000, -1.57534775545975, 0.726216139385254",
    "boot-basic, 5000, -1.56657814092617, 0.724987523808614",
    "boot-norm, 999, -1.2122917136703, 1.14653967822699",
    "boot-norm, 1000, -1.21229513884716, 1.14654259798362",
    "boot-norm, 5000, -1.21549096961895, 1.14931600582302",
    "bca-simple, 999, -0.587695829205493, 1.95357575127345",
    "bca-simple, 1000, -0.587210962665055, 1.95709439398191",
    "bca-simple, 5000, -0.586509380956693, 1.94065965516836",
    "bca-0.03, 999, -0.566645386343718, 2.16752964358469",
    "bca-0.03, 1000, -0.56616318192137, 2.17158022934939",
    "bca-0.03, 5000, -0.56557980139948, 2.14796386053427",
    "pingouin, 999, -0.58542387975808, 1.91753059351641",
    "pingouin, 1000, -0.584946291961852, 1.92086338257998",
    "pingouin, 5000, -0.586055253748894, 1.93339341416703",
    "mediation, 999, -0.523678626209512, 2.31269203042099",
    "mediation, 1000, -0.523176556542114, 2.31605717297102",
    "mediation, 5000, -0.520927841961714, 2.37876854198745",
  })
  void agreesWithOtherSoftware(String kind, int size, double lower, double upper) {
    Replicates t = replicates(size);
    double level = 0.95;
    IntervalResult own =
        switch (kind) {
          case "process-percentile" ->
              BootstrapIntervals.percentile(t, level, Compatibility.PROCESS.rule());
          case "process-bc" ->
              BootstrapIntervals.biasCorrected(t, level, Compatibility.PROCESS.rule());
          case "type-6" -> BootstrapIntervals.percentile(t, level, QuantileRule.TYPE_6);
          case "type-7" ->
              BootstrapIntervals.percentile(t, level, Compatibility.R_MEDIATION.rule());
          case "boot-perc" -> BootstrapIntervals.percentile(t, level, Compatibility.LAVAAN.rule());
          case "boot-basic" -> BootstrapIntervals.basic(t, level, QuantileRule.NORMAL_SCALE);
          case "boot-norm" -> BootstrapIntervals.normal(t, t.bias(), level);
          case "bca-simple" ->
              BootstrapIntervals.biasCorrected(t, level, Compatibility.LAVAAN.rule());
          case "bca-0.03" ->
              BootstrapIntervals.accelerated(t, 0.03, level, QuantileRule.NORMAL_SCALE);
          case "pingouin" ->
              BootstrapIntervals.biasCorrected(t, level, Compatibility.PINGOUIN.rule());
          case "mediation" -> BootstrapIntervals.bcaOfMediationPackage(t, level);
          default -> throw new AssertionError(kind);
        };
    Interval interval = own.interval().orElseThrow();
    assertEquals(lower, interval.lower(), 1e-10);
    assertEquals(upper, interval.upper(), 1e-10);
  }

  /** PROCESS never runs fewer than 1000 replicates; the integer part is its rule at any number. */
  @Test
  void processRanksOfNineHundredAndNinetyNine() {
    Replicates t = replicates(999);
    Interval own =
        BootstrapIntervals.percentile(t, 0.95, QuantileRule.PROCESS).interval().orElseThrow();
    assertEquals(t.shared()[24 - 1], own.lower());
    assertEquals(t.shared()[975 - 1], own.upper());
  }

  @ParameterizedTest
  @CsvSource({
    "0.132876017721656, 0.601753759381154, 999",
    "0.13287627043177, 0.601755378016379, 1000",
    "0.133087481897962, 0.603278170949892, 5000"
  })
  void meanAndStandardError(double mean, double standardError, int size) {
    assertEquals(mean, replicates(size).mean(), 1e-10);
    assertEquals(standardError, replicates(size).standardError(), 1e-10);
  }
}

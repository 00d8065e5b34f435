package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.inference.IntervalResult.Found;
import org.socialcure.mediation.internal.inference.IntervalResult.Missing;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** Every interval of the fixed-index bootstrap files, walked generically: no number is repeated. */
class GoldenIntervalsTest {
  private static final Map<String, QuantileRule> RULES =
      Map.of(
          "type6", QuantileRule.TYPE_6,
          "type7", QuantileRule.TYPE_7,
          "boot_norm_inter", QuantileRule.NORMAL_SCALE,
          "rank_rule", QuantileRule.PROCESS);

  private int checked;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("boot\\d+_.*_B\\d+");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyIntervalOfEveryStatistic(ReferenceCase reference) {
    Reference golden = reference.golden().get("values");
    Map<String, double[]> estimates = reference.estimates();
    int size = golden.integer("B");
    double[] variances = estimates.get("simple_indirect_sobel_variance");
    double[] errors = Arrays.stream(variances).limit(size).map(Math::sqrt).toArray();
    for (String name : golden.get("statistics").names()) {
      Reference statistic = golden.get("statistics", name);
      double[] values = Arrays.copyOf(estimates.get(name), size);
      Replicates replicates = Replicates.of(statistic.number("t0"), values);

      assertClose(statistic.number("boot_mean"), replicates.mean());
      assertClose(statistic.number("boot_se"), replicates.standardError());
      assertEquals(statistic.number("count_below_t0"), replicates.below());
      for (String level : statistic.get("intervals").names()) {
        checkLevel(
            statistic.get("intervals", level),
            replicates,
            values,
            errors,
            Double.parseDouble(level.replace("level_", "")));
      }
    }
    int statistics = golden.get("statistics").names().size();
    assertTrue(checked > statistics * 3 * 16, "only " + checked + " intervals checked");
  }

  private void checkLevel(
      Reference intervals, Replicates replicates, double[] values, double[] errors, double level) {
    for (String kind : intervals.names()) {
      Reference expected = intervals.get(kind);
      if (kind.equals("percentile_rank_rule") && level == 0.9 && replicates.size() == 1000) {
        checkTheRankThatBinaryArithmeticMisses(expected, replicates);
      } else if (kind.startsWith("percentile_")) {
        check(expected, BootstrapIntervals.percentile(replicates, level, rule(kind)));
      } else if (kind.startsWith("basic_")) {
        check(expected, BootstrapIntervals.basic(replicates, level, rule(kind)));
      } else if (kind.equals("normal_bias_corrected")) {
        check(expected, BootstrapIntervals.normal(replicates, replicates.bias(), level));
      } else if (kind.equals("normal_plain")) {
        check(expected, BootstrapIntervals.normal(replicates, 0, level));
      } else if (kind.equals("studentized")) {
        checkStudentized(expected, replicates, values, errors, level);
      } else {
        checkAdjusted(expected, replicates, level);
      }
    }
  }

  /**
   * The file's lower rank is {@code trunc(1000 * (1 - 0.9) / 2) = trunc(49.99999999999999) = 49} in
   * binary arithmetic; the rule it means, and ours, is the decimal one with 50.
   */
  private void checkTheRankThatBinaryArithmeticMisses(Reference expected, Replicates replicates) {
    double[] sorted = replicates.shared();
    double[] limits = expected.numbers();
    assertEquals(limits[0], sorted[49 - 1], 1e-15);
    assertEquals(limits[1], sorted[951 - 1], 1e-15);
    Interval own =
        BootstrapIntervals.percentile(replicates, 0.9, QuantileRule.PROCESS)
            .interval()
            .orElseThrow();
    assertEquals(new Interval(sorted[50 - 1], sorted[951 - 1], 0.9), own);
  }

  private void checkStudentized(
      Reference expected, Replicates replicates, double[] values, double[] errors, double level) {
    for (String rule : expected.names()) {
      if (RULES.containsKey(rule)) {
        check(
            expected.get(rule),
            BootstrapIntervals.studentized(
                replicates.estimate(),
                expected.number("se0"),
                values,
                errors,
                level,
                RULES.get(rule)));
      }
    }
  }

  private void checkAdjusted(Reference expected, Replicates replicates, double level) {
    double acceleration = expected.has("a") ? expected.number("a") : 0;
    double[] probabilities = expected.numbers("adjusted_alpha");
    for (String rule : expected.names()) {
      if (rule.equals("rank_rule")) {
        // The file takes the plain integer part for both ranks, also of adjusted probabilities;
        // the macro rounds the lower one (see the anchors), so the rule is checked by itself.
        double[] limits = expected.numbers(rule);
        assertClose(
            limits[0], QuantileRule.PROCESS.quantile(replicates.shared(), probabilities[0]));
        assertClose(
            limits[1], QuantileRule.PROCESS.quantile(replicates.shared(), probabilities[1]));
        checked++;
      } else if (RULES.containsKey(rule)) {
        IntervalResult own =
            BootstrapIntervals.accelerated(replicates, acceleration, level, RULES.get(rule));
        if (own.equals(new Missing(NoInterval.BEYOND_REPLICATES))) {
          checkBeyond(expected.numbers(rule), probabilities, replicates);
          continue;
        }
        check(expected.get(rule), own);
        assertClose(probabilities[0], ((Found) own).lowerProbability());
        assertClose(probabilities[1], ((Found) own).upperProbability());
      }
    }
  }

  /** Where we give no limit, the file has an end of the replicates, or nearly, in its place. */
  private void checkBeyond(double[] limits, double[] probabilities, Replicates replicates) {
    double[] sorted = replicates.shared();
    boolean lower = probabilities[0] * (sorted.length + 1) < 1;
    boolean upper = probabilities[1] * (sorted.length + 1) > sorted.length;
    assertTrue(lower || upper);
    assertTrue(!lower || limits[0] < sorted[1]);
    assertTrue(!upper || limits[1] > sorted[sorted.length - 2]);
    checked++;
  }

  private static QuantileRule rule(String kind) {
    return RULES.get(kind.substring(kind.indexOf('_') + 1));
  }

  private void check(Reference expected, IntervalResult own) {
    double[] limits = expected.numbers();
    Interval interval = own.interval().orElseThrow();
    assertClose(limits[0], interval.lower());
    assertClose(limits[1], interval.upper());
    checked++;
  }

  /** 1e-10 relative; of near-zero limits 1e-14 absolute, which is how the estimates were made. */
  private static void assertClose(double expected, double own) {
    assertEquals(expected, own, Math.max(1e-10 * Math.abs(expected), 1e-14));
  }
}

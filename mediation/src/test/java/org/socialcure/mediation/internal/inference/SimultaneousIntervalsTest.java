package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.inference.PValueRule;
import org.socialcure.mediation.internal.inference.IntervalResult.Missing;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

class SimultaneousIntervalsTest {
  private static final Reference R = Goldens.script("simultaneous");

  private static double[][] replicates() {
    Map<String, double[]> columns = ReferenceCase.all("boot40_people_B199").get(0).estimates();
    return R.texts("names").stream()
        .map(name -> Arrays.copyOf(columns.get(name), 199))
        .toArray(double[][]::new);
  }

  /** The common critical value: half of an interval's width in standard errors. */
  private static double critical(SimultaneousIntervals joint, int effect, double[] replicates) {
    Interval interval = joint.intervals().get(effect).interval().orElseThrow();
    return interval.width() / 2 / Replicates.of(0, replicates).standardError();
  }

  @Test
  void agreesWithR() {
    SimultaneousIntervals own = SimultaneousIntervals.maxT(R.numbers("t0"), replicates(), 0.95);
    assertEquals(R.numbers("critical")[0], critical(own, 0, replicates()[0]), 1e-12);
    for (int j = 0; j < 3; j++) {
      Interval interval = own.intervals().get(j).interval().orElseThrow();
      assertEquals(R.numbers("lower")[j], interval.lower(), 1e-12);
      assertEquals(R.numbers("upper")[j], interval.upper(), 1e-12);
      assertEquals(R.numbers("adjusted_p")[j], own.adjustedP().get(j).orElseThrow(), 1e-12);
    }
  }

  @Test
  void pValuesOfEachAgreeWithR() {
    double[][] values = replicates();
    for (int j = 0; j < 3; j++) {
      Replicates own = Replicates.of(R.numbers("t0")[j], values[j]);
      assertEquals(R.numbers("p_add_one")[j], own.pValue(PValueRule.ADD_ONE, 0), 1e-15);
      assertEquals(R.numbers("p_proportion")[j], own.pValue(PValueRule.PROPORTION, 0), 1e-15);
    }
  }

  @Test
  void anEffectThatDoesNotVaryIsLeftOut() {
    double[][] values = replicates();
    double[] estimates = R.numbers("t0");
    double[] constant = new double[199];
    SimultaneousIntervals three = SimultaneousIntervals.maxT(estimates, values, 0.9);
    SimultaneousIntervals four =
        SimultaneousIntervals.maxT(
            new double[] {estimates[0], 0, estimates[1], estimates[2]},
            new double[][] {values[0], constant, values[1], values[2]},
            0.9);
    assertEquals(new Missing(NoInterval.NO_VARIANCE), four.intervals().get(1));
    assertEquals(OptionalDouble.empty(), four.adjustedP().get(1));
    assertEquals(three.intervals().get(2), four.intervals().get(3));
    assertEquals(
        List.of(new Missing(NoInterval.NO_VARIANCE)),
        SimultaneousIntervals.maxT(new double[1], new double[][] {constant}, 0.9).intervals());
  }

  /** Independent effects: the maximum of k statistics has the distribution function to the k. */
  @Test
  void independentEffectsCostWhatTheyShould() {
    double[][] values = new double[5][40_000];
    for (int r = 0; r < values[0].length; r++) {
      ReplicateRandom random = new ReplicateRandom(7, r);
      for (double[] effect : values) {
        effect[r] = random.gaussian();
      }
    }
    double critical =
        critical(SimultaneousIntervals.maxT(new double[5], values, 0.95), 0, values[0]);
    assertEquals(2.5687, critical, 0.04, "two-sided Sidak value of five tests");
    double[][] one = {values[0], values[0].clone(), values[0].clone()};
    assertEquals(
        1.96,
        critical(SimultaneousIntervals.maxT(new double[3], one, 0.95), 0, values[0]),
        0.04,
        "one effect three times");
  }

  @Test
  void refusesResamplesThatDoNotMatch() {
    List.of(new double[][] {{1, 2}, {1}}, new double[][] {{1, 2}}, new double[][] {{}, {}})
        .forEach(
            values ->
                assertThrows(
                    IllegalArgumentException.class,
                    () -> SimultaneousIntervals.maxT(new double[2], values, 0.95)));
  }
}

package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.inference.PValueRule;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.ReplicateRandom;

class ReplicatesTest {
  @Test
  void summaries() {
    Replicates t = Replicates.of(2, new double[] {4, 1, 3, 2});
    assertArrayEquals(new double[] {1, 2, 3, 4}, t.sorted());
    assertEquals(4, t.size());
    assertEquals(2.5, t.mean());
    assertEquals(0.5, t.bias());
    assertEquals(Math.sqrt(5 / 3.0), t.standardError(), 1e-15);
    assertEquals(1, t.below());
    assertEquals(2.5, t.quantile(0.5, QuantileRule.TYPE_7));
    assertEquals(
        "estimate 2.0000, 4 replicates: mean 2.5000, SE 1.2910, range 1.0000 to 4.0000",
        t.toString());
  }

  @Test
  void theyAreACopy() {
    double[] values = {2, 1};
    Replicates t = Replicates.of(0, values);
    values[0] = 99;
    t.sorted()[0] = 99;
    assertArrayEquals(new double[] {1, 2}, t.sorted());
  }

  @Test
  void pValuesCountZerosOnBothSides() {
    Replicates t = Replicates.of(1, new double[] {-1, 0, -0.0, 1, 2, 3, 4, 5, 6});
    // Three at or below zero, eight at or above.
    assertEquals(2 * (3 + 1) / 10.0, t.pValue(PValueRule.ADD_ONE));
    assertEquals(2 * 1 / 9.0, t.pValue(PValueRule.PROPORTION));
    assertEquals(1, Replicates.of(0, new double[] {1, 2}).pValue(PValueRule.PROPORTION));
  }

  @Test
  void aCountedPValueIsNeverZero() {
    Replicates t = Replicates.of(1, IntStream.range(1, 10_000).asDoubleStream().toArray());
    assertEquals(0.0002, t.pValue(PValueRule.ADD_ONE));
    assertEquals(0, t.pValue(PValueRule.PROPORTION));
  }

  @Property
  void aPValueIsAProbabilityThatTurningTheSignLeaves(
      @ForAll @NotEmpty byte[] values, @ForAll byte estimate, @ForAll PValueRule rule) {
    double[] t = IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    double p = Replicates.of(estimate, t).pValue(rule);
    assertTrue(p >= 0 && p <= 1);
    assertEquals(p, Replicates.of(-estimate, Arrays.stream(t).map(v -> -v).toArray()).pValue(rule));
  }

  /** The SD of the 2.5 % point over repetitions, against its estimate from one of them. */
  @Test
  void monteCarloError() {
    double[] limits = new double[400];
    double[] errors = new double[400];
    for (int run = 0; run < limits.length; run++) {
      ReplicateRandom random = new ReplicateRandom(11, run);
      double[] values = new double[2000];
      Arrays.setAll(values, i -> random.gaussian());
      Replicates t = Replicates.of(0, values);
      limits[run] = t.quantile(0.025, QuantileRule.TYPE_7);
      errors[run] = t.monteCarloError(0.025);
    }
    Replicates over = Replicates.of(0, limits);
    double theory =
        Math.sqrt(0.025 * 0.975 / 2000) / Distributions.normalDensity(1.959963984540054);
    assertEquals(theory, over.standardError(), 0.15 * theory);
    assertEquals(theory, Arrays.stream(errors).average().orElseThrow(), 0.05 * theory);
  }

  @Test
  void refusesWhatCannotBeSorted() {
    assertThrows(IllegalArgumentException.class, () -> Replicates.of(0, new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> Replicates.of(0, new double[] {1, Double.NaN}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Replicates.of(Double.POSITIVE_INFINITY, new double[] {1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Replicates.of(0, new double[] {1}).monteCarloError(0));
  }
}

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
import org.socialcure.mediation.inference.PValueRule;

class ReplicatesTest {
  @Test
  void summaries() {
    Replicates t = Replicates.of(2, new double[] {4, 1, 3, 2});
    assertArrayEquals(new double[] {1, 2, 3, 4}, t.shared());
    assertEquals(4, t.size());
    assertEquals(2.5, t.mean());
    assertEquals(0.5, t.bias());
    assertEquals(Math.sqrt(5 / 3.0), t.standardError(), 1e-15);
    assertEquals(1, t.below());
    assertEquals(
        "estimate 2.0000, 4 replicates: mean 2.5000, SE 1.2910, range 1.0000 to 4.0000",
        t.toString());
  }

  @Test
  void theyAreACopy() {
    double[] values = {2, 1};
    Replicates t = Replicates.of(0, values);
    values[0] = 99;
    assertArrayEquals(new double[] {1, 2}, t.shared());
  }

  @Test
  void pValuesCountZerosOnBothSides() {
    Replicates t = Replicates.of(1, new double[] {-1, 0, -0.0, 1, 2, 3, 4, 5, 6});
    // Three at or below zero, eight at or above.
    assertEquals(2 * (3 + 1) / 10.0, t.pValue(PValueRule.ADD_ONE, 0));
    assertEquals(2 * 1 / 9.0, t.pValue(PValueRule.PROPORTION, 0));
    assertEquals(1, Replicates.of(0, new double[] {1, 2}).pValue(PValueRule.PROPORTION, 0));
  }

  @Test
  void aCountedPValueIsNeverZero() {
    Replicates t = Replicates.of(1, IntStream.range(1, 10_000).asDoubleStream().toArray());
    assertEquals(0.0002, t.pValue(PValueRule.ADD_ONE, 0));
    assertEquals(0, t.pValue(PValueRule.PROPORTION, 0));
  }

  @Property
  void aPValueIsAProbabilityThatTurningTheSignLeaves(
      @ForAll @NotEmpty byte[] values, @ForAll byte estimate, @ForAll PValueRule rule) {
    double[] t = IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    double p = Replicates.of(estimate, t).pValue(rule, 0);
    assertTrue(p >= 0 && p <= 1);
    assertEquals(
        p, Replicates.of(-estimate, Arrays.stream(t).map(v -> -v).toArray()).pValue(rule, 0));
  }

  @Test
  void refusesWhatCannotBeSorted() {
    assertThrows(IllegalArgumentException.class, () -> Replicates.of(0, new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> Replicates.of(0, new double[] {1, Double.NaN}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Replicates.of(Double.POSITIVE_INFINITY, new double[] {1}));
  }
}

package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.resample.Limits;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.testsupport.Reference;

class InfluenceTest {
  private static final Reference R = Goldens.script("influence");

  /** No strata: one and the same. */
  private static final int[] ONE = new int[R.numbers("leave_one_out").length];

  private static int[][] frequencies() {
    return R.all("frequencies").stream()
        .map(row -> Arrays.stream(row.numbers()).mapToInt(count -> (int) count).toArray())
        .toArray(int[][]::new);
  }

  @Test
  void regressionAsInThePackageBoot() {
    double[] replicates = R.numbers("replicates");
    double[] doubled = Arrays.stream(replicates).map(t -> 5 - 2 * t).toArray();
    double[][] own =
        Influence.regression(new double[][] {replicates, doubled}, frequencies(), ONE)
            .orElseThrow();
    assertArrayEquals(R.numbers("regression"), own[0], 1e-12);
    assertArrayEquals(Arrays.stream(own[0]).map(v -> -2 * v).toArray(), own[1], 1e-12);
    assertEquals(0, Arrays.stream(own[0]).sum(), 1e-12);
    assertEquals(
        R.numbers("acceleration_regression")[0], Limits.acceleration(own[0]).orElseThrow(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 90})
  void bcaAsInThePackageBoot(int percent) {
    double[] replicates = R.numbers("replicates");
    double[] influence =
        Influence.regression(new double[][] {replicates}, frequencies(), ONE).orElseThrow()[0];
    Interval own =
        BootstrapIntervals.bca(
                Replicates.of(R.numbers("estimate")[0], replicates),
                influence,
                percent / 100.0,
                QuantileRule.NORMAL_SCALE)
            .interval()
            .orElseThrow();
    double[] limits = R.numbers("bca_" + percent);
    assertEquals(limits[0], own.lower(), 1e-12);
    assertEquals(limits[1], own.upper(), 1e-12);
  }

  /** boot leaves its jackknife values off centre, by the jackknife bias; ours are centred. */
  @Test
  void jackknife() {
    double[] theirs = R.numbers("jackknife");
    double mean = Arrays.stream(theirs).average().orElseThrow();
    assertArrayEquals(
        Arrays.stream(theirs).map(v -> v - mean).toArray(),
        Influence.jackknife(R.numbers("leave_one_out"), ONE),
        1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jackknife", "infinitesimal"})
  void acceleration(String kind) {
    assertEquals(
        R.numbers("acceleration_" + kind)[0],
        Limits.acceleration(R.numbers(kind)).orElseThrow(),
        1e-14);
  }

  @Test
  void needsMoreResamplesThanRowsThatTellTheRowsApart() {
    assertTrue(
        Influence.regression(new double[][] {{1, 2}}, new int[][] {{1, 1}, {2, 0}}, new int[2])
            .isEmpty());
    int[][] twins = {{2, 0, 1}, {1, 0, 2}, {0, 0, 3}, {3, 0, 0}};
    assertTrue(Influence.regression(new double[][] {{1, 2, 3, 4}}, twins, new int[3]).isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> Influence.regression(new double[][] {{1, 2}}, new int[][] {{1, 1}}, new int[2]));
  }

  @Test
  void noInfluenceHasNoAcceleration() {
    assertTrue(Limits.acceleration(new double[5]).isEmpty());
    assertThrows(
        IllegalArgumentException.class, () -> Limits.acceleration(new double[] {1, Double.NaN}));
  }

  @Property
  void accelerationIsFreeOfScaleAndTurnsWithTheSign(
      @ForAll @Size(min = 3, max = 30) List<@DoubleRange(min = -9, max = 9) Double> values,
      @ForAll @DoubleRange(min = 0.01, max = 1e200) double factor) {
    double[] influence = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] scaled = Arrays.stream(influence).map(v -> -factor * v).toArray();
    OptionalDouble own = Limits.acceleration(influence);
    assertEquals(own.orElse(0), -Limits.acceleration(scaled).orElse(0), 1e-12, "scaled and turned");
    assertTrue(Math.abs(own.orElse(0)) <= 1 / 6.0 + 1e-12);
  }
}

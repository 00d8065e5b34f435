package org.socialcure.mediation.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.resample.Tails;

class QuantileRuleTest {
  /** Values that are their own ranks. */
  private static double[] ranks(int size) {
    return IntStream.rangeClosed(1, size).asDoubleStream().toArray();
  }

  /**
   * Ranks by the formulas in whole numbers: floor(R (100 - c) / 200), floor(R (100 + c) / 200) + 1.
   */
  @Property
  void processRanksAreTakenInDecimals(
      @ForAll @IntRange(min = 1000, max = 20_000) int size,
      @ForAll @IntRange(min = 500, max = 999) int permille) {
    Interval own = QuantileRule.PROCESS.limits(ranks(size), permille / 1000.0);
    assertEquals(Math.max(1, (long) size * (1000 - permille) / 2000), own.lower());
    assertEquals(Math.min(size, (long) size * (1000 + permille) / 2000 + 1), own.upper());
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 0.95, 25, 976",
    "5000, 0.95, 125, 4876",
    "10000, 0.95, 250, 9751",
    "5000, 0.9, 250, 4751",
    "5000, 0.99, 25, 4976"
  })
  void processRanksOfTheBook(int size, double level, double lower, double upper) {
    assertEquals(
        new Interval(lower, upper, level), QuantileRule.PROCESS.limits(ranks(size), level));
  }

  /** R: quantile(c(1, 2, 4, 8, 16), p, type = 6) and type = 7. */
  @ParameterizedTest
  @CsvSource({
    "TYPE_6, 0.1, 1",
    "TYPE_6, 0.25, 1.5",
    "TYPE_6, 0.5, 4",
    "TYPE_6, 0.7, 9.6",
    "TYPE_6, 0.9, 16",
    "TYPE_7, 0.1, 1.4",
    "TYPE_7, 0.25, 2",
    "TYPE_7, 0.5, 4",
    "TYPE_7, 0.7, 7.2",
    "TYPE_7, 0.9, 12.8",
    "TYPE_7, 1, 16",
    "TYPE_7, 0, 1"
  })
  void linearRulesAsInR(QuantileRule rule, double p, double expected) {
    assertEquals(expected, rule.quantile(new double[] {1, 2, 4, 8, 16}, p), 1e-14);
  }

  @Property
  void everyRuleRisesWithTheProbabilityWithinTheSample(
      @ForAll QuantileRule rule,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    double[] sorted = DoubleStream.of(ranks(size)).map(v -> v * v).toArray();
    double low = rule.quantile(sorted, Math.min(p, other));
    double high = rule.quantile(sorted, Math.max(p, other));
    assertTrue(1 <= low && low <= high && high <= size * size);
  }

  /** At the ranks themselves nothing is interpolated. */
  @Property
  void normalScaleAndType6AgreeAtWholeRanks(
      @ForAll @IntRange(min = 2, max = 200) int size, @ForAll @IntRange(min = 1, max = 200) int k) {
    int rank = Math.min(k, size);
    double p = (double) rank / (size + 1);
    assertEquals(rank, QuantileRule.TYPE_6.quantile(ranks(size), p), 1e-10);
    assertEquals(rank, QuantileRule.NORMAL_SCALE.quantile(ranks(size), p), 1e-9);
  }

  @ParameterizedTest
  @EnumSource
  void tailsAreDecimal(QuantileRule rule) {
    assertEquals(0.025, Tails.lower(0.95));
    assertEquals(0.05, Tails.lower(0.9));
    assertEquals(0.995, Tails.upper(0.99));
    assertEquals(0.95, rule.limits(ranks(100), 0.95).level());
  }

  @Test
  void refusesWhatIsNoSampleOrProbability() {
    QuantileRule rule = QuantileRule.TYPE_7;
    assertThrows(IllegalArgumentException.class, () -> rule.quantile(new double[0], 0.5));
    assertThrows(IllegalArgumentException.class, () -> rule.quantile(ranks(3), 1.5));
    assertThrows(IllegalArgumentException.class, () -> rule.limits(ranks(3), 1));
  }
}

package org.socialcure.core.internal.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleStatisticsTest {
  /**
   * NIST StRD, univariate, NumAcc2 to NumAcc4: the mean once, then 500 pairs 0.1 below and above
   * it. The certified standard deviation is 0.1; what the bound grows by is the rounding of the
   * data to doubles.
   */
  @ParameterizedTest
  @CsvSource({
    "1.2, 1.1, 1.3, 1e-15",
    "1000000.2, 1000000.1, 1000000.3, 1e-9",
    "10000000.2, 10000000.1, 10000000.3, 1e-8"
  })
  void certifiedMeanAndStandardDeviation(double mean, double low, double high, double bound) {
    double[] values =
        IntStream.range(0, 1001)
            .mapToDouble(i -> i == 0 ? mean : i % 2 == 1 ? low : high)
            .toArray();
    assertEquals(mean, SampleStatistics.mean(values), Math.ulp(mean));
    assertEquals(0.1, SampleStatistics.standardDeviation(values), bound);
  }

  /** NIST StRD, NumAcc1: exact in doubles. */
  @Test
  void largeWholeNumbers() {
    double[] values = {10000001, 10000003, 10000002};
    assertEquals(10000002, SampleStatistics.mean(values));
    assertEquals(1, SampleStatistics.standardDeviation(values));
  }

  @Test
  void weightsCountAsRepetitions() {
    double[] once = {1.5, 2, 7, 9};
    double[] often = {1.5, 1.5, 1.5, 7, 9, 9};
    assertEquals(
        SampleStatistics.standardDeviation(often),
        SampleStatistics.standardDeviation(once, new double[] {3, 0, 1, 2}),
        1e-15);
  }

  @Test
  void covariancesOfTwoColumns() {
    double[] x = {1, 2, 3, 4};
    double[] y = {2, 1, 4, 3};
    double[][] expected = {{5 / 3.0, 1}, {1, 5 / 3.0}};
    double[][] own = SampleStatistics.covariances(x, y);
    assertArrayEquals(expected[0], own[0], 1e-15);
    assertArrayEquals(expected[1], own[1], 1e-15);
    assertEquals(0.6, SampleStatistics.correlation(x, y).getAsDouble(), 1e-15);
  }

  @Test
  void aConstantHasNoCorrelation() {
    double[] constant = {0.1, 0.1, 0.1};
    assertEquals(0, SampleStatistics.standardDeviation(constant));
    assertTrue(SampleStatistics.correlation(constant, new double[] {1, 2, 4}).isEmpty());
  }

  @Property
  void correlationIgnoresUnitsAndStaysInRange(
      @ForAll @Size(8) List<@DoubleRange(min = -1000, max = 1000) Double> sample,
      @ForAll @DoubleRange(min = 0.5, max = 20) double slope) {
    double[] x = sample.stream().mapToDouble(Double::doubleValue).toArray();
    double[] line = IntStream.range(0, 8).mapToDouble(i -> 3 - slope * x[i]).toArray();
    double[] trend = IntStream.range(0, 8).mapToDouble(i -> i).toArray();
    SampleStatistics.correlation(x, line).ifPresent(r -> assertEquals(-1, r, 1e-9));
    SampleStatistics.correlation(x, trend)
        .ifPresent(
            r -> {
              assertTrue(Math.abs(r) <= 1);
              assertEquals(-r, SampleStatistics.correlation(line, trend).orElse(0), 1e-9);
            });
  }
}

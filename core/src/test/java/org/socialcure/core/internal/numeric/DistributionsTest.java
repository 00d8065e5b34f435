package org.socialcure.core.internal.numeric;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.testsupport.Reference;

class DistributionsTest {
  /** Reference values by mpmath; the script that wrote them lies beside them. */
  private static final Reference REFERENCES =
      Reference.read(DistributionsTest.class.getResourceAsStream("distributions.json"));

  private static double ours(String function, double[] row) {
    return switch (function) {
      case "normal-upper" -> Distributions.normalUpper(row[0]);
      case "mills-ratio" -> Distributions.millsRatio(row[0]);
      case "normal-quantile" -> Distributions.normalQuantile(row[0]);
      case "t-two-sided" -> Distributions.studentTwoSided(row[0], row[1]);
      case "t-quantile" -> Distributions.studentQuantile(row[0], row[1]);
      case "f-upper" -> Distributions.fUpper(row[0], row[1], row[2]);
      default -> throw new AssertionError(function);
    };
  }

  /** The bounds are those that the table at the package promises. */
  @ParameterizedTest
  @CsvSource({
    "normal-upper, 6e-16",
    "mills-ratio, 6e-16",
    "normal-quantile, 6e-16",
    "t-two-sided, 2e-13",
    "t-quantile, 1e-14",
    "f-upper, 2e-13"
  })
  void agreesWithHighPrecisionArithmetic(String function, double bound) {
    double[][] rows = REFERENCES.matrix(function);
    assertTrue(rows.length >= 10);
    double largest = 0;
    String worst = "";
    for (double[] row : rows) {
      double reference = row[row.length - 1];
      double own = ours(function, row);
      // A denormal reference has no full set of digits.
      double error = Math.abs(own - reference) / Math.max(Math.abs(reference), Double.MIN_NORMAL);
      if (!(error <= largest)) {
        largest = error;
        worst = Arrays.toString(row) + " but " + own;
      }
    }
    assertTrue(largest <= bound, worst + ", relative error " + largest);
  }

  @Property
  void quantilesInvertDistributionFunctions(
      @ForAll @Scale(10) @DoubleRange(min = 1e-8, max = 0.49999) double p,
      @ForAll @Scale(10) @DoubleRange(min = 0.3, max = 3000) double df) {
    assertClose(p, Distributions.normalCdf(Distributions.normalQuantile(p)));
    double t = Distributions.studentQuantile(p, df);
    assertClose(2 * p, Distributions.studentTwoSided(t, df));
    // What 1 - p rounds off weighs heavily in the tail and at the median.
    if (p > 0.01 && p < 0.4) {
      assertClose(-t, Distributions.studentQuantile(1 - p, df));
    }
  }

  @Property
  void familiesMeetWhereTheyShould(
      @ForAll @Scale(10) @DoubleRange(min = 0.001, max = 30) double t,
      @ForAll @Scale(10) @DoubleRange(min = 1, max = 3000) double df) {
    assertClose(Distributions.studentTwoSided(t, df), Distributions.fUpper(t * t, 1, df));
    assertEquals(
        Distributions.normalTwoSided(t),
        Distributions.studentTwoSided(t, Double.POSITIVE_INFINITY));
    assertClose(
        Distributions.normalUpper(t), Distributions.normalDensity(t) * Distributions.millsRatio(t));
    assertEquals(1 - Distributions.normalUpper(t), Distributions.normalCdf(t), 1e-16);
  }

  @Test
  void theEndsOfTheLine() {
    assertAll(
        () -> assertEquals(0, Distributions.normalUpper(Double.POSITIVE_INFINITY)),
        () -> assertEquals(1, Distributions.normalCdf(Double.POSITIVE_INFINITY)),
        () -> assertEquals(Double.POSITIVE_INFINITY, Distributions.normalQuantile(1)),
        () -> assertEquals(0, Distributions.normalQuantile(0.5)),
        () -> assertEquals(0, Distributions.studentTwoSided(Double.NEGATIVE_INFINITY, 5)),
        () -> assertEquals(1, Distributions.studentTwoSided(0, 5)),
        () -> assertEquals(0, Distributions.studentQuantile(0.5, 5)),
        () -> assertEquals(Double.NEGATIVE_INFINITY, Distributions.studentQuantile(0, 5)),
        () -> assertEquals(Double.NEGATIVE_INFINITY, Distributions.studentQuantile(1e-100, 0.5)),
        () ->
            assertEquals(
                Distributions.normalQuantile(0.2),
                Distributions.studentQuantile(0.2, Double.POSITIVE_INFINITY)),
        () -> assertEquals(1, Distributions.fUpper(0, 3, 5)),
        () -> assertEquals(0, Distributions.fUpper(Double.POSITIVE_INFINITY, 3, 5)));
  }

  @Test
  void refusesWhatIsNoStatisticProbabilityOrDegreeOfFreedom() {
    assertAll(
        () -> assertRefused(() -> Distributions.normalUpper(Double.NaN)),
        () -> assertRefused(() -> Distributions.studentTwoSided(Double.NaN, 3)),
        () -> assertRefused(() -> Distributions.normalQuantile(1.1)),
        () -> assertRefused(() -> Distributions.studentQuantile(Double.NaN, 3)),
        () -> assertRefused(() -> Distributions.studentQuantile(0.3, -1)),
        () -> assertRefused(() -> Distributions.studentTwoSided(1, 0)),
        () -> assertRefused(() -> Distributions.fUpper(1, 1, Double.NaN)));
  }

  private static void assertRefused(Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 1e-12 * Math.abs(expected));
  }
}

package org.socialcure.mediation.internal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionsTest {
  /** Reference values by mpmath; the script that wrote them lies beside them. */
  private static List<String[]> references() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                DistributionsTest.class.getResourceAsStream("distributions.csv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double ours(String function, double x, double first, double second) {
    return switch (function) {
      case "normal-upper" -> Distributions.normalUpper(x);
      case "normal-quantile" -> Distributions.normalQuantile(x);
      case "t-two-sided" -> Distributions.studentTwoSided(x, first);
      case "t-quantile" -> Distributions.studentQuantile(x, first);
      case "f-upper" -> Distributions.fUpper(x, first, second);
      case "f-lower" -> Distributions.fCdf(x, first, second);
      case "f-quantile" -> Distributions.fQuantile(x, first, second);
      case "chi-square-upper" -> Distributions.chiSquareUpper(x, first);
      case "chi-square-lower" -> Distributions.chiSquareCdf(x, first);
      case "chi-square-quantile" -> Distributions.chiSquareQuantile(x, first);
      default -> throw new AssertionError(function);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"normal", "t", "f", "chi-square"})
  void agreesWithHighPrecisionArithmetic(String distribution) {
    List<String[]> rows =
        references().stream().filter(row -> row[0].startsWith(distribution + "-")).toList();
    assertTrue(rows.size() > 40);
    double largest = 0;
    String worst = "";
    for (String[] row : rows) {
      double reference = Double.parseDouble(row[4]);
      double own = ours(row[0], Double.parseDouble(row[1]), parameter(row[2]), parameter(row[3]));
      // A denormal reference has no full set of digits.
      double error = Math.abs(own - reference) / Math.max(Math.abs(reference), Double.MIN_NORMAL);
      if (!(error <= largest)) {
        largest = error;
        worst = String.join(",", row) + " but " + own;
      }
    }
    assertTrue(largest <= 1e-12, worst + ", relative error " + largest);
  }

  private static double parameter(String cell) {
    return cell.isEmpty() ? 0 : Double.parseDouble(cell);
  }

  @Property
  void quantilesInvertDistributionFunctions(
      @ForAll @Scale(10) @DoubleRange(min = 1e-8, max = 0.99999) double p,
      @ForAll @Scale(10) @DoubleRange(min = 0.3, max = 3000) double df,
      @ForAll @Scale(10) @DoubleRange(min = 0.5, max = 300) double other) {
    assertClose(p, Distributions.normalCdf(Distributions.normalQuantile(p)));
    assertClose(p, Distributions.studentCdf(Distributions.studentQuantile(p, df), df));
    assertClose(p, Distributions.chiSquareCdf(Distributions.chiSquareQuantile(p, other), other));
    assertClose(p, Distributions.fCdf(Distributions.fQuantile(p, other, df), other, df));
  }

  @Property
  void familiesMeetWhereTheyShould(
      @ForAll @Scale(10) @DoubleRange(min = 0.001, max = 30) double t,
      @ForAll @Scale(10) @DoubleRange(min = 1, max = 3000) double df) {
    double p = Distributions.studentTwoSided(t, df);
    assertClose(p, Distributions.fUpper(t * t, 1, df));
    assertClose(p, 2 * Distributions.studentUpper(t, df));
    assertClose(1 - p / 2, Distributions.studentCdf(t, df));
    assertClose(
        Distributions.normalTwoSided(t),
        Distributions.studentTwoSided(t, Double.POSITIVE_INFINITY));
    assertClose(Distributions.normalTwoSided(t), Distributions.chiSquareUpper(t * t, 1));
    assertClose(
        Distributions.chiSquareUpper(t, df),
        Distributions.fUpper(t / df, df, Double.POSITIVE_INFINITY));
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
        () -> assertEquals(1, Distributions.fUpper(0, 3, 5)),
        () -> assertEquals(0, Distributions.fUpper(Double.POSITIVE_INFINITY, 3, 5)),
        () -> assertEquals(0, Distributions.fQuantile(0, 3, 5)),
        () -> assertEquals(0, Distributions.chiSquareUpper(Double.POSITIVE_INFINITY, 3)),
        () -> assertEquals(1, Distributions.chiSquareUpper(0, 3)),
        () -> assertEquals(Double.POSITIVE_INFINITY, Distributions.chiSquareQuantile(1, 3)));
  }

  @Test
  void refusesWhatIsNoStatisticProbabilityOrDegreeOfFreedom() {
    assertAll(
        () -> assertRefused(() -> Distributions.normalUpper(Double.NaN)),
        () -> assertRefused(() -> Distributions.studentTwoSided(Double.NaN, 3)),
        () -> assertRefused(() -> Distributions.normalQuantile(1.1)),
        () -> assertRefused(() -> Distributions.studentQuantile(Double.NaN, 3)),
        () -> assertRefused(() -> Distributions.studentTwoSided(1, 0)),
        () -> assertRefused(() -> Distributions.chiSquareUpper(1, -1)),
        () -> assertRefused(() -> Distributions.fUpper(1, 1, Double.NaN)));
  }

  private static void assertRefused(Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }

  private static void assertClose(double expected, double own) {
    assertEquals(expected, own, 1e-11 * expected);
  }
}

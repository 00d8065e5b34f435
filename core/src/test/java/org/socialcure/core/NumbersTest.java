package org.socialcure.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers are written. */
class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, > .999, 1",
    "0, < .001, 0",
    "0, < .001, 0.00099999",
    "0, .0010, 0.001",
    "0, .0500, 0.05",
    "0, .9999, 0.9999",
  })
  void neverPrintsAPValueOfZeroOrOne(int unused, String expected, double p) {
    assertEquals(expected, Numbers.p(p));
  }

  @ParameterizedTest
  @CsvSource({
    "0.12345678, 0.05, 0.1235",
    "0.12345678, 0.0012, 0.12346",
    "0.000012345, 0.0000012, 0.00001235",
    "-0.00001, 0.5, 0.0000",
    "1234567.891, 12.5, 1234567.89",
    "12345678912.0, 12.5, 1.235e+10",
    "1e-12, 1e-13, 1.000e-12",
    "0, 0.5, 0.0000",
  })
  void keepsWhatAStandardErrorOfThatSizeMakesMeaningful(
      double estimate, double se, String expected) {
    assertEquals(
        expected, Numbers.fixed(estimate, Numbers.decimals(estimate, OptionalDouble.of(se))));
  }

  @Test
  void neverWritesALimitAsZeroThatIsNot() {
    int decimals = Numbers.decimals(0.2, OptionalDouble.of(0.1), -0.0000123, 0.4);
    assertEquals("-0.00001", Numbers.limit(-0.0000123, decimals));
    assertEquals("0.40000", Numbers.limit(0.4, decimals));
    assertEquals(4, Numbers.decimals(0.2, OptionalDouble.of(0.1), 0, 0.4));
    assertEquals(6, Numbers.decimals(0.2, OptionalDouble.of(0.1), -1e-9, 0.4));
    assertEquals("> -0.000001", Numbers.limit(-1e-9, 6));
    assertEquals("< 0.000001", Numbers.limit(1e-9, 6));
    assertEquals("0.000000", Numbers.limit(0, 6));
  }

  @ParameterizedTest
  @CsvSource({"24, 24", "35.5, 35.5", "-1.25, -1.25", "0, 0", "100, 100", "0.0001234, 0.000123"})
  void writesValuesWithTheDecimalsTheyNeed(double value, String expected) {
    assertEquals(expected, Numbers.value(value));
  }

  @ParameterizedTest
  @CsvSource({"6, 6", "19.983, 19.98", "3.5, 3.5", "-0.001, 0", "100, 100"})
  void writesScores(double value, String expected) {
    assertEquals(expected, Numbers.score(value));
  }

  @ParameterizedTest
  @CsvSource({"33, +33", "-3, -3", "0, 0", "0.5, +0.5", "-1.33333333, -1.3333"})
  void writesDifferencesWithTheirSign(double value, String expected) {
    assertEquals(expected, Numbers.signed(value));
  }

  @Test
  void writesPValuesInSentences() {
    assertEquals("p = .0062", Numbers.pPhrase(0.0062));
    assertEquals("p < .001", Numbers.pPhrase(0.00062));
  }

  @Test
  void writesCountsAndShares() {
    assertEquals("10,000", Numbers.count(10_000));
    assertEquals("95%", Numbers.percent(0.95));
    assertEquals("99.9%", Numbers.percent(0.999));
    assertEquals("84.2%", Numbers.percent(0.8421, 1));
  }

  @Property
  void aPrintedNumberIsTheNumberRounded(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double value,
      @ForAll @DoubleRange(min = 1e-6, max = 1e3) @Scale(6) double se) {
    int decimals = Numbers.decimals(value, OptionalDouble.of(se));
    double printed = Double.parseDouble(Numbers.fixed(value, decimals));
    assertTrue(
        Math.abs(printed - value)
            <= Math.max(0.51 * Math.pow(10, -decimals), 1e-9 * Math.abs(value)),
        () -> value + " printed as " + printed);
  }
}

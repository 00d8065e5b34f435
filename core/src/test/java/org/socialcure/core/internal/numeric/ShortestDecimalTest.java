package org.socialcure.core.internal.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The digits of doubles, against their definition and against newer versions of Java. */
class ShortestDecimalTest {
  /** Published examples at which older versions of Java write a digit too many. */
  @ParameterizedTest
  @CsvSource({
    "2.0E-3, 0.002",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "4.9E-324, 4.9E-324",
    "1.0E23, 1.0E23",
    "2.0E23, 2.0E23",
    "8.41E21, 8.41E21",
    "9.5E-5, 0.000095",
    "5.3575430359313370E+300, 5.357543035931337E300",
    "1.7976931348623157E308, 1.7976931348623157E308",
    "0.8099999999999987, 0.8099999999999987",
    "-12.5, -12.5",
    "9007199254740993, 9007199254740992",
    "0, 0",
    "-0.0, 0"
  })
  void knownNumbers(String written, String shortest) {
    assertEquals(
        0,
        new BigDecimal(shortest).compareTo(ShortestDecimal.of(Double.parseDouble(written))),
        () -> ShortestDecimal.of(Double.parseDouble(written)).toString());
  }

  /**
   * By definition: it reads back, none of a digit less does, and it is the nearest of its length.
   */
  @Test
  void isTheShortestThatReadsBack() {
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < 40_000; i++) {
      double value = any(random, i);
      BigDecimal shortest = ShortestDecimal.of(value);
      assertEquals(value, shortest.doubleValue());
      BigDecimal exact = new BigDecimal(value);
      int digits = shortest.stripTrailingZeros().precision();
      if (digits > 2) {
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
          BigDecimal fewer = exact.round(new MathContext(digits - 1, mode));
          assertTrue(fewer.doubleValue() != value, () -> fewer + " reads back as " + value);
        }
      }
      BigDecimal distance = shortest.subtract(exact).abs();
      BigDecimal nearest =
          exact.round(new MathContext(Math.max(2, digits), RoundingMode.HALF_EVEN));
      assertTrue(
          nearest.doubleValue() != value || distance.compareTo(nearest.subtract(exact).abs()) <= 0,
          () -> nearest + " is nearer to " + exact + " than " + shortest);
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_19)
  void isWhatNewerVersionsOfJavaWrite() {
    SplittableRandom random = new SplittableRandom(21);
    for (int i = 0; i < 3_000_000; i++) {
      double value = any(random, i);
      BigDecimal shortest = ShortestDecimal.of(value);
      assertEquals(
          0,
          new BigDecimal(Double.toString(value)).compareTo(shortest),
          () -> value + " and " + shortest);
    }
  }

  private static double any(SplittableRandom random, int kind) {
    double value =
        switch (kind % 5) {
          case 0 -> Double.longBitsToDouble(random.nextLong());
          case 1 -> random.nextDouble();
          case 2 -> random.nextInt(-1_000_000, 1_000_000) / 1000.0;
          case 3 -> Math.scalb(1.0, random.nextInt(2098) - 1074);
          default ->
              Double.parseDouble(random.nextInt(100_000) + "E" + (random.nextInt(600) - 300));
        };
    return Double.isFinite(value) ? value : 1;
  }

  @Test
  void onlyFiniteNumbersHaveDigits() {
    assertThrows(IllegalArgumentException.class, () -> ShortestDecimal.of(Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> ShortestDecimal.of(Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @CsvSource({
    "1.005, 2, 1.01",
    "-1.005, 2, -1.01",
    "0.00004, 4, 0.0000",
    "-0.00004, 4, 0.0000",
    "2, 3, 2.000",
    "1e22, 1, 10000000000000000000000.0"
  })
  void fixedDecimals(double value, int decimals, String expected) {
    assertEquals(expected, ShortestDecimal.fixed(value, decimals));
  }

  @ParameterizedTest
  @CsvSource({
    "12345678901, 4, 1.235e+10",
    "-0.000000012, 4, -1.200e-08",
    "9.9996, 4, 1.000e+01",
    "1e300, 3, 1.00e+300",
    "5, 1, 5e+00"
  })
  void scientificNotation(double value, int digits, String expected) {
    assertEquals(expected, ShortestDecimal.scientific(value, digits));
    assertEquals(expected, String.format(java.util.Locale.ROOT, "%." + (digits - 1) + "e", value));
  }
}

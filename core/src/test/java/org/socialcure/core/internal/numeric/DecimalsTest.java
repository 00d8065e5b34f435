package org.socialcure.core.internal.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sums and differences of decimals, against exact arithmetic. */
class DecimalsTest {
  @Test
  void differencesOfTabledScoresAreTheDecimalsAPersonWouldWrite() {
    assertEquals(0.81, Decimals.difference(21.54, 20.73));
    assertEquals(0.3, Decimals.sum(0.1, 0.2));
    assertEquals(-0.0001, Decimals.difference(0.0001, 0.0002));
    assertEquals(3, Decimals.difference(5, 2));
  }

  @Test
  void areTheNearestDoublesToExactDifferences() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200_000; i++) {
      BigDecimal one = BigDecimal.valueOf(random.nextInt(-100_000, 100_000), random.nextInt(5));
      BigDecimal other = BigDecimal.valueOf(random.nextInt(-100_000, 100_000), random.nextInt(5));
      assertEquals(
          one.subtract(other).doubleValue(),
          Decimals.difference(one.doubleValue(), other.doubleValue()),
          () -> one + " - " + other);
    }
  }

  @Test
  void whatIsNoShortDecimalIsSubtractedAsItIs() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 100_000; i++) {
      double one = random.nextDouble() * 100;
      double other = random.nextInt(1000) / 10.0;
      if (Decimals.decimals(one) > Decimals.MOST) {
        assertEquals(one - other, Decimals.difference(one, other));
      }
    }
    assertEquals(1e300, Decimals.difference(1e300, 0.5));
    assertEquals(Double.NaN, Decimals.difference(Double.NaN, 0.5));
    assertEquals(Double.POSITIVE_INFINITY, Decimals.difference(1e308, -1e308));
    assertEquals(1 / 3.0 - 0.25, Decimals.difference(1 / 3.0, 0.25));
  }

  @Test
  void roundingGoesOnlyAsFarAsArithmeticDoes() {
    assertEquals(0.81, Decimals.rounded(21.54 - 20.73, 6));
    assertEquals(10 / 3.0, Decimals.rounded(10 / 3.0, 6));
    for (int items = 1; items <= 100; items++) {
      for (int sum = 0; sum <= 700; sum++) {
        double mean = (double) sum / items;
        assertEquals(mean, Decimals.rounded(mean, 6));
      }
    }
    assertEquals(1e-12, Decimals.rounded(1e-12, 7));
  }
}

package org.socialcure.mediation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFactorialTest {
  @Test
  void wholeNumbersAgreeWithTheProduct() {
    BigInteger product = BigInteger.ONE;
    assertEquals(0, LogFactorial.of(0));
    for (int i = 1; i <= 170; i++) {
      product = product.multiply(BigInteger.valueOf(i));
      double expected = Math.log(product.doubleValue());
      assertEquals(expected, LogFactorial.of(i), 1e-15 * Math.max(1, expected), "log " + i + "!");
    }
  }

  /** The reference is commons-math3's logGamma, another algorithm (Lanczos). */
  @ParameterizedTest
  @ValueSource(
      doubles = {1e-9, 0.001, 0.25, 0.5, 0.999, 1.5, 2.25, 7.75, 11.5, 12.5, 99.5, 256, 1e4, 1e9})
  void realNumbersAgreeWithAnotherAlgorithm(double x) {
    double expected = Gamma.logGamma(x + 1);
    assertEquals(expected, LogFactorial.of(x), 2e-14 * Math.max(1, Math.abs(expected)));
  }
}

package org.socialcure.core.internal.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StirlingTest {
  /** mpmath at 40 digits: loggamma(z + 1) - log(2 pi z)/2 - z log(z) + z. */
  @ParameterizedTest
  @CsvSource({
    "1e-6, 5.9888309840731799",
    "0.01, 1.4340079537031842",
    "0.5, 0.15342640972002735",
    "1, 0.081061466795327258",
    "3.7, 0.022468770580143146",
    "11.9, 0.0070011560515342099",
    "12, 0.0069428401072095299",
    "12.1, 0.0068854874028007479",
    "100, 0.00083333055563491468",
    "1e6, 8.3333333333330556e-8"
  })
  void agreesWithHighPrecisionArithmetic(double z, double expected) {
    assertEquals(expected, Stirling.error(z), 5e-16 * Math.max(1, expected));
  }
}

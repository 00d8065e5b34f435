package org.socialcure.mediation.internal.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against mpmath at 40 digits. */
class GammaDifferencesTest {
  /** loggamma(theta + y) - loggamma(theta) - y log(theta). */
  @ParameterizedTest
  @CsvSource({
    "0.3, 5, 8.5637020958782904",
    "50, 200, 201.55342584101662",
    "100000000.0, 150, 0.00011174994431129163",
    "0.01, 201, 1784.3247231001739",
    "0.3, 1000, 7110.1696511169975",
    "1000, 250, 28.817850700439779",
    "1000000.0, 10000, 49.82918653351201",
    "10000000000.0, 201, 2.0099999865665001e-6",
    "100000000.0, 1000000, 4983.4111948109328"
  })
  void logRising(double theta, double y, double expected) {
    assertEquals(expected, GammaDifferences.logRising(theta, y), 2e-15 * Math.max(expected, y));
  }

  /** loggamma(y + 1). */
  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "1, 0.0",
    "5, 4.787491742782046",
    "12, 19.987214495661886",
    "170, 706.57306224578735",
    "1000, 5912.1281784881633",
    "1000000.0, 12815518.38465817",
    "1000000000000.0, 26631021115943.283"
  })
  void logFactorial(double y, double expected) {
    assertEquals(expected, GammaDifferences.logFactorial(y), 4e-16 * Math.max(1, expected));
  }
}

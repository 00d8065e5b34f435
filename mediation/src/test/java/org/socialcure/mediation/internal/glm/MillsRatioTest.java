package org.socialcure.mediation.internal.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.socialcure.mediation.internal.Distributions;

class MillsRatioTest {
  @Test
  void isTheTailOverTheDensity() {
    for (double x = 0; x < 30; x += 0.01) {
      double expected = Distributions.normalUpper(x) / Distributions.normalDensity(x);
      assertEquals(expected, MillsRatio.of(x), 2e-14 * expected, "x = " + x);
    }
  }

  @Test
  void followsItsAsymptoteFarOut() {
    // 1/x - 1/x³ + 3/x⁵ - ...
    double x = 1000;
    double expected = (1 - 1e-6 + 3e-12) / x;
    assertEquals(expected, MillsRatio.of(x), 1e-15 * expected);
  }
}

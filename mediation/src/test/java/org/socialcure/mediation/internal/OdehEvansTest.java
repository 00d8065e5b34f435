package org.socialcure.mediation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.inference.Compatibility;

class OdehEvansTest {
  @Test
  void theNormalCriticalValueOfTheMacro() {
    assertEquals(1.959963998626, OdehEvans.upperQuantile(0.025), 1e-12);
    assertEquals(-1.959963998626, OdehEvans.quantile(0.025), 1e-12);
    assertEquals(0, OdehEvans.upperQuantile(0.5));
  }

  @ParameterizedTest
  @CsvSource({
    "55, 2.0040582, 2.0040448, 1e-7",
    "125, 1.9791266, 1.9791241, 1e-7",
    "808, 1.96290436, 1.96290429, 1e-8"
  })
  void theStudentCriticalValueOfTheMacro(
      double df, double process, double exact, double lastDigit) {
    assertEquals(process, Compatibility.PROCESS.criticalValues().student(0.025, df), lastDigit);
    assertEquals(exact, Compatibility.NONE.criticalValues().student(0.025, df), lastDigit);
  }

  @Test
  void staysNearTheExactQuantile() {
    for (int i = 1; i < 100; i++) {
      double p = i / 100.0;
      assertEquals(Distributions.normalQuantile(p), OdehEvans.quantile(p), 1e-7);
    }
  }

  @Test
  void refusesWhatTheApproximationDoesNotCover() {
    assertThrows(IllegalArgumentException.class, () -> OdehEvans.upperQuantile(0.6));
    assertThrows(IllegalArgumentException.class, () -> OdehEvans.quantile(0));
    assertThrows(IllegalArgumentException.class, () -> OdehEvans.studentUpperQuantile(0.025, 0.5));
  }
}

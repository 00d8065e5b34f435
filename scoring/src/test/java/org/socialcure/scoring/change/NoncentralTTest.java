package org.socialcure.scoring.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.testsupport.Reference;

class NoncentralTTest {
  /** Reference values by mpmath; the script that wrote them lies beside them. */
  @Test
  void agreesWithHighPrecisionArithmetic() {
    double[][] rows =
        Reference.read(NoncentralTTest.class.getResourceAsStream("noncentral_t.json")).matrix();
    assertTrue(rows.length > 50);
    for (double[] row : rows) {
      double own = NoncentralT.cumulative(row[0], row[1], row[2]);
      assertEquals(row[3], own, 1e-13, () -> Arrays.toString(row));
    }
  }

  /** R 4.2.2: pt(t, df, ncp), whose documented accuracy is about 1e-12. */
  @ParameterizedTest
  @CsvSource({
    "0, 5, 0, 0.5",
    "1.5, 3, 0.5, 0.77569497358673623",
    "-2, 9, -6, 0.99986349612649028",
    "10, 9, 6, 0.93531597967120261",
    "2.1, 1, 3, 0.19697678494212725",
    "-9.5, 119, -11.8, 0.97566711233194137",
    "30, 500, 28, 0.92536255568707804",
    "0.2, 2, -1, 0.87945310762941964"
  })
  void agreesWithR(double t, double df, double delta, double expected) {
    assertEquals(expected, NoncentralT.cumulative(t, df, delta), 2e-12);
  }

  /** Python: scipy.stats.nct; facts/change.md 3.3. */
  @Test
  void findsTheNoncentrality() {
    assertEquals(-6.0307944, NoncentralT.noncentrality(-3.5486744301, 9, .975), 5e-8);
    assertEquals(-.9525542, NoncentralT.noncentrality(-3.5486744301, 9, .025), 5e-8);
  }

  @Test
  void doesNotUnderflowForLargeSamples() {
    double delta = NoncentralT.noncentrality(300, 1_000_000, .975);
    assertEquals(300 - 1.96 * Math.sqrt(1 + .045), delta, .01);
    assertEquals(.975, NoncentralT.cumulative(300, 1_000_000, delta), 1e-12);
  }
}

package org.socialcure.core.internal.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuadratureTest {
  private static final double PRECISION = 1e-13;

  @Test
  void smoothFunctions() {
    assertEquals(2, Quadrature.integrate(Math::sin, new double[] {0, Math.PI}, PRECISION), 1e-14);
    assertEquals(
        Math.E - 1, Quadrature.integrate(Math::exp, new double[] {0, 0.3, 1}, PRECISION), 1e-14);
  }

  /** Where a fixed rule would miss: the function changes over six orders of magnitude of x. */
  @Test
  void adaptsToWhereTheFunctionChanges() {
    double width = 1e-6;
    assertEquals(
        width * Math.atan(1 / width),
        Quadrature.integrate(
            x -> 1 / (1 + x * x / (width * width)), new double[] {0, 1}, PRECISION),
        1e-18);
  }

  @Test
  void equalBreaksEncloseNothing() {
    assertEquals(0, Quadrature.integrate(x -> 1, new double[] {2, 2}, PRECISION));
    assertEquals(1, Quadrature.integrate(x -> 1, new double[] {0, 0, 1, 1}, PRECISION), 1e-15);
  }
}

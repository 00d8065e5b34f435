package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;

class ProductOfNormalsTest {
  /** Reference values by mpmath; the script that wrote them lies beside them. */
  @ParameterizedTest
  @CsvFileSource(resources = "product_of_normals.csv", numLinesToSkip = 1)
  void distributionFunction(
      double a, double sa, double b, double sb, double correlation, double q, double expected) {
    ProductOfNormals product = new ProductOfNormals(a, sa, b, sb, correlation);
    assertEquals(expected, product.cdf(q), 1e-12);
    if (expected > 1e-50) {
      assertEquals(expected, product.cdf(q), 1e-11 * expected);
    }
    assertEquals(1 - expected, product.upper(q), 1e-12);
    if (expected > 1e-6 && expected < 1 - 1e-6) {
      assertEquals(q, product.quantile(expected), 1e-10 * Math.sqrt(product.variance()));
    }
  }

  /** [R] 95 % limits from numerical integration. */
  @Test
  void anchor() {
    Interval own = ProductOfNormals.independent(0.2, 0.1, 0.4, 0.15).interval(0.95);
    assertEquals(-0.00064906699747, own.lower(), 1e-13);
    assertEquals(0.200048944347406, own.upper(), 1e-13);
  }

  @Test
  void perfectCorrelationOfCentredVariablesIsChiSquare() {
    ProductOfNormals square = new ProductOfNormals(0, 2, 0, 0.5, 1);
    ProductOfNormals negative = new ProductOfNormals(0, 2, 0, 0.5, -1);
    for (double q : new double[] {0.001, 0.5, 3.84, 20}) {
      assertEquals(Gamma.regularizedGammaP(0.5, q / 2), square.cdf(q), 1e-14);
      assertEquals(Gamma.regularizedGammaQ(0.5, q / 2), negative.cdf(-q), 1e-14);
    }
    assertEquals(0, square.cdf(-0.1));
    assertEquals(1, negative.cdf(0.1));
    assertEquals(3.841458820694124, square.quantile(0.95), 1e-10);
  }

  @Test
  void perfectCorrelationIsTheLimitOfAlmostPerfect() {
    ProductOfNormals perfect = new ProductOfNormals(1, 0.3, -0.5, 0.4, -1);
    ProductOfNormals almost = new ProductOfNormals(1, 0.3, -0.5, 0.4, -0.9999999);
    for (double q = -2; q < 1; q += 0.25) {
      assertEquals(perfect.cdf(q), almost.cdf(q), 1e-4);
    }
  }

  @Test
  void constantsScaleOrCollapse() {
    ProductOfNormals scaled = ProductOfNormals.independent(-2, 0, 0.5, 0.1);
    assertEquals(Distributions.normalCdf(1), scaled.cdf(-0.8), 1e-14);
    assertEquals(Distributions.normalUpper(1), scaled.upper(-0.8), 1e-14);
    assertEquals(-1 + 0.2 * 1.959963984540054, scaled.interval(0.95).upper(), 1e-14);
    ProductOfNormals point = ProductOfNormals.independent(0, 0, 0.5, 0.1);
    assertEquals(0, point.cdf(-1e-9));
    assertEquals(1, point.cdf(0));
    assertEquals(new Interval(0, 0, 0.95), point.interval(0.95));
  }

  /** Moments by the trace formulas for quadratic forms in normal variables. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void moments(
      @ForAll @DoubleRange(min = -3, max = 3) double a,
      @ForAll @DoubleRange(min = 0, max = 3) double sa,
      @ForAll @DoubleRange(min = -3, max = 3) double b,
      @ForAll @DoubleRange(min = 0, max = 3) double sb,
      @ForAll @DoubleRange(min = -1, max = 1) double correlation) {
    double c = correlation * sa * sb;
    // AB = y'My with M = ((0, 1/2), (1/2, 0)); MS has the rows (c, sb^2)/2 and (sa^2, c)/2.
    double[][] ms = {{c / 2, sb * sb / 2}, {sa * sa / 2, c / 2}};
    double[][] ms2 = times(ms, ms);
    ProductOfNormals product = new ProductOfNormals(a, sa, b, sb, correlation);
    assertEquals(ms[0][0] + ms[1][1] + a * b, product.mean(), 1e-12);
    assertEquals(2 * trace(ms2) + 4 * form(ms, a, b), product.variance(), 1e-9, "second cumulant");
  }

  private static double[][] times(double[][] x, double[][] y) {
    double[][] z = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        z[i][j] = x[i][0] * y[0][j] + x[i][1] * y[1][j];
      }
    }
    return z;
  }

  private static double trace(double[][] x) {
    return x[0][0] + x[1][1];
  }

  /** m' (X M) m for m = (a, b). */
  private static double form(double[][] x, double a, double b) {
    return a * (x[0][0] * b / 2 + x[0][1] * a / 2) + b * (x[1][0] * b / 2 + x[1][1] * a / 2);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void symmetriesAndMonotony(
      @ForAll @DoubleRange(min = -3, max = 3) double a,
      @ForAll @DoubleRange(min = 0.1, max = 2) double sa,
      @ForAll @DoubleRange(min = -3, max = 3) double b,
      @ForAll @DoubleRange(min = 0.1, max = 2) double sb,
      @ForAll @DoubleRange(min = -0.99, max = 0.99) double correlation,
      @ForAll @DoubleRange(min = -8, max = 8) double q) {
    ProductOfNormals product = new ProductOfNormals(a, sa, b, sb, correlation);
    double p = product.cdf(q);
    assertTrue(p >= 0 && p <= product.cdf(q + 0.01) + 1e-13);
    assertEquals(1, p + product.upper(q), 1e-12);
    assertEquals(p, new ProductOfNormals(b, sb, a, sa, correlation).cdf(q), 1e-12, "exchanged");
    assertEquals(p, new ProductOfNormals(-a, sa, -b, sb, correlation).cdf(q), 1e-12, "negated");
    assertEquals(
        p, new ProductOfNormals(4 * a, 4 * sa, b, sb, correlation).cdf(4 * q), 1e-12, "scaled");
    if (p > 1e-4 && p < 1 - 1e-4) {
      assertEquals(p, product.cdf(product.quantile(p)), 1e-11);
    }
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertAll(
        () -> assertRefused(0, -1, 0, 1, 0),
        () -> assertRefused(0, 1, Double.NaN, 1, 0),
        () -> assertRefused(0, 1, 0, 1, 1.01),
        () ->
            assertThrows(
                IllegalArgumentException.class,
                () -> ProductOfNormals.independent(0, 1, 0, 1).quantile(1)));
  }

  private static void assertRefused(double a, double sa, double b, double sb, double rho) {
    assertThrows(IllegalArgumentException.class, () -> new ProductOfNormals(a, sa, b, sb, rho));
  }
}

package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.Interval;
import org.socialcure.mediation.inference.ProductError;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.inference.NormalTheory.ZTest;
import org.socialcure.testsupport.Reference;

/** Tests of products in the golden OLS files. */
class GoldenNormalTheoryTest {
  private static final int DRAWS = 250_000;

  private static Stream<Reference> productTests() {
    return Goldens.goldens("ols_m4_.*").values().stream()
        .filter(file -> file.has("product_tests"))
        .flatMap(file -> Goldens.parts(file.get("product_tests")).stream());
  }

  @ParameterizedTest
  @EnumSource
  void productTests(ProductError kind) {
    assertTrue(productTests().count() >= 4);
    productTests()
        .forEach(
            test -> {
              Reference expected = test.get(kind.name().toLowerCase(Locale.ROOT));
              NormalTheory.Result result =
                  NormalTheory.product(
                      kind,
                      test.number("a"),
                      test.number("se_a"),
                      test.number("b"),
                      test.number("se_b"),
                      0.95);
              if (expected.has("se") && !Double.isNaN(expected.number("se"))) {
                ZTest own = result.test().orElseThrow();
                assertClose(expected.number("se"), own.standardError());
                assertClose(expected.number("z"), own.z());
                assertClose(expected.number("p"), own.p());
                double[] limits = expected.numbers("ci95");
                assertNear(limits[0], own.interval().lower(), own.standardError());
                assertNear(limits[1], own.interval().upper(), own.standardError());
              } else {
                assertEquals(
                    new NormalTheory.NoTest(NormalTheory.Reason.NEGATIVE_VARIANCE), result);
              }
            });
  }

  @Test
  void limitsOfTheDistributionOfTheProduct() {
    productTests()
        .forEach(
            test -> {
              ProductOfNormals product =
                  ProductOfNormals.independent(
                      test.number("a"), test.number("se_a"), test.number("b"), test.number("se_b"));
              Interval own = product.interval(0.95);
              double[] limits =
                  test.numbers("distribution_of_product", "exact_ci95_numeric_integration");
              double scale = Math.sqrt(product.variance());
              assertEquals(limits[0], own.lower(), 1e-10 * scale);
              assertEquals(limits[1], own.upper(), 1e-10 * scale);
            });
  }

  @Test
  void monteCarloLimits() {
    productTests()
        .forEach(
            test -> {
              double sa = test.number("se_a");
              double sb = test.number("se_b");
              double[][] values =
                  MonteCarlo.replicates(
                      new double[] {test.number("a"), test.number("b")},
                      new double[][] {{sa * sa, 0}, {0, sb * sb}},
                      List.of(path -> path[0] * path[1]),
                      DRAWS,
                      2019,
                      Work.unheard(OptionalInt.empty()));
              Replicates own = Replicates.of(test.number("ab"), values[0]);
              Interval interval =
                  BootstrapIntervals.percentile(own, 0.95, QuantileRule.TYPE_7)
                      .interval()
                      .orElseThrow();
              double[] limits = test.numbers("monte_carlo", "ci95");
              double[] errors = test.numbers("monte_carlo", "mc_se_of_limits");
              double lowerError = monteCarloError(own, 0.025);
              double upperError = monteCarloError(own, 0.975);
              assertEquals(limits[0], interval.lower(), 4 * Math.hypot(errors[0], lowerError));
              assertEquals(limits[1], interval.upper(), 4 * Math.hypot(errors[1], upperError));
              double fewer = Math.sqrt(test.number("monte_carlo", "draws") / DRAWS);
              assertEquals(1, lowerError / (errors[0] * fewer), 0.25);
              assertEquals(1, upperError / (errors[1] * fewer), 0.25);
              assertEquals(1, own.standardError() / test.number("monte_carlo", "sd"), 0.02);
            });
  }

  /**
   * How much a limit would move with another seed: the standard deviation of its rank times the
   * slope of the quantiles around it.
   */
  private static double monteCarloError(Replicates replicates, double p) {
    double[] sorted = replicates.shared();
    double deviation = Math.sqrt(p * (1 - p) / sorted.length);
    double low = QuantileRule.TYPE_7.quantile(sorted, p - 2 * deviation);
    double high = QuantileRule.TYPE_7.quantile(sorted, p + 2 * deviation);
    return (high - low) / 4;
  }

  private static void assertClose(double expected, double own) {
    assertEquals(expected, own, 1e-10 * Math.abs(expected));
  }

  private static void assertNear(double expected, double own, double standardError) {
    assertEquals(expected, own, 1e-10 * standardError);
  }
}

package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.internal.inference.SignRegion.Sign;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

class JohnsonNeymanTest {
  private static LinearEffect effect(Reference file, String first, String product) {
    Reference equation = file.get("equations", "y");
    return new LinearEffect(
        equation.number("coefficients", first, "estimate"),
        equation.number("coefficients", product, "estimate"),
        equation.number("vcov", first, first),
        equation.number("vcov", first, product),
        equation.number("vcov", product, product));
  }

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("ols_m1_.*");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithR(ReferenceCase reference) {
    Reference file = reference.golden().get("values");
    String first = reference.role("X");
    String moderator = reference.role("W");
    String product = first + ":" + moderator;
    Reference expected = file.get("extra", "johnson_neyman");
    double df = file.number("equations", "y", "df_residual");
    double critical = Compatibility.NONE.criticalValues().student(0.025, df);
    assertEquals(expected.number("critical_t"), critical, 1e-12);

    LinearEffect effect = effect(file, first, product);
    double[] roots = expected.numbers("roots");
    double size = Math.max(Math.abs(roots[0]), Math.abs(roots[1]));
    assertArrayEquals(roots, effect.boundaries(critical), 1e-10 * size);

    double[] values = reference.columns().get(moderator);
    double[] observed = Arrays.stream(values).filter(w -> !Double.isNaN(w)).toArray();
    JohnsonNeyman own =
        JohnsonNeyman.of(effect, observed, 0.95, critical, OptionalDouble.of(df)).orElseThrow();
    double[] range = expected.numbers("observed_range_of_W");
    assertEquals(range[0], own.table().get(0).moderator());
    assertEquals(range[1], own.table().get(21).moderator());
    double[] below = expected.numbers("percent_below_roots");
    int inside = 0;
    for (int i = 0; i < roots.length; i++) {
      if (roots[i] >= range[0] && roots[i] <= range[1]) {
        JohnsonNeyman.Boundary boundary = own.boundaries().get(inside++);
        assertEquals(roots[i], boundary.value(), 1e-10);
        assertEquals(below[i], 100 * boundary.shareBelow(), 1e-10);
      }
    }
    assertEquals(inside, own.boundaries().size());
    for (Reference probe : file.get("conditional", "simple_slope").all("mean_sd")) {
      assertEquals(probe.number("estimate"), effect.value(probe.number("W")), 1e-12);
      assertEquals(probe.number("se_delta"), effect.standardError(probe.number("W")), 1e-12);
    }
  }

  @Test
  void twoBoundariesOneTable() {
    // theta = w with SE sqrt(0.25 + 0.04 w^2): significant at |w| > c/2 / sqrt(1 - 0.04 c^2).
    LinearEffect effect = new LinearEffect(0, 1, 0.25, 0, 0.04);
    double[] moderator = IntStream.rangeClosed(-5, 5).asDoubleStream().toArray();
    JohnsonNeyman own =
        JohnsonNeyman.of(effect, moderator, 0.95, 2, OptionalDouble.empty()).orElseThrow();
    double boundary = 1 / Math.sqrt(0.84);
    double[] boundaries =
        own.boundaries().stream().mapToDouble(JohnsonNeyman.Boundary::value).toArray();
    assertArrayEquals(new double[] {-boundary, boundary}, boundaries, 1e-15);
    assertEquals(4 / 11.0, own.boundaries().get(0).shareBelow());
    assertEquals(
        List.of(Sign.NEGATIVE, Sign.UNDECIDED, Sign.POSITIVE),
        own.regions().stream().map(SignRegion::sign).toList());
    assertEquals(22, own.table().size());
    // 19 equal steps from -5 to 5, the boundaries between them.
    double[] equal =
        own.table().stream()
            .mapToDouble(JohnsonNeyman.Step::moderator)
            .filter(w -> Arrays.stream(boundaries).noneMatch(b -> b == w))
            .toArray();
    assertArrayEquals(
        IntStream.range(0, 20).mapToDouble(i -> -5 + i * 10 / 19.0).toArray(), equal, 1e-14);
    JohnsonNeyman.Step atBoundary =
        own.table().stream().filter(s -> s.moderator() == boundaries[1]).findFirst().orElseThrow();
    assertEquals(2, atBoundary.statistic(), 1e-14);
    assertEquals(0.04550026389635842, atBoundary.p(), 1e-15);
    assertEquals(0, atBoundary.interval().lower(), 1e-15);
  }

  @Property
  void everyBoundaryIsWhereTheStatisticIsCritical(
      @ForAll @DoubleRange(min = -5, max = 5) double b1,
      @ForAll @DoubleRange(min = -5, max = 5) double b3,
      @ForAll @DoubleRange(min = 0.1, max = 2) double s1,
      @ForAll @DoubleRange(min = 0.1, max = 2) double s3,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double correlation) {
    LinearEffect effect = new LinearEffect(b1, b3, s1 * s1, correlation * s1 * s3, s3 * s3);
    double[] moderator = DoubleStream.iterate(-10, w -> w + 0.5).limit(41).toArray();
    JohnsonNeyman own =
        JohnsonNeyman.of(effect, moderator, 0.95, 1.96, OptionalDouble.empty()).orElseThrow();
    assertEquals(22, own.table().size());
    assertEquals(-10, own.regions().get(0).from());
    assertEquals(10, own.regions().get(own.regions().size() - 1).to());
    own.boundaries()
        .forEach(
            b ->
                assertEquals(
                    1.96 * effect.standardError(b.value()),
                    Math.abs(effect.value(b.value())),
                    1e-7));
    for (JohnsonNeyman.Step step : own.table()) {
      double distance = Math.abs(step.statistic()) - 1.96;
      own.regions().stream()
          .filter(r -> r.from() < step.moderator() && step.moderator() < r.to())
          .filter(r -> Math.abs(distance) > 1e-6)
          .forEach(
              r -> {
                Sign sign = step.effect() > 0 ? Sign.POSITIVE : Sign.NEGATIVE;
                assertEquals(distance > 0 ? sign : Sign.UNDECIDED, r.sign());
              });
    }
  }

  @Test
  void noAnalysisWithoutVarianceAndNoneWithoutAModerator() {
    LinearEffect certain = new LinearEffect(1, 1, 0, 0, 0);
    double[] moderator = {1, 2, 3};
    assertTrue(JohnsonNeyman.of(certain, moderator, 0.95, 1.96, OptionalDouble.empty()).isEmpty());
    LinearEffect effect = new LinearEffect(1, 1, 1, 0, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> JohnsonNeyman.of(effect, new double[] {2, 2}, 0.95, 1.96, OptionalDouble.empty()));
    double[] endless = {Double.NEGATIVE_INFINITY, 1, 2};
    assertThrows(
        IllegalArgumentException.class,
        () -> JohnsonNeyman.of(effect, endless, 0.95, 1.96, OptionalDouble.empty()));
    assertThrows(IllegalArgumentException.class, () -> effect.boundaries(0));
    assertThrows(IllegalArgumentException.class, () -> new LinearEffect(1, 1, -1, 0, 1));
  }

  @Test
  void regionsOfABand() {
    double[] grid = {0, 1, 2, 3, 4};
    double[] lower = {-3, -1, 1, 1, -4};
    double[] upper = {-1, 1, 3, 2, -2};
    // Upper limit crosses at 0.5, lower at 1.5, lower again at 3.2, upper at 3.5.
    assertEquals(
        List.of(
            new SignRegion(0, 0.5, Sign.NEGATIVE),
            new SignRegion(0.5, 1.5, Sign.UNDECIDED),
            new SignRegion(1.5, 3.2, Sign.POSITIVE),
            new SignRegion(3.2, 3.5, Sign.UNDECIDED),
            new SignRegion(3.5, 4, Sign.NEGATIVE)),
        SignRegion.ofBand(grid, lower, upper));
  }

  @Test
  void aBandOnZeroIsUndecided() {
    assertEquals(
        List.of(new SignRegion(0, 2, Sign.UNDECIDED)),
        SignRegion.ofBand(new double[] {0, 1, 2}, new double[] {0, -1, 0}, new double[] {1, 0, 0}));
    assertEquals(
        List.of(new SignRegion(0, 1, Sign.POSITIVE), new SignRegion(1, 2, Sign.UNDECIDED)),
        SignRegion.ofBand(new double[] {0, 1, 2}, new double[] {2, 0, -1}, new double[] {3, 1, 1}));
  }

  @Test
  void refusesABandOutOfOrder() {
    double[] two = {1, 2};
    assertThrows(
        IllegalArgumentException.class, () -> SignRegion.ofBand(new double[] {2, 2}, two, two));
    assertThrows(
        IllegalArgumentException.class, () -> SignRegion.ofBand(two, new double[] {1, 3}, two));
    assertThrows(
        IllegalArgumentException.class, () -> SignRegion.ofBand(two, two, new double[] {1}));
  }
}

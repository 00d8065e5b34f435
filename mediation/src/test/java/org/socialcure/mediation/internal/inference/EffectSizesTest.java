package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.socialcure.core.Interval;
import org.socialcure.mediation.inference.NoProportion;
import org.socialcure.mediation.internal.inference.ProportionMediated.Share;
import org.socialcure.mediation.internal.inference.ProportionMediated.Suppressed;
import org.socialcure.testsupport.Reference;

/** PMI data (cond, pmi, reaction); the goldens were recomputed in R with the formulas of MBESS. */
class EffectSizesTest {
  private static final Reference PMI =
      Reference.read(EffectSizesTest.class.getResourceAsStream("ols_m4_talor.json")).get("values");

  private static double correlationOfCauseAndMediator() {
    return PMI.number("equations", "m", "coefficients", "cond", "beta_std");
  }

  private static double correlationOfCauseAndOutcome() {
    return PMI.number("total_effect_model", "coefficients", "cond", "beta_std");
  }

  /** The normal equation: r(M,Y) = beta(M) + beta(X) r(X,M). */
  private static double correlationOfMediatorAndOutcome() {
    return PMI.number("equations", "y", "coefficients", "pmi", "beta_std")
        + PMI.number("equations", "y", "coefficients", "cond", "beta_std")
            * correlationOfCauseAndMediator();
  }

  @Test
  void mediatedVariance() {
    double own =
        EffectSizes.rSquaredMediated(
                correlationOfCauseAndMediator(),
                correlationOfCauseAndOutcome(),
                correlationOfMediatorAndOutcome())
            .orElseThrow();
    assertEquals(0.0191424406929, own, 1e-12);
  }

  @Test
  void upsilonAndItsAdjustment() {
    assertEquals(
        0.00608819669334,
        EffectSizes.upsilon(PMI.number("effects", "indirect", "completely_standardised")),
        1e-13);
    double n = PMI.number("n");
    double errorOfA = PMI.number("equations", "m", "coefficients", "cond", "se");
    double errorOfB = PMI.number("equations", "y", "coefficients", "pmi", "se");
    assertEquals(
        0.00445742060344,
        EffectSizes.adjustedUpsilon(
            PMI.number("equations", "m", "coefficients", "cond", "estimate"),
            errorOfA * errorOfA * (n - 2) / n,
            PMI.number("equations", "y", "coefficients", "pmi", "estimate"),
            errorOfB * errorOfB * (n - 3) / n,
            PMI.number("sd", "x"),
            PMI.number("sd", "y")),
        1e-13);
  }

  @Test
  void kappaSquared() {
    double sx = PMI.number("sd", "x");
    double sy = PMI.number("sd", "y");
    // The slope in standard units is the slope times sd(X)/sd(M).
    double sm =
        PMI.number("equations", "m", "coefficients", "cond", "estimate")
            * sx
            / correlationOfCauseAndMediator();
    double xm = correlationOfCauseAndMediator() * sx * sm;
    double xy = correlationOfCauseAndOutcome() * sx * sy;
    double my = correlationOfMediatorAndOutcome() * sm * sy;
    double own =
        EffectSizes.kappaSquared(
                new double[][] {{sx * sx, xm, xy}, {xm, sm * sm, my}, {xy, my, sy * sy}})
            .orElseThrow();
    assertEquals(0.0814287232878, own, 1e-12);
  }

  @Test
  void proportionMediated() {
    double indirect = PMI.number("effects", "indirect", "estimate");
    double total = PMI.number("effects", "total", "estimate");
    assertClose(
        PMI.number("effects", "ratio_indirect_total", "estimate"),
        ProportionMediated.of(indirect, total).value().orElseThrow());
    // The total effect of these data is not significant.
    Interval interval =
        new Interval(
            PMI.number("effects", "total", "ci95_lo"),
            PMI.number("effects", "total", "ci95_hi"),
            0.95);
    assertEquals(
        new Suppressed(NoProportion.TOTAL_NEAR_ZERO),
        ProportionMediated.of(indirect, total, interval));
  }

  @Test
  void proportionsThatDoNotExist() {
    assertEquals(new Suppressed(NoProportion.OPPOSITE_SIGNS), ProportionMediated.of(0.3, -0.1));
    assertEquals(new Suppressed(NoProportion.TOTAL_NEAR_ZERO), ProportionMediated.of(0.3, 0));
    assertEquals(new Suppressed(NoProportion.TOTAL_NEAR_ZERO), ProportionMediated.of(0.3, 1e-17));
    assertEquals(new Suppressed(NoProportion.TOTAL_NEAR_ZERO), ProportionMediated.of(0, 0));
  }

  @Test
  void proportionsThatDo() {
    assertEquals(new Share(0), ProportionMediated.of(0, -2));
    assertEquals(new Share(1.5), ProportionMediated.of(-3, -2));
    assertEquals(new Share(0.5), ProportionMediated.of(1, 2, new Interval(0.1, 3, 0.95)));
    assertTrue(ProportionMediated.of(0.3, -0.1).value().isEmpty());
  }

  @Property
  void measuresIgnoreTheSignOfAVariable(
      @ForAll @DoubleRange(min = -0.6, max = 0.6) double xm,
      @ForAll @DoubleRange(min = -0.6, max = 0.6) double xy,
      @ForAll @DoubleRange(min = 0.05, max = 0.6) double my) {
    if (1 - xm * xm - xy * xy - my * my + 2 * xm * xy * my <= 1e-6) {
      return;
    }
    double own = EffectSizes.rSquaredMediated(xm, xy, my).orElseThrow();
    double turned = EffectSizes.rSquaredMediated(-xm, xy, -my).orElseThrow();
    assertEquals(own, turned);
  }

  @Test
  void refusesWhatIsNoScaleOrCorrelation() {
    assertThrows(
        IllegalArgumentException.class, () -> EffectSizes.rSquaredMediated(0.9, -0.9, 0.9));
    assertThrows(
        IllegalArgumentException.class,
        () -> EffectSizes.kappaSquared(new double[][] {{1, 0, 0}, {0, 0, 0}, {0, 0, 1}}));
    assertThrows(IllegalArgumentException.class, () -> ProportionMediated.of(Double.NaN, 1));
  }

  @Test
  void whatIsPerfectlyCorrelatedHasNoShare() {
    assertTrue(EffectSizes.rSquaredMediated(0.5, 0.5, 1).isEmpty());
    assertTrue(EffectSizes.rSquaredMediated(1, 0.5, 0.5).isEmpty());
    double[][] copied = {{1, 1, 0.5}, {1, 1, 0.5}, {0.5, 0.5, 1}};
    assertTrue(EffectSizes.kappaSquared(copied).isEmpty());
  }

  @Test
  void whatExplainsNothingSharesNothing() {
    assertEquals(0, EffectSizes.rSquaredMediated(0.2, 0, 0).orElseThrow());
    assertEquals(
        0,
        EffectSizes.kappaSquared(new double[][] {{1, 0.2, 0}, {0.2, 1, 0}, {0, 0, 1}})
            .orElseThrow());
  }

  private static void assertClose(double expected, double own) {
    assertEquals(expected, own, 1e-12 * Math.abs(expected));
  }
}

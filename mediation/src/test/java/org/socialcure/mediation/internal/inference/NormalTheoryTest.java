package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.socialcure.mediation.inference.ProductError;
import org.socialcure.mediation.internal.inference.NormalTheory.NoTest;
import org.socialcure.mediation.internal.inference.NormalTheory.Reason;
import org.socialcure.mediation.internal.inference.NormalTheory.ZTest;

class NormalTheoryTest {
  private static ZTest test(ProductError kind, double a, double sa, double b, double sb) {
    return NormalTheory.product(kind, a, sa, b, sb, 0.95).test().orElseThrow();
  }

  @Property
  void theThreeErrorsLieInOrderAroundTheDeltaMethod(
      @ForAll @DoubleRange(min = -3, max = 3) double a,
      @ForAll @DoubleRange(min = 0.1, max = 0.3) double sa,
      @ForAll @DoubleRange(min = 1, max = 3) double b,
      @ForAll @DoubleRange(min = 0.1, max = 0.3) double sb) {
    ZTest sobel = test(ProductError.SOBEL, a, sa, b, sb);
    ZTest aroian = test(ProductError.AROIAN, a, sa, b, sb);
    ZTest goodman = test(ProductError.GOODMAN, a, sa, b, sb);
    assertTrue(goodman.standardError() < sobel.standardError());
    assertTrue(sobel.standardError() < aroian.standardError());
    assertEquals(Math.hypot(b * sa, a * sb), sobel.standardError(), 1e-14);
    assertEquals(
        ProductOfNormals.independent(a, sa, b, sb).variance(),
        aroian.standardError() * aroian.standardError(),
        1e-13,
        "Aroian's is the exact variance");
    assertEquals(aroian.p() < 0.05, !aroian.interval().contains(0));
  }

  @Test
  void testsThatDoNotExist() {
    assertEquals(
        new NoTest(Reason.NEGATIVE_VARIANCE),
        NormalTheory.product(ProductError.GOODMAN, 0.01, 1, 0.01, 1, 0.95));
    assertEquals(
        new NoTest(NormalTheory.Reason.NO_VARIANCE),
        NormalTheory.product(ProductError.SOBEL, 0, 1, 0, 1, 0.95));
    assertEquals("the standard error is zero", NormalTheory.Reason.NO_VARIANCE.explanation());
  }

  @Test
  void jointSignificanceIsAsWeakAsTheWeakestPath() {
    assertEquals(0.04, NormalTheory.jointSignificance(0.001, 0.04, 0.02));
    assertThrows(IllegalArgumentException.class, NormalTheory::jointSignificance);
    assertThrows(
        IllegalArgumentException.class, () -> NormalTheory.jointSignificance(0.5, Double.NaN));
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThrows(
        IllegalArgumentException.class,
        () -> NormalTheory.product(ProductError.SOBEL, Double.NaN, 1, 1, 1, 0.95));
    assertThrows(
        IllegalArgumentException.class,
        () -> NormalTheory.product(ProductError.SOBEL, 1, 1, 1, 1, 1));
  }
}

package org.socialcure.scoring.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.json.Json;
import org.socialcure.testsupport.Reference;

/** Hierarchical omega of scales with and without a Heywood case, by psych. */
class HierarchicalOmegaTest {
  private static List<Reference> scales() {
    return Reference.read(HierarchicalOmegaTest.class.getResourceAsStream("omega.json"))
        .all("cases");
  }

  private static HierarchicalOmega of(Reference scale) {
    return HierarchicalOmega.of(new ItemMatrix(scale.matrix("r"), 400));
  }

  private static double distance(Reference scale) {
    HierarchicalOmega omega = of(scale);
    return Math.max(
        Math.abs(scale.number("hierarchical") - omega.hierarchical().value().orElseThrow()),
        Math.abs(scale.number("total") - omega.total().value().orElseThrow()));
  }

  /** Where psych gives a number there is one; its search stops a little before the minimum. */
  @ParameterizedTest
  @MethodSource("scales")
  void isThereWherePsychGivesANumber(Reference scale) {
    HierarchicalOmega omega = of(scale);
    boolean bounded = omega.solution() == FactorSolutionKind.BOUNDED;
    assertTrue(distance(scale) < .02, omega.toString());
    assertEquals(bounded, omega.caution().isPresent());
    assertEquals(bounded, omega.toString().contains("Heywood"));
    assertEquals(omega, Json.read(Json.write(omega), HierarchicalOmega.class));
  }

  @Test
  void isMostOftenThatOfPsychToFourDigits() {
    List<Reference> scales = scales();
    List<Reference> close = scales.stream().filter(scale -> distance(scale) < 1e-4).toList();
    assertTrue(close.size() >= 50, close.size() + " of " + scales.size());
    long heywood =
        close.stream().filter(scale -> of(scale).solution() == FactorSolutionKind.BOUNDED).count();
    assertTrue(heywood >= 22, heywood + " with a Heywood case");
  }
}

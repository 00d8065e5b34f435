package org.socialcure.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socialcure.testsupport.PackageArrows;
import org.socialcure.testsupport.PublicTypes;

/** Arrows between the packages point one way. */
class PackagesTest {
  private final PackageArrows arrows = PackageArrows.of(Path.of("target/classes"));

  @Test
  void noPackageNeedsOneThatNeedsIt() {
    assertTrue(
        arrows.from("org.socialcure.core.person").contains("org.socialcure.core.answer"),
        "there is something to look at");
    assertEquals(List.of(), arrows.cycles());
  }

  @Test
  void theRootKnowsOnlyArithmeticAndDataNothingOfPeople() {
    String arithmetic = "org.socialcure.core.internal.numeric";
    assertEquals(Set.of(arithmetic), arrows.from("org.socialcure.core"));
    assertEquals(Set.of(), arrows.from(arithmetic));
    for (String above : List.of("answer", "instrument", "json", "person")) {
      assertFalse(
          arrows.from("org.socialcure.core.data").contains("org.socialcure.core." + above), above);
    }
  }

  @Test
  void everyValueSaysHowItPrintsItself() {
    Path classes = Path.of("target/classes");
    assertTrue(PublicTypes.of(classes).size() > 20, "there is something to look at");
    assertEquals(
        List.of(),
        PublicTypes.printingThemselvesRaw(classes).stream()
            // The parts of a document are told by its renderers, not one by one.
            .filter(name -> !name.startsWith("org.socialcure.core.document."))
            .toList());
  }
}

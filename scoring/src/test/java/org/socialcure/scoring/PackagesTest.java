package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialcure.testsupport.PackageArrows;
import org.socialcure.testsupport.PublicTypes;

/** Arrows between the packages point one way. */
class PackagesTest {
  @Test
  void noPackageNeedsOneThatNeedsIt() {
    PackageArrows arrows = PackageArrows.of(Path.of("target/classes"));
    assertTrue(
        arrows.from("org.socialcure.scoring").contains("org.socialcure.core.data"),
        "there is something to look at");
    assertEquals(List.of(), arrows.cycles());
  }

  @Test
  void everyValueSaysHowItPrintsItself() {
    Path classes = Path.of("target/classes");
    assertTrue(PublicTypes.of(classes).size() > 20, "there is something to look at");
    assertEquals(List.of(), PublicTypes.printingThemselvesRaw(classes));
  }
}

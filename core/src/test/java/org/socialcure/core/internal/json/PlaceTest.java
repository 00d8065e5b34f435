package org.socialcure.core.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void pathsAreToldWholeUnlessTheyAreVeryDeep() {
    Node.Place place = Node.Place.root(1, 1);
    for (int depth = 0; depth < 39; depth++) {
      place = place.field("a", 1, 1);
    }
    assertEquals("a.".repeat(39) + "b", place.field("b", 1, 1).path());
    for (int depth = 0; depth < 900; depth++) {
      place = place.field("k".repeat(60), 1, 1);
    }
    String path = place.element(7, 1, 1).path();
    assertTrue(path.length() < 3000 && path.contains("…") && path.endsWith("k[7]"), path);
  }
}

package org.socialcure.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;

class JsonTreeTest {
  @Test
  void readsEveryKindOfValueInTheOrderOfTheText() {
    Object tree = Json.tree("{\"b\": [1, 2.50, \"x\", true, null], \"a\": {}}");

    Map<?, ?> object = (Map<?, ?>) tree;
    assertEquals(List.of("b", "a"), List.copyOf(object.keySet()));
    assertEquals(
        Arrays.asList(new BigDecimal("1"), new BigDecimal("2.50"), "x", true, null),
        object.get("b"));
    assertEquals(Map.of(), object.get("a"));
    assertNull(Json.tree("null"));
  }

  @Test
  void keepsDigitsThatDoublesWouldLose() {
    assertEquals(new BigDecimal("0.1000000000000000055"), Json.tree("0.1000000000000000055"));
  }

  @Test
  void refusesWhatIsNotOneJsonValue() {
    for (String text : List.of("", "{} {}", "{\"a\": 1, \"a\": 2}", "{a: 1}", "[1,]")) {
      assertThrows(InvalidInputException.class, () -> Json.tree(text), text);
    }
  }

  @Test
  void refusesNumbersBeyondAllUse() {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Json.tree("{\"x\": 1e999999999}"));
    assertTrue(refused.getMessage().startsWith("x (line 1, column 7): "), refused.getMessage());
  }
}

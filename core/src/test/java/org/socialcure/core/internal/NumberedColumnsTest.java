package org.socialcure.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedColumnsTest {
  @ParameterizedTest
  @CsvSource({
    "u{n}, 7, u7",
    "u{n}, 12, u12",
    "u{nn}_t{n}, 7, u07_t7",
    "Q1[SQ{nnn}], 12, Q1[SQ012]",
    "Q{nn}, 123, Q123"
  })
  void theNumberHasAtLeastTheDigits(String pattern, int number, String name) {
    assertEquals(name, NumberedColumns.name(pattern, number));
  }

  @Test
  void otherBracesAreNoPlaces() {
    for (String pattern : new String[] {"u", "{item}", "{nnnn}", "{ n}", "{N}"}) {
      assertFalse(NumberedColumns.hasPlace(pattern), pattern);
      assertEquals(pattern, NumberedColumns.name(pattern, 1));
    }
  }
}

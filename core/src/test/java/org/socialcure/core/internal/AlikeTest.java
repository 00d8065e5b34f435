package org.socialcure.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.Problem;

class AlikeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "A01 | a01",
        "A01 | A1",
        "A-001 | a-1",
        "007 | 7",
        "7.0 | 7",
        "7.00 | 007",
        "7,0 | 7",
        "\"A 01\" | A01",
        "\"A01\u00a0\" | A01",
        "\"A01\u200b\" | A01",
        "ÉVA1 | éva1",
        "E\u0301va | éva",
        "STRASSE | strasse",
        "０１ | 1",
        "0 | 00",
        "1-01 | 1-1"
      })
  void whatDiffersInTheWayItWasTyped(String one, String other) {
    assertTrue(Alike.are(one, other));
    assertTrue(Alike.are(other, one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A01 | A01",
        "A01 | B01",
        "A10 | A1",
        "1.05 | 1.5",
        "1.10 | 1.1",
        "10 | 1",
        "100.0 | 10",
        "A0 | A",
        "a-b | ab",
        "1.0.1 | 1.1",
        ".0 | ."
      })
  void whatIsAnother(String one, String other) {
    assertFalse(Alike.are(one, other));
    assertFalse(Alike.are(other, one));
  }

  @Test
  void eachIsHeldAgainstTheFirstOfItsKind() {
    assertEquals(
        Map.of("a1", "A1", "A01", "A1"), Alike.earlier(List.of("A1", "B1", "a1", "A01", "A1")));
  }

  @Test
  void theRemarkCountsAndPlacesButShowsNone() {
    List<Optional<String>> ids =
        Stream.of("Ann1", "ann1", "", "Bob", "ANN1", "bob", "Bob ", "b ob", "Ann1")
            .map(id -> Optional.of(id).filter(it -> !it.isEmpty()))
            .toList();
    Problem remark =
        Alike.remark("column id", "identifiers", ids, row -> "line " + (row + 2)).orElseThrow();
    assertEquals(
        "column id: 5 of 7 identifiers differ from another only in capitals, blanks, leading zeros or"
            + " a final .0 (first seen in line 3 and line 2; line 6 and line 2; line 7 and line 5;"
            + " …): probably the same, but counted apart; write each in one way, or say"
            + " with \"unifySpelling\" what makes no difference",
        remark.toString());
    assertEquals(
        Optional.empty(),
        Alike.remark("column id", "identifiers", List.of(Optional.of("a")), row -> ""));
  }
}

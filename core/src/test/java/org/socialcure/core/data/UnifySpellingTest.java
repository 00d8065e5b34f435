package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;

/** Texts that a caller says are the same are written in one way; nothing else is. */
class UnifySpellingTest {
  private static Dataset ids(String... ids) {
    return Dataset.builder().texts("id", ids).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "A01 | a01 | CAPITALS",
        "\"A 01\" | A01 | BLANKS",
        "\"A01\u00a0\" | A01 | BLANKS",
        "007 | 7 | LEADING_ZEROS",
        "P-007 | P-7 | LEADING_ZEROS",
        "7.0 | 7 | FINAL_POINT_ZERO"
      })
  void eachDifferenceCountsAloneUnlessItIsIgnored(
      String one, String other, SpellingDifference difference) {
    Dataset data = ids(one, other);
    Dataset same = data.unifySpelling("id", List.of(), EnumSet.of(difference));
    assertEquals(List.of(Optional.of(one), Optional.of(one)), same.texts("id"));
    assertSame(
        data, data.unifySpelling("id", List.of(), EnumSet.complementOf(EnumSet.of(difference))));
  }

  @Test
  void theFirstOrTheGivenSpellingIsUsedAndTheOthersAreCounted() {
    Dataset data = ids("T0", "t0", "t0", "T 0", "x");
    Dataset first = data.unifySpelling("id", List.of(), EnumSet.allOf(SpellingDifference.class));
    assertEquals(Optional.of("T0"), first.text("id", 3));
    assertEquals(
        "column id: 2 spellings, in 3 cells (first seen in row 2), taken for another, as the caller"
            + " says that these make no difference: blanks, capitals, a final .0, leading zeros",
        first.remarks().get(0).toString());
    Dataset given =
        data.unifySpelling("id", List.of("t0", "t1"), EnumSet.of(SpellingDifference.CAPITALS));
    assertEquals(Optional.of("t0"), given.text("id", 0));
    assertEquals(Optional.of("T 0"), given.text("id", 3));
  }

  @Test
  void filesAreUnifiedOnceTheyAreOneAndBeforeTheyAreWidened() {
    CsvOptions text = CsvOptions.defaults().withText("id");
    Dataset merged =
        Dataset.readCsv(new StringReader("id,w,x\n007,a,1\n8,a,2\n"), text)
            .append(Dataset.readCsv(new StringReader("id,w,x\n7,b,3\n8.0,b,5\n"), text))
            .unifySpelling(
                "id",
                List.of(),
                Set.of(SpellingDifference.LEADING_ZEROS, SpellingDifference.FINAL_POINT_ZERO));
    Dataset wide = merged.widen("id", "w");
    assertArrayEquals(new double[] {2, 3}, wide.numbers("x@change"));
    assertTrue(wide.remarks().toString().contains("2 spellings"), "told after widening");
  }

  @Test
  void numbersStay() {
    Dataset data = Dataset.builder().numbers("id", 7, 8).build();
    assertSame(data, data.unifySpelling("id", List.of(), Set.of(SpellingDifference.BLANKS)));
    Dataset bare = ids("\u200b", "\u2060");
    assertSame(bare, bare.unifySpelling("id", List.of(), Set.of(SpellingDifference.BLANKS)));
  }

  @Test
  void whatSaysNothingIsRefused() {
    Dataset data = ids("a");
    assertThrows(InvalidInputException.class, () -> data.unifySpelling("id", List.of(), Set.of()));
    assertThrows(
        InvalidInputException.class,
        () -> data.unifySpelling("pid", List.of(), Set.of(SpellingDifference.BLANKS)));
    assertThrows(
        InvalidInputException.class,
        () -> data.unifySpelling("id", List.of("t1", "T1"), Set.of(SpellingDifference.CAPITALS)));
  }
}

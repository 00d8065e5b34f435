package org.socialcure.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "3. Mai 2024|DATE",
        "3 mai 2024|DATE",
        "1er août 2024|DATE",
        "12. März 2024|DATE",
        "3 May 2024|DATE",
        "10:30|TIME_OF_DAY",
        "10:30:15|TIME_OF_DAY",
        "3:11 pm|TIME_OF_DAY",
        "1,23,456|THOUSANDS",
        "(3.5)|NUMBER_WITH_UNIT",
        "'3.5|NUMBER_WITH_UNIT",
        "=\"007\"|NUMBER_WITH_UNIT",
        "3·5|NUMBER_WITH_UNIT",
        "٣.٥|NUMBER_WITH_UNIT",
        "３.５|NUMBER_WITH_UNIT",
        "3 1/2|NUMBER_WITH_UNIT",
        "½|NUMBER_WITH_UNIT",
        "50 %|NUMBER_WITH_UNIT",
      })
  void numbersAndTimesInDisguiseAreNoWords(String cell, CellForm form) {
    assertEquals(form, CellForm.of(cell));
    assertEquals(false, WordCells.only(List.of(Optional.of(cell))));
  }

  @ParameterizedTest
  @CsvSource({"18-24", "Often (3)", "two", "Ward A", "March", "T0", "x=3"})
  void wordsAndRangesMayBeCategories(String cell) {
    assertEquals(CellForm.WORDS, CellForm.of(cell));
    assertEquals(true, WordCells.only(List.of(Optional.of(cell))));
  }
}

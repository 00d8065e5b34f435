package org.socialcure.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadingRules;

/** Rows without any value are nobody, and identifiers are not rounded. */
class RowsAndIdentifiersTest {
  private static final FileOptions IDENTIFIERS =
      FileOptions.defaults().withRules(ReadingRules.defaults().withText("id"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"gaps.sav", "gaps.dta"})
  void rowsWithoutAnyValueAreLeftOutAndCounted(String name) {
    LabelledData read = DataFiles.read(TestFiles.copy(name, folder));
    assertEquals(4, read.data().rows(), "a missing code is a value");
    assertEquals(2, read.summary().emptyRows());
    assertEquals(List.of("row 1", "row 3", "row 4", "row 5"), places(read.data()));
    assertTrue(read.summary().toString().contains("Left out: 2 rows without any value"));
  }

  private static List<String> places(Dataset data) {
    return IntStream.range(0, data.rows()).mapToObj(data::place).toList();
  }

  @Test
  void aFileWithoutAnyValueIsRefused() {
    Path file = TestFiles.copy("no-values.sav", folder);
    String message =
        assertThrows(InvalidInputException.class, () -> DataFiles.read(file)).getMessage();
    assertTrue(message.contains("no row has any value"), message);
  }

  @Test
  void identifiersBeyondADoubleAreRefused() {
    Path file = TestFiles.copy("long-ids.sav", folder);
    String message =
        assertThrows(InvalidInputException.class, () -> DataFiles.read(file, IDENTIFIERS))
            .getMessage();
    assertTrue(message.startsWith("column id: 1 identifier is a number of 16"), message);
    assertEquals(3, DataFiles.read(file).data().rows(), "a measure may be as large");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1234567890123450.0, 9007199254740994.0, 1e20})
  void longNumbersOfASpreadsheetAreNoIdentifiers(double id) {
    Path file = sheet(id, 12);
    String message =
        assertThrows(InvalidInputException.class, () -> DataFiles.read(file, IDENTIFIERS))
            .getMessage();
    assertTrue(message.contains("make the column one of texts"), message);
    assertTrue(message.contains("row 2"), message);
    assertTrue(!message.contains("1234567890"), message);
    assertEquals(2, DataFiles.read(file).data().rows());
  }

  @Test
  void identifiersThatOtherProgramsWroteInFullAreReadWithACaution() {
    LabelledData read = DataFiles.read(sheet(1234567890123451.0, 1234567890123460.0), IDENTIFIERS);
    assertEquals(Optional.of("1234567890123451"), read.data().text("id", 0));
    assertTrue(read.summary().found().get(0).contains("format such cells as text"));
    Path text = folder.resolve("text.xlsx");
    Xlsx.write(Dataset.builder().texts("id", "12345678901234567890").build(), text);
    assertEquals(
        Optional.of("12345678901234567890"),
        DataFiles.read(text, IDENTIFIERS).data().text("id", 0));
  }

  private Path sheet(double... ids) {
    Path file = folder.resolve("ids.xlsx");
    Xlsx.write(Dataset.builder().numbers("id", ids).build(), file);
    return file;
  }
}

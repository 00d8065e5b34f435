package org.socialcure.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.Problem;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;

/** SPSS files as haven writes them, against what haven reads in them again. */
class SavTest {
  @TempDir private Path folder;

  private Dataset haven(String name) {
    return Dataset.readCsv(TestFiles.copy(name, folder), CsvOptions.defaults().withMissing());
  }

  static void assertSameCells(Dataset expected, Dataset found) {
    assertEquals(expected.names(), found.names());
    for (String name : expected.names()) {
      assertEquals(expected.texts(name), found.texts(name), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"people.sav", "people-plain.sav", "people.zsav"})
  void everyCompressionGivesWhatHavenReads(String name) {
    LabelledData read = DataFiles.read(TestFiles.copy(name, folder));

    assertSameCells(haven("people.sav.csv"), read.data());
    assertEquals("How often lonely (Einsämkeit)", read.data().label("lonely"));
    assertEquals(
        Map.of(
            "lonely", Map.of("9", 1), "visits", Map.of("98", 1, "99", 1), "kind", Map.of("x", 1)),
        read.missingCodes());
    assertEquals(
        "1 = Hardly ever, 2 = Some of the time, 3 = Often, 9 = No answer",
        read.valueLabels().get("lonely").toString());
    assertEquals("a = Choir, b = Sport, x = Refused", read.valueLabels().get("kind").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"many.sav", "many.zsav"})
  void manyRowsGiveWhatHavenReads(String name) {
    Dataset read = DataFiles.read(TestFiles.copy(name, folder)).data();

    assertSameCells(haven("many.sav.csv"), read);
    assertEquals(3000, read.rows());
    assertEquals("row 3000", read.place(2999));
  }

  @Test
  void aFileInAnotherEncodingThanItSaysReadsWhenTold() {
    byte[] bytes = TestFiles.bytes("people-plain.sav");
    // haven tells the encoding by the number of its code page only.
    replacePage(bytes, 437);
    Path file = TestFiles.write(folder.resolve("old.sav"), bytes);

    assertEquals(
        Optional.of("Z\u251C\u255Drich-Oerlikon"), DataFiles.read(file).data().text("city", 0));
    assertEquals(
        Optional.of("Zürich-Oerlikon"),
        DataFiles.read(file, FileOptions.defaults().withEncoding(StandardCharsets.UTF_8))
            .data()
            .text("city", 0));
  }

  @Test
  void textsThatAreNotInTheEncodingAreCountedByColumn() {
    byte[] bytes = TestFiles.bytes("people-plain.sav");
    replacePage(bytes, 1253);
    Path file = TestFiles.write(folder.resolve("old.sav"), bytes);

    List<Problem> problems = Refused.by(() -> DataFiles.read(file));
    assertEquals(
        List.of("column note", "column city"), problems.stream().map(Problem::where).toList());
    assertTrue(problems.get(0).message().startsWith("1 text is not in"));
  }

  private static void replacePage(byte[] bytes, int page) {
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + Integer.BYTES <= bytes.length; at++) {
      if (all.getInt(at) == 65001) {
        all.putInt(at, page);
        return;
      }
    }
    throw new AssertionError("the file does not name UTF-8");
  }
}

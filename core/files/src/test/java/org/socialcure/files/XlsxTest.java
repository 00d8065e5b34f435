package org.socialcure.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.Problem;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;

/** Spreadsheets that are written, and read again. */
class XlsxTest {
  @TempDir private Path folder;

  private static Dataset roundTrip(Dataset data) {
    try {
      Path file = Files.createTempFile("sheet", ".xlsx");
      try {
        Files.write(file, Xlsx.bytes(data));
        return DataFiles.read(file).data();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Dataset data =
        Dataset.builder()
            .texts(
                "id", "007", "=1+1", "-12A", "@x", "a\u0001b_x0041_\r\n<&\">c", "\uD83D\uDE00", "é")
            .numbers("x", 0.1 + 0.2, -1e-300, 1e300, Double.NaN, 123456789012345678.0, 5, 0)
            .texts("note", null, "b", null, null, null, null, null)
            .build();

    Dataset read = roundTrip(data);

    assertEquals(data, read);
    assertEquals("row 2", read.place(0));
    assertEquals(ColumnKind.TEXT, read.kind("id"));
  }

  @Property(tries = 200)
  void anyNumberAndAnyTextIsReadAgain(@ForAll List<Double> numbers, @ForAll String text) {
    double[] finite = numbers.stream().mapToDouble(it -> it).filter(Double::isFinite).toArray();
    Assume.that(finite.length > 0);
    String[] texts = new String[finite.length];
    Arrays.fill(texts, "x" + text + "x");
    Dataset data = Dataset.builder().texts("text", texts).numbers("x", finite).build();
    Dataset read = roundTrip(data);
    assertEquals(data.texts("text"), read.texts("text"));
    for (int row = 0; row < finite.length; row++) {
      // A spreadsheet has one zero.
      assertEquals(finite[row] + 0.0, read.number("x", row).orElseThrow());
    }
  }

  @Test
  void theSameDataGiveTheSameBytesAndSheetsKeepTheirOrder() {
    Dataset data = Dataset.builder().numbers("x", 1).build();
    assertArrayEquals(Xlsx.bytes(data), Xlsx.bytes(data));

    Map<String, Dataset> sheets = new LinkedHashMap<>();
    sheets.put("Scores & more", data);
    sheets.put("Ä", data);
    Path file = folder.resolve("two.xlsx");
    Xlsx.write(sheets, file);

    assertEquals(List.of("Scores & more", "Ä"), Xlsx.sheets(file));
    assertEquals(
        Optional.of("1"),
        DataFiles.read(file, FileOptions.defaults().withSheet("Ä")).data().text("x", 0));
  }

  @Test
  void whatASheetCannotHoldIsRefusedTogether() {
    Map<String, Dataset> sheets = new LinkedHashMap<>();
    sheets.put("a/b", Dataset.builder().texts("t", "y".repeat(32_768)).build());
    sheets.put("A/B", Dataset.builder().numbers("n", new double[1_048_576]).build());

    List<String> places =
        Refused.by(() -> Xlsx.write(sheets, folder.resolve("no.xlsx"))).stream()
            .map(Problem::where)
            .toList();

    assertEquals(
        List.of("sheet a/b", "row 1, column t", "sheet A/B", "sheet A/B", "sheet A/B"), places);
    assertEquals(false, Files.exists(folder.resolve("no.xlsx")));
  }
}

package org.socialcure.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.Problem;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;

/** Spreadsheets as LibreOffice writes them. */
class SheetTest {
  @TempDir private Path folder;

  private static List<String> row(Dataset data, int row) {
    return data.names().stream().map(name -> data.text(name, row).orElse("")).toList();
  }

  @Test
  void cellsAreReadAsTheSheetShowsThem() {
    LabelledData read = DataFiles.read(TestFiles.copy("sheet.xlsx", folder));
    Dataset data = read.data();

    assertEquals(
        List.of("id", "age", "born", "asked", "time", "share", "member", "double", "word", "took"),
        data.names());
    assertEquals(
        List.of(
            "007",
            "61.5",
            "1950-02-28",
            "2021-09-11T10:30:00",
            "10:30:00",
            "0.45",
            "1",
            "123",
            "aé",
            "1.0625"),
        row(data, 0));
    assertEquals(
        List.of(
            "p&2\nsecond line",
            "-3",
            "2000-02-29",
            "1999-12-31T23:59:59",
            "",
            "",
            "0",
            "-6",
            "NA",
            ""),
        row(data, 1));
    assertEquals(ColumnKind.NUMBER, data.kind("age"));
    assertEquals("row 4", data.place(0));
    assertEquals("row 6, column age", data.place(1, "age"));
    assertEquals(
        List.of(
            "1 row without any value is left out.",
            "3 cells are formulas; their stored results are read.",
            "1 cell is a length of time; it is read as a number of days."),
        read.notes());
  }

  @Test
  void errorsAndMergedCellsAreRefusedByTheirCells() {
    List<Problem> merged = Refused.by(() -> DataFiles.read(TestFiles.copy("errors.xlsx", folder)));
    assertEquals(
        List.of(
            "cells F6:G6: are merged, so that only the first has a value; unmerge them and fill"
                + " each"),
        merged.stream().map(Problem::toString).toList());
  }

  @Test
  void severalSheetsWithCellsNeedAName() {
    Path file = TestFiles.copy("two-sheets.xlsx", folder);

    assertEquals(List.of("Answers", "Codebook"), Xlsx.sheets(file));
    assertEquals(
        "the file: has 2 sheets with cells; name the one with the answers",
        Refused.only(() -> DataFiles.read(file)));
    assertEquals(
        2, DataFiles.read(file, FileOptions.defaults().withSheet("answers")).data().rows());
    assertEquals(
        "sheet Anwsers: no such sheet (did you mean Answers?)",
        Refused.only(() -> DataFiles.read(file, FileOptions.defaults().withSheet("Anwsers"))));
  }

  @Test
  void rowsAboveTheNamesAreNotReadWhenTold() {
    Dataset read =
        DataFiles.read(
                TestFiles.copy("sheet.xlsx", folder), FileOptions.defaults().withHeaderRow(4))
            .data();

    assertEquals("007", read.names().get(0));
    assertEquals(Optional.of("p&2\nsecond line"), read.text("007", 0));
  }

  @Test
  void otherFormatsOfSpreadsheetsAreNamed() {
    assertTrue(
        Refused.only(() -> DataFiles.read(TestFiles.copy("old.xls", folder)))
            .contains("old spreadsheet program (.xls); save it as .xlsx"));
    assertTrue(
        Refused.only(() -> DataFiles.read(TestFiles.copy("other.ods", folder)))
            .contains("(.ods?); save it as .xlsx"));
  }
}

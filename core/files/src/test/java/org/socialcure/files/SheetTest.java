package org.socialcure.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.Problem;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadingRules;
import org.socialcure.core.data.RowCondition;

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
            "",
            ""),
        row(data, 1));
    assertEquals(ColumnKind.NUMBER, data.kind("age"));
    assertEquals("row 4", data.place(0));
    assertEquals("row 6, column age", data.place(1, "age"));
    assertEquals(
        List.of(
            "3 formulas, read by their stored results",
            "1 length of time, read as a number of days"),
        read.summary().found());
    assertEquals(1, read.summary().emptyRows());
  }

  @Test
  void rulesApplyToEveryFormat() {
    FileOptions chosen =
        FileOptions.defaults()
            .withRules(
                ReadingRules.defaults()
                    .withMissingIn("age", "61.5")
                    .withWhere(RowCondition.is("id", "007")));
    LabelledData sheet = DataFiles.read(TestFiles.copy("sheet.xlsx", folder), chosen);
    assertEquals(1, sheet.data().rows());
    assertEquals(Map.of("age", 1), sheet.summary().missingCodes());
    assertEquals(1, sheet.summary().rowsNotChosen());

    FileOptions few =
        FileOptions.defaults()
            .withRules(
                ReadingRules.defaults()
                    .withMissingIn("lonely", "3")
                    .withSkip(RowCondition.is("id", "p01")));
    for (String name : List.of("people.sav", "people-118.dta")) {
      LabelledData read = DataFiles.read(TestFiles.copy(name, folder), few);
      assertEquals(5, read.data().rows());
      assertEquals("row 3, column lonely", read.data().place(1, "lonely"));
      assertEquals(name.endsWith("sav") ? 2 : 3, read.summary().missingCodes().get("lonely"));
    }
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

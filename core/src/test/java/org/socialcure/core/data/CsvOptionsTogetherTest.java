package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every option together with all others, on a file that needs just these: none disturbs another.
 */
class CsvOptionsTogetherTest {
  private static final double NONE = Double.NaN;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path folder;

  private enum Option {
    SEPARATOR,
    DECIMAL,
    THOUSANDS,
    ENCODING,
    LINES,
    ROWS,
    SKIP,
    WHERE,
    MISSING,
    MISSING_IN,
    TEXT
  }

  private static CsvOptions options(Set<Option> said) {
    CsvOptions options = CsvOptions.defaults();
    for (Option option : said) {
      options =
          switch (option) {
            case SEPARATOR -> options.withSeparator(';');
            case DECIMAL -> options.withDecimalMark(DecimalMark.COMMA);
            case THOUSANDS ->
                options.withThousands(
                    said.contains(Option.DECIMAL)
                        ? ThousandsSeparator.POINT
                        : ThousandsSeparator.COMMA);
            case ENCODING -> options.withEncoding(WINDOWS);
            case LINES -> options.withSkippedLines(2);
            case ROWS -> options.withSkippedRows(1);
            case SKIP -> options.withSkip(RowCondition.is("kind", "test"));
            case WHERE ->
                options.withWhere(
                    RowCondition.is("event", "t0")
                        .and(RowCondition.number("x", RowCondition.Comparison.BELOW, 1e6))
                        .or(RowCondition.missing("x")));
            case MISSING -> options.withMissing("-99", "NA");
            case MISSING_IN -> options.withMissingIn("b", "9.0");
            case TEXT -> options.withText("id");
          };
    }
    return options;
  }

  /** A file that cannot be read without the options. */
  private static byte[] file(Set<Option> said) {
    String separator = said.contains(Option.SEPARATOR) ? ";" : ",";
    String mark = said.contains(Option.DECIMAL) ? "," : ".";
    String group =
        !said.contains(Option.THOUSANDS) ? "" : said.contains(Option.DECIMAL) ? "." : ",";
    String none = said.contains(Option.MISSING) ? "-99" + mark + "00" : "NA";
    String noneOfB = said.contains(Option.MISSING_IN) ? "9" : none;
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", "name", "x", "b", "kind", "event"));
    if (said.contains(Option.ROWS)) {
      rows.add(List.of("Who", "Name", "How many", "Which", "Kind", "When"));
    }
    rows.add(List.of("-99", "Zoë", "1" + group + "234" + mark + "5", "1", "real", "t0"));
    if (said.contains(Option.SKIP)) {
      rows.add(List.of("9", "Tester", "many", "some", "test", "t0"));
    }
    rows.add(List.of("2", "Al", none, noneOfB, "real", "t0"));
    if (said.contains(Option.WHERE)) {
      rows.add(List.of("3", "Bo", "5", "word", "real", "t1"));
    }
    rows.add(List.of("4", "Cy", "-0" + mark + "25", "3", "real", "t0"));
    String text =
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> cell.contains(",") ? "\"" + cell + "\"" : cell)
                        .collect(Collectors.joining(separator)))
            .collect(Collectors.joining("\n"));
    String above = said.contains(Option.LINES) ? "Survey; \"of 2021\nby hand, and more\n" : "";
    return (above + text + "\n")
        .getBytes(said.contains(Option.ENCODING) ? WINDOWS : StandardCharsets.UTF_8);
  }

  @Test
  void everySetOfOptionsReadsTheFileThatNeedsIt() throws IOException {
    List<Option> all = List.of(Option.values());
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      Set<Option> said = EnumSet.noneOf(Option.class);
      for (Option option : all) {
        if ((bits >> option.ordinal() & 1) == 1) {
          said.add(option);
        }
      }
      Path file = Files.write(folder.resolve("file.csv"), file(said));
      ReadData read = Dataset.readCsvAll(file, options(said));
      check(said, read);
    }
  }

  private static void check(Set<Option> said, ReadData read) {
    String what = said.toString();
    Dataset data = read.data();
    assertEquals(3, data.rows(), what);
    assertEquals("Zoë", data.text("name", 0).orElseThrow(), what);
    assertArrayEquals(new double[] {1234.5, NONE, -0.25}, data.numbers("x"), what);
    assertEquals(ColumnKind.NUMBER, data.kind("x"), what);
    assertArrayEquals(new double[] {1, NONE, 3}, data.numbers("b"), what);
    ReadingSummary summary = read.summary();
    assertEquals(said.contains(Option.ROWS) ? 1 : 0, summary.headingRows(), what);
    assertEquals(said.contains(Option.SKIP) ? 1 : 0, summary.skippedRows(), what);
    assertEquals(said.contains(Option.WHERE) ? 1 : 0, summary.rowsNotChosen(), what);
    // A numeric code for all columns means nothing in a text column, and something elsewhere.
    boolean codeInId = said.contains(Option.MISSING) && !said.contains(Option.TEXT);
    assertEquals(codeInId, data.missing("id", 0), what);
    assertEquals(
        codeInId ? Map.of("id", 1, "x", 1, "b", 1) : Map.of("x", 1, "b", 1),
        summary.missingCodes(),
        what);
    assertEquals(
        said.contains(Option.TEXT) ? ColumnKind.TEXT : ColumnKind.NUMBER, data.kind("id"), what);
  }
}

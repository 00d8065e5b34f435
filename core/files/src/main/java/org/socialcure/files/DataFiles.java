package org.socialcure.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadData;
import org.socialcure.core.data.ReadingRules;
import org.socialcure.core.data.ReadingSummary;
import org.socialcure.files.internal.DtaReader;
import org.socialcure.files.internal.FileBytes;
import org.socialcure.files.internal.MarkedCells;
import org.socialcure.files.internal.Memory;
import org.socialcure.files.internal.RawTable;
import org.socialcure.files.internal.SavReader;
import org.socialcure.files.internal.SheetText;
import org.socialcure.files.internal.XlsxReader;

/**
 * Reads data out of the files of other programs, whatever their names end in.
 *
 * <pre>{@code
 * LabelledData read = DataFiles.read(Path.of("answers.xlsx"));
 * Dataset answers = read.data();
 * Xlsx.write(answers, Path.of("copy.xlsx"));
 * }</pre>
 *
 * <p><b>Spreadsheets</b> ({@code .xlsx}, {@code .xlsm}). The first row with a cell names the
 * columns. Cells are read as the sheet saved as CSV would show them: dates as ISO texts ({@code
 * 2021-09-11}, {@code 2021-09-11T10:30:00}), truth values as {@code TRUE} and {@code FALSE},
 * formulas by the results stored with them. A column is numeric if all of its cells are numbers;
 * one with a text among them is text. Columns without any value are left out, and so are, with a
 * note, columns of one name, unless one is needed. Refused, each with its cell: columns with cells
 * and no name, merged cells, formulas without a stored result, errors such as {@code #N/A}, and
 * numbers of 16 digits or more, of which spreadsheets keep 15, in columns that the rules call
 * {@linkplain ReadingRules#withText text}, where digits are lost. Rows remember their number in the
 * sheet.
 *
 * <p><b>SPSS</b> ({@code .sav}, {@code .zsav}). User-missing values, single ones and ranges, are
 * missing and counted; labels of variables become labels of columns. Date formats become ISO texts,
 * months {@code 2021-09}; times stay numbers of seconds. Texts of any length and every encoding
 * that Java knows are read.
 *
 * <p><b>Stata</b> ({@code .dta} of version 13 and later). The missing values {@code .a} to {@code
 * .z} are missing and counted; labels of variables become labels of columns. Formats of days, of
 * milliseconds and of months become ISO texts, years stay numbers, and so do, with a note, weeks,
 * quarters and half-years.
 *
 * <p>Conditions on rows may give labels of SPSS and Stata values in the place of their codes. One
 * that is the label of two codes, of a code that the file declares missing, or that is a code and
 * the label of another, is refused.
 *
 * <p>Rows without any value are left out and counted in all formats; one with a missing code has a
 * value.
 *
 * <p>Files that are damaged, encrypted or unpack to more than a file of answers can be are refused
 * before they fill the memory. No message holds a cell's value.
 *
 * @since 0.1
 */
public final class DataFiles {
  /** Beyond it whole numbers have neighbours that a double cannot tell from them. */
  private static final double LARGEST_EXACT = 0x1p53;

  private DataFiles() {}

  /**
   * Reads a file; see {@link #read(Path, FileOptions)}.
   *
   * @param file the file
   * @return the data and what the file says about them
   * @throws InvalidInputException if the file cannot be read as such, with all of its problems
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public static LabelledData read(Path file) {
    return read(file, FileOptions.defaults());
  }

  /**
   * Reads a file. A text file is read as CSV with the rules of the options and else the default
   * ones; {@link Dataset#readCsv(Path, org.socialcure.core.data.CsvOptions)} takes others.
   *
   * @param file the file
   * @param options what is to be read, where the file does not say it
   * @return the data and what the file says about them
   * @throws InvalidInputException if the file cannot be read as such, or an option means nothing to
   *     its format, with all problems
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public static LabelledData read(Path file, FileOptions options) {
    Objects.requireNonNull(options, "options");
    DataFileFormat format = DataFileFormat.of(file);
    refuseOthersOptions(format, options);
    Memory memory = Memory.ofThisJava();
    return switch (format) {
      case CSV -> ofText(file, options.rules());
      case XLSX ->
          labelled(XlsxReader.read(file, options.sheet(), options.headerRow(), memory), options);
      case SAV ->
          labelled(
              SavReader.read(FileBytes.all(file, memory), options.encoding(), memory), options);
      case DTA ->
          labelled(
              DtaReader.read(FileBytes.all(file, memory), options.encoding(), memory), options);
    };
  }

  private static LabelledData ofText(Path file, ReadingRules rules) {
    ReadData read = Dataset.readCsvAll(file, CsvOptions.defaults().withRules(rules));
    return new LabelledData(read.data(), Map.of(), Map.of(), read.summary());
  }

  private static void refuseOthersOptions(DataFileFormat format, FileOptions options) {
    Problems problems = new Problems();
    if (format != DataFileFormat.XLSX) {
      String reason = "has no place here: the file is no spreadsheet; leave it out";
      problems.require(options.sheet().isEmpty(), "sheet", reason);
      problems.require(options.headerRow().isEmpty(), "header row", reason);
    }
    if (format == DataFileFormat.XLSX) {
      problems.require(
          options.encoding().isEmpty(),
          "encoding",
          "has no place here: spreadsheets are Unicode; leave it out");
    }
    if (format == DataFileFormat.CSV) {
      problems.require(
          options.encoding().isEmpty(),
          "encoding",
          "has no place here: the file is text, which CsvOptions describe; leave it out");
    }
    problems.throwIfAny();
  }

  private static LabelledData labelled(RawTable table, FileOptions options) {
    Dataset data = table.data();
    Map<String, ValueLabels> labels = labels(table);
    ReadData read =
        options.rules().withConditions(new LabelsInConditions(data, labels)::coded).applyTo(data);
    refuseErrors(table, read.data());
    refuseLongIdentifiers(table, options.rules().textColumns(), read.data());
    return new LabelledData(read.data(), labels, table.missing(), summary(table, read.summary()));
  }

  private static Map<String, ValueLabels> labels(RawTable table) {
    Map<String, Set<String>> missing = table.labelledMissing();
    Map<String, ValueLabels> labels = new LinkedHashMap<>();
    table
        .valueLabels()
        .forEach(
            (column, texts) ->
                labels.put(column, new ValueLabels(texts, missing.getOrDefault(column, Set.of()))));
    return labels;
  }

  /** With what the file itself left out and declares missing. */
  private static ReadingSummary summary(RawTable table, ReadingSummary rules) {
    Map<String, Integer> missing = new LinkedHashMap<>();
    table
        .missing()
        .forEach(
            (column, codes) ->
                missing.put(column, codes.values().stream().mapToInt(it -> it).sum()));
    rules.missingCodes().forEach((column, count) -> missing.merge(column, count, Integer::sum));
    return new ReadingSummary(
        table.notes(),
        rules.headingRows(),
        rules.skippedRows(),
        rules.rowsNotChosen(),
        table.emptyRows(),
        0,
        false,
        rules.unmatched(),
        missing);
  }

  /** Identifiers that are numbers of which the file cannot hold all digits. */
  private static void refuseLongIdentifiers(RawTable table, Set<String> identifiers, Dataset used) {
    Problems problems = new Problems();
    for (String column : identifiers) {
      Set<String> marked = new HashSet<>();
      MarkedCells cells = table.longNumbers().get(column);
      if (cells != null) {
        Arrays.stream(cells.rows()).forEach(row -> marked.add("row " + table.rowNumbers()[row]));
      } else if (table.isText(column)) {
        continue;
      }
      List<Integer> rows = new ArrayList<>();
      boolean lost = false;
      boolean rounded = cells != null;
      for (int row = 0; row < used.rows(); row++) {
        if (used.missing(column, row) || (cells != null && !marked.contains(used.place(row)))) {
          continue;
        }
        double number = Double.parseDouble(used.text(column, row).orElseThrow());
        if (cells != null || Math.abs(number) > LARGEST_EXACT) {
          rows.add(row);
          lost |= Math.abs(number) > LARGEST_EXACT;
          rounded &= number % 10 == 0;
        }
      }
      problems.require(
          rows.isEmpty() || !(lost || rounded),
          "column " + column,
          rows.size()
              + (rows.size() == 1 ? " identifier is a number" : " identifiers are numbers")
              + " of 16 digits or more, whose last ones "
              + (cells != null ? "spreadsheets" : "numbers in such files")
              + " lose (first seen in "
              + (rows.isEmpty() ? "" : used.place(rows.get(0)))
              + "), so that persons could be taken for each other; make the column one of texts"
              + " and fill it anew");
    }
    problems.throwIfAny();
  }

  /** Errors in rows that are used, unless a rule calls them missing. */
  private static void refuseErrors(RawTable table, Dataset used) {
    int[] numbers = table.rowNumbers();
    if (table.errors().isEmpty()) {
      return;
    }
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < used.rows(); row++) {
      rows.put(used.place(row), row);
    }
    Problems problems = new Problems();
    table
        .errors()
        .forEach(
            (column, errors) -> {
              for (int row : errors.rows()) {
                Integer at = rows.get("row " + numbers[row]);
                problems.require(
                    at == null || used.missing(column, at),
                    SheetText.cell(numbers[row], errors.column()),
                    "an error of the spreadsheet; correct the formula, empty the cell, or name the"
                        + " error among the codes of missing values");
              }
            });
    problems.throwIfAny();
  }
}

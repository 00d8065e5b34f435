package org.socialcure.files;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.files.internal.DtaReader;
import org.socialcure.files.internal.FileBytes;
import org.socialcure.files.internal.Memory;
import org.socialcure.files.internal.RawTable;
import org.socialcure.files.internal.SavReader;
import org.socialcure.files.internal.SheetText;
import org.socialcure.files.internal.SpreadsheetErrors;
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
 * one with a text among them is text. Rows without any value and columns without any are left out.
 * Refused, each with its cell: columns with cells and no name, equal names, merged cells, formulas
 * without a stored result, errors such as {@code #N/A}. Rows remember their number in the sheet.
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
 * <p>Files that are damaged, encrypted or unpack to more than a file of answers can be are refused
 * before they fill the memory. No message holds a cell's value.
 *
 * @since 0.1
 */
public final class DataFiles {
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
   * Reads a file. A text file is read as CSV with the default options; {@link Dataset#readCsv(Path,
   * org.socialcure.core.data.CsvOptions)} takes others.
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
      case CSV -> new LabelledData(Dataset.readCsv(file), Map.of(), Map.of(), List.of());
      case XLSX -> labelled(XlsxReader.read(file, options.sheet(), options.headerRow(), memory));
      case SAV -> labelled(SavReader.read(FileBytes.all(file, memory), options.encoding(), memory));
      case DTA -> labelled(DtaReader.read(FileBytes.all(file, memory), options.encoding(), memory));
    };
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

  private static LabelledData labelled(RawTable table) {
    refuseErrors(table);
    Map<String, ValueLabels> labels = new LinkedHashMap<>();
    table.valueLabels().forEach((column, texts) -> labels.put(column, new ValueLabels(texts)));
    return new LabelledData(table.data(), labels, table.missing(), table.notes());
  }

  private static void refuseErrors(RawTable table) {
    Problems problems = new Problems();
    int[] numbers = table.rowNumbers();
    for (SpreadsheetErrors errors : table.errors().values()) {
      for (int row : errors.rows()) {
        problems.add(
            SheetText.cell(numbers == null ? row + 1 : numbers[row], errors.column()),
            "an error of the spreadsheet; correct the formula, or empty the cell");
      }
    }
    problems.throwIfAny();
  }
}

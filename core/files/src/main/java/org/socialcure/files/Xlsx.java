package org.socialcure.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.file.WholeFile;
import org.socialcure.files.internal.XlsxReader;
import org.socialcure.files.internal.XlsxWriter;

/**
 * Writes spreadsheets, and tells what sheets one has; {@link DataFiles} reads them.
 *
 * @since 0.1
 */
public final class Xlsx {
  /** The name of a single sheet. */
  private static final String SHEET = "Data";

  private Xlsx() {}

  /**
   * The names of a file's sheets.
   *
   * @param file a spreadsheet
   * @return the names in order, those of hidden sheets included
   * @throws InvalidInputException if it is none
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public static List<String> sheets(Path file) {
    return XlsxReader.sheets(file);
  }

  /**
   * Writes a file with one sheet; see {@link #write(Map, Path)}.
   *
   * @param data what to write
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if a sheet cannot hold the data, or the file cannot be written
   *     there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public static void write(Dataset data, Path file) {
    write(Map.of(SHEET, data), file);
  }

  /**
   * Writes a file with a sheet a data set: a row of column names and a row for each row.
   *
   * <p>Numbers are written so that reading gives the same {@code double}; texts are texts, even
   * where they look like numbers or formulas; missing cells are empty. The same data give the same
   * bytes. The file appears complete or not at all.
   *
   * <p>Control characters, which XML cannot hold, and the carriage return stand as {@code _xHHHH_}
   * with their number in hexadecimal digits, and a text that looks so itself as {@code _x005F_x…},
   * as the format demands (ISO/IEC 29500-1, 22.9.2.19) and spreadsheet programs write and read
   * them. Libraries that do not undo this, such as openpyxl, show {@code _x000D_} where a text has
   * a line end of Windows.
   *
   * @param sheets what to write, by the name of the sheet, in the order of the map
   * @param file the file, replaced if it exists
   * @throws InvalidInputException if a sheet has more rows or columns, a cell a longer text or a
   *     name other letters than a spreadsheet permits, with all problems, or the file cannot be
   *     written there
   * @throws java.io.UncheckedIOException if writing fails for another reason
   */
  public static void write(Map<String, Dataset> sheets, Path file) {
    XlsxWriter writer = XlsxWriter.of(sheets);
    WholeFile.writeBytes(file, writer::writeTo);
  }

  /**
   * The bytes of a file with one sheet; see {@link #write(Map, Path)}.
   *
   * @param data what to write
   * @return the file
   * @throws InvalidInputException if a sheet cannot hold the data
   */
  public static byte[] bytes(Dataset data) {
    return XlsxWriter.of(Map.of(SHEET, data)).bytes();
  }
}

package org.socialcure.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.socialcure.core.InvalidInputException;
import org.socialcure.files.internal.FileBytes;
import org.socialcure.files.internal.FileFormat;

/**
 * The formats in which data are kept, told by what is in a file and not by the end of its name.
 *
 * @since 0.1
 */
public enum DataFileFormat {
  /** Text with a line of names and a line a row; whatever is none of the others. */
  CSV,
  /** A spreadsheet, {@code .xlsx} or {@code .xlsm}. */
  XLSX,
  /** A system file of SPSS, {@code .sav} or {@code .zsav}. */
  SAV,
  /** A file of Stata 13 or later, {@code .dta}. */
  DTA;

  /**
   * The format of a file.
   *
   * @param file the file
   * @return its format
   * @throws InvalidInputException if there is no such file, or it is of a format that cannot be
   *     read, with the remedy
   * @throws java.io.UncheckedIOException if reading fails for another reason
   */
  public static DataFileFormat of(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      // A pipe can be read once only.
      return CSV;
    }
    return switch (FileFormat.of(FileBytes.first(file, FileFormat.BYTES))) {
      case XLSX, OLD_OFFICE -> XLSX;
      case SAV, ZSAV -> SAV;
      case DTA -> DTA;
      case OLD_DTA ->
          throw new InvalidInputException(
              "the file",
              "of Stata 12 or older; in a later Stata open and save it, or export it as CSV");
      case POR ->
          throw new InvalidInputException(
              "the file", "a portable file of SPSS (.por); save it as .sav");
      case OTHER -> CSV;
    };
  }
}

package org.socialcure.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;

/** Reads a sheet of a spreadsheet file, {@code .xlsx} or {@code .xlsm}. */
public final class XlsxReader {
  private static final int BLOCK = 1 << 20;

  private XlsxReader() {}

  /**
   * Reads a sheet.
   *
   * @param file the file
   * @param sheet its name; the only one with cells where none is named
   * @param headerRow the row with the names of the columns, from 1; the first with a cell where
   *     none is given
   * @param memory what the table may take
   * @return the table
   * @throws InvalidInputException if it is no such file, with all problems
   */
  public static RawTable read(
      Path file, Optional<String> sheet, OptionalInt headerRow, Memory memory) {
    try (ZipParts parts = open(file)) {
      Workbook workbook = Workbook.of(parts);
      Workbook.SheetPart chosen = SheetReader.choose(workbook, parts, sheet);
      Xml xml = new Xml(chosen.place(), parts.open(chosen.place()));
      return new SheetReader(xml, workbook, headerRow, memory).read();
    }
  }

  /**
   * The names of the sheets.
   *
   * @param file the file
   * @return the names in order
   * @throws InvalidInputException if it is no such file
   */
  public static List<String> sheets(Path file) {
    try (ZipParts parts = open(file)) {
      return Workbook.of(parts).sheets().stream().map(Workbook.SheetPart::name).toList();
    }
  }

  private static ZipParts open(Path file) {
    long size = FileBytes.size(file);
    if (FileFormat.of(FileBytes.first(file, FileFormat.BYTES)) == FileFormat.OLD_OFFICE) {
      throw oldOffice(file);
    }
    return new ZipParts(file, size);
  }

  /** Encrypted spreadsheets are kept in the same kind of file as those of old programs. */
  private static InvalidInputException oldOffice(Path file) {
    byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    boolean encrypted;
    try (var in = Files.newInputStream(file)) {
      encrypted = false;
      byte[] block = in.readNBytes(BLOCK);
      while (!encrypted && block.length > 0) {
        encrypted = contains(block, mark);
        block = in.readNBytes(BLOCK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new InvalidInputException(
        "the file",
        encrypted
            ? "is encrypted; save it without a password"
            : "of an old spreadsheet program (.xls); save it as .xlsx, or the sheet as CSV");
  }

  private static boolean contains(byte[] block, byte[] mark) {
    for (int at = 0; at + mark.length <= block.length; at++) {
      int same = 0;
      while (same < mark.length && block[at + same] == mark[same]) {
        same++;
      }
      if (same == mark.length) {
        return true;
      }
    }
    return false;
  }
}

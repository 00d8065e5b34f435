package org.socialcure.core.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/** Writes a data set as CSV, a file whole or not at all. */
final class CsvOutput {
  private CsvOutput() {}

  static void write(Dataset data, Path file, CsvOptions options) {
    refuseLostTexts(data, options);
    String name = String.valueOf(file.getFileName());
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(name, "a folder; name a file to write");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InvalidInputException(name, "its folder does not exist; create it first");
    }
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A terminal or a pipe has no place beside it, and is never half-written anyway.
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
          writeRecords(data, text, options);
        }
        return;
      }
      Path whole = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
      try {
        try (BufferedWriter text =
            Files.newBufferedWriter(
                whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          writeRecords(data, text, options);
        }
        move(whole, file);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Dataset data, Writer text, CsvOptions options) {
    refuseLostTexts(data, options);
    try {
      writeRecords(data, text, options);
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void refuseLostTexts(Dataset data, CsvOptions options) {
    List<Problem> problems = new ArrayList<>();
    for (String name : data.names()) {
      if (data.column(name) instanceof Column.Texts column) {
        for (int row = 0; row < column.size(); row++) {
          String value = column.values[row];
          if (value != null && options.missing().contains(value)) {
            problems.add(
                new Problem(
                    data.place(row, name),
                    "a text that would be read as missing; write and read with other missing cells"
                        + " in CsvOptions"));
          }
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static void writeRecords(Dataset data, Writer text, CsvOptions options)
      throws IOException {
    List<String> names = data.names();
    Column[] columns = names.stream().map(data::column).toArray(Column[]::new);
    // Not closed: closing it would close the caller's writer. Flushing empties its buffer.
    CsvWriter writer =
        CsvWriter.builder()
            .fieldSeparator(options.separator())
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(new Quotes(columns.length))
            .build(text);
    writer.writeRecord(names);
    @Nullable String[] cells = new @Nullable String[columns.length];
    for (int row = 0; row < data.rows(); row++) {
      for (int c = 0; c < columns.length; c++) {
        cells[c] = cell(columns[c], row, options.decimalMark());
      }
      writer.writeRecord(cells);
    }
    writer.flush();
  }

  private static @Nullable String cell(Column column, int row, DecimalMark mark) {
    if (column instanceof Column.Numbers numeric) {
      double value = numeric.values[row];
      return Double.isNaN(value) ? null : DecimalText.format(value, mark);
    }
    return column.text(row).orElse(null);
  }

  /**
   * Quotes also what the reader would otherwise strip, and in a single column what it would take
   * for a blank line or for several columns.
   */
  private record Quotes(int columns) implements QuoteStrategy {
    @Override
    public boolean quoteNull(int line, int column) {
      return columns == 1;
    }

    @Override
    public boolean quoteValue(int line, int column, String value) {
      return columns == 1 || value.charAt(0) <= ' ' || value.charAt(value.length() - 1) <= ' ';
    }
  }
}

package org.socialcure.core.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.file.WholeFile;

/** Writes a data set as CSV. */
final class CsvOutput {
  private CsvOutput() {}

  static void write(Dataset data, Path file, CsvOptions options) {
    refuseLostTexts(data, options);
    WholeFile.write(file, text -> writeRecords(data, text, options));
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

  private static void refuseLostTexts(Dataset data, CsvOptions options) {
    Problems problems = new Problems();
    for (String name : data.names()) {
      if (data.column(name) instanceof Column.Texts column) {
        for (int row = 0; row < column.size(); row++) {
          String value = column.values[row];
          if (value != null && options.missing().contains(value)) {
            problems.add(
                data.place(row, name),
                "a text that would be read as missing; write and read with other missing cells"
                    + " in CsvOptions");
          }
        }
      }
    }
    problems.throwIfAny();
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

package org.socialcure.core.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.CellText;
import org.socialcure.core.internal.file.WholeFile;

/** Writes a data set as CSV. */
final class CsvOutput {
  private CsvOutput() {}

  static void write(Dataset data, Path file, CsvOptions options) {
    Charset encoding = options.encoding().orElse(StandardCharsets.UTF_8);
    if (!encoding.equals(StandardCharsets.UTF_8)) {
      throw new InvalidInputException(
          WholeFile.name(file), "files are written in UTF-8; leave the encoding out");
    }
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
    NumberForm form = new NumberForm(options.writtenMark(), options.thousands());
    for (String name : data.names()) {
      if (data.column(name) instanceof Column.Texts column) {
        MissingCells missing = MissingCells.of(options.rules(), name, form);
        for (int row = 0; row < column.size(); row++) {
          String value = column.values[row];
          if (value != null && missing.isCodeInText(value, form)) {
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
            .fieldSeparator(options.writtenSeparator())
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(new Quotes(columns.length))
            .build(text);
    boolean marked = options.formulaMarks() == FormulaMarks.APOSTROPHE;
    writer.writeRecord(marked ? names.stream().map(CellText::marked).toList() : names);
    @Nullable String[] cells = new @Nullable String[columns.length];
    for (int row = 0; row < data.rows(); row++) {
      boolean empty = true;
      for (int c = 0; c < columns.length; c++) {
        cells[c] = cell(columns[c], row, options.writtenMark());
        if (marked && cells[c] != null && columns[c] instanceof Column.Texts) {
          cells[c] = CellText.marked(cells[c]);
        }
        empty &= cells[c] == null;
      }
      if (empty) {
        // A quoted cell tells a row without values from the empty rows that spreadsheets leave.
        cells[0] = "";
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
      return columns == 1
          || DecimalText.isBlank(value.charAt(0))
          || DecimalText.isBlank(value.charAt(value.length() - 1))
          || (line == 1 && mayNameASeparator(column, value));
    }

    @Override
    public boolean quoteEmpty(int line, int column) {
      return true;
    }

    /** Names must not look as if another character parted the cells, nor like what Excel says. */
    private static boolean mayNameASeparator(int column, String value) {
      return (column == 0 && value.regionMatches(true, 0, "sep=", 0, 4))
          || CsvInput.SEPARATORS.stream().anyMatch(other -> value.indexOf(other) >= 0);
    }
  }
}

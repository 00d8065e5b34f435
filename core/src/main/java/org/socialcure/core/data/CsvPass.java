package org.socialcure.core.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.internal.CellText;

/**
 * One pass over the records of a CSV text. Cells arrive as stretches of the parser's own buffer;
 * blanks around an unquoted cell are already off.
 */
abstract class CsvPass extends AbstractBaseCsvCallbackHandler<Boolean> {
  private final FormulaMarks marks;
  private boolean inHeader = true;

  CsvPass(FormulaMarks marks) {
    this.marks = marks;
  }

  /** A cell of the header line. */
  abstract void header(int column, String name, boolean quoted);

  /** A cell of a row. */
  abstract void cell(int column, char[] buffer, int from, int to, boolean quoted);

  /** The end of the header line. */
  abstract void endHeader(int line, int cells);

  /** The end of a row. */
  abstract void endRow(int line, int cells);

  /** A quoted cell that does not end as it should, after which nothing more can be read. */
  abstract void brokenQuote(int line, int column);

  /**
   * Runs a pass.
   *
   * @param text the whole text
   * @param separator the character between cells
   * @param skippedLines the lines to pass over first, of which there are at least as many
   * @param pass what to do with the cells
   */
  static void run(Reader text, char separator, int skippedLines, CsvPass pass) {
    try (CsvReader<Boolean> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(pass, text)) {
      reader.skipLines(skippedLines);
      for (Boolean ignored : reader) {
        throw new AssertionError("passes build no records: " + ignored);
      }
    } catch (CsvParseException e) {
      pass.brokenQuote((int) pass.getStartingLineNumber(), pass.getFieldCount());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected final void handleField(
      int column, char[] buffer, int offset, int length, boolean quoted) {
    int from = offset;
    int to = offset + length;
    if (!quoted) {
      while (from < to && DecimalText.isBlank(buffer[from])) {
        from++;
      }
      while (to > from && DecimalText.isBlank(buffer[to - 1])) {
        to--;
      }
    }
    if (marks == FormulaMarks.APOSTROPHE && from < to && buffer[from] == CellText.MARK) {
      from++;
    }
    if (inHeader) {
      header(column, new String(buffer, from, to - from), quoted);
    } else {
      cell(column, buffer, from, to, quoted);
    }
  }

  @Override
  protected final @Nullable Boolean buildRecord() {
    if (getRecordType() == RecordType.DATA) {
      int line = (int) getStartingLineNumber();
      if (inHeader) {
        endHeader(line, getFieldCount());
        inHeader = false;
      } else {
        endRow(line, getFieldCount());
      }
    }
    return null;
  }
}

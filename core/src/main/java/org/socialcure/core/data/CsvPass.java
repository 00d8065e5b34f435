package org.socialcure.core.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the records of a CSV text. Cells arrive as stretches of the parser's own buffer;
 * blanks around an unquoted cell are already off.
 */
abstract class CsvPass extends AbstractBaseCsvCallbackHandler<Boolean> {
  private final Set<String> missing;
  private boolean inHeader = true;

  CsvPass(CsvOptions options) {
    this.missing = options.missing();
  }

  /** A cell of the header line. */
  abstract void header(int column, String name, boolean quoted);

  /** A cell of a row. */
  abstract void cell(int column, char[] buffer, int from, int to);

  /** The end of the header line. */
  abstract void endHeader(int line, int cells);

  /** The end of a row. */
  abstract void endRow(int line, int cells);

  /** A quoted cell that does not end as it should, after which nothing more can be read. */
  abstract void brokenQuote(int line, int column);

  static void run(Reader text, CsvOptions options, CsvPass pass) {
    try (CsvReader<Boolean> reader =
        CsvReader.builder()
            .fieldSeparator(options.separator())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(pass, text)) {
      for (Boolean ignored : reader) {
        throw new AssertionError("passes build no records: " + ignored);
      }
    } catch (CsvParseException e) {
      pass.brokenQuote((int) pass.getStartingLineNumber(), pass.getFieldCount());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final boolean isMissing(char[] buffer, int from, int to) {
    if (from == to) {
      return true;
    }
    for (String token : missing) {
      if (token.length() == to - from) {
        int i = 0;
        while (i < token.length() && token.charAt(i) == buffer[from + i]) {
          i++;
        }
        if (i == token.length()) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  protected final void handleField(
      int column, char[] buffer, int offset, int length, boolean quoted) {
    int from = offset;
    int to = offset + length;
    if (!quoted) {
      while (from < to && buffer[from] <= ' ') {
        from++;
      }
      while (to > from && buffer[to - 1] <= ' ') {
        to--;
      }
    }
    if (inHeader) {
      header(column, new String(buffer, from, to - from), quoted);
    } else {
      cell(column, buffer, from, to);
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

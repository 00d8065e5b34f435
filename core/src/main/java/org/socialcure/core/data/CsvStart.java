package org.socialcure.core.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.socialcure.core.InvalidInputException;

/**
 * What the first lines of a CSV text tell.
 *
 * @param separator the separator that a first line of Excel names
 * @param linesBefore the lines above the names
 * @param names the line of the names, or its beginning
 */
record CsvStart(Optional<Character> separator, int linesBefore, String names) {
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\"?sep=([^\\r\\n\"A-Za-z0-9])\"?[,;\\t|]*", Pattern.CASE_INSENSITIVE);

  /** More of a line of names than this is not looked at. */
  private static final int LONGEST = 1 << 16;

  static CsvStart of(Reader text, int skippedLines) {
    try (text) {
      Lines lines = new Lines(text);
      String first = lines.next();
      Matcher told = SEPARATOR_LINE.matcher(first);
      boolean tells = told.matches();
      int before = Math.max(skippedLines, tells ? 1 : 0);
      String names = first;
      for (int line = 0; line < before; line++) {
        if (lines.ended) {
          throw new InvalidInputException(
              "line " + (line + 1),
              "the file ends here; it needs a line of column names after the "
                  + before
                  + (before == 1 ? " line" : " lines")
                  + " passed over");
        }
        names = lines.next();
      }
      return new CsvStart(
          tells ? Optional.of(told.group(1).charAt(0)) : Optional.empty(), before, names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a text, cut where they are very long. */
  private static final class Lines {
    private final Reader text;
    private boolean ended;
    private int ahead = -2;

    Lines(Reader text) {
      this.text = new BufferedReader(text);
    }

    String next() throws IOException {
      StringBuilder line = new StringBuilder();
      int c = ahead == -2 ? text.read() : ahead;
      ahead = -2;
      while (c != -1 && c != '\n' && c != '\r') {
        if (line.length() < LONGEST) {
          line.append((char) c);
        }
        c = text.read();
      }
      if (c == '\r') {
        int after = text.read();
        ahead = after == '\n' ? -2 : after;
        ended = after == -1;
      } else {
        ended = c == -1;
      }
      return line.toString();
    }
  }
}

package org.socialcure.core.data;

import org.socialcure.core.data.CsvSurvey.Head;

/** What the columns of a CSV text hold if its numbers are written in one form. */
final class CsvKinds {
  final NumberForm form;

  /** Whether a row after the first ones makes a column text. */
  private final boolean[] text;

  /** How many numbers a column has in the rows after the first ones. */
  private final int[] numbers;

  /** Whether a column has a number in which the decimal mark can be nothing else. */
  private final boolean[] marked;

  /** Whether a column has a quoted cell of blanks alone: no value, where the others are numbers. */
  private final boolean[] blanks;

  private final boolean[][] headWords;
  private final boolean[][] headNumbers;
  private final MissingCells[] missing;
  private final int[] pending;
  private int pendingCount;

  CsvKinds(NumberForm form, MissingCells[] missing, boolean[] forcedText) {
    int columns = missing.length;
    this.form = form;
    this.missing = missing;
    this.text = forcedText.clone();
    this.numbers = new int[columns];
    this.marked = new boolean[columns];
    this.blanks = new boolean[columns];
    this.headWords = new boolean[Head.ROWS][columns];
    this.headNumbers = new boolean[Head.ROWS][columns];
    this.pending = new int[columns];
  }

  MissingCells missing(int column) {
    return missing[column];
  }

  boolean isText(int column) {
    return text[column] || (blanks[column] && numbers[column] == 0 && !hasNumberInHead(column));
  }

  private boolean hasNumberInHead(int column) {
    boolean some = false;
    for (boolean[] row : headNumbers) {
      some |= row[column];
    }
    return some;
  }

  /** Looks at a cell that is not empty, in a row of which it is not known yet whether it counts. */
  void cell(int row, int column, char[] buffer, int from, int to) {
    if (text[column]) {
      return;
    }
    double value = form.parse(buffer, from, to);
    boolean identifier = !Double.isNaN(value) && DecimalText.looksLikeIdentifier(buffer, from, to);
    if (Double.isNaN(value) && DecimalText.isBlank(buffer, from, to)) {
      blanks[column] = true;
    } else if (Double.isNaN(value) || identifier) {
      if (!missing[column].isCode(buffer, from, to)) {
        pending[pendingCount++] = column;
      }
    } else if (row >= Head.ROWS) {
      numbers[column]++;
    } else {
      headNumbers[row][column] = true;
    }
  }

  /** Whether the decimal mark of a number can be nothing else; told once a column. */
  void mark(int column, char[] buffer, int from, int to) {
    if (!text[column] && !marked[column]) {
      marked[column] =
          has(buffer, from, to, form.mark().character())
              && !Double.isNaN(form.parse(buffer, from, to))
              && Double.isNaN(
                  DecimalText.grouped(
                      buffer, from, to, other(form.mark()), form.mark().character()));
    }
  }

  private static boolean has(char[] buffer, int from, int to, char wanted) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  private static DecimalMark other(DecimalMark mark) {
    return mark == DecimalMark.POINT ? DecimalMark.COMMA : DecimalMark.POINT;
  }

  void endRow(int row, boolean used) {
    for (int i = 0; i < pendingCount && used; i++) {
      if (row >= Head.ROWS) {
        text[pending[i]] = true;
      } else {
        headWords[row][pending[i]] = true;
      }
    }
    pendingCount = 0;
  }

  /** Whether a first row says words wherever the rows after the first ones say numbers. */
  boolean looksLikeHeading(int row) {
    int words = 0;
    for (int column = 0; column < text.length; column++) {
      if (!text[column] && numbers[column] > 0) {
        int below = numbers[column] + (row == 0 && headNumbers[1][column] ? 1 : 0);
        if (headNumbers[row][column] || below < Head.NUMBERS_BELOW) {
          return false;
        }
        words += headWords[row][column] ? 1 : 0;
      }
    }
    return words >= Head.WORDS;
  }

  /** Counts the words of the first rows, from one of them on, like those of any other row. */
  void countHead(int fromRow) {
    for (int row = fromRow; row < Head.ROWS; row++) {
      for (int column = 0; column < text.length; column++) {
        text[column] |= headWords[row][column];
      }
    }
  }

  /** Whether a column is numeric here alone, by a decimal mark that can be nothing else. */
  boolean isMarkedAlone(CsvKinds other) {
    for (int column = 0; column < text.length; column++) {
      if (marked[column] && !text[column] && other.text[column]) {
        return true;
      }
    }
    return false;
  }
}

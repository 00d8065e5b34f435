package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which cells of one column hold a code of a missing value. */
final class MissingCells {
  private final String[] codes;

  /** Those codes that are numbers, which other ways of writing the number match too. */
  private final double[] numbers;

  private MissingCells(String[] codes, double[] numbers) {
    this.codes = codes;
    this.numbers = numbers;
  }

  static MissingCells of(ReadingRules rules, String column, NumberForm form) {
    Set<String> own = rules.missingIn().get(column);
    List<String> codes = new ArrayList<>(own == null ? rules.missing() : own);
    if (own == null && rules.textColumns().contains(column)) {
      codes.removeIf(code -> !Double.isNaN(number(code, form)));
    }
    double[] numbers =
        codes.stream()
            .mapToDouble(code -> number(code, form))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return new MissingCells(codes.toArray(String[]::new), numbers);
  }

  /** A code may be written with the decimal mark of the file or with a point. */
  private static double number(String code, NumberForm form) {
    double value = form.parse(code);
    return Double.isNaN(value) ? NumberForm.PLAIN.parse(code) : value;
  }

  /** Whether a cell is a code as it stands. */
  boolean isCode(char[] buffer, int from, int to) {
    for (String code : codes) {
      if (code.length() == to - from) {
        int i = 0;
        while (i < code.length() && code.charAt(i) == buffer[from + i]) {
          i++;
        }
        if (i == code.length()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a number is a code. */
  boolean isCode(double value) {
    for (double code : numbers) {
      if (code == value) {
        return true;
      }
    }
    return false;
  }

  /** Whether the cell of a text column is a code, as it stands or as a number. */
  boolean isCodeInText(char[] buffer, int from, int to, NumberForm form) {
    return isCode(buffer, from, to)
        || (numbers.length > 0
            && !DecimalText.looksLikeIdentifier(buffer, from, to)
            && isCode(form.parse(buffer, from, to)));
  }

  boolean isCodeInText(String cell, NumberForm form) {
    return isCodeInText(cell.toCharArray(), 0, cell.length(), form);
  }

  /** Whether there is no code but the empty cell. */
  boolean isEmpty() {
    return codes.length == 0;
  }

  @Override
  public String toString() {
    return Arrays.toString(codes);
  }
}

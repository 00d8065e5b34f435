package org.socialcure.files.internal;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a spreadsheet writes texts, numbers and the places of cells. */
public final class SheetText {
  /** The last row of a sheet, from 1. */
  public static final int ROWS = 1_048_576;

  /** How many columns a sheet has. */
  public static final int COLUMNS = 16_384;

  private static final int LETTERS = 26;
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][-+]?\\d{1,9})?");

  private SheetText() {}

  /** A text whose control characters are written as {@code _x000D_}. */
  static String unescaped(String text) {
    if (text.indexOf("_x") < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    Matcher escape = ESCAPE.matcher(text);
    int done = 0;
    while (escape.find()) {
      plain.append(text, done, escape.start());
      plain.append((char) Integer.parseInt(escape.group(1), 16));
      done = escape.end();
    }
    return plain.append(text, done, text.length()).toString();
  }

  /** A text in which what XML cannot hold, and what looks like such an escape, is escaped. */
  static String escaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      boolean escape = c == '_' && ESCAPE.matcher(text).region(i, text.length()).lookingAt();
      if (pair) {
        plain.append(c).append(text.charAt(++i));
      } else if (escape
          || (c < ' ' && c != '\t' && c != '\n')
          || Character.isSurrogate(c)
          || c >= '\uFFFE') {
        plain.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** The number of a cell; empty where it is none, or not a finite one. */
  static OptionalDouble number(String text) {
    String plain = text.strip();
    if (!NUMBER.matcher(plain).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(plain);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** A whole number that is not negative, or what stands for anything else. */
  static int whole(String text, int otherwise) {
    boolean short9 = !text.isEmpty() && text.length() <= 9;
    return short9 && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(text)
        : otherwise;
  }

  /** A column of a sheet in letters, as in {@code C} or {@code AA}. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }

  /** The place of a cell, as in {@code cell C7}; the row from 1, the column from 0. */
  public static String cell(int row, int column) {
    return "cell " + letters(column) + row;
  }

  /** The column, from 0, of a place such as {@code C7}; negative where it is none in a sheet. */
  static int columnOf(String reference) {
    int column = 0;
    int at = 0;
    while (at < reference.length() && isLetter(reference.charAt(at)) && column <= COLUMNS) {
      column = column * LETTERS + (reference.charAt(at) | 0x20) - 'a' + 1;
      at++;
    }
    return column <= COLUMNS ? column - 1 : -1;
  }

  /** The row, from 1, of a place such as {@code C7}; 0 where it is none in a sheet. */
  static int rowOf(String reference) {
    int at = 0;
    while (at < reference.length() && isLetter(reference.charAt(at))) {
      at++;
    }
    int row = whole(reference.substring(at), 0);
    return row <= ROWS ? row : 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}

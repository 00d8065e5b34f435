package org.socialcure.core.internal;

/** Texts as cells of a file that a spreadsheet may open. */
public final class CellText {
  /** What a spreadsheet takes for the start of a text, and does not show. */
  public static final char MARK = '\'';

  /** With these a formula may start, and with the mark a cell that was marked. */
  private static final String STARTS = "=+-@\t\r" + MARK;

  private CellText() {}

  /**
   * A text that no spreadsheet takes for a formula. Taking one mark off again gives the text back
   * where there is one.
   *
   * @param text any text; not null
   * @return the text, with a mark before it if it begins with what a formula may begin with, or
   *     with a mark
   */
  public static String marked(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? MARK + text : text;
  }

  /**
   * Whether readers that take blanks off the edges of a cell would change a text.
   *
   * @param text any text; not null
   * @return whether it begins or ends with a blank of any kind
   */
  public static boolean hasBlankEdge(String text) {
    return !text.isEmpty() && (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1)));
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}

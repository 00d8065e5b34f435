package org.socialcure.core.data;

/**
 * What is done with texts that a spreadsheet would take for formulas when it opens a CSV file:
 * those that begin with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a carriage return.
 *
 * @since 0.1
 */
public enum FormulaMarks {
  /**
   * Nothing, the default: R and other programs read what is written, and an identifier such as
   * {@code -12A} stays what it is. A text such as {@code =HYPERLINK(…)} that a participant typed is
   * then calculated by a spreadsheet that opens the file.
   */
  NONE,
  /**
   * On writing, an apostrophe is put before such a text, and before one that begins with an
   * apostrophe; on reading, one apostrophe at the start of a cell is taken off. So what was written
   * with this setting is read back unchanged with it, and for people who open the file in a
   * spreadsheet every cell is text. Names of columns are treated likewise; numbers never are.
   */
  APOSTROPHE
}

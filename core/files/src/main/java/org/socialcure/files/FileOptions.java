package org.socialcure.files;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ReadingRules;
import org.socialcure.files.internal.SheetText;

/**
 * What is to be read of a file, and how, where the file itself does not say it.
 *
 * <table>
 * <caption>What each option means to each format</caption>
 * <tr><th></th><th>.xlsx</th><th>.sav</th><th>.dta of Stata 13</th><th>.dta of later versions</th></tr>
 * <tr><td>sheet, header row</td><td>works</td><td>refused: no sheets</td><td>refused: no sheets</td>
 *     <td>refused: no sheets</td></tr>
 * <tr><td>rules</td><td>work; {@code #N/A} among the codes of missing values permits that error</td>
 *     <td>work, after the missing values of the file</td><td>work, after those of the file</td>
 *     <td>work, after those of the file</td></tr>
 * <tr><td>encoding</td><td>refused: always Unicode</td><td>works, in the place of what the file
 *     says</td><td>works, in the place of windows-1252</td><td>refused: always UTF-8</td></tr>
 * </table>
 *
 * <p>Immutable and thread-safe.
 *
 * @param sheet the sheet of a spreadsheet; the only visible one with cells where none is named
 * @param headerRow the row of the sheet with the names of the columns, from 1; the first with a
 *     cell where none is given
 * @param encoding the encoding of the texts, where the file does not say it or is wrong
 * @param rules what the cells mean and which rows are used
 * @since 0.1
 */
public record FileOptions(
    Optional<String> sheet, OptionalInt headerRow, Optional<Charset> encoding, ReadingRules rules) {
  private static final FileOptions DEFAULTS =
      new FileOptions(
          Optional.empty(), OptionalInt.empty(), Optional.empty(), ReadingRules.defaults());

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the sheet is blank or the row is none of a sheet
   */
  public FileOptions {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(rules, "rules");
    if (sheet.isPresent() && sheet.get().isBlank()) {
      throw new InvalidInputException("sheet", "its name is blank; leave it out");
    }
    if (headerRow.isPresent()
        && (headerRow.getAsInt() < 1 || headerRow.getAsInt() >= SheetText.ROWS)) {
      throw new InvalidInputException("header row", "must be from 1 to " + (SheetText.ROWS - 1));
    }
  }

  /**
   * The only sheet with cells, its first row with a cell, the encoding that the file says, and the
   * {@linkplain ReadingRules#defaults() default rules}.
   *
   * @return the default options
   */
  public static FileOptions defaults() {
    return DEFAULTS;
  }

  /**
   * These options with the sheet to read.
   *
   * @param name its name
   * @return the changed options
   * @throws InvalidInputException if it is blank
   */
  public FileOptions withSheet(String name) {
    return new FileOptions(Optional.of(name), headerRow, encoding, rules);
  }

  /**
   * These options with the row that names the columns; rows above it are not read.
   *
   * @param row the row of the sheet, from 1
   * @return the changed options
   * @throws InvalidInputException if it is none of a sheet
   */
  public FileOptions withHeaderRow(int row) {
    return new FileOptions(sheet, OptionalInt.of(row), encoding, rules);
  }

  /**
   * These options with the encoding of the texts.
   *
   * @param charset the encoding
   * @return the changed options
   */
  public FileOptions withEncoding(Charset charset) {
    return new FileOptions(sheet, headerRow, Optional.of(charset), rules);
  }

  /**
   * These options with rules for cells and rows.
   *
   * @param newRules the rules
   * @return the changed options
   */
  public FileOptions withRules(ReadingRules newRules) {
    return new FileOptions(sheet, headerRow, encoding, newRules);
  }

  /**
   * The options in words.
   *
   * @return for example {@code "sheet Answers, names in row 3; missing: empty, NA"}
   */
  @Override
  public String toString() {
    return sheet.map(it -> "sheet " + it).orElse("the only sheet with cells")
        + (headerRow.isPresent() ? ", names in row " + headerRow.getAsInt() : "")
        + encoding.map(it -> ", encoded as " + it.name()).orElse("")
        + "; "
        + rules;
  }
}

package org.socialcure.core.data;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;

/**
 * How a CSV file is written, what its cells mean and which of its rows are used.
 *
 * <p>{@link #defaults()} is a UTF-8 file with decimal points in which empty cells and {@code NA}
 * are missing and all rows are used. The other methods change one thing and return a new value:
 *
 * <pre>{@code
 * Dataset.readCsv(file, CsvOptions.defaults().withSeparator(';').withDecimalMark(DecimalMark.COMMA));
 * }</pre>
 *
 * <p><b>What need not be said.</b> Where no separator is said, it is the one of a first line such
 * as {@code sep=;} that Excel writes, or the comma; if the lines cannot be parted by commas, but
 * all of them in the same number of cells by semicolons, tabs or bars alone, it is that one. Where
 * no decimal mark is said, it is the point, unless the separator is no comma and some numbers of
 * the file can only have a decimal comma and none a decimal point. UTF-8 and UTF-16 files with a
 * byte-order mark are told by it. What was found stands in {@link ReadingSummary#found()}. Where
 * the file leaves it open, the problems name the setting.
 *
 * <p>On writing, what is not said is a comma and a point. Files are written in UTF-8, and another
 * encoding is refused; numbers get no groups, and rules about rows and lines mean nothing.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class CsvOptions {
  private static final int MOST_LINES = 1_000_000;

  private static final CsvOptions DEFAULTS =
      new CsvOptions(
          Optional.empty(),
          Optional.empty(),
          ThousandsSeparator.NONE,
          Optional.empty(),
          0,
          FormulaMarks.NONE,
          ReadingRules.defaults());

  private final Optional<Character> separator;
  private final Optional<DecimalMark> decimalMark;
  private final ThousandsSeparator thousands;
  private final Optional<Charset> encoding;
  private final int skippedLines;
  private final FormulaMarks marks;
  private final ReadingRules rules;

  private CsvOptions(
      Optional<Character> separator,
      Optional<DecimalMark> decimalMark,
      ThousandsSeparator thousands,
      Optional<Charset> encoding,
      int skippedLines,
      FormulaMarks marks,
      ReadingRules rules) {
    this.separator = separator;
    this.decimalMark = decimalMark;
    this.thousands = thousands;
    this.encoding = encoding;
    this.skippedLines = skippedLines;
    this.marks = marks;
    this.rules = rules;
    if (thousands != ThousandsSeparator.NONE
        && decimalMark.orElse(DecimalMark.POINT).character() == thousands.character()) {
      throw new InvalidInputException(
          "thousands separator", "is the decimal mark as well; say another decimal mark first");
    }
  }

  /**
   * UTF-8, decimal points, empty cells and {@code NA} missing, the separator as found, no forced
   * text columns, all rows.
   *
   * @return the default options
   */
  public static CsvOptions defaults() {
    return DEFAULTS;
  }

  /**
   * These options with the separator said.
   *
   * @param newSeparator the character between cells; not a quote, line break, blank, letter, digit
   *     or part of a number
   * @return the changed options
   * @throws InvalidInputException if the separator could not be told from the cells
   */
  public CsvOptions withSeparator(char newSeparator) {
    if (newSeparator != '\t'
        && (newSeparator <= ' '
            || newSeparator == '"'
            || DecimalText.isBlank(newSeparator)
            || Character.isSurrogate(newSeparator)
            || Character.isLetterOrDigit(newSeparator))) {
      throw new InvalidInputException(
          "separator", "must be a tab or a visible character other than a quote, letter or digit");
    }
    if (newSeparator == '-' || newSeparator == '+' || newSeparator == '.') {
      throw new InvalidInputException("separator", "must not be part of a number: + - .");
    }
    return new CsvOptions(
        Optional.of(newSeparator), decimalMark, thousands, encoding, skippedLines, marks, rules);
  }

  /**
   * These options with the decimal mark said. In a comma-separated file numbers with a decimal
   * comma are quoted.
   *
   * @param newMark the character between the whole and the decimal part of a number
   * @return the changed options
   * @throws InvalidInputException if the same character parts the thousands
   */
  public CsvOptions withDecimalMark(DecimalMark newMark) {
    return new CsvOptions(
        separator, Optional.of(newMark), thousands, encoding, skippedLines, marks, rules);
  }

  /**
   * These options with groups of three digits in the numbers. Writing makes no groups.
   *
   * @param newSeparator what parts them
   * @return the changed options
   * @throws InvalidInputException if the same character is the decimal mark; for {@code 1.234,5}
   *     say the decimal comma first
   */
  public CsvOptions withThousands(ThousandsSeparator newSeparator) {
    return new CsvOptions(
        separator,
        decimalMark,
        Objects.requireNonNull(newSeparator, "newSeparator"),
        encoding,
        skippedLines,
        marks,
        rules);
  }

  /**
   * These options with the encoding said, for example {@code Charset.forName("windows-1252")}. A
   * byte-order mark in the file overrules it; it means nothing where a text is read or written
   * instead of a file.
   *
   * @param newEncoding the encoding
   * @return the changed options
   */
  public CsvOptions withEncoding(Charset newEncoding) {
    return new CsvOptions(
        separator, decimalMark, thousands, Optional.of(newEncoding), skippedLines, marks, rules);
  }

  /**
   * These options with lines above the line of names that are passed over, such as a title.
   *
   * @param lines how many lines of the file, whatever they hold
   * @return the changed options
   * @throws InvalidInputException if the number is negative or above a million
   */
  public CsvOptions withSkippedLines(int lines) {
    if (lines < 0 || lines > MOST_LINES) {
      throw new InvalidInputException("skipped lines", "must be from 0 to " + MOST_LINES);
    }
    return new CsvOptions(separator, decimalMark, thousands, encoding, lines, marks, rules);
  }

  /**
   * These options with or without marks of texts that a spreadsheet would take for formulas.
   *
   * @param newMarks what is done with them
   * @return the changed options
   */
  public CsvOptions withFormulaMarks(FormulaMarks newMarks) {
    return new CsvOptions(
        separator,
        decimalMark,
        thousands,
        encoding,
        skippedLines,
        Objects.requireNonNull(newMarks, "newMarks"),
        rules);
  }

  /**
   * What is done with texts that a spreadsheet would take for formulas.
   *
   * @return nothing by default
   */
  public FormulaMarks formulaMarks() {
    return marks;
  }

  /**
   * These options with other rules about cells and rows.
   *
   * @param newRules the rules
   * @return the changed options
   */
  public CsvOptions withRules(ReadingRules newRules) {
    return new CsvOptions(
        separator,
        decimalMark,
        thousands,
        encoding,
        skippedLines,
        marks,
        Objects.requireNonNull(newRules, "newRules"));
  }

  /**
   * These options with other codes that mean "no value", for example {@code withMissing("NA",
   * "-99")}; see {@link ReadingRules#withMissing}.
   *
   * @param codes the codes, besides the empty cell
   * @return the changed options
   */
  public CsvOptions withMissing(String... codes) {
    return withRules(rules.withMissing(codes));
  }

  /**
   * These options with codes of its own for a column; see {@link ReadingRules#withMissingIn}.
   *
   * @param column the column; a file without it is refused
   * @param codes the codes, besides the empty cell
   * @return the changed options
   * @throws InvalidInputException if the column is blank
   */
  public CsvOptions withMissingIn(String column, String... codes) {
    return withRules(rules.withMissingIn(column, codes));
  }

  /**
   * These options with other columns that are read as text, such as identifiers; see {@link
   * ReadingRules#withText}.
   *
   * @param columns column names; a file without one of them is refused
   * @return the changed options
   */
  public CsvOptions withText(String... columns) {
    return withRules(rules.withText(columns));
  }

  /**
   * These options with rows after the line of names that are left out; see {@link
   * ReadingRules#withSkippedRows}.
   *
   * @param count how many
   * @return the changed options
   * @throws InvalidInputException if the number is negative or above 100
   */
  public CsvOptions withSkippedRows(int count) {
    return withRules(rules.withSkippedRows(count));
  }

  /**
   * These options with the rows that meet a condition left out; such rows need not have as many
   * cells as there are columns.
   *
   * @param condition the condition
   * @return the changed options
   */
  public CsvOptions withSkip(RowCondition condition) {
    return withRules(rules.withSkip(condition));
  }

  /**
   * These options with only those rows used that meet a condition.
   *
   * @param condition the condition
   * @return the changed options
   */
  public CsvOptions withWhere(RowCondition condition) {
    return withRules(rules.withWhere(condition));
  }

  /**
   * The rules about cells and rows, which hold for files of any format.
   *
   * @return the rules
   */
  public ReadingRules rules() {
    return rules;
  }

  /**
   * The character between cells, where it is said.
   *
   * @return the separator; empty where it is found in the file
   */
  public Optional<Character> separator() {
    return separator;
  }

  /**
   * The decimal mark, where it is said.
   *
   * @return the mark; empty where it is found in the file
   */
  public Optional<DecimalMark> decimalMark() {
    return decimalMark;
  }

  /**
   * What parts groups of three digits.
   *
   * @return the separator, {@link ThousandsSeparator#NONE} unless said
   */
  public ThousandsSeparator thousands() {
    return thousands;
  }

  /**
   * The encoding, where it is said.
   *
   * @return the encoding; empty where it is UTF-8 unless the file is marked
   */
  public Optional<Charset> encoding() {
    return encoding;
  }

  /**
   * The lines above the line of names that are passed over.
   *
   * @return how many
   */
  public int skippedLines() {
    return skippedLines;
  }

  /** The character that writing puts between cells. */
  char writtenSeparator() {
    return separator.orElse(',');
  }

  DecimalMark writtenMark() {
    return decimalMark.orElse(DecimalMark.POINT);
  }

  /** A separator as a person would name it in a message. */
  static String shown(char separator) {
    return separator == '\t' ? "a tab" : "'" + separator + "'";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CsvOptions that
        && separator.equals(that.separator)
        && decimalMark.equals(that.decimalMark)
        && thousands == that.thousands
        && encoding.equals(that.encoding)
        && skippedLines == that.skippedLines
        && marks == that.marks
        && rules.equals(that.rules);
  }

  @Override
  public int hashCode() {
    return Objects.hash(separator, decimalMark, thousands, encoding, skippedLines, marks, rules);
  }

  /**
   * The options in words.
   *
   * @return {@code "cells separated by ';', decimal mark ',', missing: empty, NA"}
   */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    separator.ifPresent(character -> words.add("cells separated by " + shown(character)));
    decimalMark.ifPresent(mark -> words.add("decimal mark '" + mark.character() + "'"));
    if (thousands != ThousandsSeparator.NONE) {
      words.add("thousands parted by '" + thousands.character() + "'");
    }
    encoding.ifPresent(charset -> words.add(charset.name()));
    if (skippedLines > 0) {
      words.add("lines passed over: " + skippedLines);
    }
    if (marks != FormulaMarks.NONE) {
      words.add("texts like formulas marked by an apostrophe");
    }
    words.add(rules.toString());
    return String.join(", ", words);
  }
}

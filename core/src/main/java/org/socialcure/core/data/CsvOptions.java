package org.socialcure.core.data;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.socialcure.core.InvalidInputException;

/**
 * How a CSV file is written: its separator, its decimal mark, which cells mean "missing" and which
 * columns are text whatever they hold.
 *
 * <p>{@link #defaults()} is a comma-separated file with decimal points in which empty cells and
 * {@code NA} are missing. The other methods change one thing and return a new value:
 *
 * <pre>{@code
 * Dataset.readCsv(file, CsvOptions.defaults().withSeparator(';').withDecimalMark(DecimalMark.COMMA));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param separator the character between cells; not a quote, line break, blank, letter, digit or
 *     the decimal mark
 * @param decimalMark the character between the whole and the decimal part of a number
 * @param missing the cells that mean "no value", compared in full and by case; an empty cell is
 *     always missing and always in the set
 * @param text the columns that are text even where every cell is a number, such as identifiers
 * @since 0.1
 */
public record CsvOptions(
    char separator, DecimalMark decimalMark, Set<String> missing, Set<String> text) {
  private static final CsvOptions DEFAULTS =
      new CsvOptions(',', DecimalMark.POINT, new LinkedHashSet<>(List.of("", "NA")), Set.of());

  /**
   * Copies the sets.
   *
   * @throws InvalidInputException if the separator could not be told from the cells
   */
  public CsvOptions {
    Objects.requireNonNull(decimalMark, "decimalMark");
    if (separator != '\t'
        && (separator <= ' ' || separator == '"' || Character.isLetterOrDigit(separator))) {
      throw new InvalidInputException(
          "separator", "must be a tab or a visible character other than a quote, letter or digit");
    }
    if (separator == '-' || separator == '+' || separator == '.') {
      throw new InvalidInputException("separator", "must not be part of a number: + - .");
    }
    Set<String> tokens = new LinkedHashSet<>();
    tokens.add("");
    tokens.addAll(missing);
    missing = Collections.unmodifiableSet(tokens);
    text = Collections.unmodifiableSet(new LinkedHashSet<>(text));
  }

  /**
   * Comma-separated, decimal points, empty cells and {@code NA} missing, no forced text columns.
   *
   * @return the default options
   */
  public static CsvOptions defaults() {
    return DEFAULTS;
  }

  /**
   * These options with another separator.
   *
   * @param newSeparator the character between cells
   * @return the changed options
   */
  public CsvOptions withSeparator(char newSeparator) {
    return new CsvOptions(newSeparator, decimalMark, missing, text);
  }

  /**
   * These options with another decimal mark.
   *
   * @param newMark the character between the whole and the decimal part of a number
   * @return the changed options
   */
  public CsvOptions withDecimalMark(DecimalMark newMark) {
    return new CsvOptions(separator, newMark, missing, text);
  }

  /**
   * These options with other cells that mean "no value", for example {@code withMissing("NA",
   * "-99")}.
   *
   * @param tokens the cells, besides the empty one
   * @return the changed options
   */
  public CsvOptions withMissing(String... tokens) {
    return new CsvOptions(separator, decimalMark, new LinkedHashSet<>(List.of(tokens)), text);
  }

  /**
   * These options with other columns that are read as text.
   *
   * @param columns column names; a file without one of them is refused
   * @return the changed options
   */
  public CsvOptions withText(String... columns) {
    return new CsvOptions(separator, decimalMark, missing, new LinkedHashSet<>(List.of(columns)));
  }

  /** A separator as a person would name it in a message. */
  static String shown(char separator) {
    return separator == '\t' ? "a tab" : "'" + separator + "'";
  }

  /**
   * The options in words.
   *
   * @return {@code "cells separated by ',', decimal mark '.', missing: empty, NA"}
   */
  @Override
  public String toString() {
    String words =
        "cells separated by "
            + shown(separator)
            + ", decimal mark '"
            + decimalMark.character()
            + "', missing: "
            + String.join(
                ", ", missing.stream().map(cell -> cell.isEmpty() ? "empty" : cell).toList());
    return text.isEmpty() ? words : words + ", text: " + String.join(", ", text);
  }
}

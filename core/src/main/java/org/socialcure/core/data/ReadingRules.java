package org.socialcure.core.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;

/**
 * What the cells of a file mean and which of its rows are used, whatever the file's format: codes
 * of missing values, columns that are text, rows to be left out.
 *
 * <pre>{@code
 * ReadingRules rules = ReadingRules.defaults()
 *     .withMissing("NA", "-99")
 *     .withMissingIn("children", "NA", "9")
 *     .withWhere(RowCondition.is("event", "baseline", "month_3"));
 * ReadData read = rules.applyTo(data);
 * }</pre>
 *
 * <p><b>Codes of missing values.</b> An empty cell is always missing. A code that is a number
 * matches every way to write that number, so that {@code -99} is also {@code -99.00}; other codes
 * are compared in full and by case. The codes for all columns hold where a column has none of its
 * own; those of its own replace them. In {@linkplain #withText text} columns, which hold
 * identifiers, a numeric code for all columns means nothing: the person {@code 99} stays. Cells
 * that hold a code are counted by column.
 *
 * <p><b>Rows.</b> Of the rows after the line of names the first may be further headings ({@link
 * #withSkippedRows}). Of the others those are used that meet {@link #withWhere} and do not meet
 * {@link #withSkip}. Conditions see the cells as they are written, missing codes included; a code
 * also meets the condition that the cell is missing, and none of size. Rows left out are counted.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ReadingRules {
  private static final int MOST_HEADINGS = 100;

  private static final ReadingRules DEFAULTS =
      new ReadingRules(
          Set.of("NA"),
          Map.of(),
          Set.of(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  private final Set<String> missing;
  private final Map<String, Set<String>> missingIn;
  private final Set<String> text;
  private final OptionalInt skippedRows;
  private final Optional<RowCondition> skip;
  private final Optional<RowCondition> where;

  private ReadingRules(
      Set<String> missing,
      Map<String, Set<String>> missingIn,
      Set<String> text,
      OptionalInt skippedRows,
      Optional<RowCondition> skip,
      Optional<RowCondition> where) {
    this.missing = missing;
    this.missingIn = missingIn;
    this.text = text;
    this.skippedRows = skippedRows;
    this.skip = skip;
    this.where = where;
  }

  /**
   * Empty cells and {@code NA} are missing, no column is text unless its cells are, all rows are
   * used.
   *
   * @return the default rules
   */
  public static ReadingRules defaults() {
    return DEFAULTS;
  }

  /**
   * These rules with other codes that mean "no value" in all columns, in the place of {@code NA}.
   *
   * @param codes the codes, besides the empty cell
   * @return the changed rules
   */
  public ReadingRules withMissing(String... codes) {
    return new ReadingRules(set(List.of(codes)), missingIn, text, skippedRows, skip, where);
  }

  /**
   * These rules with codes of its own for a column, in the place of those for all columns.
   *
   * @param column the column; data without it are refused
   * @param codes the codes, besides the empty cell; none for no other missing cell
   * @return the changed rules
   * @throws InvalidInputException if the column is blank
   */
  public ReadingRules withMissingIn(String column, String... codes) {
    Columns.check(column);
    Map<String, Set<String>> changed = new LinkedHashMap<>(missingIn);
    changed.put(column, set(List.of(codes)));
    return new ReadingRules(
        missing, Collections.unmodifiableMap(changed), text, skippedRows, skip, where);
  }

  /**
   * These rules with other columns that are text even where every cell is a number, such as
   * identifiers.
   *
   * @param columns the columns; data without one of them are refused
   * @return the changed rules
   */
  public ReadingRules withText(String... columns) {
    return new ReadingRules(missing, missingIn, set(List.of(columns)), skippedRows, skip, where);
  }

  /**
   * These rules with a number of rows after the line of names that are left out, such as the
   * question texts and import ids of a Qualtrics file. Unless it is said, import ids are recognised
   * and left out together with the rows above them, and a file whose first rows look like headings
   * is refused.
   *
   * @param rows how many; 0 where the first rows are no headings though they look like it
   * @return the changed rules
   * @throws InvalidInputException if the number is negative or above 100
   */
  public ReadingRules withSkippedRows(int rows) {
    if (rows < 0 || rows > MOST_HEADINGS) {
      throw new InvalidInputException("skipped rows", "must be from 0 to " + MOST_HEADINGS);
    }
    return new ReadingRules(missing, missingIn, text, OptionalInt.of(rows), skip, where);
  }

  /**
   * These rules with the rows that meet a condition left out.
   *
   * @param condition the condition, in the place of an earlier one
   * @return the changed rules
   */
  public ReadingRules withSkip(RowCondition condition) {
    return new ReadingRules(missing, missingIn, text, skippedRows, Optional.of(condition), where);
  }

  /**
   * These rules with only those rows used that meet a condition.
   *
   * @param condition the condition, in the place of an earlier one
   * @return the changed rules
   */
  public ReadingRules withWhere(RowCondition condition) {
    return new ReadingRules(missing, missingIn, text, skippedRows, skip, Optional.of(condition));
  }

  private static Set<String> set(List<String> texts) {
    Set<String> set = new LinkedHashSet<>(texts);
    set.remove("");
    return Collections.unmodifiableSet(set);
  }

  /**
   * Applies the rules to data that another reader has made.
   *
   * <p>A text column all of whose remaining cells are numbers becomes numeric, unless it is one of
   * the {@linkplain #withText text columns}; labels and roles stay, and rows remember their lines.
   *
   * @param data the data as they were read
   * @return the data that are left, and what was left out
   * @throws InvalidInputException if a column that the rules name is not there, a condition of size
   *     meets a word, or no row is left
   */
  public ReadData applyTo(Dataset data) {
    return new RulesOnData(this, Objects.requireNonNull(data, "data")).apply();
  }

  /** The codes for all columns, without the empty cell. */
  Set<String> missing() {
    return missing;
  }

  Map<String, Set<String>> missingIn() {
    return missingIn;
  }

  /**
   * These rules with their conditions on rows made anew, as where a reader knows other words for
   * the values in them.
   *
   * @param change what becomes of the conditions of {@link #withSkip} and {@link #withWhere}
   * @return the changed rules
   */
  public ReadingRules withConditions(UnaryOperator<RowCondition> change) {
    return new ReadingRules(
        missing, missingIn, text, skippedRows, skip.map(change), where.map(change));
  }

  /**
   * The columns that are text even where every cell is a number.
   *
   * @return the columns of {@link #withText}, in order
   */
  public Set<String> textColumns() {
    return text;
  }

  OptionalInt skippedRows() {
    return skippedRows;
  }

  Optional<RowCondition> skip() {
    return skip;
  }

  Optional<RowCondition> where() {
    return where;
  }

  /** All columns that must be there. */
  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(text);
    columns.addAll(missingIn.keySet());
    skip.ifPresent(condition -> columns.addAll(condition.columns()));
    where.ifPresent(condition -> columns.addAll(condition.columns()));
    return columns;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReadingRules that
        && missing.equals(that.missing)
        && missingIn.equals(that.missingIn)
        && text.equals(that.text)
        && skippedRows.equals(that.skippedRows)
        && skip.equals(that.skip)
        && where.equals(that.where);
  }

  @Override
  public int hashCode() {
    return Objects.hash(missing, missingIn, text, skippedRows, skip, where);
  }

  /**
   * The rules in words.
   *
   * @return {@code "missing: empty, NA"}, and what else is said
   */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder("missing: empty");
    missing.forEach(code -> words.append(", ").append(code));
    missingIn.forEach(
        (column, codes) ->
            words
                .append("; missing in ")
                .append(column)
                .append(": empty")
                .append(codes.stream().map(code -> ", " + code).collect(Collectors.joining())));
    if (!text.isEmpty()) {
      words.append("; text: ").append(String.join(", ", text));
    }
    skippedRows.ifPresent(rows -> words.append("; rows of headings left out: ").append(rows));
    skip.ifPresent(condition -> words.append("; rows left out: ").append(condition));
    where.ifPresent(condition -> words.append("; rows used: ").append(condition));
    return words.toString();
  }
}

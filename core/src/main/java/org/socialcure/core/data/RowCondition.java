package org.socialcure.core.data;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;

/**
 * A condition on the cells of a row, which chooses the rows of a file or a data set.
 *
 * <pre>{@code
 * RowCondition visits = RowCondition.is("redcap_event_name", "baseline_arm_1", "month_3_arm_1")
 *     .and(RowCondition.missing("redcap_repeat_instrument"));
 * Dataset used = data.filter(visits);
 * }</pre>
 *
 * <p>A cell is compared with a value as numbers where both are numbers, so that {@code 1} is also
 * {@code 1.0}, and otherwise as texts, in full and by case; a cell that is written as identifiers
 * are, such as {@code 007}, is a text. The value {@code ""} is a missing cell. A comparison of size
 * does not hold for a missing cell; a cell that is no number is refused there.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface RowCondition {
  /**
   * The cell is one of some values.
   *
   * @param column the column
   * @param values the values, at least one
   */
  record Is(String column, Set<String> values) implements RowCondition {
    /**
     * Copies the values and keeps their order.
     *
     * @throws InvalidInputException if the column is blank or there is no value
     */
    public Is {
      Columns.check(column);
      values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
      if (values.isEmpty()) {
        throw new InvalidInputException(
            Columns.place(column), "its condition names no value; name at least one");
      }
    }

    @Override
    public Set<String> columns() {
      return Set.of(column);
    }

    @Override
    public String toString() {
      return Columns.shown(column)
          + " is "
          + values.stream()
              .map(value -> value.isEmpty() ? "missing" : value)
              .collect(Collectors.joining(" or "));
    }
  }

  /**
   * The cell is a number of a certain size.
   *
   * @param column the column
   * @param comparison how it compares
   * @param bound with which number; finite
   */
  record Compares(String column, Comparison comparison, double bound) implements RowCondition {
    /**
     * Checks the bound.
     *
     * @throws InvalidInputException if the column is blank or the bound is not finite
     */
    public Compares {
      Columns.check(column);
      Objects.requireNonNull(comparison, "comparison");
      if (!Double.isFinite(bound)) {
        throw new InvalidInputException(
            Columns.place(column), "its condition compares with no finite number; give one");
      }
    }

    @Override
    public Set<String> columns() {
      return Set.of(column);
    }

    @Override
    public String toString() {
      return Columns.shown(column)
          + " "
          + comparison
          + " "
          + DecimalText.format(bound, DecimalMark.POINT);
    }
  }

  /**
   * All of some conditions hold.
   *
   * @param conditions the conditions, at least one
   */
  record All(List<RowCondition> conditions) implements RowCondition {
    /**
     * Copies the conditions.
     *
     * @throws InvalidInputException if there is none
     */
    public All {
      conditions = some(conditions);
    }

    @Override
    public Set<String> columns() {
      return columnsOf(conditions);
    }

    @Override
    public String toString() {
      return joined(conditions, " and ");
    }
  }

  /**
   * At least one of some conditions holds.
   *
   * @param conditions the conditions, at least one
   */
  record AnyOf(List<RowCondition> conditions) implements RowCondition {
    /**
     * Copies the conditions.
     *
     * @throws InvalidInputException if there is none
     */
    public AnyOf {
      conditions = some(conditions);
    }

    @Override
    public Set<String> columns() {
      return columnsOf(conditions);
    }

    @Override
    public String toString() {
      return joined(conditions, " or ");
    }
  }

  /**
   * A condition does not hold.
   *
   * @param condition the condition
   */
  record Not(RowCondition condition) implements RowCondition {
    /** Refuses null. */
    public Not {
      Objects.requireNonNull(condition, "condition");
    }

    @Override
    public Set<String> columns() {
      return condition.columns();
    }

    @Override
    public String toString() {
      return "not (" + condition + ")";
    }
  }

  /** How a number compares with a bound. */
  enum Comparison {
    /** Less than the bound. */
    BELOW("below"),
    /** Less than the bound, or equal to it. */
    AT_MOST("at most"),
    /** More than the bound, or equal to it. */
    AT_LEAST("at least"),
    /** More than the bound. */
    ABOVE("above");

    private final String words;

    Comparison(String words) {
      this.words = words;
    }

    boolean holds(double value, double bound) {
      return switch (this) {
        case BELOW -> value < bound;
        case AT_MOST -> value <= bound;
        case AT_LEAST -> value >= bound;
        case ABOVE -> value > bound;
      };
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * The cell is one of some values.
   *
   * @param column the column
   * @param values the values; {@code ""} is a missing cell
   * @return the condition
   * @throws InvalidInputException if the column is blank or there is no value
   */
  static RowCondition is(String column, String... values) {
    return new Is(column, new LinkedHashSet<>(List.of(values)));
  }

  /**
   * The cell is none of some values; it may be missing, unless {@code ""} is among them.
   *
   * @param column the column
   * @param values the values; {@code ""} is a missing cell
   * @return the condition
   * @throws InvalidInputException if the column is blank or there is no value
   */
  static RowCondition isNot(String column, String... values) {
    return is(column, values).negate();
  }

  /**
   * The cell is missing.
   *
   * @param column the column
   * @return the condition
   * @throws InvalidInputException if the column is blank
   */
  static RowCondition missing(String column) {
    return is(column, "");
  }

  /**
   * The cell is not missing.
   *
   * @param column the column
   * @return the condition
   * @throws InvalidInputException if the column is blank
   */
  static RowCondition present(String column) {
    return missing(column).negate();
  }

  /**
   * The cell is a number of a certain size.
   *
   * @param column the column
   * @param comparison how it compares
   * @param bound with which number
   * @return the condition
   * @throws InvalidInputException if the column is blank or the bound is not finite
   */
  static RowCondition number(String column, Comparison comparison, double bound) {
    return new Compares(column, comparison, bound);
  }

  /**
   * This condition and another one.
   *
   * @param other the other condition
   * @return a condition that holds where both do
   */
  default RowCondition and(RowCondition other) {
    return new All(List.of(this, other));
  }

  /**
   * This condition or another one.
   *
   * @param other the other condition
   * @return a condition that holds where at least one of them does
   */
  default RowCondition or(RowCondition other) {
    return new AnyOf(List.of(this, other));
  }

  /**
   * The contrary.
   *
   * @return a condition that holds where this one does not
   */
  default RowCondition negate() {
    return new Not(this);
  }

  /**
   * The columns that the condition looks at.
   *
   * @return their names
   */
  Set<String> columns();

  private static List<RowCondition> some(List<RowCondition> conditions) {
    if (conditions.isEmpty()) {
      throw new InvalidInputException("condition", "names no condition; give at least one");
    }
    return List.copyOf(conditions);
  }

  private static Set<String> columnsOf(List<RowCondition> conditions) {
    return conditions.stream()
        .flatMap(condition -> condition.columns().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String joined(List<RowCondition> conditions, String word) {
    return conditions.stream()
        .map(
            condition ->
                condition instanceof All || condition instanceof AnyOf
                    ? "(" + condition + ")"
                    : condition.toString())
        .collect(Collectors.joining(word));
  }
}

package org.socialcure.core.document;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What stands in one place of a table: a text, a number with the digits people see, an interval, or
 * nothing.
 *
 * <p>People see the digits; CSV has every number in full precision.
 *
 * @since 0.1
 */
@MapperForm
public sealed interface Cell permits Cell.Text, Cell.Quantity, Cell.Limits, Cell.Empty {
  /**
   * A text.
   *
   * @param text the text
   * @since 0.1
   */
  record Text(String text) implements Cell {
    /** Refuses null. */
    public Text {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A number.
   *
   * @param value the number, finite
   * @param shown what people see of it
   * @since 0.1
   */
  record Quantity(double value, String shown) implements Cell {
    /**
     * Refuses numbers that are none.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public Quantity {
      Objects.requireNonNull(shown, "shown");
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "A number in a table is finite; one that does not exist is an empty cell.");
      }
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  /**
   * The limits of an interval.
   *
   * @param interval the interval
   * @param decimals how many decimals people see
   * @since 0.1
   */
  record Limits(Interval interval, int decimals) implements Cell {
    /** Refuses null. */
    public Limits {
      Objects.requireNonNull(interval, "interval");
    }

    @Override
    public String toString() {
      return Numbers.interval(interval, decimals);
    }
  }

  /**
   * Nothing: the quantity does not exist.
   *
   * @since 0.1
   */
  record Empty() implements Cell {
    @Override
    public String toString() {
      return "";
    }
  }

  /**
   * A cell with a text.
   *
   * @param text the text; where it is empty, so is the cell
   * @return the cell
   */
  static Cell text(String text) {
    return text.isEmpty() ? new Empty() : new Text(text);
  }

  /**
   * An empty cell.
   *
   * @return the cell
   */
  static Cell empty() {
    return new Empty();
  }

  /**
   * A number with the decimals of its row, see {@link Numbers#fixed}.
   *
   * @param value a finite number
   * @param decimals how many, see {@link Numbers#decimals}
   * @return the cell
   */
  static Cell number(double value, int decimals) {
    return new Quantity(value, Numbers.fixed(value, decimals));
  }

  /**
   * A statistic, with the decimals of a table and never more: what comes after says nothing.
   *
   * @param value a finite number
   * @return the cell
   */
  static Cell statistic(double value) {
    return number(value, Numbers.DECIMALS);
  }

  /**
   * A number on its own, see {@link Numbers#plain}.
   *
   * @param value a finite number
   * @return the cell
   */
  static Cell plain(double value) {
    return new Quantity(value, Numbers.plain(value));
  }

  /**
   * A value of a variable, a code or degrees of freedom, see {@link Numbers#value}.
   *
   * @param value a finite number
   * @return the cell
   */
  static Cell value(double value) {
    return new Quantity(value, Numbers.value(value));
  }

  /**
   * A score, see {@link Numbers#score}.
   *
   * @param score a finite number
   * @return the cell
   */
  static Cell score(double score) {
    return new Quantity(score, Numbers.score(score));
  }

  /**
   * A count.
   *
   * @param count the count
   * @return the cell
   */
  static Cell count(long count) {
    return new Quantity(count, Numbers.count(count));
  }

  /**
   * A share in percent.
   *
   * @param share usually between 0 and 1
   * @param decimals how many
   * @return the cell, which holds the share
   */
  static Cell percent(double share, int decimals) {
    return new Quantity(share, Numbers.percent(share, decimals));
  }

  /**
   * A p-value, see {@link Numbers#p}.
   *
   * @param p the p-value
   * @return the cell
   */
  static Cell p(double p) {
    return new Quantity(p, Numbers.p(p));
  }

  /**
   * The limits of an interval, for a column of intervals.
   *
   * @param interval the interval
   * @param decimals how many, see {@link Numbers#decimals}
   * @return the cell
   */
  static Cell interval(Interval interval, int decimals) {
    return new Limits(interval, decimals);
  }

  /**
   * The limits of an interval that may not exist.
   *
   * @param interval the interval
   * @param decimals how many
   * @return the cell, empty where there is no interval
   */
  static Cell interval(Optional<Interval> interval, int decimals) {
    return interval.map(i -> interval(i, decimals)).orElseGet(Cell::empty);
  }

  /**
   * A number that may not exist: {@code Cell.of(test.p(), Cell::p)}.
   *
   * @param value the number
   * @param style how it is shown
   * @return the cell, empty where there is no number
   */
  static Cell of(OptionalDouble value, DoubleFunction<Cell> style) {
    return value.isPresent() ? style.apply(value.getAsDouble()) : empty();
  }
}

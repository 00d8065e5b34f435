package org.socialcure.scoring.contact;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;

/**
 * The column of a count of contacts and the length of the window it is about: one length for
 * everybody, or a column with the length of each person's window.
 *
 * <p>Immutable and thread-safe.
 *
 * @param count the column of the counts, whole numbers not below zero
 * @param months the length of everybody's window in months; empty where a column has it
 * @param monthsColumn the column of the lengths in months; empty where one length is for everybody
 * @since 0.1
 */
public record CountColumn(String count, OptionalDouble months, Optional<String> monthsColumn) {
  /**
   * Checks that the window is told in one way.
   *
   * @throws InvalidInputException if the count is blank, the length is told twice or not at all, or
   *     is not from {@link WindowLengths#LEAST} to {@link WindowLengths#MOST}
   */
  public CountColumn {
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(months, "months");
    Objects.requireNonNull(monthsColumn, "monthsColumn");
    if (count.isBlank()) {
      throw new InvalidInputException("count", "must name a column");
    }
    if (months.isPresent() == monthsColumn.isPresent()) {
      throw new InvalidInputException(
          count, "needs its window either as a number of months or as a column of months");
    }
    if (months.isPresent() && !WindowLengths.arePermitted(months.getAsDouble())) {
      throw new InvalidInputException(count, "the window " + WindowLengths.PERMITTED);
    }
  }

  /**
   * A count with the same window for everybody.
   *
   * @param count the column of the counts
   * @param months the length of the window in months
   * @return the column
   * @throws InvalidInputException if the length is not from {@link WindowLengths#LEAST} to {@link
   *     WindowLengths#MOST}
   */
  public static CountColumn over(String count, double months) {
    return new CountColumn(count, OptionalDouble.of(months), Optional.empty());
  }

  /**
   * A count whose windows stand in a column of their own.
   *
   * @param count the column of the counts
   * @param monthsColumn the column of the lengths in months, {@code "gp-visit_months@t0"}
   * @return the column
   */
  public static CountColumn over(String count, String monthsColumn) {
    return new CountColumn(count, OptionalDouble.empty(), Optional.of(monthsColumn));
  }

  double[] counts(Dataset data) {
    return data.numbers(count);
  }

  /** The length of each person's window in months, NaN where it is not known. */
  double[] windows(Dataset data) {
    if (monthsColumn.isPresent()) {
      return data.numbers(monthsColumn.get());
    }
    double[] same = new double[data.rows()];
    java.util.Arrays.fill(same, months.orElseThrow());
    return same;
  }

  /**
   * The column and its window.
   *
   * @return {@code "gp-visit@t0 over 3 months"}
   */
  @Override
  public String toString() {
    return count
        + " over "
        + (months.isPresent()
            ? WindowLengths.inWords(months.getAsDouble())
            : "the months in " + monthsColumn.orElseThrow());
  }
}

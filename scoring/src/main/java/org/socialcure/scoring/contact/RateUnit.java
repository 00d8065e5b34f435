package org.socialcure.scoring.contact;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The stretch of time that a rate of contacts is told for.
 *
 * @since 0.1
 */
@MapperForm
public enum RateUnit {
  /** A week of seven days; a month has 30.436875 days. */
  WEEK(7 / 30.436875),
  /** A month, the mean of the Gregorian calendar. */
  MONTH(1),
  /** A year of twelve months. */
  YEAR(12);

  private final double months;

  RateUnit(double months) {
    this.months = months;
  }

  /**
   * Its length.
   *
   * @return the length in months
   */
  public double inMonths() {
    return months;
  }

  /**
   * The unit in words.
   *
   * @return {@code "a month"}
   */
  @Override
  public String toString() {
    return switch (this) {
      case WEEK -> "a week";
      case MONTH -> "a month";
      case YEAR -> "a year";
    };
  }
}

package org.socialcure.files.internal;

import java.time.LocalDate;
import java.util.Optional;

/** How SPSS shows the numbers of a variable, as far as it makes dates of them. */
enum SavFormat {
  /** As a number, or as text. */
  PLAIN,
  /** As a day. */
  DATE,
  /** As a day and a time. */
  DATE_TIME,
  /** As a month or a quarter of a year, by its first month. */
  MONTH,
  /** As a length of time or a time of day, in seconds. */
  DURATION;

  /** The first day of the Gregorian calendar, from which SPSS counts seconds. */
  private static final LocalDate ORIGIN = LocalDate.of(1582, 10, 14);

  private static final double SECONDS_A_DAY = 86_400;
  private static final double MILLISECONDS = 1000;

  static SavFormat of(SavVariable variable) {
    if (variable.isText()) {
      return PLAIN;
    }
    return switch (variable.format()) {
      case 20, 23, 24, 30, 38, 39 -> DATE;
      case 22, 41 -> DATE_TIME;
      case 28, 29 -> MONTH;
      case 21, 25, 40 -> DURATION;
      default -> PLAIN;
    };
  }

  boolean isCalendar() {
    return this == DATE || this == DATE_TIME || this == MONTH;
  }

  /** The date; empty where it is out of the calendar. */
  Optional<String> text(double seconds) {
    return switch (this) {
      case DATE -> CalendarText.date(ORIGIN, seconds / SECONDS_A_DAY);
      case MONTH -> CalendarText.date(ORIGIN, seconds / SECONDS_A_DAY).map(SavFormat::monthOf);
      case DATE_TIME -> CalendarText.dateTime(ORIGIN, seconds * MILLISECONDS);
      default -> Optional.empty();
    };
  }

  private static String monthOf(String date) {
    return date.substring(0, "2021-09".length());
  }
}

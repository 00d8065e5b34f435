package org.socialcure.files.internal;

import java.time.LocalDate;
import java.util.Optional;

/** The days that a spreadsheet counts from. */
enum ExcelDates {
  /** From 1900, which Excel takes for a leap year. */
  FROM_1900(LocalDate.of(1899, 12, 30)),
  /** From 1904, as on old Macintosh computers. */
  FROM_1904(LocalDate.of(1904, 1, 1));

  private static final double MILLISECONDS_A_DAY = 86_400_000;

  /** The day that there was not: 29 February 1900. */
  private static final int NO_DAY = 60;

  private final LocalDate origin;

  ExcelDates(LocalDate origin) {
    this.origin = origin;
  }

  /** The date of a number of days; empty where it is no day of the calendar of Excel. */
  Optional<String> text(double days, DateFormat format) {
    LocalDate from = origin;
    if (days < 0) {
      return Optional.empty();
    }
    if (format == DateFormat.TIME && days < 1) {
      return time(days);
    }
    if (this == FROM_1900 && days < NO_DAY + 1) {
      if (days >= NO_DAY || days < 1) {
        return Optional.empty();
      }
      from = origin.plusDays(1);
    }
    double milliseconds = Math.rint(days * MILLISECONDS_A_DAY);
    boolean whole = milliseconds % MILLISECONDS_A_DAY == 0;
    return whole
        ? CalendarText.date(from, milliseconds / MILLISECONDS_A_DAY)
        : CalendarText.dateTime(from, milliseconds);
  }

  private Optional<String> time(double days) {
    return CalendarText.dateTime(origin, Math.rint(days * MILLISECONDS_A_DAY))
        .map(it -> it.substring(it.indexOf('T') + 1));
  }
}

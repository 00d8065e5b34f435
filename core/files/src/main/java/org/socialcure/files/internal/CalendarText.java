package org.socialcure.files.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Dates as ISO texts, out of numbers that count from a day of the calendar. */
final class CalendarText {
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;
  private static final double LARGEST = 1e15;

  private CalendarText() {}

  /** {@code 2021-09-11}; empty where the days lead out of the years that have four digits. */
  static Optional<String> date(LocalDate origin, double days) {
    return Math.abs(days) < LARGEST
        ? within(origin.atStartOfDay(), (long) Math.floor(days), ChronoUnit.DAYS)
            .map(it -> it.toLocalDate().toString())
        : Optional.empty();
  }

  /** {@code 2021-09-11T10:30:00}, with parts of seconds where there are any. */
  static Optional<String> dateTime(LocalDate origin, double milliseconds) {
    return Math.abs(milliseconds) < LARGEST
        ? within(origin.atStartOfDay(), Math.round(milliseconds), ChronoUnit.MILLIS)
            .map(CalendarText::withSeconds)
        : Optional.empty();
  }

  /** {@code 2021-09}. */
  static Optional<String> month(LocalDate origin, double months) {
    return Math.abs(months) < LARGEST
        ? within(origin.atStartOfDay(), (long) Math.floor(months), ChronoUnit.MONTHS)
            .map(it -> it.toString().substring(0, "2021-09".length()))
        : Optional.empty();
  }

  private static String withSeconds(LocalDateTime moment) {
    String text = moment.toString();
    return text.length() == "2021-09-11T10:30".length() ? text + ":00" : text;
  }

  private static Optional<LocalDateTime> within(
      LocalDateTime origin, long amount, ChronoUnit unit) {
    try {
      LocalDateTime moment = origin.plus(amount, unit);
      return moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR
          ? Optional.of(moment)
          : Optional.empty();
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}

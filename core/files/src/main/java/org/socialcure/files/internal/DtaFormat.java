package org.socialcure.files.internal;

import java.time.LocalDate;
import java.util.Optional;

/** How Stata shows the numbers of a variable, as far as it makes dates of them. */
enum DtaFormat {
  /** As a number, or as text. */
  PLAIN,
  /** Days. */
  DATE,
  /** Milliseconds. */
  DATE_TIME,
  /** Months. */
  MONTH,
  /** Weeks, quarters, half-years, business days, milliseconds with leap seconds: no date. */
  OTHER_TIME;

  private static final LocalDate ORIGIN = LocalDate.of(1960, 1, 1);

  /** The format by its text, as in {@code %td} or {@code %-tdD_m_Y}; the oldest is {@code %d}. */
  static DtaFormat of(String format) {
    String plain = format.replaceFirst("^%-?", "%");
    if (plain.startsWith("%d")) {
      return DATE;
    }
    if (!plain.startsWith("%t") || plain.length() < 3) {
      return PLAIN;
    }
    return switch (plain.charAt(2)) {
      case 'd' -> DATE;
      case 'c' -> DATE_TIME;
      case 'm' -> MONTH;
      case 'y' -> PLAIN;
      default -> OTHER_TIME;
    };
  }

  boolean isCalendar() {
    return this == DATE || this == DATE_TIME || this == MONTH;
  }

  /** The date; empty where it is out of the calendar. */
  Optional<String> text(double value) {
    return switch (this) {
      case DATE -> CalendarText.date(ORIGIN, value);
      case DATE_TIME -> CalendarText.dateTime(ORIGIN, value);
      case MONTH -> CalendarText.month(ORIGIN, value);
      default -> Optional.empty();
    };
  }
}

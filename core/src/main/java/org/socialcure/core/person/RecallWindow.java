package org.socialcure.core.person;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The stretch of time that a count of service use is about: "the past 3 months". Studies ask for
 * different stretches and sometimes change them between waves, so the length goes with every count.
 *
 * <p>The window holds its last day and reaches back by its length: one month that ends on 30 June
 * begins on 31 May.
 *
 * <p>Immutable and thread-safe.
 *
 * @param length how many units; 1 to {@value #LONGEST}
 * @param unit days, weeks or months; not null
 * @param end the last day; empty where not known; not null
 * @since 0.1
 */
@MapperForm
public record RecallWindow(int length, Unit unit, Optional<LocalDate> end) {
  /** The greatest length, in whichever unit. */
  public static final int LONGEST = 1200;

  /** A mean month of the Gregorian calendar, 365.2425 / 12 days. */
  private static final double DAYS_PER_MONTH = 365.2425 / 12;

  /** What a window is measured in. */
  @MapperForm
  public enum Unit {
    /** Days. */
    DAYS,
    /** Weeks of seven days. */
    WEEKS,
    /** Calendar months. */
    MONTHS
  }

  /**
   * Checks the length.
   *
   * @throws InvalidInputException if it is out of its range
   */
  public RecallWindow {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(end, "end");
    if (length < 1 || length > LONGEST) {
      throw new InvalidInputException(
          PersonText.outOfRange("length", 1, LONGEST, "must be from 1 to " + LONGEST));
    }
  }

  /**
   * A window of days without a known end.
   *
   * @param length how many days
   * @return the window
   * @throws InvalidInputException if the length is out of its range
   */
  public static RecallWindow days(int length) {
    return new RecallWindow(length, Unit.DAYS, Optional.empty());
  }

  /**
   * A window of weeks without a known end.
   *
   * @param length how many weeks
   * @return the window
   * @throws InvalidInputException if the length is out of its range
   */
  public static RecallWindow weeks(int length) {
    return new RecallWindow(length, Unit.WEEKS, Optional.empty());
  }

  /**
   * A window of months without a known end.
   *
   * @param length how many months
   * @return the window
   * @throws InvalidInputException if the length is out of its range
   */
  public static RecallWindow months(int length) {
    return new RecallWindow(length, Unit.MONTHS, Optional.empty());
  }

  /**
   * This window with its last day.
   *
   * @param lastDay the last day that it holds
   * @return the changed window
   */
  public RecallWindow endingOn(LocalDate lastDay) {
    return new RecallWindow(length, unit, Optional.of(lastDay));
  }

  /**
   * The first day that the window holds.
   *
   * @return the day, or empty if the end is not known
   */
  public Optional<LocalDate> start() {
    return end.map(day -> day.minus(period()).plusDays(1));
  }

  /**
   * The length in months, the exposure of a count. Days and weeks are converted by the mean month
   * of the Gregorian calendar, 30.436875 days.
   *
   * @return a positive number, whole for windows of months
   */
  public double inMonths() {
    return switch (unit) {
      case DAYS -> length / DAYS_PER_MONTH;
      case WEEKS -> 7 * length / DAYS_PER_MONTH;
      case MONTHS -> length;
    };
  }

  /**
   * Whether the window holds days before and after an event, so that a count cannot be said to come
   * from before it or from after it. The day of the event itself belongs to either side.
   *
   * @param event the day of the event, such as a referral
   * @return whether it straddles the event; false if the end is not known
   */
  public boolean straddles(LocalDate event) {
    return daysBefore(event).orElse(0) > 0 && daysAfter(event).orElse(0) > 0;
  }

  /**
   * How many of its days lie before an event, the day of the event not among them.
   *
   * @param event the day of the event, such as a referral
   * @return the number of days, or empty if the end is not known
   */
  public OptionalInt daysBefore(LocalDate event) {
    return start().isEmpty()
        ? OptionalInt.empty()
        : days(start().get(), earlier(end.orElseThrow(), event.minusDays(1)));
  }

  /**
   * How many of its days lie after an event, the day of the event not among them.
   *
   * @param event the day of the event, such as a referral
   * @return the number of days, or empty if the end is not known
   */
  public OptionalInt daysAfter(LocalDate event) {
    return start().isEmpty()
        ? OptionalInt.empty()
        : days(later(start().get(), event.plusDays(1)), end.orElseThrow());
  }

  /**
   * How many days are in this window and in another, so that contacts on them count in both.
   *
   * @param other another window
   * @return the number of days, 0 if they are apart; empty if the end of one is not known
   */
  public OptionalInt overlap(RecallWindow other) {
    return start().isEmpty() || other.start().isEmpty()
        ? OptionalInt.empty()
        : days(
            later(start().get(), other.start().get()),
            earlier(end.orElseThrow(), other.end.orElseThrow()));
  }

  private static OptionalInt days(LocalDate first, LocalDate last) {
    return OptionalInt.of((int) Math.max(0, ChronoUnit.DAYS.between(first, last) + 1));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private Period period() {
    return switch (unit) {
      case DAYS -> Period.ofDays(length);
      case WEEKS -> Period.ofWeeks(length);
      case MONTHS -> Period.ofMonths(length);
    };
  }

  /**
   * The length in words. The end is left out: together with a count it may tell who the person is.
   *
   * @return for example {@code past 3 months}
   */
  @Override
  public String toString() {
    String name = unit.name().toLowerCase(Locale.ROOT);
    return length == 1
        ? "past " + name.substring(0, name.length() - 1)
        : "past " + length + " " + name;
  }
}

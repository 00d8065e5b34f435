package org.socialcure.core.person;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How often a person used a service within a stretch of time. A blank is not a zero: a person who
 * left the question out has an empty count.
 *
 * <p>Immutable and thread-safe. {@code toString} does not show the count.
 *
 * @param service what was used; not null
 * @param setting where or how; not null
 * @param count how many contacts, 0 to {@value #MOST}; empty if not answered; not null
 * @param window the stretch of time; not null
 * @param source who says so; not null
 * @since 0.1
 */
@MapperForm
public record ServiceUse(
    Service service,
    CareSetting setting,
    OptionalInt count,
    RecallWindow window,
    UseSource source) {
  /** The greatest count that can be meant, ten contacts a day for a year rounded up. */
  public static final int MOST = 4000;

  /**
   * Checks the count.
   *
   * @throws InvalidInputException if it is out of its range
   */
  public ServiceUse {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(source, "source");
    if (count.isPresent() && (count.getAsInt() < 0 || count.getAsInt() > MOST)) {
      throw new InvalidInputException(
          PersonText.outOfRange(
              "count",
              0,
              MOST,
              "must be from 0 to " + MOST + "; leave it out if it was not answered"));
    }
  }

  /**
   * A count that the person reported, settings not told apart.
   *
   * @param service what was used
   * @param count how many contacts
   * @param window the stretch of time
   * @return the use
   * @throws InvalidInputException if the count is out of its range
   */
  public static ServiceUse reported(Service service, int count, RecallWindow window) {
    return new ServiceUse(
        service, CareSetting.ANY, OptionalInt.of(count), window, UseSource.SELF_REPORT);
  }

  /**
   * A count from a record, settings not told apart.
   *
   * @param service what was used
   * @param count how many contacts
   * @param window the stretch of time
   * @return the use
   * @throws InvalidInputException if the count is out of its range
   */
  public static ServiceUse recorded(Service service, int count, RecallWindow window) {
    return new ServiceUse(
        service, CareSetting.ANY, OptionalInt.of(count), window, UseSource.RECORD);
  }

  /**
   * A question that the person left out.
   *
   * @param service what was asked about
   * @param window the stretch of time
   * @return the use, without a count
   */
  public static ServiceUse notAnswered(Service service, RecallWindow window) {
    return new ServiceUse(
        service, CareSetting.ANY, OptionalInt.empty(), window, UseSource.SELF_REPORT);
  }

  /**
   * Contacts per month, the count divided by the length of the window in months.
   *
   * @return the rate, or empty if there is no count
   */
  public OptionalDouble perMonth() {
    return count.isPresent()
        ? OptionalDouble.of(count.getAsInt() / window.inMonths())
        : OptionalDouble.empty();
  }

  /**
   * What was asked, not what was answered.
   *
   * @return for example {@code ServiceUse[GP_VISIT, past 3 months, SELF_REPORT]}
   */
  @Override
  public String toString() {
    return "ServiceUse[" + service + ", " + window + ", " + source + "]";
  }
}

package org.socialcure.scoring.contact;

import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The contacts of some people in the time in which they were observed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param people how many people; at least 1
 * @param contacts how many contacts they had together
 * @param months the months that they were observed, together
 * @param windows the windows of single people
 * @since 0.1
 */
@MapperForm
public record ContactRate(int people, long contacts, double months, WindowLengths windows) {
  /**
   * Checks the numbers.
   *
   * @throws InvalidInputException if there is nobody, no time, or a negative number of contacts
   */
  public ContactRate {
    if (people < 1 || contacts < 0 || !(months > 0) || !Double.isFinite(months)) {
      throw new InvalidInputException(
          "rate of contacts", "needs people who were observed for some time");
    }
  }

  /**
   * Contacts of one person in a unit of time: all contacts divided by all months of observation.
   *
   * @param unit the unit of time
   * @return the rate
   */
  public double per(RateUnit unit) {
    return contacts / months * unit.inMonths();
  }

  /**
   * The rate with what it rests on.
   *
   * @return {@code "1.22 a month (458 contacts of 125 people in windows of 3 months)"}
   */
  @Override
  public String toString() {
    return Numbers.fixed(per(RateUnit.MONTH), 2)
        + " "
        + RateUnit.MONTH
        + " ("
        + contacts
        + (contacts == 1 ? " contact of " : " contacts of ")
        + people
        + (people == 1 ? " person" : " people")
        + " in windows of "
        + windows
        + ")";
  }
}

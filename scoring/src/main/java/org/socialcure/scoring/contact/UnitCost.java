package org.socialcure.scoring.contact;

import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What one contact with a service costs. The library has no such figures: they belong to a country,
 * a year and a publication, which travel with them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param amount the cost of one contact; not negative
 * @param currency the currency, {@code "GBP"}; not blank
 * @param year the year of the prices
 * @param source the publication it is taken from; not blank
 * @since 0.1
 */
@MapperForm
public record UnitCost(double amount, String currency, int year, String source) {
  /** The earliest year of prices. */
  public static final int EARLIEST = 1900;

  /** The latest year of prices. */
  public static final int LATEST = 2200;

  /** The greatest cost of a contact, in whichever currency. */
  public static final double MOST = 1e9;

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the amount is negative or above {@link #MOST}, the year is no
   *     year of prices, or currency or source is blank
   */
  public UnitCost {
    if (!(amount >= 0 && amount <= MOST)) {
      throw new InvalidInputException("amount", "must be from 0 to a thousand million");
    }
    if (currency.isBlank() || source.isBlank()) {
      throw new InvalidInputException(
          "unit cost", "must say its currency and the source that it is taken from");
    }
    if (year < EARLIEST || year > LATEST) {
      throw new InvalidInputException("year", "must be the year of the prices, as in 2024");
    }
  }

  /**
   * The cost with its source.
   *
   * @return {@code "GBP 42.50 (2024 prices; PSSRU)"}
   */
  @Override
  public String toString() {
    return currency + " " + Numbers.fixed(amount, 2) + " (" + year + " prices; " + source + ")";
  }
}

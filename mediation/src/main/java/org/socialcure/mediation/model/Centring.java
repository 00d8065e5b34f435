package org.socialcure.mediation.model;

import java.util.Locale;

/** Which variables are centred at their mean before products are formed. */
public enum Centring {
  /** None. */
  NONE,
  /** Every variable that is a factor of a product. */
  PRODUCTS,
  /** Every variable with more than two values that is a factor of a product. */
  CONTINUOUS_PRODUCTS;

  /**
   * The word for it in plan files.
   *
   * @return for example {@code continuous-products}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

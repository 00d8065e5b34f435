package org.socialcure.mediation.model;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Which variables are centred at their mean before products are formed.
 *
 * @since 0.1
 */
@MapperForm
public enum Centring {
  /** None. */
  NONE,
  /** Every variable that is a factor of a product. */
  PRODUCTS,
  /** Every variable with more than two values that is a factor of a product. */
  CONTINUOUS_PRODUCTS;
}

package org.socialcure.mediation.model;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Which variables are centred at their mean (the weighted one where rows are weighted) before
 * products are formed.
 *
 * <p>Centring moves coefficients, not effects: the values at which moderators are probed or asked
 * for, and those of regions of significance and of predictions, are on the variables' own scales
 * whether or not they are centred.
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

package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How a two-sided bootstrap p-value is counted from the replicates.
 *
 * @since 0.1
 */
@MapperForm
public enum PValueRule {
  /**
   * {@code 2 (min(#{t <= 0}, #{t >= 0}) + 1) / (R + 1)}, at most 1. Never zero: the estimate itself
   * counts as one more replicate (Phipson and Smyth 2010). The default.
   */
  ADD_ONE,

  /**
   * {@code 2 min(#{t > 0}, #{t < 0}) / R}, at most 1, and 1 where the estimate is zero, as the R
   * package mediation and pingouin count it. May be zero, which then means "less than 2/R".
   */
  PROPORTION;
}

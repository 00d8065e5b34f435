package org.socialcure.mediation.model;

/**
 * Whether an equation has an intercept.
 *
 * @since 0.1
 */
public enum Intercept {
  /** The linear predictor has a constant, which is estimated. */
  ESTIMATED,
  /**
   * The linear predictor is zero (or the offset) where all predictors are: a regression through the
   * origin.
   */
  NONE
}

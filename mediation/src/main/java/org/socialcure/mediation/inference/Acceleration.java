package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Where the influence values behind the acceleration of a BCa interval come from.
 *
 * <p>In every case {@code a = sum(L^3) / (6 (sum(L^2))^1.5)} over the influence values L of the
 * rows. The three agree to the order that matters for the interval; they differ in cost.
 *
 * @since 0.1
 */
@MapperForm
public enum Acceleration {
  /** Leave one row out, n refits: {@code L_i = (n - 1)(mean(J) - J_i)} for the values J. */
  JACKKNIFE,

  /** The derivative of the weighted statistic in the weight of each row (Jaeckel). */
  INFINITESIMAL,

  /**
   * The slopes of the replicates on the frequencies with which each row was drawn; no refits, but
   * more replicates than rows are needed (the default of R's {@code boot}).
   */
  REGRESSION;
}

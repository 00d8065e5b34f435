package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A way to turn the replicates of an effect into an interval.
 *
 * <p>Notation: {@code t0} is the estimate, {@code t} its R replicates, {@code q(p)} the quantile of
 * the replicates under a {@link QuantileRule}, {@code alpha = 1 - level}, {@code z(p)} the standard
 * normal quantile and Phi its distribution function.
 *
 * @since 0.1
 */
@MapperForm
public enum IntervalMethod {
  /** The quantiles of the replicates themselves: {@code q(alpha/2)} to {@code q(1 - alpha/2)}. */
  PERCENTILE,

  /** The percentile limits reflected in the estimate: {@code 2 t0 - q(1 - alpha/2)} and so on. */
  BASIC,

  /** {@code t0 - bias ± z(1 - alpha/2) SD(t)}, bias being the mean of the replicates minus t0. */
  NORMAL,

  /**
   * Percentile limits at probabilities moved by the median bias (BC): {@code Phi(2 z0 ± z)}, with
   * {@code z0 = z(share of replicates below t0)}. Without bias it is {@link #PERCENTILE}.
   */
  BIAS_CORRECTED,

  /**
   * Bias corrected and accelerated (Efron 1987): {@code Phi(z0 + (z0 ± z)/(1 - a (z0 ± z)))}, with
   * {@code a} from an {@link Acceleration}. At {@code a = 0} it is {@link #BIAS_CORRECTED}.
   */
  BCA,

  /**
   * Bootstrap-t: {@code t0 - SE0} times the quantiles of {@code (t - t0)/SE(t)}; needs a standard
   * error in every replicate.
   */
  STUDENTIZED;
}

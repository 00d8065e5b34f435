package org.socialcure.mediation.regression;

/**
 * How the critical value of a confidence interval of a coefficient is found.
 *
 * @since 0.1
 */
public enum CriticalValue {
  /** The quantile of Student's t distribution, or of the normal distribution for z statistics. */
  EXACT,
  /**
   * The approximation printed by the PROCESS macro, for comparison with its limits beyond the
   * fourth decimal: the normal quantile {@code z} of Odeh and Evans (1974, algorithm AS 70), and
   * for t statistics with {@code v} degrees of freedom {@code sqrt(v (exp((v - 5/6) (z / (v - 2/3 +
   * 0.11/v))²) - 1))}.
   */
  PROCESS
}

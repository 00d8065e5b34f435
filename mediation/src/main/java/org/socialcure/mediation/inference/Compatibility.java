package org.socialcure.mediation.inference;

import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.internal.OdehEvans;

/**
 * Another program whose intervals and p-values are to be reproduced, as a set of rules.
 *
 * <p>A profile changes how limits and p-values are read off the same replicates and covariances; it
 * never changes an estimate.
 *
 * @since 0.1
 */
public enum Compatibility {
  /** This library's own rules: interpolation on the normal scale, exact critical values. */
  NONE(QuantileRule.NORMAL_SCALE, PValueRule.ADD_ONE),

  /**
   * The PROCESS macro: order statistics, and critical values from rational approximations that
   * differ from the exact ones in the fifth significant digit. PROCESS prints no bootstrap p-value.
   * To a conditional direct effect on a binary outcome beside mediators it prints, as Z, the normal
   * limits, but the p-value of Student's distribution with {@code n - k} degrees of freedom; so
   * does this profile.
   */
  PROCESS(QuantileRule.PROCESS, PValueRule.ADD_ONE),

  /**
   * The R packages lavaan and boot: interpolation on the normal scale. (lavaan's own p-value is a
   * z-test with the bootstrap standard error, not one of the replicates.)
   */
  LAVAAN(QuantileRule.NORMAL_SCALE, PValueRule.ADD_ONE),

  /** The R package mediation: type 7 quantiles, p as a proportion, a BCa of its own. */
  R_MEDIATION(QuantileRule.TYPE_7, PValueRule.PROPORTION),

  /** The Python package pingouin: type 7 quantiles, p as a proportion. */
  PINGOUIN(QuantileRule.TYPE_7, PValueRule.PROPORTION);

  private final QuantileRule rule;
  private final PValueRule pValueRule;

  Compatibility(QuantileRule rule, PValueRule pValueRule) {
    this.rule = rule;
    this.pValueRule = pValueRule;
  }

  /**
   * The rule by which limits are read off sorted replicates.
   *
   * @return the rule
   */
  public QuantileRule rule() {
    return rule;
  }

  /**
   * The rule by which a p-value is counted from replicates.
   *
   * @return the rule
   */
  public PValueRule pValueRule() {
    return pValueRule;
  }

  /**
   * The two-sided critical value of the normal distribution.
   *
   * @param level the confidence level, strictly between 0 and 1
   * @return {@code z(1 - alpha/2)}; for {@link #PROCESS} by Odeh and Evans' approximation
   * @throws IllegalArgumentException if the level is not a proportion
   */
  public double normalCritical(double level) {
    double tail = QuantileRule.lowerTail(level);
    return this == PROCESS ? OdehEvans.upperQuantile(tail) : -Distributions.normalQuantile(tail);
  }

  /**
   * The two-sided critical value of Student's t distribution.
   *
   * @param level the confidence level, strictly between 0 and 1
   * @param df the degrees of freedom, positive; for {@link #PROCESS} above 2/3
   * @return {@code t(1 - alpha/2; df)}; for {@link #PROCESS} the approximation {@code sqrt(df
   *     (exp((df - 5/6) (z/(df - 2/3 + 0.11/df))^2) - 1))}
   * @throws IllegalArgumentException if the level is not a proportion or the degrees of freedom are
   *     out of range
   */
  public double tCritical(double level, double df) {
    double tail = QuantileRule.lowerTail(level);
    return this == PROCESS
        ? OdehEvans.studentUpperQuantile(tail, df)
        : -Distributions.studentQuantile(tail, df);
  }
}

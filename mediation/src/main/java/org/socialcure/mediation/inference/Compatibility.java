package org.socialcure.mediation.inference;

import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.mediation.regression.CriticalValues;

/**
 * Another program whose intervals and p-values are to be reproduced, as a set of rules: critical
 * values, quantiles and p-values of replicates, what becomes of degenerate replicates, which
 * interval is called BCa, where the bias is measured.
 *
 * <p>A profile changes how limits and p-values are read off the same replicates and covariances; it
 * never changes an estimate.
 *
 * @since 0.1
 */
@MapperForm
public enum Compatibility {
  /** This library's own rules: interpolation on the normal scale, exact critical values. */
  NONE(QuantileRule.NORMAL_SCALE, PValueRule.ADD_ONE),

  /**
   * The PROCESS macro: order statistics, and critical values from rational approximations that
   * differ from the exact ones in the fifth significant digit; a degenerate resample is drawn anew.
   * PROCESS prints no bootstrap p-value. To a conditional direct effect on a binary outcome beside
   * mediators it prints, as Z, the normal limits, but the p-value of Student's distribution with
   * {@code n - k} degrees of freedom; so does this profile.
   */
  PROCESS(QuantileRule.PROCESS, PValueRule.ADD_ONE) {
    @Override
    public CriticalValues criticalValues() {
      return CriticalValues.ODEH_EVANS;
    }

    @Override
    public DegenerateReplicates degenerateReplicates() {
      return DegenerateReplicates.DRAWN_ANEW;
    }

    @Override
    public boolean refersConditionalZToStudent() {
      return true;
    }
  },

  /**
   * The R packages lavaan and boot: interpolation on the normal scale; the bias of normal intervals
   * is that of the effect at the mean of the replicated coefficients. (lavaan's own p-value is a
   * z-test with the bootstrap standard error, not one of the replicates.)
   */
  LAVAAN(QuantileRule.NORMAL_SCALE, PValueRule.ADD_ONE) {
    @Override
    public BiasOf biasOf() {
      return BiasOf.MEAN_COEFFICIENTS;
    }
  },

  /** The R package mediation: type 7 quantiles, p as a proportion, a BCa of its own. */
  R_MEDIATION(QuantileRule.TYPE_7, PValueRule.PROPORTION) {
    @Override
    public BcaInterval bcaInterval() {
      return BcaInterval.R_MEDIATION;
    }
  },

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
   * The critical values of normal-theory intervals.
   *
   * @return exact ones but for {@link #PROCESS}
   */
  public CriticalValues criticalValues() {
    return CriticalValues.EXACT;
  }

  /**
   * What becomes of resamples that cannot be estimated.
   *
   * @return left out but for {@link #PROCESS}
   */
  public DegenerateReplicates degenerateReplicates() {
    return DegenerateReplicates.LEFT_OUT;
  }

  /**
   * Which interval is called BCa.
   *
   * @return Efron's but for {@link #R_MEDIATION}, which has one of its own
   */
  public BcaInterval bcaInterval() {
    return BcaInterval.EFRON;
  }

  /**
   * Of what the bias of normal bootstrap intervals is measured.
   *
   * @return of the replicates of the effect but for {@link #LAVAAN}
   */
  public BiasOf biasOf() {
    return BiasOf.REPLICATES;
  }

  /**
   * Whether the z of a conditional direct effect on a binary outcome is referred to Student's
   * distribution.
   *
   * @return false but for {@link #PROCESS}
   */
  public boolean refersConditionalZToStudent() {
    return false;
  }

  /**
   * What becomes of resamples that cannot be estimated, such as one in which a predictor does not
   * vary.
   *
   * @since 0.1
   */
  @MapperForm
  public enum DegenerateReplicates {
    /** They are left out and counted. */
    LEFT_OUT,
    /** Others are drawn in their place, and they are counted. */
    DRAWN_ANEW
  }

  /**
   * Which interval is called BCa.
   *
   * @since 0.1
   */
  @MapperForm
  public enum BcaInterval {
    /** Efron's (1987). */
    EFRON,
    /**
     * That of the R package mediation: the median bias against the mean of the replicates, the
     * acceleration from their skewness.
     */
    R_MEDIATION
  }

  /**
   * Of what the bias of normal bootstrap intervals is measured.
   *
   * @since 0.1
   */
  @MapperForm
  public enum BiasOf {
    /** The mean of the effect's replicates, minus the estimate. */
    REPLICATES,
    /** The effect at the mean of the replicated coefficients, minus the estimate. */
    MEAN_COEFFICIENTS
  }
}

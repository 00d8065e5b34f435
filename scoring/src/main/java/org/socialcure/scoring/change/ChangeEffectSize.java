package org.socialcure.scoring.change;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The ways to standardise a mean change, told apart by their denominator.
 *
 * <p>In the formulas D is the mean of the differences (after minus before), S<sub>D</sub> their
 * standard deviation, S<sub>1</sub> and S<sub>2</sub> the standard deviations before and after (all
 * with divisor n − 1), r the correlation of before and after, and n the number of pairs. They
 * answer different questions and differ widely when r is high, so none of them is simply called d.
 *
 * @since 0.1
 */
@MapperForm
public enum ChangeEffectSize {
  /**
   * D / S<sub>D</sub>, which is t/√n; also called the standardised response mean (SRM). It grows
   * with r and is not comparable with a difference between groups. Cohen (1988); Liang, Fossel and
   * Larson (1990) for SRM.
   */
  D_Z("d_z"),
  /** D / ((S<sub>1</sub> + S<sub>2</sub>)/2): the mean of the two deviations. Lakens (2013). */
  D_AV_MEAN_SD("d_av (mean SD)"),
  /** D / √((S<sub>1</sub>² + S<sub>2</sub>²)/2): the root of the mean variance. Cumming (2012). */
  D_AV_ROOT_MEAN_VARIANCE("d_av (root mean variance)"),
  /**
   * d_z · √(2(1 − r)): d_z put on the scale of a difference between groups. Morris and DeShon
   * (2002).
   */
  D_RM("d_rm"),
  /**
   * D / S<sub>1</sub>: the baseline deviation. Becker (1988); Kazis, Anderson and Meenan (1989).
   */
  D_BASELINE("d (baseline SD)");

  private final String symbol;

  ChangeEffectSize(String symbol) {
    this.symbol = symbol;
  }

  /**
   * How the effect size is written.
   *
   * @return the symbol with, where two forms share it, the denominator
   */
  public String symbol() {
    return symbol;
  }
}

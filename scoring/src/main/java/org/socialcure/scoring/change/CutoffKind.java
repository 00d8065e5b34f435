package org.socialcure.scoring.change;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The three cuts of Jacobson and Truax (1991) between a clinical and a functional population.
 *
 * <p>The formulas are for scales whose higher scores are better; where lower is better, plus and
 * minus are exchanged.
 *
 * @since 0.1
 */
@MapperForm
public enum CutoffKind {
  /** Two standard deviations from the clinical mean: M_clin + 2 S_clin. */
  A("cut a: 2 SD beyond the clinical mean"),
  /** Two standard deviations of the functional population from its mean: M_func − 2 S_func. */
  B("cut b: within 2 SD of the functional mean"),
  /**
   * Where the two are equally likely: (S_clin M_func + S_func M_clin)/(S_clin + S_func); to be
   * preferred where both are known and overlap.
   */
  C("cut c: between the two means");

  private final String words;

  CutoffKind(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}

package org.socialcure.scoring.reliability;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The six intraclass correlations of Shrout and Fleiss (1979, doi 10.1037/0033-2909.86.2.420).
 *
 * <p>MS<sub>B</sub> is the mean square between persons, MS<sub>W</sub> within them, MS<sub>J</sub>
 * between raters (or occasions), MS<sub>E</sub> the residual; n persons, k raters.
 *
 * @since 0.1
 */
@MapperForm
public enum IccForm {
  /** Each person has raters of their own: (MSB − MSW)/(MSB + (k − 1) MSW). */
  ICC1("ICC(1,1)", "one of other raters for each person", false),
  /**
   * The same raters, a sample of all, absolute agreement: (MSB − MSE)/(MSB + (k − 1) MSE + k (MSJ −
   * MSE)/n).
   */
  ICC2("ICC(2,1)", "one rater, absolute agreement", false),
  /** These raters and no others, consistency: (MSB − MSE)/(MSB + (k − 1) MSE). */
  ICC3("ICC(3,1)", "one rater, consistency", false),
  /** {@link #ICC1} of the mean of k raters: (MSB − MSW)/MSB. */
  ICC1K("ICC(1,k)", "mean of other raters for each person", true),
  /** {@link #ICC2} of the mean of k raters: (MSB − MSE)/(MSB + (MSJ − MSE)/n). */
  ICC2K("ICC(2,k)", "mean of the raters, absolute agreement", true),
  /** {@link #ICC3} of the mean of k raters: (MSB − MSE)/MSB, which is Cronbach's alpha. */
  ICC3K("ICC(3,k)", "mean of the raters, consistency", true);

  private final String symbol;
  private final String words;
  private final boolean ofMean;

  IccForm(String symbol, String words, boolean ofMean) {
    this.symbol = symbol;
    this.words = words;
    this.ofMean = ofMean;
  }

  /**
   * How it is written.
   *
   * @return {@code "ICC(2,1)"}
   */
  public String symbol() {
    return symbol;
  }

  /**
   * What it is of.
   *
   * @return {@code "one rater, absolute agreement"}
   */
  public String words() {
    return words;
  }

  boolean isOfMean() {
    return ofMean;
  }

  @Override
  public String toString() {
    return symbol + " (" + words + ")";
  }
}

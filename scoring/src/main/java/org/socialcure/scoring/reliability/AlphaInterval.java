package org.socialcure.scoring.reliability;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How an interval of Cronbach's alpha is formed.
 *
 * @since 0.1
 */
@MapperForm
public enum AlphaInterval {
  /**
   * Feldt's (1965): {@code 1 − (1 − α) F} with the quantiles of F at n − 1 and (n − 1)(k − 1)
   * degrees of freedom. It assumes normal scores, items with equal covariances, and complete
   * answers; where answers are used pairwise, n is the fewest people behind any pair, so that the
   * interval is rather too wide.
   */
  FELDT("Feldt"),
  /** The percentiles of alpha over resamples of persons. */
  PERCENTILE("percentile bootstrap"),
  /** The bias-corrected and accelerated limits over resamples of persons. */
  BCA("BCa bootstrap");

  private final String words;

  AlphaInterval(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}

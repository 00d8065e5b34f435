package org.socialcure.scoring.reliability;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether items enter as they are, or each with the same spread.
 *
 * @since 0.1
 */
@MapperForm
public enum ItemMetric {
  /** As they are: coefficients of the covariances, which are those of the sum that is scored. */
  RAW("raw"),
  /** Divided by their standard deviations: coefficients of the correlations. */
  STANDARDIZED("standardised");

  private final String words;

  ItemMetric(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}

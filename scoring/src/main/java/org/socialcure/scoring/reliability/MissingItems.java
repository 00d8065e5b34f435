package org.socialcure.scoring.reliability;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What becomes of people who did not answer every item.
 *
 * @since 0.1
 */
@MapperForm
public enum MissingItems {
  /** Only people with all items answered count; the default. */
  COMPLETE_ROWS("complete rows"),
  /**
   * Each covariance and correlation rests on those with both items answered. Nobody is lost, but
   * the matrix may be one that no answers could have; then some coefficients have no solution.
   */
  PAIRWISE("pairwise");

  private final String words;

  MissingItems(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}

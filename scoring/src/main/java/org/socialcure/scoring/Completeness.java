package org.socialcure.scoring;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How many of the answers a score rests on, and what was done about the others.
 *
 * @since 0.1
 */
@MapperForm
public enum Completeness {
  /** Every item was answered. */
  COMPLETE("complete"),
  /**
   * Some items were not answered; the scale's rule permits to count or average the others as they
   * are.
   */
  OVER_ANSWERED_ITEMS("over the answered items"),
  /** Some items were not answered; the result was scaled up from the answered ones. */
  PRORATED("prorated");

  private final String words;

  Completeness(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}

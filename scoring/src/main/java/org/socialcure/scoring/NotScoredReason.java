package org.socialcure.scoring;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Why a scale could not be scored.
 *
 * @since 0.1
 */
@MapperForm
public enum NotScoredReason {
  /** Some items were answered, but more are missing than the scale's rule permits. */
  MISSING_ITEMS("more answers are missing than the scale's rule permits"),
  /** No item of the scale was answered, for mixed reasons or by skipping. */
  NO_ANSWERS("no item was answered"),
  /** Every item of the scale was declined. */
  DECLINED("every item was declined"),
  /** No item of the scale applies to the person. */
  NOT_APPLICABLE("no item applies"),
  /** No item of the scale was asked. */
  NOT_ASKED("no item was asked");

  private final String words;

  NotScoredReason(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}

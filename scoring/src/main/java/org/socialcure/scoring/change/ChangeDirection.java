package org.socialcure.scoring.change;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Which way a person's score went, whatever the size of the difference.
 *
 * @since 0.1
 */
@MapperForm
public enum ChangeDirection {
  /** Towards the better end of the scale. */
  BETTER("better"),
  /** No difference. */
  SAME("the same"),
  /** Towards the worse end of the scale. */
  WORSE("worse"),
  /** There is a difference, but neither end of the scale is better. */
  NEITHER("neither end is better");

  private final String words;

  ChangeDirection(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}

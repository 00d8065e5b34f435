package org.socialcure.scoring.change;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What a reliability coefficient rests on; it decides how wide the band of chance change is.
 *
 * @since 0.1
 */
@MapperForm
public enum ReliabilityKind {
  /**
   * Internal consistency, such as Cronbach's alpha or omega: the usual choice of Jacobson and
   * Truax.
   */
  INTERNAL_CONSISTENCY("internal consistency"),
  /** The correlation of two administrations without change in between; gives a wider band. */
  TEST_RETEST("test-retest"),
  /** The source does not say; never a kind to prefer. */
  UNSPECIFIED("kind not stated");

  private final String words;

  ReliabilityKind(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}

package org.socialcure.scoring.change;

import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What can be said about one person's change beyond measurement error.
 *
 * @since 0.1
 */
@MapperForm
public enum ReliableChangeClass {
  /** Changed for the better by more than measurement error. */
  IMPROVED("reliably improved"),
  /** No change beyond measurement error. It does not mean that nothing changed. */
  UNCHANGED("no reliable change"),
  /** Changed for the worse by more than measurement error. */
  DETERIORATED("reliably deteriorated"),
  /** Not said: no standard deviation and reliability were given, or the scale has no better end. */
  NOT_AVAILABLE("not available");

  private final String words;

  ReliableChangeClass(String words) {
    this.words = words;
  }

  /** The class of an index that is reliable beyond a critical value. */
  static ReliableChangeClass of(double index, double critical, Direction direction) {
    if (direction == Direction.NEUTRAL) {
      return NOT_AVAILABLE;
    }
    if (Math.abs(index) <= critical) {
      return UNCHANGED;
    }
    return (index > 0) == (direction == Direction.HIGHER_IS_BETTER) ? IMPROVED : DETERIORATED;
  }

  @Override
  public String toString() {
    return words;
  }
}

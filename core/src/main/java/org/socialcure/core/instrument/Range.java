package org.socialcure.core.instrument;

import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The lowest and the highest score that a scale can give.
 *
 * <p>Immutable and thread-safe.
 *
 * @param minimum the lowest score; finite
 * @param maximum the highest score; finite, not below the minimum
 * @since 0.1
 */
@MapperForm
public record Range(double minimum, double maximum) {
  /**
   * Checks the numbers.
   *
   * @throws InvalidInputException if they are not finite or not in order
   */
  public Range {
    if (!Double.isFinite(minimum) || !Double.isFinite(maximum) || minimum > maximum) {
      throw new InvalidInputException("range", "must be two finite numbers in order");
    }
  }

  /**
   * Whether a value lies within the range, both ends included.
   *
   * @param value a value
   * @return whether it does; false for NaN
   */
  public boolean contains(double value) {
    return value >= minimum && value <= maximum;
  }

  /**
   * The range in words.
   *
   * @return {@code "3..9"}
   */
  @Override
  public String toString() {
    return Names.number(minimum) + ".." + Names.number(maximum);
  }
}

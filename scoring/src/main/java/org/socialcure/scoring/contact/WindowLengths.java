package org.socialcure.scoring.contact;

import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How long the windows are in which contacts were counted.
 *
 * <p>Immutable and thread-safe.
 *
 * @param shortest the shortest in months; above zero
 * @param longest the longest in months
 * @since 0.1
 */
@MapperForm
public record WindowLengths(double shortest, double longest) {
  /**
   * Checks the lengths.
   *
   * @throws InvalidInputException if they are not finite, above zero and in order
   */
  public WindowLengths {
    if (!(shortest > 0 && shortest <= longest && Double.isFinite(longest))) {
      throw new InvalidInputException(
          "windows", "must be two finite numbers of months above 0, in order");
    }
  }

  /**
   * Whether everybody has the same window.
   *
   * @return whether the two agree
   */
  public boolean areEqual() {
    return shortest == longest;
  }

  static String inWords(double months) {
    return Numbers.value(months) + (months == 1 ? " month" : " months");
  }

  /**
   * The lengths in words.
   *
   * @return {@code "3 months"} or {@code "2 to 3 months"}
   */
  @Override
  public String toString() {
    return areEqual() ? inWords(shortest) : Numbers.value(shortest) + " to " + inWords(longest);
  }
}

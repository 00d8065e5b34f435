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
  /** The shortest window in months, about a day. */
  public static final double LEAST = 0.03;

  /** The longest window in months, a hundred years. */
  public static final double MOST = 1200;

  static final String PERMITTED = "must be from 0.03 (a day) to 1200 months";

  /**
   * Checks the lengths.
   *
   * @throws InvalidInputException if they are below {@link #LEAST}, above {@link #MOST} or not in
   *     order
   */
  public WindowLengths {
    if (!(shortest <= longest && arePermitted(shortest) && arePermitted(longest))) {
      throw new InvalidInputException("windows", PERMITTED + ", the shortest first");
    }
  }

  static boolean arePermitted(double months) {
    return months >= LEAST && months <= MOST;
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

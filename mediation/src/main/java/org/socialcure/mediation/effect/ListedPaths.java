package org.socialcure.mediation.effect;

import java.math.BigInteger;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;

/**
 * How many indirect effects a variable has on an outcome, and of how many a result tells each by
 * itself. Total and total indirect effects hold all of them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the exposure, or one of its code columns
 * @param to the outcome
 * @param paths how many paths lead through mediators
 * @param listed along how many of them, the shortest, the effect is listed
 * @since 0.1
 */
public record ListedPaths(String from, String to, BigInteger paths, int listed) {
  /**
   * Refuses null and more listed than there are.
   *
   * @throws InvalidInputException if more are listed than there are
   */
  public ListedPaths {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (listed < 0 || paths.compareTo(BigInteger.valueOf(listed)) < 0) {
      throw new InvalidInputException("paths", "no more can be listed than there are");
    }
  }

  /**
   * How many are not listed.
   *
   * @return the number of paths left out
   */
  public BigInteger leftOut() {
    return paths.subtract(BigInteger.valueOf(listed));
  }

  @Override
  public String toString() {
    return paths + " indirect effects of " + from + " on " + to + ", " + listed + " of them listed";
  }
}

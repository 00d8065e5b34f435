package org.socialcure.mediation.internal.fit;

import org.socialcure.core.InvalidInputException;

/**
 * The permutations of a test.
 *
 * @param count how many
 * @param seed their seed
 */
public record Permutations(int count, long seed) {
  private static final int MOST = 10_000_000;

  /** Refuses none, and more than anyone can wait for. */
  public Permutations {
    if (count < 1 || count > MOST) {
      throw new InvalidInputException(
          "permutations", "must be from 1 to " + MOST + "; 5000 are usual");
    }
  }
}

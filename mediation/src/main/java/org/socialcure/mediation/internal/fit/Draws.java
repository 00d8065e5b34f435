package org.socialcure.mediation.internal.fit;

import org.socialcure.core.InvalidInputException;

/**
 * The draws of a Monte Carlo interval.
 *
 * @param count how many
 * @param seed their seed
 */
public record Draws(int count, long seed) {
  private static final int FEWEST = 100;
  private static final int MOST = 10_000_000;

  /** Refuses too few for any limit, and more than anyone can wait for. */
  public Draws {
    if (count < FEWEST || count > MOST) {
      throw new InvalidInputException(
          "Monte Carlo draws", "must be from " + FEWEST + " to " + MOST + "; 20000 are usual");
    }
  }
}

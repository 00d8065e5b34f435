package org.socialcure.mediation.internal.fit;

import org.socialcure.core.InvalidInputException;

/**
 * The replicates of wild cluster tests.
 *
 * @param count how many
 * @param seed their seed
 */
public record WildResamples(int count, long seed) {
  private static final int MOST = 10_000_000;

  /** Refuses none, and more than anyone can wait for. */
  public WildResamples {
    if (count < 1 || count > MOST) {
      throw new InvalidInputException(
          "wild cluster tests", "need from 1 to " + MOST + " replicates; 9999 are usual");
    }
  }
}

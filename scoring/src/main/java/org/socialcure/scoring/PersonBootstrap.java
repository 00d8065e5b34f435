package org.socialcure.scoring;

import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How persons are resampled where an interval has no formula: with replacement, as many as there
 * are, so often, from such a seed. The same seed gives the same resamples on every machine.
 *
 * <p>Immutable and thread-safe.
 *
 * @param replicates how many resamples; from 100 to 1,000,000
 * @param seed the seed, any value
 * @since 0.1
 */
@MapperForm
public record PersonBootstrap(int replicates, long seed) {
  /** 10,000 resamples with the seed 1. */
  public static final PersonBootstrap DEFAULT = new PersonBootstrap(10_000, 1);

  private static final int FEWEST = 100;
  private static final int MOST = 1_000_000;

  /**
   * Checks the number.
   *
   * @throws InvalidInputException if it is out of its range
   */
  public PersonBootstrap {
    if (replicates < FEWEST || replicates > MOST) {
      throw new InvalidInputException(
          "replicates", "must be from " + FEWEST + " to " + MOST + "; 10000 are usual");
    }
  }

  /**
   * The same number of resamples from another seed.
   *
   * @param changed the seed
   * @return the settings
   */
  public PersonBootstrap withSeed(long changed) {
    return new PersonBootstrap(replicates, changed);
  }

  /**
   * The settings in words.
   *
   * @return {@code "10000 resamples of persons, seed 1"}
   */
  @Override
  public String toString() {
    return replicates + " resamples of persons, seed " + seed;
  }
}

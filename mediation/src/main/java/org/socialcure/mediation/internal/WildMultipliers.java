package org.socialcure.mediation.internal;

import org.socialcure.core.internal.resample.ReplicateRandom;

/**
 * What a wild cluster bootstrap multiplies the residuals of a cluster by: values of mean 0 and
 * variance 1, all of one probability.
 */
public enum WildMultipliers {
  /** Minus or plus one. */
  RADEMACHER,
  /**
   * Six values, for few clusters, of which signs alone make few different resamples (Webb 2023, doi
   * 10.1111/caje.12661): the roots of 1/2, 1 and 3/2 with either sign.
   */
  WEBB;

  /** From this number of clusters on, signs make resamples enough. */
  public static final int CLUSTERS_FOR_SIGNS = 12;

  /**
   * Those for a number of clusters.
   *
   * @param clusters how many there are
   * @return signs from {@value #CLUSTERS_FOR_SIGNS} clusters on
   */
  public static WildMultipliers of(int clusters) {
    return clusters < CLUSTERS_FOR_SIGNS ? WEBB : RADEMACHER;
  }

  /**
   * How many values there are.
   *
   * @return 2 or 6
   */
  public int count() {
    return this == RADEMACHER ? 2 : 6;
  }

  /**
   * One of the values.
   *
   * @param index from 0
   * @return the value
   */
  public double value(int index) {
    if (this == RADEMACHER) {
      return 2 * index - 1;
    }
    return index < 3 ? -Math.sqrt((3 - index) / 2.0) : Math.sqrt((index - 2) / 2.0);
  }

  /**
   * Draws one of the values.
   *
   * @param random the random numbers
   * @return the value
   */
  public double draw(ReplicateRandom random) {
    return value(random.index(count()));
  }
}

package org.socialcure.mediation.internal;

/**
 * What a wild cluster bootstrap multiplies the residuals of a cluster by: values of mean 0 and
 * variance 1, all of one probability.
 */
public enum WildMultipliers {
  /** Minus or plus one. */
  RADEMACHER(-1, 1),
  /**
   * Six values, for few clusters, of which signs alone make few different resamples (Webb 2023, doi
   * 10.1111/caje.12661).
   */
  WEBB(-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5));

  /** From this number of clusters on, signs make resamples enough. */
  public static final int CLUSTERS_FOR_SIGNS = 12;

  private final double[] values;

  WildMultipliers(double... values) {
    this.values = values;
  }

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
    return values.length;
  }

  /**
   * One of the values.
   *
   * @param index from 0
   * @return the value
   */
  public double value(int index) {
    return values[index];
  }

  /**
   * Draws one of the values.
   *
   * @param random the random numbers
   * @return the value
   */
  public double draw(ReplicateRandom random) {
    return values[random.index(values.length)];
  }
}

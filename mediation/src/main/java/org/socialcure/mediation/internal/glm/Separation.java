package org.socialcure.mediation.internal.glm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises directions in which a likelihood rises for ever, so that estimates are infinite.
 *
 * <p>Where the likelihood has no maximum, Fisher scoring goes off in such a direction with steps of
 * about one unit of the linear predictor, while everything else comes to rest. The step itself then
 * is the proof: it moves no outcome against the direction in which it becomes more likely.
 */
public final class Separation {
  /** Ordinary data have come to rest by this iteration. */
  public static final int FIRST_ITERATION = 6;

  private static final double MOVES = 0.05;
  private static final double RESTS = 1e-6;

  private Separation() {}

  /** Whether all outcomes that a direction moves are moved. */
  public enum Kind {
    /** Every outcome is predicted perfectly. */
    COMPLETE,
    /** Only some outcomes are. */
    QUASI_COMPLETE
  }

  /**
   * Judges the change of the linear predictors in one step.
   *
   * @param response the distribution of the outcome
   * @param y the outcome
   * @param change the change of each row's linear predictor
   * @param weights the weight of each row, or null if all are 1; rows of weight zero do not count
   * @return what kind of separation the step proves, if any
   */
  public static Optional<Kind> of(
      Response response, double[] y, double[] change, double @Nullable [] weights) {
    double most = 0;
    boolean all = true;
    for (int i = 0; i < y.length; i++) {
      if (weights != null && !(weights[i] > 0)) {
        continue;
      }
      int direction = response.direction(y[i]);
      double gain = direction == 0 ? -Math.abs(change[i]) : direction * change[i];
      if (!(gain >= -RESTS)) {
        return Optional.empty();
      }
      all &= gain > MOVES;
      most = Math.max(most, gain);
    }
    if (!(most > MOVES)) {
      return Optional.empty();
    }
    return Optional.of(all ? Kind.COMPLETE : Kind.QUASI_COMPLETE);
  }
}

package org.socialcure.mediation.internal.refit;

/** What became of a replicate of an equation. */
public enum RefitOutcome {
  /** It was estimated. */
  ESTIMATED,
  /** A predictor does not vary in the replicate, or is a combination of the others. */
  RANK_DEFICIENT,
  /** The outcome does not vary in the replicate. */
  NO_VARIANCE,
  /** The iteration did not come to an end. */
  NOT_CONVERGED,
  /** Predictors separate the outcome perfectly in the replicate, so that estimates are infinite. */
  SEPARATED,
  /**
   * It was estimated, but the standard errors that were asked for do not exist: a row determines a
   * coefficient alone, or fewer than two clusters were drawn.
   */
  NO_STANDARD_ERROR
}

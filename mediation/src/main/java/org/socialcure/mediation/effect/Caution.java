package org.socialcure.mediation.effect;

import java.util.Objects;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Something to be careful about.
 *
 * @param code which caution it is
 * @param message the sentence for a reader
 * @since 0.1
 */
public record Caution(Code code, String message) {
  /** Refuses null. */
  public Caution {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
  }

  /** The sentence. */
  @Override
  public String toString() {
    return message;
  }

  /**
   * The cautions there are.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Code {
    /** Estimated from means and covariances. */
    FROM_MOMENTS,
    /** What is to be known about how the data came about. */
    DATA,
    /** A variable in words was coded without being asked. */
    CODED_BY_ITSELF,
    /** Levels whose order matters were taken as they first occur. */
    LEVELS_AS_THEY_OCCUR,
    /** Levels or groups that are probably the same count as different ones. */
    LEVELS_ALIKE,
    /** The label of a coefficient is the name of a column as well. */
    LABEL_LIKE_A_COLUMN,
    /** Many rows were left out. */
    ROWS_LEFT_OUT,
    /** There are more effects than a list can hold. */
    EFFECTS_NOT_LISTED,
    /** Few rows for the largest equation. */
    FEW_ROWS_PER_COEFFICIENT,
    /** What the fit of an equation noticed. */
    EQUATION,
    /** A predictor is largely explained by the others. */
    COLLINEAR,
    /** Counts vary more than a Poisson distribution permits. */
    OVERDISPERSED,
    /** Weights count as observations, and are many more or fewer than the rows. */
    WEIGHTS_AS_COUNTS,
    /** An outcome of two values in a linear equation. */
    TWO_VALUES_IN_LINEAR_EQUATION,
    /** Many resamples could not be estimated. */
    DEGENERATE_REPLICATES,
    /** An effect is no number in some replicates. */
    REPLICATES_WITHOUT_EFFECT,
    /** Few replicates. */
    FEW_REPLICATES,
    /** Few clusters for standard errors or a bootstrap by clusters. */
    FEW_CLUSTERS,
    /** A wild bootstrap does not vary what a single row or cluster alone decides. */
    LONE_UNIT,
    /** The model has clusters, and rows were drawn one by one. */
    CLUSTERS_SPLIT,
    /** Standard errors of an equation do not allow for the clusters of the model. */
    CLUSTERS_IGNORED,
    /** Strata of one row, which is in every resample. */
    STRATA_OF_ONE_ROW,
    /** A template that was not held against a printout. */
    TEMPLATE_UNVERIFIED,
    /** Some equations are not linear. */
    NOT_LINEAR,
    /** No covariates are adjusted for. */
    NO_COVARIATES,
    /** Mediators were not randomised. */
    CONFOUNDING,
    /** Changes over one interval. */
    CHANGES_AT_ONCE,
    /** Equal measured baselines are not equal persons. */
    EQUAL_BASELINES,
    /** Two occasions without comparison. */
    NO_COMPARISON,
    /** An indirect effect that rests on stationarity. */
    STATIONARITY,
    /** Cause and effect of one wave. */
    SAME_WAVE,
    /** The percentile and the bias-corrected interval differ about zero. */
    PERCENTILE_AND_BIAS_CORRECTED_DISAGREE,
    /** The proportion mediated is not told, or its interval leaves 0 to 1. */
    PROPORTION_MEDIATED
  }
}

package org.socialcure.mediation.regression;

import java.util.Objects;
import java.util.OptionalLong;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The wild cluster bootstrap test that a coefficient of a linear equation is zero, the null
 * hypothesis imposed (Cameron, Gelbach and Miller 2008, doi 10.1162/rest.90.3.414).
 *
 * <p>The equation is estimated with the coefficient at zero; in every replicate the residuals of
 * each cluster are multiplied by one value of {@link Multipliers}, added to the fitted values, and
 * the t statistic of the coefficient with {@link StandardErrors#CLUSTER} errors is computed anew.
 * The p-value is two-sided and symmetric: of B drawn replicates {@code (b + 1)/(B + 1)}, with b the
 * number whose statistic is at least as far from zero as the sample's; where every combination of
 * multipliers was taken once, {@code b/B}, the sample itself being one of them.
 *
 * <p>It holds its level with few clusters, where t with cluster errors does not, unless very few of
 * them decide the coefficient. Immutable and thread-safe.
 *
 * @param term the coefficient
 * @param statistic its t statistic with cluster errors
 * @param clusters how many clusters there are
 * @param multipliers what residuals were multiplied by
 * @param draws whether combinations were drawn or all taken
 * @param replicates how many replicates there were
 * @param seed the seed; absent where none was needed
 * @param p the p-value
 * @since 0.1
 */
@MapperForm
public record WildClusterTest(
    String term,
    double statistic,
    int clusters,
    Multipliers multipliers,
    Draws draws,
    int replicates,
    OptionalLong seed,
    double p) {
  /** Refuses null. */
  public WildClusterTest {
    Objects.requireNonNull(term, "term");
    Objects.requireNonNull(multipliers, "multipliers");
    Objects.requireNonNull(draws, "draws");
    Objects.requireNonNull(seed, "seed");
  }

  /** For example {@code x: t 2.31, p .041 (wild cluster bootstrap, 14 clusters, …)}. */
  @Override
  public String toString() {
    return term
        + ": t "
        + Numbers.value(statistic)
        + ", "
        + Numbers.pPhrase(p)
        + " (wild cluster bootstrap, the null imposed; "
        + clusters
        + " clusters, "
        + Words.of(multipliers)
        + ", "
        + Numbers.count(replicates)
        + (draws == Draws.ALL ? " combinations, all there are)" : " replicates)");
  }

  /**
   * What the residuals of a cluster are multiplied by.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Multipliers {
    /** Minus or plus one, from 12 clusters on. */
    RADEMACHER,
    /** Webb's six points {@code ±sqrt(1/2), ±1, ±sqrt(3/2)}, below 12 clusters. */
    WEBB
  }

  /**
   * Which combinations of multipliers were taken.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Draws {
    /** Every one, once: there are no more of them than replicates were asked for. */
    ALL,
    /** Random ones. */
    RANDOM
  }
}

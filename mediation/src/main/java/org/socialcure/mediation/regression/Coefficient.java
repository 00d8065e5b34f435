package org.socialcure.mediation.regression;

import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;

/**
 * A regression coefficient, or a linear combination of coefficients, with its inference.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the term or combination
 * @param estimate the estimate
 * @param standardError its standard error, of the kind asked for
 * @param statistic {@code estimate / standardError}: t if there are degrees of freedom, z if not;
 *     empty when the standard error is zero, as it is in a perfect fit
 * @param df the degrees of freedom of t; empty for z
 * @param p the two-sided p-value; for a zero standard error 0, or 1 if the estimate is zero too
 * @param interval the confidence interval, {@code estimate ± critical value * standardError}
 * @since 0.1
 */
public record Coefficient(
    String name,
    double estimate,
    double standardError,
    OptionalDouble statistic,
    OptionalDouble df,
    double p,
    Interval interval) {
  /** Refuses nulls. */
  public Coefficient {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(statistic, "statistic");
    Objects.requireNonNull(df, "df");
    Objects.requireNonNull(interval, "interval");
  }
}

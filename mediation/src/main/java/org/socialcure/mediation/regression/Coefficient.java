package org.socialcure.mediation.regression;

import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;

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

  /** For example {@code b: 0.6075, SE 0.0985, t(147) 6.1701, 95% CI [0.4129, 0.8020], p < .001}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(name).append(": ").append(Numbers.value(estimate));
    line.append(", SE ").append(Numbers.value(standardError));
    statistic.ifPresent(
        value ->
            line.append(df.isPresent() ? ", t(" + Numbers.value(df.getAsDouble()) + ") " : ", z ")
                .append(Numbers.value(value)));
    return line.append(", ").append(interval).append(", ").append(Numbers.pPhrase(p)).toString();
  }
}

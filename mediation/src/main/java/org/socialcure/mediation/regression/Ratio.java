package org.socialcure.mediation.regression;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * By what the odds, the rate or the risk of an outcome is multiplied with one unit more of a
 * predictor, the others held: {@code exp(b)} of its coefficient {@code b}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what is multiplied
 * @param estimate {@code exp(b)}; empty where it is beyond the numbers of this machine
 * @param limits how the interval came about
 * @param interval the confidence interval
 * @param missing why a number is absent
 * @since 0.1
 */
public record Ratio(
    Kind kind,
    OptionalDouble estimate,
    Limits limits,
    Optional<Interval> interval,
    Optional<Missing> missing) {
  /** Refuses nulls. */
  public Ratio {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(estimate, "estimate");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(missing, "missing");
  }

  /**
   * What a ratio multiplies.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Kind {
    /** The odds of a binary outcome, in a logistic equation. */
    ODDS_RATIO,
    /** The mean of a count, in an equation with log link. */
    RATE_RATIO,
    /** The probability of an outcome of 0 and 1 in an equation with log link. */
    RISK_RATIO
  }

  /**
   * How limits came about.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Limits {
    /**
     * The values of the coefficient at which twice the log likelihood, largest over all other
     * coefficients, is the square of the normal critical value below its maximum (Venables and
     * Ripley 2002, section 7.2). The theta of a negative binomial equation is held at its estimate.
     */
    PROFILE_LIKELIHOOD,
    /**
     * The exponentials of the limits of the coefficient: where its standard error is robust, which
     * a likelihood knows nothing of, or the family has no likelihood.
     */
    WALD
  }

  /**
   * Why a number is absent.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Missing {
    /** An exponential is beyond the numbers of this machine. */
    OUT_OF_RANGE("the number is too large or too small; use another unit of the predictor"),
    /** The likelihood does not fall as far on one side, or could not be followed. */
    NOT_BOUNDED("the likelihood does not fall far enough on one side");

    private final String explanation;

    Missing(String explanation) {
      this.explanation = explanation;
    }

    /**
     * The reason in words.
     *
     * @return a clause without a full stop
     */
    public String explanation() {
      return explanation;
    }
  }

  /** For example {@code odds ratio 1.8900, 95% CI [1.2100, 2.9600] (profile likelihood)}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(Words.of(kind).replace('-', ' '));
    line.append(estimate.isPresent() ? " " + Numbers.value(estimate.getAsDouble()) : " not told");
    interval.ifPresent(
        i ->
            line.append(", ")
                .append(i)
                .append(" (")
                .append(Words.of(limits).replace('-', ' '))
                .append(')'));
    missing.ifPresent(m -> line.append(", because ").append(m.explanation()));
    return line.toString();
  }
}

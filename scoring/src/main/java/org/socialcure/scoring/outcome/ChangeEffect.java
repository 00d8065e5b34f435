package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.change.ChangeEffectSize;

/**
 * A standardised change with Hedges' g and the intervals of both.
 *
 * <p>The interval of d_z and of d_av by the root of the mean variance is that of the noncentral t
 * distribution (Cumming and Finch 2001; Algina and Keselman 2003); it holds for normal differences.
 * The others have no such interval and are resampled over persons. The interval of g is that of the
 * estimate times Hedges' factor.
 *
 * <p>Immutable and thread-safe.
 *
 * @param size which denominator
 * @param estimate the mean change (after minus before) by it
 * @param corrected Hedges' g; empty where there are two people
 * @param df the degrees of freedom of the correction
 * @param interval the interval of the estimate
 * @param correctedInterval the interval of g
 * @param method how the intervals were formed
 * @param because why there is no interval; empty where there is one
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeEffect(
    ChangeEffectSize size,
    double estimate,
    OptionalDouble corrected,
    int df,
    Optional<Interval> interval,
    Optional<Interval> correctedInterval,
    Method method,
    Optional<NotEstimable> because) {
  /**
   * How an interval of a standardised change is formed.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Method {
    /** From the noncentral t distribution. */
    NONCENTRAL_T("noncentral t"),
    /** The quantiles of resamples of persons. */
    PERCENTILE("percentile bootstrap over persons"),
    /** Bias-corrected and accelerated quantiles of resamples of persons. */
    BCA("BCa bootstrap over persons");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the estimate is not finite, or there is neither an interval
   *     nor a reason
   */
  public ChangeEffect {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(corrected, "corrected");
    Objects.requireNonNull(correctedInterval, "correctedInterval");
    Objects.requireNonNull(method, "method");
    if (!Double.isFinite(estimate) || interval.isPresent() == because.isPresent()) {
      throw new InvalidInputException(
          "standardised change", "needs a finite estimate, and an interval or the reason for none");
    }
  }

  /**
   * The estimate in a line.
   *
   * @return {@code "d_z -0.61, 95% CI [-0.80, -0.42] (noncentral t)"}
   */
  @Override
  public String toString() {
    return size.symbol()
        + " "
        + Numbers.fixed(estimate, 2)
        + interval
            .map(
                i ->
                    ", "
                        + Numbers.percent(i.level())
                        + " CI "
                        + Numbers.interval(i, 2)
                        + " ("
                        + method
                        + ")")
            .orElse("");
  }
}

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

/**
 * The standardised effect of pre-post-control: the mean change of a group minus that of the control
 * group, by the standard deviation before that is pooled over the two (g<sub>ppc2</sub> of Morris
 * 2008, doi 10.1177/1094428106291059).
 *
 * <p>The pooled variance before is ((n<sub>T</sub> − 1)S<sub>T</sub>² + (n<sub>C</sub> −
 * 1)S<sub>C</sub>²)/(n<sub>T</sub> + n<sub>C</sub> − 2). Hedges' factor J has n<sub>T</sub> +
 * n<sub>C</sub> − 2 degrees of freedom and is exact, where Morris writes the approximation 1 − 3/(4
 * df − 1). The interval is that of persons resampled within each group, times J.
 *
 * <p>Immutable and thread-safe.
 *
 * @param group the group that is held against the control group
 * @param pooledSd the pooled standard deviation before; empty with too few people
 * @param estimate the difference of the mean changes by it; empty where it is zero
 * @param corrected g, the estimate times J
 * @param df the degrees of freedom
 * @param interval the bootstrap interval of g
 * @param limits how the limits are taken from the resamples
 * @param because why something is missing; empty if nothing is
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record PrePostControl(
    String group,
    OptionalDouble pooledSd,
    OptionalDouble estimate,
    OptionalDouble corrected,
    int df,
    Optional<Interval> interval,
    BootstrapLimits limits,
    Optional<NotEstimable> because) {
  /**
   * Checks that what is missing has its reason.
   *
   * @throws InvalidInputException if there is neither an interval nor a reason
   */
  public PrePostControl {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(pooledSd, "pooledSd");
    Objects.requireNonNull(estimate, "estimate");
    Objects.requireNonNull(corrected, "corrected");
    Objects.requireNonNull(limits, "limits");
    if (interval.isPresent() == because.isPresent()) {
      throw new InvalidInputException(
          "pre-post-control", "needs an interval, or the reason for none");
    }
  }

  /**
   * The effect in a line.
   *
   * @return {@code "g (pre-post-control) of men -0.24, 95% CI [-0.48, -0.01], df 124"}
   */
  @Override
  public String toString() {
    return "g (pre-post-control) of "
        + group
        + " "
        + (corrected.isPresent()
            ? Numbers.fixed(corrected.getAsDouble(), 2) + ", df " + df
            : because.map(NotEstimable::toString).orElse(""))
        + interval
            .map(i -> ", " + Numbers.percent(i.level()) + " CI " + Numbers.interval(i, 2))
            .orElse("");
  }
}

package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Beta;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A mean change divided by a standard deviation, with its small-sample correction.
 *
 * <p>The corrected value is Hedges' g: the estimate times J(df) = Γ(df/2) / (√(df/2) · Γ((df −
 * 1)/2)), the exact factor (Hedges 1981), not the approximation 1 − 3/(4 df − 1). The degrees of
 * freedom are n − 1 throughout; for the two d_av forms some authors use 2(n − 1), so the degrees
 * are part of the result.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind which denominator
 * @param estimate the uncorrected standardised change, after minus before; positive when values
 *     rose
 * @param corrected the estimate times J(df); empty when {@code df} is 1, for which J is not defined
 * @param df the degrees of freedom of the correction
 * @param interval for {@link ChangeEffectSize#D_Z} the limits of the noncentrality of t divided by
 *     √n (Cumming and Finch 2001), for {@link ChangeEffectSize#D_AV_ROOT_MEAN_VARIANCE} the same
 *     limits rescaled (Algina and Keselman 2003); empty for the others, for which no interval of
 *     that kind exists, and where |d_z| is above 100. It belongs to the uncorrected estimate
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record StandardizedChange(
    ChangeEffectSize kind,
    double estimate,
    OptionalDouble corrected,
    int df,
    Optional<Interval> interval) {
  /**
   * Refuses estimates that are not finite.
   *
   * @throws InvalidInputException if the estimate is not finite
   */
  public StandardizedChange {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(corrected, "corrected");
    Objects.requireNonNull(interval, "interval");
    if (!Double.isFinite(estimate)) {
      throw new InvalidInputException("estimate", "must be finite; it is " + estimate);
    }
  }

  /**
   * The exact factor J(df) that makes Hedges' g of an estimate: Γ(df/2) / (√(df/2) · Γ((df −
   * 1)/2)), without overflow or cancellation for large df.
   *
   * @param df the degrees of freedom, 2 or more
   * @return the factor, below 1
   * @throws InvalidInputException if there are fewer than 2 degrees of freedom, for which the
   *     factor is not defined
   */
  public static double smallSampleFactor(int df) {
    if (df < 2) {
      throw new InvalidInputException("df", "must be 2 or more for Hedges' factor");
    }
    return StrictMath.exp(-Beta.logBeta((df - 1) / 2.0, 0.5)) * Math.sqrt(2 * Math.PI / df);
  }

  @Override
  public String toString() {
    return kind.symbol()
        + " "
        + Numbers.fixed(estimate, 2)
        + interval
            .map(i -> ", " + Numbers.percent(i.level()) + " CI " + Numbers.interval(i, 2))
            .orElse("");
  }
}

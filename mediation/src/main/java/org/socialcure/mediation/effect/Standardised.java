package org.socialcure.mediation.effect;

import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.mediation.inference.NoInterval;

/**
 * A standardised effect.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind by which standard deviations
 * @param estimate the estimate
 * @param se bootstrap standard error, each replicate standardised by its own SDs
 * @param interval bootstrap interval of the same replicates
 * @param missing why there is no interval where the bootstrap should give one
 * @since 0.1
 */
public record Standardised(
    Kind kind,
    double estimate,
    OptionalDouble se,
    Optional<Interval> interval,
    Optional<NoInterval> missing) {
  /** For example {@code divided by the SD of the outcome: 0.2193, SE 0.0786, 95% CI …}. */
  @Override
  public String toString() {
    StringBuilder line =
        new StringBuilder(
            kind == Kind.PARTIAL
                ? "divided by the SD of the outcome: "
                : "times the SD of the exposure, divided by the SD of the outcome: ");
    line.append(Numbers.value(estimate));
    se.ifPresent(value -> line.append(", SE ").append(Numbers.value(value)));
    interval.ifPresent(limits -> line.append(", ").append(limits));
    missing.ifPresent(reason -> line.append(", no interval: ").append(reason.explanation()));
    return line.toString();
  }

  /**
   * By which standard deviations an effect is standardised.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Kind {
    /** Divided by the SD of the outcome. */
    PARTIAL,
    /** Times the SD of the exposure, divided by the SD of the outcome. */
    COMPLETE
  }
}

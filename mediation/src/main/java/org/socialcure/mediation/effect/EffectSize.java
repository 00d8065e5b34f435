package org.socialcure.mediation.effect;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.mediation.inference.NoEffectSize;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.inference.NoProportion;

/**
 * The size of an indirect effect in other units than its own.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what it measures
 * @param effect the effect it belongs to
 * @param estimate the estimate; absent where it does not exist
 * @param interval its bootstrap interval
 * @param missing why there is no interval where the bootstrap should give one
 * @param withheld why people are told the reason in place of the number
 * @param absent why there is no number
 * @since 0.1
 */
public record EffectSize(
    Kind kind,
    Effect effect,
    OptionalDouble estimate,
    Optional<Interval> interval,
    Optional<NoInterval> missing,
    Optional<NoProportion> withheld,
    Optional<NoEffectSize> absent) {
  /** Refuses null. */
  public EffectSize {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(absent, "absent");
  }

  /** For example {@code proportion mediated 0.5264, 95% CI [0.3275, 0.7944]: Indirect effect …}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(Words.of(kind).replace('-', ' '));
    line.append(
        estimate.isPresent() ? " " + Numbers.value(estimate.getAsDouble()) : " not defined");
    absent.ifPresent(reason -> line.append(", because ").append(reason.explanation()));
    interval.ifPresent(limits -> line.append(", ").append(limits));
    missing.ifPresent(reason -> line.append(", no interval: ").append(reason.explanation()));
    withheld.ifPresent(
        reason ->
            line.append(" (not to be read, because ").append(reason.explanation()).append(')'));
    return line.append(": ").append(effect.label()).toString();
  }

  /**
   * Measures of the size of an indirect effect.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Kind {
    /** The indirect divided by the total effect. */
    PROPORTION_MEDIATED,
    /** The indirect divided by the direct effect. */
    RATIO,
    /** The variance of the outcome that exposure and mediator share; may be negative. */
    R2_MEDIATED,
    /**
     * The squared completely standardised indirect effect (Lachowicz, Preacher and Kelley 2018).
     */
    UPSILON,
    /** The same without its bias. */
    UPSILON_ADJUSTED,
    /** Preacher and Kelley's kappa squared; superseded, its derivation is wrong. */
    KAPPA2
  }
}

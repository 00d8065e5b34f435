package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What became of one ordinal item, and of those who started at its worse end.
 *
 * <p>Of people chosen for a low answer more get better than worse by chance alone, because the low
 * answer was low partly by chance. If nothing but symmetric noise is there, so that a person's two
 * answers could as well have come in the other order, the share that chance gives is that of people
 * who were better before, among those who are at the worse end after; it stands beside.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome the item between the waves
 * @param betterFromWorseEnd of those at the worse end before, those who are better after; empty if
 *     nobody was there
 * @param mirrored of those at the worse end after, those who were better before; empty if nobody is
 *     there
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ItemChange(
    ScaleOutcome outcome, Optional<Share> betterFromWorseEnd, Optional<Share> mirrored) {
  /** Refuses nulls. */
  public ItemChange {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(betterFromWorseEnd, "betterFromWorseEnd");
    Objects.requireNonNull(mirrored, "mirrored");
  }

  /**
   * The item in a line.
   *
   * @return its label, the shares, and those who started at the worse end
   */
  @Override
  public String toString() {
    return outcome.measure().label()
        + outcome.shares().map(shares -> ": " + shares).orElse("")
        + betterFromWorseEnd
            .map(share -> "; from the worse end better " + Numbers.percent(share.value(), 1))
            .orElse("")
        + mirrored
            .map(share -> " (by chance alone " + Numbers.percent(share.value(), 1) + ")")
            .orElse("");
  }
}

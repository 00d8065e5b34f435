package org.socialcure.core.instrument;

import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A named stretch of the scores of a scale. It reaches from its lower edge to that of the next band
 * of its {@link BandScheme}; the lowest band has no lower edge. So bands can neither overlap nor
 * leave a gap.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the band within its scheme; not null
 * @param label a short text for people, {@code "moderately lonely"}; not null, not blank
 * @param from the lower edge, itself within the band; empty if there is none; not null
 * @param above the lower edge, itself not within the band; empty if there is none; not null
 * @since 0.1
 */
@MapperForm
public record Band(String id, String label, OptionalDouble from, OptionalDouble above) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the id or the label is unusable, both edges are given, or an
   *     edge is not finite
   */
  public Band {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(above, "above");
    Names.requireText("label", label);
    Names.requireId("id", id);
    if (from.isPresent() && above.isPresent()) {
      throw new InvalidInputException("above", "stands beside from; a band has one lower edge");
    }
    if (!Double.isFinite(from.orElse(0)) || !Double.isFinite(above.orElse(0))) {
      throw new InvalidInputException(
          from.isPresent() ? "from" : "above", "must be a finite number");
    }
  }

  /**
   * Whether a value lies at or beyond the lower edge.
   *
   * @param value a score
   * @return whether it does; always true for a band without a lower edge
   */
  public boolean isReachedBy(double value) {
    return from.isPresent()
        ? value >= from.getAsDouble()
        : !above.isPresent() || value > above.getAsDouble();
  }

  /**
   * The lower edge, whether or not it is within the band.
   *
   * @return the edge, or empty for the lowest band
   */
  public OptionalDouble edge() {
    return from.isPresent() ? from : above;
  }

  /**
   * The label and the lower edge.
   *
   * @return {@code "lonely, from 6"}
   */
  @Override
  public String toString() {
    if (from.isPresent()) {
      return label + ", from " + Names.number(from.getAsDouble());
    }
    return above.isPresent() ? label + ", above " + Names.number(above.getAsDouble()) : label;
  }
}

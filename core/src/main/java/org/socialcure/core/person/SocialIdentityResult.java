package org.socialcure.core.person;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What an index of a {@link SocialIdentityMap} came to.
 *
 * <p>Immutable and thread-safe.
 *
 * @param index which index; not null
 * @param value its value; empty if there is none; not null
 * @param reason why there is no value; empty if there is one; not null
 * @since 0.1
 */
@MapperForm
public record SocialIdentityResult(
    SocialIdentityIndex index, OptionalDouble value, Optional<Reason> reason) {
  /** Why an index has no value. */
  @MapperForm
  public enum Reason {
    /** A group on the map lacks the rating that the index is made of. */
    RATING_MISSING,
    /** The map has no group, so that there is no mean over groups. */
    NO_GROUPS,
    /** The map has no tie, so that there is no share of ties. */
    NO_TIES
  }

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException unless there is either a finite value or a reason
   */
  public SocialIdentityResult {
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(reason, "reason");
    if (value.isPresent() == reason.isPresent() || !Double.isFinite(value.orElse(0))) {
      throw new InvalidInputException("value", "must be a finite number, or there is a reason");
    }
  }

  static SocialIdentityResult of(SocialIdentityIndex index, double value) {
    return new SocialIdentityResult(index, OptionalDouble.of(value), Optional.empty());
  }

  static SocialIdentityResult none(SocialIdentityIndex index, Reason reason) {
    return new SocialIdentityResult(index, OptionalDouble.empty(), Optional.of(reason));
  }

  /**
   * How well it is supported that maps are read in this way.
   *
   * @return {@link Evidence#MEMORY_ONLY}: the indices are recalled, not seen in a source
   */
  public Evidence evidence() {
    return Evidence.MEMORY_ONLY;
  }

  /**
   * Whether there is a value, not which, and that it is unverified.
   *
   * @return {@code "Groups on the map: known, unverified"} or {@code "Mean positivity: none, no
   *     groups, unverified"}
   */
  @Override
  public String toString() {
    return index.label()
        + reason.map(why -> ": none, " + Words.of(why).replace('-', ' ')).orElse(": known")
        + ", unverified";
  }
}

package org.socialcure.core.instrument;

import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How many points of a scale were published as a change that counts.
 *
 * <p>Immutable and thread-safe.
 *
 * @param scale the id of the scale; not null
 * @param purpose what a change of that size is said to be; not null
 * @param points the size in points of the scale; above zero
 * @param source the publication, the people and the method in words; not null, not blank
 * @param evidence how well the number is supported; not null
 * @param use whether it is used unasked; never so for a number known from memory only; not null
 * @since 0.1
 */
@MapperForm
public record PublishedChange(
    String scale, Purpose purpose, double points, String source, Evidence evidence, Use use) {

  /** What a change of that size is said to be. */
  @MapperForm
  public enum Purpose {
    /** It matters to the person (minimal important change). */
    IMPORTANT,
    /** It is unlikely to be measurement error alone (reliable change). */
    RELIABLE
  }

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the points are not a finite number above zero, the source is
   *     blank, or a number known from memory only is to be the default
   */
  public PublishedChange {
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(use, "use");
    Problems problems = new Problems();
    problems.require(
        points > 0 && Double.isFinite(points), "points", "must be a finite number above 0");
    problems.require(!source.isBlank(), "source", "must say where the number comes from");
    problems.require(
        use == Use.ON_REQUEST || evidence != Evidence.MEMORY_ONLY,
        "use",
        "a number that is known from memory only can be on-request, but not the default");
    problems.throwIfAny();
  }

  /**
   * The number and where it comes from.
   *
   * @return {@code "total: 6 points, reliable (…)"}
   */
  @Override
  public String toString() {
    return scale
        + ": "
        + Names.number(points)
        + " points, "
        + Words.of(purpose)
        + " ("
        + source
        + ")";
  }
}

package org.socialcure.core.instrument;

import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A published reliability coefficient of a scale.
 *
 * <p>Immutable and thread-safe.
 *
 * @param scale the id of the scale; not null
 * @param kind which coefficient it is; not null
 * @param value the coefficient; above 0 and at most 1
 * @param source the publication and the sample in words; not null, not blank
 * @param evidence how well the number is supported; not null
 * @since 0.1
 */
@MapperForm
public record Reliability(String scale, Kind kind, double value, String source, Evidence evidence) {

  /** The kind of a coefficient. */
  @MapperForm
  public enum Kind {
    /** Cronbach's alpha, internal consistency. */
    ALPHA,
    /** McDonald's omega, internal consistency. */
    OMEGA,
    /** The correlation of two measurements of the same people. */
    TEST_RETEST
  }

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the source is blank or the coefficient is out of its range
   */
  public Reliability {
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(evidence, "evidence");
    Names.requireText("source", source);
    if (!(value > 0 && value <= 1)) {
      throw new InvalidInputException("value", "must be above 0 and at most 1");
    }
  }

  /**
   * The coefficient and where it comes from.
   *
   * @return {@code "total: alpha 0.84 (…)"}
   */
  @Override
  public String toString() {
    return scale + ": " + Words.of(kind) + " " + Names.number(value) + " (" + source + ")";
  }
}

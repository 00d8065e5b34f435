package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The score that divides the clinical from the functional side of a scale.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind how it was formed
 * @param value the score; finite
 * @param source the populations, as they are to be printed beside the result; not blank
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClinicalCutoff(CutoffKind kind, double value, String source) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the value is not finite or the source is blank
   */
  public ClinicalCutoff {
    Objects.requireNonNull(kind, "kind");
    Names.requireText("source", source);
    if (!Double.isFinite(value)) {
      throw new InvalidInputException("value", "must be finite");
    }
  }

  /**
   * The cut in words.
   *
   * @return {@code "50 (cut c: between the two means; …)"}
   */
  @Override
  public String toString() {
    return Numbers.fixed(value, 2) + " (" + kind + "; " + source + ")";
  }
}

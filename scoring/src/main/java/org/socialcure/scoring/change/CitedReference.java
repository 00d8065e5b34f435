package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.instrument.Use;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A published standard deviation with a published reliability or standard error, for a scale that
 * is built in.
 *
 * <p>Immutable and thread-safe.
 *
 * @param instrument the id of the instrument
 * @param scale the id of the scale
 * @param reference the numbers and their source
 * @param use whether it is used without being asked for
 * @param howSure how well each half is supported, for people; not blank
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record CitedReference(
    String instrument, String scale, ChangeReference reference, Use use, String howSure) {

  /**
   * Checks the parts.
   *
   * @throws org.socialcure.core.InvalidInputException if the text is blank
   */
  public CitedReference {
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(use, "use");
    Names.requireText("howSure", howSure);
  }

  /**
   * The numbers, whose they are and how sure they are.
   *
   * @return {@code "ucla-3.total: SD 1.4, … (on request; …)"}
   */
  @Override
  public String toString() {
    return instrument
        + "."
        + scale
        + ": "
        + reference
        + " ("
        + (use == Use.DEFAULT ? "used by default" : "on request")
        + "; "
        + howSure
        + ")";
  }
}

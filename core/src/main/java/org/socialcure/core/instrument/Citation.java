package org.socialcure.core.instrument;

import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A publication to cite.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text authors, title, journal and pages; not null, not blank
 * @param doi the digital object identifier, {@code "10.1177/0164027504268574"}; empty if there is
 *     none; not null
 * @param evidence how well the reference is supported; not null
 * @since 0.1
 */
@MapperForm
public record Citation(String text, Optional<String> doi, Evidence evidence) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the text is blank or the identifier does not have the form
   *     {@code 10.number/name}
   */
  public Citation {
    Objects.requireNonNull(doi, "doi");
    Objects.requireNonNull(evidence, "evidence");
    Names.requireText("text", text);
    if (doi.isPresent() && !doi.get().matches("10\\.\\d{4,9}/\\S+")) {
      throw new InvalidInputException("doi", "must look like 10.1177/0164027504268574");
    }
  }

  /**
   * The publication.
   *
   * @return the text and, where there is one, the DOI
   */
  @Override
  public String toString() {
    return text + doi.map(name -> " https://doi.org/" + name).orElse("");
  }
}

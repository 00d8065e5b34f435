package org.socialcure.core.instrument;

import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What may be done with the wording of an instrument. It is no legal advice: the owner's own terms
 * count.
 *
 * <p>Immutable and thread-safe.
 *
 * @param status whether the library ships wording; not null
 * @param terms the owner and the terms in a sentence; not null, not blank
 * @param attribution the text that must stand beside the wording; empty if none is asked for; not
 *     null
 * @param evidence how well the terms are supported; not null
 * @since 0.1
 */
@MapperForm
public record Licence(
    Status status, String terms, Optional<String> attribution, Evidence evidence) {

  /** What is shipped. */
  @MapperForm
  public enum Status {
    /** Wording may be passed on, with attribution. */
    OPEN,
    /** Short labels of our own are shipped; the wording has to come from its owner. */
    LABELS,
    /** Using the instrument needs a licence; codes and labels are shipped. */
    LICENSED
  }

  /** Refuses a blank text. */
  public Licence {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(evidence, "evidence");
    Names.requireText("terms", terms);
  }

  /**
   * The status and the terms.
   *
   * @return {@code "open: free with attribution"}
   */
  @Override
  public String toString() {
    return Words.of(status) + ": " + terms;
  }
}

package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What the service told the practice or whoever referred the person.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the recipient only.
 *
 * @param date when it was sent; not null
 * @param recipient to whom; not null
 * @param text what was told; empty if not kept here; not null
 * @param snomed the identifier of a SNOMED CT concept, such as {@code 1362931000000106} (seen by
 *     social prescribing link worker); empty if not coded; not null
 * @since 0.1
 */
@MapperForm
public record MessageBack(
    LocalDate date, Recipient recipient, Optional<OwnWords> text, Optional<String> snomed) {
  /** To whom a message goes. */
  @MapperForm
  public enum Recipient {
    /** The person's general practitioner. */
    GP,
    /** Whoever referred the person, if that is not the general practitioner. */
    REFERRER,
    /** Anyone else. */
    OTHER
  }

  /**
   * Checks the code.
   *
   * @throws org.socialcure.core.InvalidInputException if it is none of a SNOMED CT concept
   */
  public MessageBack {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(text, "text");
    Problems problems = new Problems();
    SnomedCode.check(problems, snomed);
    problems.throwIfAny();
  }

  /**
   * The recipient and nothing else.
   *
   * @return for example {@code MessageBack[GP]}
   */
  @Override
  public String toString() {
    return "MessageBack[" + recipient + "]";
  }
}

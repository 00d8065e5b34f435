package org.socialcure.core.instrument;

import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A code by which a terminology knows an instrument, an item or a score, such as {@code 44261-6} of
 * LOINC for the total of the PHQ-9.
 *
 * <p>Codes of LOINC are © Regenstrief Institute, Inc. and are free of charge under the licence at
 * https://loinc.org/license.
 *
 * <p>Immutable and thread-safe.
 *
 * @param system the terminology as a URI, {@code "http://loinc.org"}; not null, not blank
 * @param code the code; not null, not blank
 * @param display the terminology's own name for it; empty if it was not seen; not null
 * @param evidence how well it is supported that the code is of this very thing; not null
 * @since 0.1
 */
@MapperForm
public record TerminologyCode(
    String system, String code, Optional<String> display, Evidence evidence) {
  /** The system URI of LOINC. */
  public static final String LOINC = "http://loinc.org";

  /** The system URI of SNOMED CT. */
  public static final String SNOMED_CT = "http://snomed.info/sct";

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the system is no absolute URI, or a text is blank
   */
  public TerminologyCode {
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(display, "display");
    Objects.requireNonNull(evidence, "evidence");
    Problems problems = new Problems();
    problems.require(
        system.matches("[a-z][a-z0-9+.-]*:\\S+"), "system", "must be a URI, as in " + LOINC);
    problems.require(
        code.equals(code.strip()) && !code.isBlank(), "code", "must be a code without blanks");
    problems.require(display.filter(String::isBlank).isEmpty(), "display", "must not be blank");
    problems.throwIfAny();
  }

  /**
   * The code and what it stands for.
   *
   * @return {@code "LOINC 44261-6"}
   */
  @Override
  public String toString() {
    String name =
        switch (system) {
          case LOINC -> "LOINC";
          case SNOMED_CT -> "SNOMED CT";
          default -> system;
        };
    return name + " " + code + display.map(text -> " " + text).orElse("");
  }
}

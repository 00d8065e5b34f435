package org.socialcure.core.fhir;

import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Who or what is meant: the address of a resource, or an identifier such as an NHS number, or both.
 *
 * <p>Immutable and thread-safe. {@code toString} prints neither.
 *
 * @param reference the address, {@code "Patient/1"}; empty if there is none; not null
 * @param system whose identifier it is, as a URI; empty if there is no identifier; not null
 * @param value the identifier; empty if there is none; not null
 * @since 0.1
 */
@MapperForm
public record FhirReference(
    Optional<String> reference, Optional<String> system, Optional<String> value) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if there is neither an address nor an identifier, an identifier
   *     lacks its system, or a text is blank
   */
  public FhirReference {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(value, "value");
    if (reference.isEmpty() && value.isEmpty()) {
      throw new InvalidInputException("reference", "needs an address or an identifier");
    }
    if (system.isPresent() != value.isPresent()) {
      throw new InvalidInputException("identifier", "needs both a system and a value");
    }
    if (reference.filter(text -> !text.matches("\\S+")).isPresent()
        || system.filter(text -> !text.matches("\\S+")).isPresent()
        || value.filter(String::isBlank).isPresent()) {
      throw new InvalidInputException(
          "reference", "must be an address without blanks, as in Patient/1, or an identifier");
    }
  }

  /**
   * A resource by its address.
   *
   * @param address the address, {@code "Patient/1"}; not null
   * @return the reference
   * @throws InvalidInputException if the address is blank or holds blanks
   */
  public static FhirReference to(String address) {
    return new FhirReference(Optional.of(address), Optional.empty(), Optional.empty());
  }

  /**
   * Somebody by an identifier.
   *
   * @param system whose identifier it is, {@code "https://fhir.nhs.uk/Id/nhs-number"}; not null
   * @param value the identifier; not null
   * @return the reference
   * @throws InvalidInputException if a text is blank
   */
  public static FhirReference identifiedBy(String system, String value) {
    return new FhirReference(Optional.empty(), Optional.of(system), Optional.of(value));
  }

  /**
   * What there is, never what it says.
   *
   * @return {@code "a reference by identifier"}
   */
  @Override
  public String toString() {
    return "a reference by " + (reference.isPresent() ? "address" : "identifier");
  }
}

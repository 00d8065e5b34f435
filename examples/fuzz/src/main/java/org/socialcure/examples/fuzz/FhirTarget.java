package org.socialcure.examples.fuzz;

import org.socialcure.core.fhir.Fhir;

/** Responses to questionnaires in FHIR. */
public final class FhirTarget {
  private static final Fhir FHIR = Fhir.at("https://example.org/fhir");

  private FhirTarget() {}

  /**
   * Tries one input.
   *
   * @param input the bytes of the text
   */
  public static void fuzzerTestOneInput(byte[] input) {
    Readers.readTwice(
        Readers.text(input),
        FHIR::read,
        filled -> FHIR.response(filled.responses(), filled.details()).json());
  }
}

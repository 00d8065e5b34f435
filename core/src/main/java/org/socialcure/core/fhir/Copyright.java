package org.socialcure.core.fhir;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.TerminologyCode;

/** Whose a questionnaire is and what its owner and the terminologies ask to be said. */
final class Copyright {
  /** The notice that LOINC's licence asks for. */
  static final String LOINC =
      "This material contains content from LOINC (http://loinc.org). LOINC is copyright ©"
          + " Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes"
          + " (LOINC) Committee and is available at no cost under the license at"
          + " http://loinc.org/license. LOINC® is a registered United States trademark of"
          + " Regenstrief Institute, Inc.";

  private static final String SNOMED_CT =
      "Codes of SNOMED CT® belong to SNOMED International; their use needs a licence outside its"
          + " member countries.";

  private Copyright() {}

  static String of(Instrument instrument) {
    Set<String> notices = new LinkedHashSet<>();
    instrument.licence().attribution().ifPresent(notices::add);
    notices.add(instrument.licence().terms());
    if (uses(instrument, TerminologyCode.LOINC)) {
      notices.add(LOINC);
    }
    if (uses(instrument, TerminologyCode.SNOMED_CT)) {
      notices.add(SNOMED_CT);
    }
    return String.join("\n\n", notices);
  }

  private static boolean uses(Instrument instrument, String system) {
    return Stream.of(
            instrument.codes().stream(),
            instrument.items().stream().flatMap(item -> item.codes().stream()),
            instrument.scales().stream().flatMap(scale -> scale.codes().stream()))
        .flatMap(codes -> codes)
        .anyMatch(code -> code.system().equals(system));
  }
}

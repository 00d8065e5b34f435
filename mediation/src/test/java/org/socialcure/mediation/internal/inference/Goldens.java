package org.socialcure.mediation.internal.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** The values of golden files. */
final class Goldens {
  private Goldens() {}

  /** The {@code values} of the golden files of a kind, by name. */
  static Map<String, Reference> goldens(String pattern) {
    Map<String, Reference> goldens = new LinkedHashMap<>();
    ReferenceCase.all(pattern).forEach(each -> goldens.put(each.id(), each.golden().get("values")));
    return goldens;
  }

  /** The {@code values} that the R script of this package computed. */
  static Reference script(String part) {
    return Reference.read(Goldens.class.getResourceAsStream("inference.json")).get("values", part);
  }

  /** The parts of an object, in order. */
  static List<Reference> parts(Reference object) {
    return object.names().stream().map(name -> object.get(name)).toList();
  }
}

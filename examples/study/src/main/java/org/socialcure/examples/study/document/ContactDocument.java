package org.socialcure.examples.study.document;

import java.util.Map;
import org.socialcure.scoring.contact.ContactSummary;

/**
 * How the contacts with a service changed from one wave to another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param service the name of the service in the plan
 * @param first the earlier wave
 * @param last the later wave
 * @param summary rates, windows, people and changes
 */
public record ContactDocument(String service, String first, String last, ContactSummary summary) {
  /**
   * The same contacts to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the contacts for people
   */
  public ContactDocument callingWaves(Map<String, String> names) {
    return new ContactDocument(
        service, names.getOrDefault(first, first), names.getOrDefault(last, last), summary);
  }
}

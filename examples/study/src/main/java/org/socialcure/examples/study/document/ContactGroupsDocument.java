package org.socialcure.examples.study.document;

import java.util.Map;
import org.socialcure.scoring.contact.ContactComparison;
import org.socialcure.scoring.contact.ContactSummary;

/**
 * Whether the contacts with a service changed more in one group of people than in another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param service the name of the service in the plan
 * @param first the earlier wave
 * @param last the later wave
 * @param column the column of the groups
 * @param comparison the groups' changes and their quotient
 * @param ofGroup rates, windows, people and changes of the one group
 * @param ofReference those of the group that it is compared with
 */
public record ContactGroupsDocument(
    String service,
    String first,
    String last,
    String column,
    ContactComparison comparison,
    ContactSummary ofGroup,
    ContactSummary ofReference) {
  /**
   * The same comparison to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the comparison for people
   */
  public ContactGroupsDocument callingWaves(Map<String, String> names) {
    return new ContactGroupsDocument(
        service,
        names.getOrDefault(first, first),
        names.getOrDefault(last, last),
        column,
        comparison,
        ofGroup,
        ofReference);
  }
}

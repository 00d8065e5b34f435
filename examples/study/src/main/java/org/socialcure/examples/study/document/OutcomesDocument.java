package org.socialcure.examples.study.document;

import java.util.List;
import org.socialcure.scoring.outcome.GroupComparison;
import org.socialcure.scoring.outcome.OutcomeBattery;

/**
 * What became of the people of a cohort.
 *
 * <p>Immutable and thread-safe.
 *
 * @param batteries the scales at later waves against earlier ones: one battery over all waves, or
 *     one for each pair of waves that the plan names
 * @param groups the change of each scale in groups of people, compared
 * @param contacts the change in contacts in groups of people, compared
 */
public record OutcomesDocument(
    List<OutcomeBattery> batteries,
    List<GroupComparison> groups,
    List<ContactGroupsDocument> contacts) {
  /** Copies the lists. */
  public OutcomesDocument {
    batteries = List.copyOf(batteries);
    groups = List.copyOf(groups);
    contacts = List.copyOf(contacts);
  }
}

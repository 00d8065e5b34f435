package org.socialcure.examples.study.document;

import java.util.List;
import java.util.Optional;
import org.socialcure.scoring.outcome.CaseChange;
import org.socialcure.scoring.outcome.ControlledOutcome;
import org.socialcure.scoring.outcome.GroupComparison;
import org.socialcure.scoring.outcome.OutcomeBattery;
import org.socialcure.scoring.outcome.WhoStayed;

/**
 * What became of the people of a cohort.
 *
 * <p>Immutable and thread-safe.
 *
 * @param batteries the scales at later waves against earlier ones: one battery over all waves, or
 *     one for each pair of waves that the plan names
 * @param groups the change of each scale in groups of people, compared
 * @param contacts the change in contacts in groups of people, compared
 * @param costs the costs of contacts, by pair of waves; empty without unit costs
 * @param cases who was a case before and after, by scale and pair of waves
 * @param controlled each scale in groups against the comparison group; empty without one
 * @param stayed who stayed, and how they differed at the start
 * @param regression what regression to the mean says of the change of each scale that decided on
 *     the entry, in sentences
 */
public record OutcomesDocument(
    List<OutcomeBattery> batteries,
    List<GroupComparison> groups,
    List<ContactGroupsDocument> contacts,
    List<CostDocument> costs,
    List<CaseChange> cases,
    List<ControlledOutcome> controlled,
    Optional<WhoStayed> stayed,
    List<String> regression) {
  /** Copies the lists. */
  public OutcomesDocument {
    batteries = List.copyOf(batteries);
    groups = List.copyOf(groups);
    contacts = List.copyOf(contacts);
    costs = List.copyOf(costs);
    cases = List.copyOf(cases);
    controlled = List.copyOf(controlled);
    regression = List.copyOf(regression);
  }
}

package org.socialcure.examples.study.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.scoring.outcome.CaseChange;
import org.socialcure.scoring.outcome.ControlledOutcome;
import org.socialcure.scoring.outcome.GroupComparison;
import org.socialcure.scoring.outcome.OrdinalItems;
import org.socialcure.scoring.outcome.OutcomeBattery;
import org.socialcure.scoring.outcome.QualityAdjustedYears;
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
 * @param referrals contacts before and after the referral, by service; empty without days of it
 * @param costs the costs of contacts, by pair of waves; empty without unit costs
 * @param areas single items, by pair of waves; empty if the plan names none
 * @param profiles the Pareto classification of profiles, by pair of waves; empty without dimensions
 * @param qalys quality-adjusted life years, by grouping; empty without utilities
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
    List<ReferralDocument> referrals,
    List<CostDocument> costs,
    List<OrdinalItems> areas,
    List<ProfileDocument> profiles,
    List<QualityAdjustedYears> qalys,
    List<CaseChange> cases,
    List<ControlledOutcome> controlled,
    Optional<WhoStayed> stayed,
    List<String> regression) {
  /** Copies the lists. */
  public OutcomesDocument {
    batteries = List.copyOf(batteries);
    groups = List.copyOf(groups);
    contacts = List.copyOf(contacts);
    referrals = List.copyOf(referrals);
    costs = List.copyOf(costs);
    areas = List.copyOf(areas);
    profiles = List.copyOf(profiles);
    qalys = List.copyOf(qalys);
    cases = List.copyOf(cases);
    controlled = List.copyOf(controlled);
    regression = List.copyOf(regression);
  }

  /**
   * The same outcomes to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the outcomes for people
   */
  public OutcomesDocument callingWaves(Map<String, String> names) {
    return new OutcomesDocument(
        batteries.stream().map(it -> it.callingWaves(names)).toList(),
        groups.stream().map(it -> it.callingWaves(names)).toList(),
        contacts.stream().map(it -> it.callingWaves(names)).toList(),
        referrals,
        costs.stream().map(it -> it.callingWaves(names)).toList(),
        areas.stream().map(it -> it.callingWaves(names)).toList(),
        profiles.stream().map(it -> it.callingWaves(names)).toList(),
        qalys.stream().map(it -> it.callingWaves(names)).toList(),
        cases.stream().map(it -> it.callingWaves(names)).toList(),
        controlled.stream().map(it -> it.callingWaves(names)).toList(),
        stayed.map(it -> it.callingWaves(names)),
        regression);
  }
}

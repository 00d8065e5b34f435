package org.socialcure.examples.study.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.DatasetBuilder;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.GroupMemberships;
import org.socialcure.core.person.Participant;
import org.socialcure.core.person.ServiceUse;

/**
 * A simulated cohort with its raw answers.
 *
 * <p>Immutable and thread-safe.
 *
 * @param members the people
 */
public record SimulatedCohort(List<Member> members) {
  private static final Map<String, String> PREFIXES =
      Map.of(
          "uls-8", "uls8_",
          "group-identification", "community_",
          "multiple-groups", "groups_",
          "swemwbs", "swemwbs_");

  /** Copies the list. */
  public SimulatedCohort {
    members = List.copyOf(members);
  }

  /**
   * One person.
   *
   * @param participant the person's answers
   * @param age in years at referral
   */
  public record Member(Participant participant, int age) {}

  /**
   * The people with their waves, as the library knows them.
   *
   * @return the cohort of waves {@code T0} and {@code T1}
   */
  public Cohort cohort() {
    return new Cohort(
        List.of(CohortSimulator.T0, CohortSimulator.T1),
        members.stream().map(Member::participant).toList());
  }

  /**
   * The answers as a file has them: one row a person and wave, one column an item, a slot of the
   * group list, or a question.
   *
   * @return the table, with the columns {@code id}, {@code wave}, {@code age}, {@code uls8_1} to
   *     {@code uls8_8}, {@code community_1} to {@code _4}, {@code groups_1} to {@code _4}, {@code
   *     swemwbs_1} to {@code _7}, {@code group_1} to {@code _8}, {@code gp_visits} and {@code
   *     gp_window_months}
   */
  public Dataset answers() {
    Map<String, List<Optional<String>>> columns = new LinkedHashMap<>();
    for (Member member : members) {
      for (Assessment assessment : member.participant().assessments()) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", member.participant().key());
        row.put("wave", assessment.wave());
        row.put("age", Integer.toString(member.age()));
        assessment.responses().forEach(responses -> addItems(row, responses));
        assessment.groups().ifPresent(groups -> addGroups(row, groups));
        assessment.serviceUse().forEach(use -> addVisits(row, use));
        row.forEach(
            (name, cell) ->
                columns
                    .computeIfAbsent(name, it -> new ArrayList<>())
                    .add(cell.isEmpty() ? Optional.empty() : Optional.of(cell)));
      }
    }
    DatasetBuilder table = Dataset.builder();
    columns.forEach(table::texts);
    return table.build();
  }

  private static void addItems(Map<String, String> row, Responses responses) {
    String prefix = PREFIXES.get(responses.instrument().id());
    for (Item item : responses.instrument().items()) {
      row.put(
          prefix + item.number(), responses.given(item.id()).map(AnswerOption::code).orElse(""));
    }
  }

  private static void addGroups(Map<String, String> row, GroupMemberships memberships) {
    for (int slot = 0; slot < memberships.question().slots(); slot++) {
      row.put("group_" + (slot + 1), group(memberships, slot));
    }
  }

  private static String group(GroupMemberships memberships, int slot) {
    if (slot < memberships.groups().size()) {
      String type = memberships.groups().get(slot).type().name();
      return type.toLowerCase(Locale.ROOT).replace('_', '-');
    }
    boolean none = memberships.answer() == GroupMemberships.Answer.NONE && slot == 0;
    return none ? "none" : "";
  }

  private static void addVisits(Map<String, String> row, ServiceUse use) {
    row.put("gp_visits", use.count().isPresent() ? Integer.toString(use.count().getAsInt()) : "");
    row.put("gp_window_months", Integer.toString(use.window().length()));
  }
}

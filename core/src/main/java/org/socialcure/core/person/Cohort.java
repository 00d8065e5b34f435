package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The people of a study and the waves at which they were assessed.
 *
 * <p>Immutable and thread-safe. {@code toString} shows how many people each wave has.
 *
 * @param waves the labels of the waves from the first to the last; at least one; not null
 * @param participants the people, in any order; not null
 * @since 0.1
 */
@MapperForm
public record Cohort(List<String> waves, List<Participant> participants) {
  /**
   * Copies the lists and checks the people against the waves and each other.
   *
   * @throws org.socialcure.core.InvalidInputException if a wave is blank, repeated, called {@code
   *     change} or holds {@code @}, two people have one key, someone has a wave that the cohort
   *     does not, or a later wave of someone is dated before an earlier one
   */
  public Cohort {
    waves = List.copyOf(waves);
    participants = List.copyOf(participants);
    Problems problems = new Problems();
    problems.require(
        !waves.isEmpty(),
        Problem.coded(
            "waves", ProblemCode.NOTHING_LISTED, Map.of(), "must name at least one wave"));
    Map<String, Integer> order = new LinkedHashMap<>();
    for (int i = 0; i < waves.size(); i++) {
      String place = "waves[" + i + "]";
      PersonText.check(problems, place, waves.get(i), Assessment.LONGEST_WAVE);
      String wave = waves.get(i);
      if (!wave.isBlank()) {
        problems.attempt(() -> ColumnName.requireWave(place, wave));
      }
      problems.require(
          order.put(waves.get(i), i) == null,
          PersonText.repeated(place, "must not be named twice"));
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < participants.size(); i++) {
      String place = "participants[" + i + "]";
      problems.require(
          keys.add(participants.get(i).key()),
          PersonText.repeated(place + ".key", "must not be that of an earlier participant"));
      checkWaves(participants.get(i), order, place, problems);
    }
    problems.throwIfAny();
  }

  private static void checkWaves(
      Participant participant, Map<String, Integer> order, String place, Problems problems) {
    for (int i = 0; i < participant.assessments().size(); i++) {
      Assessment assessment = participant.assessments().get(i);
      String where = place + ".assessments[" + i + "]";
      Integer wave = order.get(assessment.wave());
      if (wave == null) {
        problems.add(
            Problem.coded(
                where + ".wave",
                ProblemCode.UNKNOWN_WAVE,
                Map.of("permitted", String.join(", ", order.keySet())),
                "must be one of " + String.join(", ", order.keySet())));
        continue;
      }
      Optional<LocalDate> date = assessment.date();
      boolean early =
          date.isPresent()
              && participant.assessments().stream()
                  .filter(other -> order.getOrDefault(other.wave(), wave) < wave)
                  .anyMatch(other -> other.date().filter(date.get()::isBefore).isPresent());
      problems.require(
          !early,
          Problem.coded(
              where + ".date",
              ProblemCode.DATES_NOT_IN_ORDER,
              Map.of(),
              "must not be before that of an earlier wave"));
    }
  }

  /**
   * Who was there at each wave, and who was lost.
   *
   * @return the counts, a line per wave
   */
  public CohortFlow flow() {
    return CohortFlow.of(this);
  }

  /**
   * Where windows of service use cross the referral, and where those of two waves overlap.
   *
   * @return both, by service and wave
   * @throws org.socialcure.core.InvalidInputException if windows of one service overlap within an
   *     assessment, or may do so
   */
  public CohortWindows windows() {
    return CohortWindows.of(this);
  }

  /**
   * Contacts with services before and after each person's referral, where windows that cross it are
   * left out.
   *
   * @return the data set and what was left out
   * @throws org.socialcure.core.InvalidInputException if windows of one service overlap within an
   *     assessment, or may do so
   */
  public AroundReferral aroundReferral() {
    return aroundReferral(0);
  }

  /**
   * Contacts with services before and after each person's referral. A window that crosses it by no
   * more days than tolerated counts, whole, for the side with more of its days.
   *
   * @param toleranceDays how many days of a window may lie on the other side of the referral; 0 to
   *     {@value AroundReferral#MOST_TOLERANCE}
   * @return the data set and what was left out
   * @throws org.socialcure.core.InvalidInputException if the tolerance is out of its range, or
   *     windows of one service overlap within an assessment, or may do so
   */
  public AroundReferral aroundReferral(int toleranceDays) {
    return AroundReferral.of(this, toleranceDays);
  }

  /**
   * The answers of all people as a table with one row per participant and wave, people in their
   * order and waves in theirs. A wave at which a person was not assessed has no row.
   *
   * <p>The columns are {@code id} and {@code wave}; what is known of the person, where it is known
   * of anyone ({@code birth-year}, {@code age-band}, {@code sex}, {@code practice}, {@code
   * referral-source}, {@code referral-reason-loneliness} and so on with 1 and 0, {@code worker},
   * {@code worker-role}, {@code sessions-attended}, {@code support-offered}, {@code exit-reason},
   * {@code prescriptions}, {@code prescriptions-taken-up}); {@code instrument_item} for each item
   * that anyone was asked, or {@code instrument[target]_item} where a group was asked about, with
   * the value of the answer, or its id where the item has options without values; a column per
   * counting rule if groups were asked for; {@code social-identity-map.groups} and the other
   * {@linkplain SocialIdentityIndex#withoutThreshold indices that need no threshold} if a map was
   * made; and for each service its contacts ({@code gp-visit}) and the length of its windows in
   * months ({@code gp-visit_months}), with {@code _record} behind the service's name where a record
   * says so. Every kind of missing answer is a missing cell. The columns of the person have the
   * role {@link org.socialcure.core.data.ColumnRole#PERSON}, all but these and the first two are
   * {@linkplain org.socialcure.core.data.ColumnRole#MEASURE measures}, and all have {@linkplain
   * Dataset#label(String) labels}: that of a count says its window where all rows have the same.
   * Nothing that a person said in their own words is among them, nor the name of a group.
   *
   * @param rules how groups are counted; {@link GroupCount#all()} and a count of each type that
   *     anyone listed if none is given
   * @return the table
   * @throws org.socialcure.core.InvalidInputException if windows of one service overlap within an
   *     assessment, or may do so, or a rule does not fit the question for groups
   */
  public Dataset toDataset(GroupCount... rules) {
    return toDataset(List.of(rules), SocialIdentityIndex.withoutThreshold());
  }

  /**
   * The same table with the indices of social identity maps that are asked for.
   *
   * @param rules how groups are counted; {@link GroupCount#all()} and a count of each type that
   *     anyone listed if there is none
   * @param indices what is read off each map; missing where there is no map, or no value
   * @return the table
   * @throws org.socialcure.core.InvalidInputException as {@link #toDataset(GroupCount...)} does, or
   *     if an index stands twice
   */
  public Dataset toDataset(List<GroupCount> rules, List<SocialIdentityIndex> indices) {
    Problems problems = new Problems();
    problems.requireDistinct("indices", "index", indices, SocialIdentityIndex::column);
    problems.throwIfAny();
    return CohortTable.of(this, rules.isEmpty() ? allAndByType() : rules, indices);
  }

  private List<GroupCount> allAndByType() {
    Stream<GroupCount> types =
        participants.stream()
            .flatMap(participant -> participant.assessments().stream())
            .flatMap(assessment -> assessment.groups().stream())
            .flatMap(answer -> answer.groups().stream())
            .map(GroupMembership::type)
            .distinct()
            .sorted()
            .map(GroupCount::ofType);
    return Stream.concat(Stream.of(GroupCount.all()), types).toList();
  }

  /**
   * How many people each wave has, and nothing about them.
   *
   * @return for example {@code Cohort[630 participants: T0 630, T1 178]}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Cohort[" + participants.size() + " participants:");
    String separator = " ";
    for (CohortFlow.Wave wave : flow().waves()) {
      text.append(separator).append(wave.label()).append(' ').append(wave.assessed());
      separator = ", ";
    }
    return text.append(']').toString();
  }
}

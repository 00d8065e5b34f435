package org.socialcure.examples.study.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGeneratorFactory;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.CareSetting;
import org.socialcure.core.person.FamilyAndFriends;
import org.socialcure.core.person.GroupMembership;
import org.socialcure.core.person.GroupMemberships;
import org.socialcure.core.person.GroupQuestion;
import org.socialcure.core.person.GroupType;
import org.socialcure.core.person.Participant;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Service;
import org.socialcure.core.person.ServiceUse;
import org.socialcure.core.person.UseSource;
import org.socialcure.examples.study.simulation.Trajectory.Wave;

/**
 * Simulates the answers of a social-prescribing cohort: 630 people at referral (T0), of whom 178
 * answer again four months later (T1), the numbers of Kellezi et al. 2019 (doi
 * 10.1136/bmjopen-2019-033137) and Wakefield et al. 2022 (doi 10.1177/1359105320944991). Nothing
 * else in it comes from those studies, whose data and coefficients are not public.
 *
 * <p>How it is made, in this order:
 *
 * <ol>
 *   <li><b>Referral.</b> A severity that is the same for all scores makes lonely people belong
 *       less, have fewer groups and see their doctor more. Visits are overdispersed counts of at
 *       least two, as of people who were referred.
 *   <li><b>Change.</b> The number of groups changes by −1 to +4. Belonging changes with the groups,
 *       loneliness with groups and belonging, and the visits at T1 are a Poisson count whose mean
 *       depends on all three, on the visits at T0 and on age; {@link TrueEffects} has the
 *       coefficients. Changes do not depend on the scores at T0: there is no regression to the mean
 *       in this cohort, as there would be in a real one.
 *   <li><b>Attrition.</b> Exactly 178 are seen again; older, less lonely and less frequent
 *       attenders are likelier to be. It depends on nothing but what was observed at T0, so the
 *       answers at T1 are missing at random.
 *   <li><b>Answers.</b> Each score is turned into item answers that give the score back. Then three
 *       answers in a thousand and one group list in a hundred are left out, completely at random.
 * </ol>
 *
 * <p>Everybody is asked about the four months before: no window reaches across the referral. Same
 * seed, same cohort.
 */
public final class CohortSimulator {
  /** The first wave, at referral. */
  public static final String T0 = "T0";

  /** The second wave, four months later. */
  public static final String T1 = "T1";

  /** The group that the Group Identification Scale asks about. */
  public static final String COMMUNITY = "community";

  /** How many groups the form has room for. */
  static final int SLOTS = 8;

  /** The months that the question for visits asks about. */
  static final int WINDOW_MONTHS = 4;

  private static final int PEOPLE = 630;
  private static final int FOLLOWED_UP = 178;
  private static final double SKIPPED_ITEMS = 0.003;
  private static final double SKIPPED_LISTS = 0.01;
  private static final GroupQuestion QUESTION =
      new GroupQuestion(SLOTS, FamilyAndFriends.EXCLUDED, 7);
  private static final GroupType[] TYPES = {
    GroupType.SPORT,
    GroupType.FAITH,
    GroupType.MUSIC_AND_ARTS,
    GroupType.VOLUNTEERING,
    GroupType.NEIGHBOURHOOD,
    GroupType.HOBBY,
    GroupType.SUPPORT_GROUP,
    GroupType.WORK_OR_STUDY
  };

  private final Draws draws;

  private CohortSimulator(long seed) {
    this.draws = new Draws(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  /**
   * Simulates the cohort.
   *
   * @param seed the seed
   * @return 630 people, 178 of them with both waves
   */
  public static SimulatedCohort simulate(long seed) {
    return simulate(seed, PEOPLE, FOLLOWED_UP);
  }

  /**
   * Simulates a cohort of another size.
   *
   * @param seed the seed
   * @param people how many people are referred
   * @param followedUp how many of them are seen again
   * @return the cohort
   * @throws IllegalArgumentException if there is nobody, or more people are seen again than were
   *     referred
   */
  public static SimulatedCohort simulate(long seed, int people, int followedUp) {
    if (people < 1 || followedUp < 0 || followedUp > people) {
      throw new IllegalArgumentException(
          "Of " + people + " people " + followedUp + " cannot be seen again.");
    }
    CohortSimulator simulator = new CohortSimulator(seed);
    List<Trajectory> trajectories =
        new ScoreSimulator(simulator.draws).simulate(people, followedUp);
    List<SimulatedCohort.Member> members = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      members.add(simulator.member(i + 1, trajectories.get(i)));
    }
    return new SimulatedCohort(members);
  }

  private SimulatedCohort.Member member(int number, Trajectory trajectory) {
    List<GroupType> groups = groups(trajectory);
    Participant participant =
        Participant.of(Integer.toString(number))
            .with(assessment(T0, trajectory.referral(), groups));
    if (trajectory.followedUp()) {
      participant = participant.with(assessment(T1, trajectory.followUp(), groups));
    }
    return new SimulatedCohort.Member(participant, trajectory.age());
  }

  /** All groups that the person has at either wave, in the order of joining. */
  private List<GroupType> groups(Trajectory trajectory) {
    List<GroupType> left = new ArrayList<>(List.of(TYPES));
    List<GroupType> groups = new ArrayList<>();
    for (int i = Math.max(trajectory.referral().groups(), trajectory.followUp().groups());
        i > 0;
        i--) {
      groups.add(left.remove(draws.below(left.size())));
    }
    return groups;
  }

  private Assessment assessment(String wave, Wave scores, List<GroupType> groups) {
    return Assessment.at(wave)
        .with(responses(Instruments.ULS_8, scores.loneliness()))
        .with(responses(Instruments.GROUP_IDENTIFICATION, scores.belonging()))
        .with(responses(Instruments.MULTIPLE_GROUPS, scores.multipleGroups()))
        .with(responses(Instruments.SWEMWBS, scores.wellbeing()))
        .with(memberships(groups.subList(0, scores.groups())))
        .with(visits(scores.visits()));
  }

  /** Answers whose keyed values have the sum. */
  private Responses responses(Instrument instrument, int sum) {
    List<Item> items = instrument.items();
    int lowest = (int) items.get(0).lowest();
    int highest = (int) items.get(0).highest();
    int[] keyed = draws.itemsWithSum(sum, items.size(), lowest, highest);
    Responses.Builder builder = Responses.builder(instrument);
    if (instrument.equals(Instruments.GROUP_IDENTIFICATION)) {
      builder.target(COMMUNITY);
    }
    for (int i = 0; i < items.size(); i++) {
      if (draws.happens(SKIPPED_ITEMS)) {
        builder.missing(items.get(i).id(), Answer.Missing.SKIPPED);
      } else {
        // Keying is its own inverse, so it also leads from the keyed value to the answer.
        builder.value(items.get(i).id(), items.get(i).keyed(keyed[i]));
      }
    }
    return builder.build();
  }

  private GroupMemberships memberships(List<GroupType> types) {
    if (draws.happens(SKIPPED_LISTS)) {
      return GroupMemberships.notAnswered(QUESTION);
    }
    return types.isEmpty()
        ? GroupMemberships.none(QUESTION)
        : GroupMemberships.listed(QUESTION, types.stream().map(GroupMembership::of).toList());
  }

  private ServiceUse visits(int count) {
    OptionalInt answer = draws.happens(SKIPPED_ITEMS) ? OptionalInt.empty() : OptionalInt.of(count);
    return new ServiceUse(
        Service.GP_VISIT,
        CareSetting.ANY,
        answer,
        RecallWindow.months(WINDOW_MONTHS),
        UseSource.SELF_REPORT);
  }
}

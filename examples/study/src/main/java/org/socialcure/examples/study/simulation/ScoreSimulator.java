package org.socialcure.examples.study.simulation;

import static org.socialcure.examples.study.simulation.TrueEffects.BELONGING_ON_GROUPS;
import static org.socialcure.examples.study.simulation.TrueEffects.LONELINESS_ON_BELONGING;
import static org.socialcure.examples.study.simulation.TrueEffects.LONELINESS_ON_GROUPS;
import static org.socialcure.examples.study.simulation.TrueEffects.VISITS_ON_AGE;
import static org.socialcure.examples.study.simulation.TrueEffects.VISITS_ON_BELONGING;
import static org.socialcure.examples.study.simulation.TrueEffects.VISITS_ON_EARLIER_VISITS;
import static org.socialcure.examples.study.simulation.TrueEffects.VISITS_ON_GROUPS;
import static org.socialcure.examples.study.simulation.TrueEffects.VISITS_ON_LONELINESS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.socialcure.examples.study.simulation.Trajectory.Wave;

/** Draws the scores of a cohort: the part of the simulation that holds its true effects. */
final class ScoreSimulator {
  /** The changes of the number of groups that can happen, and how often they do. */
  private static final int[] GROUP_CHANGES = {-1, 0, 1, 2, 3, 4};

  private static final double[] GROUP_CHANGE_PROBABILITIES = {0.10, 0.30, 0.28, 0.18, 0.09, 0.05};

  /**
   * Belonging is a mean of four items and loneliness a sum: effects per point of a mean are four
   * times less a sum point.
   */
  private static final int BELONGING_ITEMS = 4;

  private final Draws draws;

  ScoreSimulator(Draws draws) {
    this.draws = draws;
  }

  /** The cohort, of which as many are followed up as asked for. */
  List<Trajectory> simulate(int people, int followedUp) {
    List<Trajectory> cohort = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      cohort.add(person());
    }
    Set<Integer> seenAgain = seenAgain(cohort, followedUp);
    List<Trajectory> result = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      result.add(cohort.get(i).followedUp(seenAgain.contains(i)));
    }
    return result;
  }

  private Trajectory person() {
    int age = within(18, 95, 62 + draws.noise(45));
    // One severity for all scores at referral, since lonely people belong less and see their doctor
    // more.
    double severity = draws.noise(1);
    int loneliness = within(17, 25, 21 + 4 * severity + draws.noise(3));
    int belonging = within(9, 20, 14 - 4 * severity + draws.noise(4));
    int groups = within(1, 4, 2.3 - severity + draws.noise(1.5));
    int visits = 2 + draws.poisson((4.5 + 2 * severity) * draws.gammaOfMeanOne(3));
    Wave referral = wave(groups, belonging, loneliness, visits);

    int moreGroups = GROUP_CHANGES[draws.index(GROUP_CHANGE_PROBABILITIES)];
    int moreBelonging =
        draws.roundAtRandom(BELONGING_ITEMS * BELONGING_ON_GROUPS * moreGroups + draws.noise(3.5));
    double belongingPoints = (double) moreBelonging / BELONGING_ITEMS;
    int moreLoneliness =
        draws.roundAtRandom(
            -0.6
                + LONELINESS_ON_GROUPS * moreGroups
                + LONELINESS_ON_BELONGING * belongingPoints
                + draws.noise(4.5));
    double expectedVisits =
        2.9
            + VISITS_ON_EARLIER_VISITS * visits
            + VISITS_ON_AGE * (age - 60)
            + VISITS_ON_GROUPS * moreGroups
            + VISITS_ON_BELONGING * belongingPoints
            + VISITS_ON_LONELINESS * moreLoneliness;
    if (expectedVisits < 0) {
      throw new IllegalStateException(
          "Simulated expectation of visits below zero: " + expectedVisits);
    }
    Wave followUp =
        wave(
            groups + moreGroups,
            belonging + moreBelonging,
            loneliness + moreLoneliness,
            draws.poisson(expectedVisits));
    return new Trajectory(age, false, referral, followUp);
  }

  /** A wave with the two scores that follow from the others and take no part in the model. */
  private Wave wave(int groups, int belonging, int loneliness, int visits) {
    int wellbeing = within(7, 35, 21 - 0.6 * (loneliness - 21) + draws.noise(5));
    int multipleGroups = within(4, 28, 6 + 2.5 * groups + draws.noise(5));
    return new Wave(groups, belonging, loneliness, wellbeing, multipleGroups, visits);
  }

  private int within(int lowest, int highest, double value) {
    return Math.max(lowest, Math.min(highest, draws.roundAtRandom(value)));
  }

  /**
   * Who is seen again: a draw without replacement in which older, less lonely and less frequent
   * attenders are likelier. It looks at nothing but the referral, so the answers are missing at
   * random given what was observed.
   */
  private Set<Integer> seenAgain(List<Trajectory> cohort, int count) {
    double[] arrival =
        cohort.stream()
            .mapToDouble(
                person ->
                    draws.exponential()
                        / StrictMath.exp(
                            0.02 * (person.age() - 60)
                                - 0.10 * (person.referral().loneliness() - 21)
                                - 0.06 * (person.referral().visits() - 6)))
            .toArray();
    return new HashSet<>(
        IntStream.range(0, cohort.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> arrival[i]))
            .limit(count)
            .toList());
  }
}

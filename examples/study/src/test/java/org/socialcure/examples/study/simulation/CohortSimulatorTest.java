package org.socialcure.examples.study.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.GroupCount;
import org.socialcure.core.person.Participant;
import org.socialcure.examples.study.simulation.Trajectory.Wave;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.scoring.Scorer;

@Tag("ci")
class CohortSimulatorTest {
  private static Draws draws(long seed) {
    return new Draws(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  @Test
  void hasThePeopleOfTheStudy() {
    SimulatedCohort cohort = CohortSimulator.simulate(2019);

    assertEquals(630, cohort.members().size());
    assertEquals(
        178,
        cohort.members().stream().filter(it -> it.participant().assessments().size() == 2).count());
    assertEquals(630 + 178, cohort.answers().rows());
    assertEquals(630 + 178, cohort.cohort().toDataset().rows());
  }

  @Test
  void sameSeedSameCohort() {
    assertEquals(CohortSimulator.simulate(7).answers(), CohortSimulator.simulate(7).answers());
    assertNotEquals(CohortSimulator.simulate(7).answers(), CohortSimulator.simulate(8).answers());
  }

  @Test
  void answersGiveTheScoresBackThatTheyWereDrawnFrom() {
    // The same generator draws the scores first, so they are known beside the answers.
    List<Trajectory> scores = new ScoreSimulator(draws(5)).simulate(200, 200);
    SimulatedCohort cohort = CohortSimulator.simulate(5, 200, 200);

    int complete = 0;
    for (int i = 0; i < scores.size(); i++) {
      Participant participant = cohort.members().get(i).participant();
      complete += compare(scores.get(i).referral(), participant.assessments().get(0));
      complete += compare(scores.get(i).followUp(), participant.assessments().get(1));
    }
    assertTrue(complete > 340, "complete assessments: " + complete);
  }

  private static int compare(Wave scores, Assessment assessment) {
    Responses loneliness = assessment.responses("uls-8").orElseThrow();
    Responses belonging =
        assessment.responses("group-identification", CohortSimulator.COMMUNITY).orElseThrow();
    Responses wellbeing = assessment.responses("swemwbs").orElseThrow();
    boolean complete =
        loneliness.answered() == 8 && belonging.answered() == 4 && wellbeing.answered() == 7;
    if (!complete) {
      return 0;
    }
    assertEquals(scores.loneliness(), Scorer.score(loneliness).total().value());
    assertEquals(scores.belonging() / 4.0, Scorer.score(belonging).total().value());
    assessment
        .groups()
        .orElseThrow()
        .count(GroupCount.all())
        .value()
        .ifPresent(count -> assertEquals(scores.groups(), count));
    assessment.serviceUse().get(0).count().ifPresent(count -> assertEquals(scores.visits(), count));
    return 1;
  }

  @Test
  void leastSquaresFindsTheTrueEffectsInALargeCohort() {
    List<Trajectory> people = new ScoreSimulator(draws(11)).simulate(60_000, 60_000);
    double[] groups = change(people, Wave::groups);
    double[] belonging = change(people, wave -> wave.belonging() / 4.0);
    double[] loneliness = change(people, Wave::loneliness);
    double[] visits = people.stream().mapToDouble(it -> it.followUp().visits()).toArray();
    double[] before = people.stream().mapToDouble(it -> it.referral().visits()).toArray();
    double[] age = people.stream().mapToDouble(Trajectory::age).toArray();

    RegressionFit first =
        Regression.of("belonging", belonging)
            .term("groups", groups)
            .term("before", before)
            .term("age", age)
            .fit();
    RegressionFit second =
        Regression.of("loneliness", loneliness)
            .term("groups", groups)
            .term("belonging", belonging)
            .term("before", before)
            .term("age", age)
            .fit();
    RegressionFit third =
        Regression.of("visits", visits)
            .term("groups", groups)
            .term("belonging", belonging)
            .term("loneliness", loneliness)
            .term("before", before)
            .term("age", age)
            .fit();

    assertNear(first, "groups", TrueEffects.BELONGING_ON_GROUPS);
    assertNear(first, "before", 0);
    assertNear(first, "age", 0);
    assertNear(second, "groups", TrueEffects.LONELINESS_ON_GROUPS);
    assertNear(second, "belonging", TrueEffects.LONELINESS_ON_BELONGING);
    assertNear(third, "groups", TrueEffects.VISITS_ON_GROUPS);
    assertNear(third, "belonging", TrueEffects.VISITS_ON_BELONGING);
    assertNear(third, "loneliness", TrueEffects.VISITS_ON_LONELINESS);
    assertNear(third, "before", TrueEffects.VISITS_ON_EARLIER_VISITS);
    assertNear(third, "age", TrueEffects.VISITS_ON_AGE);
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheyClaimDespiteTheAttrition() {
    int cohorts = 300;
    int held = 0;
    for (int seed = 0; seed < cohorts; seed++) {
      List<Trajectory> people =
          new ScoreSimulator(draws(seed))
              .simulate(630, 178).stream().filter(Trajectory::followedUp).toList();
      Coefficient total =
          Regression.of(
                  "visits", people.stream().mapToDouble(it -> it.followUp().visits()).toArray())
              .term("groups", change(people, Wave::groups))
              .term("before", people.stream().mapToDouble(it -> it.referral().visits()).toArray())
              .term("age", people.stream().mapToDouble(Trajectory::age).toArray())
              .fit()
              .coefficients()
              .get(1);
      double truth = TrueEffects.onVisits().get("total");
      held += total.interval().lower() <= truth && truth <= total.interval().upper() ? 1 : 0;
    }
    // 95 % of 300 is 285; four standard errors of a binomial count are 15.
    assertTrue(held >= 270 && held <= 299, "held: " + held);
  }

  private static double[] change(List<Trajectory> people, ToDoubleFunction<Wave> score) {
    return people.stream()
        .mapToDouble(it -> score.applyAsDouble(it.followUp()) - score.applyAsDouble(it.referral()))
        .toArray();
  }

  /** Within four standard errors: one seed in some thousands would fail by chance. */
  private static void assertNear(RegressionFit fit, String term, double truth) {
    Coefficient found =
        fit.coefficients().stream().filter(it -> it.name().equals(term)).findFirst().orElseThrow();
    assertEquals(truth, found.estimate(), 4 * found.standardError(), fit.outcome() + " on " + term);
  }

  @Test
  void totalIsDirectPlusIndirect() {
    Map<String, Double> effects = TrueEffects.onVisits();

    assertEquals(
        effects.get("total"), effects.get("direct") + effects.get("total indirect"), 1e-15);
    assertEquals(
        effects.get("total indirect"),
        effects.entrySet().stream()
            .filter(it -> it.getKey().contains("->"))
            .mapToDouble(Map.Entry::getValue)
            .sum(),
        1e-15);
  }

  @Test
  void attritionDependsOnTheReferral() {
    List<Trajectory> people = new ScoreSimulator(draws(3)).simulate(20_000, 5_650);

    double stayed = meanLoneliness(people, true);
    double left = meanLoneliness(people, false);
    assertTrue(stayed < left - 0.2, stayed + " against " + left);
  }

  private static double meanLoneliness(List<Trajectory> people, boolean followedUp) {
    return people.stream()
        .filter(it -> it.followedUp() == followedUp)
        .mapToDouble(it -> it.referral().loneliness())
        .average()
        .orElseThrow();
  }

  @Test
  void refusesMorePeopleSeenAgainThanReferred() {
    assertThrows(IllegalArgumentException.class, () -> CohortSimulator.simulate(1, 10, 11));
  }
}

package org.socialcure.examples.study.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.socialcure.core.Interval;
import org.socialcure.core.data.Dataset;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.change.PairedChange;
import org.socialcure.scoring.change.PairedTTest;
import org.socialcure.scoring.contact.ContactChange;
import org.socialcure.scoring.contact.ContactInterval;
import org.socialcure.scoring.contact.CountColumn;
import org.socialcure.scoring.contact.PercentDefinition;

/** Intervals of outcomes hold what is true of the simulated cohort about as often as they say. */
class TrueOutcomesTest {
  private static final int COHORTS = 500;

  private final Map<String, Integer> held = new LinkedHashMap<>();

  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    for (int seed = 0; seed < COHORTS; seed++) {
      Draws draws = new Draws(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
      List<Trajectory> seen =
          new ScoreSimulator(draws)
              .simulate(630, 178).stream().filter(Trajectory::followedUp).toList();
      assertEquals(178, seen.size());
      count("groups", mean(seen, Trajectory.Wave::groups), TrueOutcomes.GROUPS);
      count("belonging", mean(seen, wave -> wave.belonging() / 4.0), TrueOutcomes.BELONGING);
      count("loneliness", mean(seen, Trajectory.Wave::loneliness), TrueOutcomes.LONELINESS);
      ContactChange visits =
          ContactChange.of(
                  Dataset.of(
                      Map.of(
                          "before", values(seen, it -> it.referral().visits()),
                          "after", values(seen, it -> it.followUp().visits()))),
                  CountColumn.over("before", CohortSimulator.WINDOW_MONTHS),
                  CountColumn.over("after", CohortSimulator.WINDOW_MONTHS))
              .withBootstrap(new PersonBootstrap(999, seed));
      for (ContactInterval interval : List.of(ContactInterval.DELTA, ContactInterval.PERCENTILE)) {
        count(
            "visits " + interval,
            visits.change(PercentDefinition.TOTALS, interval).limits(),
            TrueOutcomes.RATIO_OF_VISITS);
      }
    }
    // Four standard errors of a share of 95 % in 500 cohorts.
    held.forEach(
        (name, count) ->
            assertTrue(
                Math.abs(count / (double) COHORTS - 0.95) < 0.039, () -> name + ": " + count));
    assertEquals(5, held.size());
  }

  private void count(String name, Optional<Interval> interval, double truth) {
    held.merge(name, interval.orElseThrow().contains(truth) ? 1 : 0, Integer::sum);
  }

  private static Optional<Interval> mean(
      List<Trajectory> seen, ToDoubleFunction<Trajectory.Wave> score) {
    return PairedChange.of(
            values(seen, it -> score.applyAsDouble(it.referral())),
            values(seen, it -> score.applyAsDouble(it.followUp())))
        .test()
        .map(PairedTTest::interval);
  }

  private static double[] values(List<Trajectory> seen, ToDoubleFunction<Trajectory> value) {
    return seen.stream().mapToDouble(value).toArray();
  }
}

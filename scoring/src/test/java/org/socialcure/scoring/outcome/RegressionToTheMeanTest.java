package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.json.Json;

class RegressionToTheMeanTest {
  private static RegressionToTheMean expected(CaseRule entry) {
    return new RegressionToTheMean(entry, 10, 4, "a survey", .6, "a retest study");
  }

  /** Python with scipy: 4 (1 - .6) φ(.5) / (1 - Φ(.5)). */
  @Test
  void agreesWithPython() {
    RegressionToTheMean above = expected(CaseRule.atLeast(12, "referral at 12"));
    assertEquals(-1.8257244326, above.expectedChange(), 5e-11);
    assertEquals(
        1.8257244326, expected(CaseRule.atMost(8, "referral at 8")).expectedChange(), 5e-11);
    assertEquals(above, Json.read(Json.write(above), RegressionToTheMean.class));
    assertEquals(
        "expected by regression to the mean: -1.83 (at least 12 (referral at 12))",
        above.toString());
  }

  /** Normal pairs with the correlation, chosen by the first, of which the cut is below the mean. */
  @Test
  void isWhatSimulatedPeopleDo() {
    SplittableRandom random = new SplittableRandom(7);
    double sum = 0;
    int n = 0;
    for (int i = 0; i < 400_000; i++) {
      double one = random.nextGaussian();
      double two = .6 * one + .8 * random.nextGaussian();
      if (10 + 4 * one >= 9) {
        sum += 4 * (two - one);
        n++;
      }
    }
    assertEquals(sum / n, expected(CaseRule.atLeast(9, "made up")).expectedChange(), .03);
  }

  @Test
  void theSentenceNamesTheSourcesOrSaysThatNothingCanBeTold() {
    ScaleOutcome outcome =
        ScaleOutcome.of(
            MadeUpCohort.data(), MadeUpCohort.LONELINESS, "t0", "t1", MadeUpCohort.FEW_RESAMPLES);
    String known =
        RegressionToTheMean.sentence(
            outcome, Optional.of(expected(CaseRule.atLeast(12, "referral at 12"))));
    assertTrue(known.contains("-1.83") && known.contains("it changed by -1.49"), known);
    assertTrue(
        known.contains("a survey") && known.contains("a retest study") && known.contains("normal"),
        known);
    String unknown = RegressionToTheMean.sentence(outcome, Optional.empty());
    assertTrue(unknown.contains("cannot be told apart"), unknown);
    assertTrue(unknown.chars().noneMatch(Character::isDigit), unknown);
  }

  @Test
  void badInputIsRefusedAllAtOnce() {
    CaseRule entry = CaseRule.atLeast(12, "referral");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> new RegressionToTheMean(entry, Double.NaN, 0, " ", 1, ""));
    assertEquals(5, refused.problems().size(), refused.getMessage());
    assertThrows(
        InvalidInputException.class,
        () -> expected(CaseRule.atLeast(1000, "referral")).expectedChange());
  }
}

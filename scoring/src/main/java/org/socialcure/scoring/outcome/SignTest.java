package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The sign test: whether as many people rose as fell, by the exact binomial distribution with
 * probability ½. People without a difference are left out.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rose how many rose
 * @param fell how many fell
 * @param p the two-sided p-value: twice the smaller tail, at most 1
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record SignTest(int rose, int fell, double p) {
  /**
   * Checks the counts.
   *
   * @throws InvalidInputException if nobody changed, a count is negative or the p-value is none
   */
  public SignTest {
    if (rose < 0 || fell < 0 || rose + fell == 0 || !(p >= 0 && p <= 1)) {
      throw new InvalidInputException("sign test", "needs people who changed and a probability");
    }
  }

  static SignTest of(int rose, int fell) {
    return new SignTest(rose, fell, Coins.twoSided(rose, fell));
  }

  /**
   * The test in a line.
   *
   * @return {@code "sign test: 25 rose, 87 fell, p < .001"}
   */
  @Override
  public String toString() {
    return "sign test: " + rose + " rose, " + fell + " fell, " + Numbers.pPhrase(p);
  }
}

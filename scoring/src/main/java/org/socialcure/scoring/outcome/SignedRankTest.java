package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.Distributions;

/**
 * Wilcoxon's signed rank test of differences that are as likely to be positive as negative, with
 * the zeros treated as Pratt (1959) did, and the matched-pairs rank-biserial correlation.
 *
 * <p>The sizes of all differences are ranked, zeros among them, equal ones with their mean rank;
 * then the ranks of the zeros are left out. With r the ranks that remain, the statistic is the sum
 * of those of positive differences, T. If signs are tossed, T has the mean Σr/2 and the variance
 * Σr²/4; z is its distance from the mean in standard deviations. Up to {@value #MOST_EXACT} pairs
 * the p-value is exact, given the ranks as they are with their ties: the share of the tosses whose
 * T is as far from the mean or farther. Beyond, it is that of z in the normal distribution, without
 * correction for continuity.
 *
 * <p>The rank-biserial correlation is (R⁺ − R⁻)/(R⁺ + R⁻), with R the sums of ranks of the
 * differences that are not zero, ranked among themselves (Kerby 2014, doi 10.2466/11.IT.3.1): 1 if
 * all rose, −1 if all fell.
 *
 * <p>Immutable and thread-safe.
 *
 * @param pairs how many differences there are
 * @param zeros how many of them are zero
 * @param positiveRanks T, the sum of the ranks of positive differences
 * @param z the distance of T from its mean in standard deviations; negative if values fell
 * @param p the two-sided p-value
 * @param method how it was had
 * @param rankBiserial the matched-pairs rank-biserial correlation, from −1 to 1
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record SignedRankTest(
    int pairs,
    int zeros,
    double positiveRanks,
    double z,
    double p,
    Method method,
    double rankBiserial) {
  /** Up to so many pairs the p-value is exact. */
  public static final int MOST_EXACT = 50;

  /**
   * How a p-value was had.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Method {
    /** From all ways to toss the signs, given the ranks. */
    EXACT,
    /** From the normal distribution, without correction for continuity. */
    ASYMPTOTIC
  }

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if there are no differences but zeros, or the p-value is none
   */
  public SignedRankTest {
    Objects.requireNonNull(method, "method");
    if (zeros < 0 || pairs <= zeros || !(p >= 0 && p <= 1) || !Double.isFinite(z)) {
      throw new InvalidInputException(
          "signed rank test", "needs a difference that is not zero and a probability");
    }
  }

  /** The test; empty if all differences are zero. */
  static Optional<SignedRankTest> of(double[] differences) {
    double[] others = Arrays.stream(differences).filter(d -> d != 0).toArray();
    if (others.length == 0) {
      return Optional.empty();
    }
    double[] ranks = Ranking.of(Arrays.stream(differences).map(Math::abs).toArray());
    double positive = 0;
    double sum = 0;
    double squares = 0;
    double[] kept = new double[others.length];
    int next = 0;
    for (int i = 0; i < ranks.length; i++) {
      if (differences[i] != 0) {
        positive += differences[i] > 0 ? ranks[i] : 0;
        sum += ranks[i];
        squares += ranks[i] * ranks[i];
        kept[next++] = ranks[i];
      }
    }
    double z = (positive - sum / 2) / Math.sqrt(squares / 4);
    boolean exact = differences.length <= MOST_EXACT;
    return Optional.of(
        new SignedRankTest(
            differences.length,
            differences.length - others.length,
            positive,
            z,
            exact ? exact(kept, positive) : Distributions.normalTwoSided(z),
            exact ? Method.EXACT : Method.ASYMPTOTIC,
            rankBiserial(others)));
  }

  /** The share of tosses as far from the mean or farther; mean ranks are halves at most. */
  private static double exact(double[] ranks, double positive) {
    int total = (int) Math.rint(2 * Arrays.stream(ranks).sum());
    double[] shares = new double[total + 1];
    shares[0] = 1;
    for (double rank : ranks) {
      int step = (int) Math.rint(2 * rank);
      for (int sum = total; sum >= 0; sum--) {
        shares[sum] = (shares[sum] + (sum >= step ? shares[sum - step] : 0)) / 2;
      }
    }
    int observed = (int) Math.rint(2 * positive);
    int tail = Math.min(observed, total - observed);
    double below = 0;
    for (int sum = 0; sum <= tail; sum++) {
      below += shares[sum];
    }
    return Math.min(1, 2 * below);
  }

  private static double rankBiserial(double[] differences) {
    double[] ranks = Ranking.of(Arrays.stream(differences).map(Math::abs).toArray());
    double signed = 0;
    double sum = 0;
    for (int i = 0; i < ranks.length; i++) {
      signed += Math.signum(differences[i]) * ranks[i];
      sum += ranks[i];
    }
    return signed / sum;
  }

  /**
   * The test in a line.
   *
   * @return {@code "signed rank test (Pratt): z = -5.99, p < .001, rank-biserial -0.64, 14 zeros"}
   */
  @Override
  public String toString() {
    return "signed rank test (Pratt, "
        + (method == Method.EXACT ? "exact" : "asymptotic")
        + "): z = "
        + Numbers.fixed(z, 2)
        + ", "
        + Numbers.pPhrase(p)
        + ", rank-biserial "
        + Numbers.fixed(rankBiserial, 2)
        + ", "
        + zeros
        + " without change";
  }
}

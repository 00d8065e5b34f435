package org.socialcure.scoring.outcome;

import org.apache.commons.math3.special.Gamma;
import org.socialcure.core.internal.numeric.Distributions;

/** Tails of the number of heads of fair coins. */
final class Coins {
  private Coins() {}

  /** P(X ≤ k) for n fair coins, by the F distribution (Clopper and Pearson's relation). */
  static double cumulative(int k, int n) {
    if (k < 0) {
      return 0;
    }
    return k >= n
        ? 1
        : Distributions.fUpper((n - k) / (k + 1.0), 2 * (k + 1.0), 2 * (double) (n - k));
  }

  /** P(X = k) for n fair coins. */
  static double share(int k, int n) {
    return StrictMath.exp(
        Gamma.logGamma(n + 1.0)
            - Gamma.logGamma(k + 1.0)
            - Gamma.logGamma(n - k + 1.0)
            - n * StrictMath.log(2));
  }

  /** The two-sided p-value of a split of coins. */
  static double twoSided(int one, int other) {
    return Math.min(1, 2 * cumulative(Math.min(one, other), one + other));
  }

  /** The two-sided mid-p value: half of what is as likely as the split itself counts. */
  static double midTwoSided(int one, int other) {
    int few = Math.min(one, other);
    int all = one + other;
    return Math.min(1, 2 * cumulative(few - 1, all) + share(few, all));
  }
}

package org.socialcure.scoring.contact;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.resample.Tails;

/** Limits of a ratio of rates by formula. */
final class RatioLimits {
  private RatioLimits() {}

  /** {@code ratio · exp(± z · se)}. */
  static Interval logNormal(double ratio, double logStandardError, double level) {
    double reach = -Distributions.normalQuantile(Tails.lower(level)) * logStandardError;
    return new Interval(ratio * StrictMath.exp(-reach), ratio * StrictMath.exp(reach), level);
  }

  /** The standard error of the logarithm, √(n/(n − 1) · Σe²). */
  static double logStandardError(double[] residuals) {
    double squares = 0;
    for (double residual : residuals) {
      squares += residual * residual;
    }
    double n = residuals.length;
    return Math.sqrt(n / (n - 1) * squares);
  }

  /** √φ times the standard error of the logarithm of a ratio of two Poisson totals. */
  static double quasiPoisson(PersonCounts counts, ContactRate before, ContactRate after) {
    double pearson =
        pearson(counts.before, counts.monthsBefore, before)
            + pearson(counts.after, counts.monthsAfter, after);
    double dispersion = pearson / (2.0 * counts.persons() - 2);
    return Math.sqrt(dispersion * (1.0 / before.contacts() + 1.0 / after.contacts()));
  }

  private static double pearson(double[] counts, double[] months, ContactRate rate) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = rate.contacts() / rate.months() * months[i];
      sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return sum;
  }

  /** Clopper and Pearson's limits of the share of contacts that fall after, as a ratio of rates. */
  static Interval exactConditional(ContactRate before, ContactRate after, double level) {
    long total = before.contacts() + after.contacts();
    double tail = Tails.lower(level);
    double lower = after.contacts() == 0 ? 0 : shareAtLeast(after.contacts(), total, tail);
    double upper = 1 - shareAtLeast(before.contacts(), total, tail);
    double perShare = before.months() / after.months();
    return new Interval(lower / (1 - lower) * perShare, upper / (1 - upper) * perShare, level);
  }

  /**
   * The share p for which {@code P(X >= k) = tail}, X being binomial: {@code I_p(k, n - k + 1)}.
   */
  private static double shareAtLeast(long k, long n, double tail) {
    double a = k;
    double b = n - k + 1.0;
    // I_p(a, b) as the upper tail of an F variable, which is at hand to full accuracy.
    DoubleUnaryOperator excess =
        p -> Distributions.fUpper(a * (1 - p) / (b * p), 2 * b, 2 * a) - tail;
    return new BrentSolver(1e-15, 1e-300, 1e-15)
        .solve(1000, excess::applyAsDouble, 1e-300, 1 - 1e-16);
  }
}

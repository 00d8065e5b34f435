package org.socialcure.scoring.outcome;

import org.socialcure.core.Interval;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.resample.Tails;
import org.socialcure.scoring.internal.share.Shares;

/**
 * Intervals of the difference of two proportions in the same people, after minus before.
 *
 * @param both how many have it before and after
 * @param onlyBefore how many before alone
 * @param onlyAfter how many after alone
 * @param neither how many at neither
 */
record PairedProportions(int both, int onlyBefore, int onlyAfter, int neither) {
  private static final int STEPS = 200;

  private int n() {
    return both + onlyBefore + onlyAfter + neither;
  }

  double difference() {
    return (onlyAfter - onlyBefore) / (double) n();
  }

  /** Newcombe's method 10 (1998), with the correlation that is corrected for continuity. */
  Interval newcombe(double level) {
    double n = n();
    double first = (both + onlyBefore) / n;
    double second = (both + onlyAfter) / n;
    Interval before = Shares.wilson(both + onlyBefore, n(), level);
    Interval after = Shares.wilson(both + onlyAfter, n(), level);
    double phi = phi();
    double down = reach(second - after.lower(), before.upper() - first, phi);
    double up = reach(after.upper() - second, first - before.lower(), phi);
    double difference = difference();
    return new Interval(difference - down, difference + up, level);
  }

  private static double reach(double one, double other, double phi) {
    return Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
  }

  private double phi() {
    double margins =
        (double) (both + onlyBefore)
            * (onlyAfter + neither)
            * (both + onlyAfter)
            * (onlyBefore + neither);
    double excess = (double) both * neither - (double) onlyBefore * onlyAfter;
    if (margins == 0) {
      return 0;
    }
    double half = n() / 2.0;
    double corrected = excess > half ? excess - half : Math.min(excess, 0);
    return corrected / Math.sqrt(margins);
  }

  /** Tango's score interval (1998). */
  Interval tango(double level) {
    double z = -Distributions.normalQuantile(Tails.lower(level));
    return new Interval(limit(-1, z), limit(1, -z), level);
  }

  /** Where the score reaches the critical value between the difference and an end, by bisection. */
  private double limit(double end, double critical) {
    double inner = difference();
    double outer = end;
    for (int step = 0; step < STEPS; step++) {
      double middle = inner + (outer - inner) / 2;
      if (middle == inner || middle == outer) {
        break;
      }
      if (Math.abs(score(middle)) < Math.abs(critical)) {
        inner = middle;
      } else {
        outer = middle;
      }
    }
    return inner + (outer - inner) / 2;
  }

  /** The score of a difference, with the proportion of those before alone as likely as can be. */
  private double score(double difference) {
    double n = n();
    double b = -onlyBefore - onlyAfter + (2 * n - onlyAfter + onlyBefore) * difference;
    double c = -onlyBefore * difference * (1 - difference);
    double root = Math.sqrt(Math.max(0, b * b - 8 * n * c));
    double share = b > 0 ? -2 * c / (b + root) : (root - b) / (4 * n);
    double variance = n * (2 * share + difference * (1 - difference));
    double excess = onlyAfter - onlyBefore - n * difference;
    if (variance > 0) {
      return excess / Math.sqrt(variance);
    }
    return excess == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, excess);
  }
}

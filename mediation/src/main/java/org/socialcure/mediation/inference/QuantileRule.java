package org.socialcure.mediation.inference;

import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.resample.Ranks;
import org.socialcure.core.internal.resample.Tails;
import org.socialcure.mediation.regression.CriticalValues;

/**
 * How a quantile is read off R sorted replicates {@code t(1) <= ... <= t(R)}.
 *
 * <p>With thousands of replicates the rules differ in the third significant digit of a limit; they
 * are named so that another program's limits can be reproduced exactly. The two-sided form {@link
 * #limits} works with the level as the decimal number that was written: at 90 % of 5000 replicates
 * the lower rank is 250, where binary arithmetic has {@code 5000 * (1 - 0.9) / 2 =
 * 249.99999999999994}.
 *
 * @since 0.1
 */
@MapperForm
public enum QuantileRule {
  /**
   * Order statistics without interpolation, as the PROCESS macro takes them: the lower limit has
   * the rank {@code floor(R alpha/2)}, the upper one {@code floor(R (1 - alpha/2)) + 1}; of 5000
   * replicates the 125th and the 4876th. A rank outside 1 to R becomes the nearest end.
   */
  PROCESS {
    @Override
    public CriticalValues criticalValues() {
      return CriticalValues.ODEH_EVANS;
    }

    @Override
    double at(double[] sorted, double p) {
      return Ranks.ofProcess(sorted, p);
    }

    @Override
    public boolean extreme(int size, double p) {
      return Ranks.isBeyondProcess(size, p);
    }
  },

  /** Linear interpolation at the rank {@code (R + 1) p} (type 6 of Hyndman and Fan 1996). */
  TYPE_6 {
    @Override
    double at(double[] sorted, double p) {
      return Ranks.type6(sorted, p);
    }

    @Override
    public boolean extreme(int size, double p) {
      return Ranks.isBeyond(size, (size + 1) * p);
    }
  },

  /**
   * Linear interpolation at the rank {@code (R - 1) p + 1} (type 7; the default of R, NumPy and the
   * R package mediation).
   */
  TYPE_7 {
    @Override
    double at(double[] sorted, double p) {
      return Ranks.type7(sorted, p);
    }

    @Override
    public boolean extreme(int size, double p) {
      return false;
    }
  },

  /**
   * Interpolation at the rank {@code (R + 1) p} on the scale of normal quantiles (Davison and
   * Hinkley 1997, equation 5.8), as in the R packages boot and lavaan: with {@code k} the integer
   * part of the rank, {@code t(k) + (t(k+1) - t(k)) (z(p) - z(k/(R+1))) / (z((k+1)/(R+1)) -
   * z(k/(R+1)))}.
   */
  NORMAL_SCALE {
    @Override
    double at(double[] sorted, double p) {
      return Ranks.normalScale(sorted, p);
    }

    @Override
    public boolean extreme(int size, double p) {
      return Ranks.isBeyond(size, (size + 1) * p);
    }
  };

  /**
   * The normal quantiles that go with the rule where an interval moves its probabilities.
   *
   * @return exact ones but for {@link #PROCESS}
   */
  public CriticalValues criticalValues() {
    return CriticalValues.EXACT;
  }

  /**
   * The quantile of sorted values under this rule.
   *
   * <p>Under {@link #PROCESS} a probability up to one half is taken as that of a lower limit, a
   * larger one as that of an upper limit, and the probability as the shortest decimal number that
   * stands for the double.
   *
   * @param sorted at least one finite value, ascending; not changed
   * @param p a probability, 0 to 1
   * @return the quantile, between the smallest and the largest value
   * @throws InvalidInputException if there is no value or {@code p} is not a probability
   */
  public double quantile(double[] sorted, double p) {
    requireValues(sorted);
    if (!(p >= 0 && p <= 1)) {
      throw new InvalidInputException("probability", "lies between 0 and 1");
    }
    return at(sorted, p);
  }

  /**
   * The equal-tailed limits: the quantiles at {@code alpha/2} and {@code 1 - alpha/2}.
   *
   * @param sorted at least one finite value, ascending; not changed
   * @param level the nominal coverage, strictly between 0 and 1
   * @return the limits
   * @throws InvalidInputException if there is no value or the level is not a proportion
   */
  public Interval limits(double[] sorted, double level) {
    requireValues(sorted);
    double tail = Tails.lower(level);
    return new Interval(at(sorted, tail), at(sorted, Tails.upper(level)), level);
  }

  /**
   * The quantile without checks.
   *
   * @param sorted ascending values
   * @param p a probability
   * @return the quantile
   */
  abstract double at(double[] sorted, double p);

  /**
   * Whether the rule wants a value beyond the smallest or largest one, so that the end stands in.
   *
   * @param size the number of values
   * @param p a probability
   * @return whether the end of the sample stands in for the quantile
   */
  public abstract boolean extreme(int size, double p);

  private static void requireValues(double[] sorted) {
    if (sorted.length == 0) {
      throw new InvalidInputException("quantile", "needs at least one value");
    }
  }
}

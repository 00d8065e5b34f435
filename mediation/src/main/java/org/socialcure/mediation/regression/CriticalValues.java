package org.socialcure.mediation.regression;

import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.mediation.internal.OdehEvans;

/**
 * How quantiles of the normal distribution and of Student's t distribution are found for intervals.
 *
 * <p>Implementations are immutable and thread-safe.
 *
 * @since 0.1
 */
public interface CriticalValues {
  /** The quantiles to full accuracy. */
  CriticalValues EXACT =
      new CriticalValues() {
        @Override
        public double normalQuantile(double p) {
          return Distributions.normalQuantile(p);
        }

        @Override
        public double student(double tail, double df) {
          return -Distributions.studentQuantile(tail, df);
        }

        @Override
        public String toString() {
          return "exact";
        }
      };

  /**
   * The approximation printed by the PROCESS macro, which differs from the exact values in the
   * fifth significant digit: the normal quantile {@code z} of Odeh and Evans (1974, Applied
   * Statistics 23:96–97, algorithm AS 70), and for t with {@code v} degrees of freedom, above 2/3,
   * {@code sqrt(v (exp((v - 5/6) (z / (v - 2/3 + 0.11/v))²) - 1))}.
   */
  CriticalValues ODEH_EVANS =
      new CriticalValues() {
        @Override
        public double normalQuantile(double p) {
          return OdehEvans.quantile(p);
        }

        @Override
        public double student(double tail, double df) {
          return OdehEvans.studentUpperQuantile(tail, df);
        }

        @Override
        public String toString() {
          return "Odeh and Evans";
        }
      };

  /**
   * The quantile of the standard normal distribution.
   *
   * @param p a probability strictly between 0 and 1
   * @return the z with {@code P(Z <= z) = p}
   */
  double normalQuantile(double p);

  /**
   * The critical value of the normal distribution.
   *
   * @param tail the upper tail probability {@code alpha/2}, in (0, 0.5]
   * @return the z with {@code P(Z > z) = tail}, not negative
   */
  default double normal(double tail) {
    return -normalQuantile(tail);
  }

  /**
   * The critical value of Student's t distribution.
   *
   * @param tail the upper tail probability {@code alpha/2}, in (0, 0.5]
   * @param df the degrees of freedom, positive
   * @return the t with {@code P(T > t) = tail}, not negative
   */
  double student(double tail, double df);
}

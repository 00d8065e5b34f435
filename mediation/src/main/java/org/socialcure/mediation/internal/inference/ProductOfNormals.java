package org.socialcure.mediation.internal.inference;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.numeric.Distributions;
import org.socialcure.core.internal.numeric.Quadrature;
import org.socialcure.core.internal.resample.Tails;

/**
 * The distribution of the product of two normal variables, which may be correlated.
 *
 * <p>The sampling distribution of an indirect effect {@code a b} in large samples. Given {@code A =
 * x}, {@code B} is normal, so that {@code P(AB <= q)} is the integral over x of the density of A
 * times {@code P(B <= q/x | x)} (the other tail where x is negative). The integral is taken by
 * adaptive quadrature to 1e-13; limits are accurate to about 1e-10 of a standard deviation.
 * References: Craig (1936); Meeker, Cornwell and Aroian (1981); MacKinnon, Fritz, Williams and
 * Lockwood (2007).
 *
 * <p>A standard deviation of zero makes a variable a constant. Immutable and thread-safe.
 *
 * @param meanA the mean of the first variable, finite
 * @param sdA its standard deviation, finite and not negative
 * @param meanB the mean of the second variable, finite
 * @param sdB its standard deviation, finite and not negative
 * @param correlation their correlation, -1 to 1
 * @since 0.1
 */
public record ProductOfNormals(
    double meanA, double sdA, double meanB, double sdB, double correlation) {
  // Beyond this many standard deviations a normal variable has no mass that a double could see.
  private static final double REACH = 38;
  private static final double ACCURACY = 1e-13;
  private static final int MOST_EVALUATIONS = 500;

  /**
   * Refuses parameters that are no normal distribution.
   *
   * @throws IllegalArgumentException if a parameter is not finite, a standard deviation negative or
   *     the correlation outside [-1, 1]
   */
  public ProductOfNormals {
    if (!DoubleStream.of(meanA, sdA, meanB, sdB).allMatch(Double::isFinite)
        || sdA < 0
        || sdB < 0
        || !(Math.abs(correlation) <= 1)) {
      throw new IllegalArgumentException(
          "Means and standard deviations must be finite, standard deviations not negative, and the"
              + " correlation between -1 and 1.");
    }
  }

  /**
   * The product of two independent normal variables.
   *
   * @param meanA the mean of the first variable
   * @param sdA its standard deviation
   * @param meanB the mean of the second variable
   * @param sdB its standard deviation
   * @return the distribution
   * @throws IllegalArgumentException if a parameter is not finite or a standard deviation negative
   */
  public static ProductOfNormals independent(double meanA, double sdA, double meanB, double sdB) {
    return new ProductOfNormals(meanA, sdA, meanB, sdB, 0);
  }

  /**
   * The mean, {@code ab + rho sa sb}.
   *
   * @return the mean
   */
  public double mean() {
    return meanA * meanB + covariance();
  }

  /**
   * The variance, {@code a^2 sb^2 + b^2 sa^2 + 2 a b rho sa sb + sa^2 sb^2 (1 + rho^2)}.
   *
   * @return the variance, not negative
   */
  public double variance() {
    double linear = meanA * withB() + meanB * withA();
    return Math.max(0, linear + sdA * sdA * sdB * sdB + covariance() * covariance());
  }

  private double covariance() {
    return correlation * sdA * sdB;
  }

  /** Cov(aB + bA, A). */
  private double withA() {
    return meanA * covariance() + meanB * sdA * sdA;
  }

  /** Cov(aB + bA, B). */
  private double withB() {
    return meanA * sdB * sdB + meanB * covariance();
  }

  /**
   * The distribution function.
   *
   * @param q any number but NaN
   * @return {@code P(AB <= q)}
   * @throws IllegalArgumentException if {@code q} is NaN
   */
  public double cdf(double q) {
    if (Double.isNaN(q)) {
      throw new IllegalArgumentException("A quantile must be a number.");
    }
    if (Double.isInfinite(q)) {
      return q > 0 ? 1 : 0;
    }
    if (sdA == 0) {
      return timesConstant(meanA, meanB, sdB, q);
    }
    if (sdB == 0) {
      return timesConstant(meanB, meanA, sdA, q);
    }
    double conditional = sdB * Math.sqrt((1 - correlation) * (1 + correlation));
    return conditional == 0 ? cdfOfParabola(q) : cdfByIntegral(q, conditional);
  }

  /**
   * The upper tail, accurate where it is small.
   *
   * @param q any number but NaN
   * @return {@code P(AB > q)}
   * @throws IllegalArgumentException if {@code q} is NaN
   */
  public double upper(double q) {
    if (sdA == 0 || sdB == 0) {
      return 1 - cdf(q);
    }
    return new ProductOfNormals(-meanA, sdA, meanB, sdB, -correlation).cdf(-q);
  }

  private static double timesConstant(double constant, double mean, double sd, double q) {
    if (constant == 0 || sd == 0) {
      return constant * mean <= q ? 1 : 0;
    }
    return Distributions.normalCdf((q - constant * mean) / (Math.abs(constant) * sd));
  }

  /** Perfect correlation: the product is a parabola in one standard normal variable. */
  private double cdfOfParabola(double q) {
    double[] roots = roots(correlation * sdB, meanB, q);
    if (roots.length == 0) {
      return correlation > 0 ? 0 : 1;
    }
    double between =
        roots[0] > 0
            ? Distributions.normalUpper(roots[0]) - Distributions.normalUpper(roots[1])
            : Distributions.normalCdf(roots[1]) - Distributions.normalCdf(roots[0]);
    return correlation > 0
        ? between
        : Distributions.normalCdf(roots[0]) + Distributions.normalUpper(roots[1]);
  }

  /** The u, in order, with (a + sa u)(intercept + slope u) = q; none or one or two. */
  private double[] roots(double slope, double intercept, double q) {
    double square = sdA * slope;
    double half = (meanA * slope + sdA * intercept) / 2;
    double constant = meanA * intercept - q;
    if (square == 0) {
      return half == 0 ? new double[0] : new double[] {-constant / (2 * half)};
    }
    double discriminant = half * half - square * constant;
    if (discriminant < 0) {
      return new double[0];
    }
    double sum = -(half + Math.copySign(Math.sqrt(discriminant), half));
    double one = sum / square;
    double other = sum == 0 ? one : constant / sum;
    return new double[] {Math.min(one, other), Math.max(one, other)};
  }

  private double cdfByIntegral(double q, double conditional) {
    double slope = correlation * sdB;
    double zero = -meanA / sdA;
    // The integrand turns at the density's bulk, at x = 0 and where q/x passes the bulk of B.
    DoubleStream.Builder turns = DoubleStream.builder();
    for (double u : new double[] {-REACH, -9, -4, -1.5, 0, 1.5, 4, 9, REACH, zero}) {
      turns.add(u);
    }
    for (double k : new double[] {-8, -2, 0, 2, 8}) {
      Arrays.stream(roots(slope, meanB + k * conditional, q)).forEach(turns::add);
    }
    double[] breaks = turns.build().filter(u -> Math.abs(u) <= REACH).sorted().distinct().toArray();
    return Math.min(
        1, Quadrature.integrate(u -> integrand(u, q, slope, conditional), breaks, ACCURACY));
  }

  private double integrand(double u, double q, double slope, double conditional) {
    double x = meanA + sdA * u;
    double centre = meanB + slope * u;
    double share;
    if (x == 0) {
      share = q >= 0 ? 1 : 0;
    } else {
      double z = (q / x - centre) / conditional;
      share = x > 0 ? Distributions.normalCdf(z) : Distributions.normalUpper(z);
    }
    return Distributions.normalDensity(u) * share;
  }

  /**
   * The quantile.
   *
   * @param p a probability strictly between 0 and 1
   * @return the q with {@code P(AB <= q) = p}
   * @throws IllegalArgumentException if {@code p} is not strictly between 0 and 1
   */
  public double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("The probability of a quantile lies in (0, 1): " + p);
    }
    double sd = Math.sqrt(variance());
    if (sd == 0) {
      return mean();
    }
    if (sdA == 0 || sdB == 0) {
      return mean() + sd * Distributions.normalQuantile(p);
    }
    // Logarithms, because the tails are exponential and straight lines are found faster.
    double goal = StrictMath.log(Math.min(p, 1 - p));
    DoubleUnaryOperator excess =
        p <= 0.5 ? q -> StrictMath.log(cdf(q)) - goal : q -> goal - StrictMath.log(upper(q));
    double guess = mean() + sd * Distributions.normalQuantile(p);
    double step = excess.applyAsDouble(guess) < 0 ? sd : -sd;
    double near = guess;
    double far = guess + step;
    while (excess.applyAsDouble(far) < 0 == step > 0) {
      near = far;
      step *= 2;
      far += step;
    }
    return new BrentSolver(Math.ulp(1.0), 1e-15 * sd, 0)
        .solve(MOST_EVALUATIONS, excess::applyAsDouble, Math.min(near, far), Math.max(near, far));
  }

  /**
   * The equal-tailed interval that holds a given share of the distribution.
   *
   * @param level the confidence level, strictly between 0 and 1
   * @return the quantiles at {@code alpha/2} and {@code 1 - alpha/2}
   * @throws IllegalArgumentException if the level is not a proportion
   */
  public Interval interval(double level) {
    return new Interval(quantile(Tails.lower(level)), quantile(Tails.upper(level)), level);
  }

  @Override
  public String toString() {
    return "product of N("
        + Numbers.plain(meanA)
        + ", "
        + Numbers.plain(sdA)
        + "²) and N("
        + Numbers.plain(meanB)
        + ", "
        + Numbers.plain(sdB)
        + "²), correlation "
        + Numbers.plain(correlation);
  }
}

package org.socialcure.core.internal.numeric;

/**
 * The distributions behind tests and intervals: normal, Student t and F.
 *
 * <p>Tails are computed as tails and never as one minus the other side, so that a p-value of 1e-123
 * is as accurate as one of 0.05. All functions are made of {@code StrictMath}, so that they give
 * the same bits on every Java and processor. A statistic that is NaN is refused: a result that does
 * not exist has no p-value. What is gained over commons-math3 is written at the package.
 */
public final class Distributions {
  /** The largest argument of which tanh² and 1 - tanh² are told apart from 1 and 0. */
  private static final double MOST_ARGUMENT = 350;

  private static final int MOST_STEPS = 100;

  private Distributions() {}

  /**
   * The density of the standard normal distribution.
   *
   * @param x any number but NaN
   * @return {@code exp(-x^2/2)/sqrt(2 pi)}
   */
  public static double normalDensity(double x) {
    return NormalDistribution.density(number(x));
  }

  /**
   * The distribution function of the standard normal distribution.
   *
   * @param x any number but NaN
   * @return {@code P(Z <= x)}
   */
  public static double normalCdf(double x) {
    return NormalDistribution.upper(-number(x));
  }

  /**
   * The upper tail of the standard normal distribution.
   *
   * @param x any number but NaN
   * @return {@code P(Z > x)}
   */
  public static double normalUpper(double x) {
    return NormalDistribution.upper(number(x));
  }

  /**
   * The two-sided p-value of a normal statistic.
   *
   * @param z any number but NaN
   * @return {@code P(|Z| > |z|)}
   */
  public static double normalTwoSided(double z) {
    return 2 * NormalDistribution.upper(Math.abs(number(z)));
  }

  /**
   * Mills' ratio: the upper tail of the standard normal distribution over its density.
   *
   * @param x not negative
   * @return {@code P(Z > x)} divided by the density at x, which stays far from 0 where both vanish
   */
  public static double millsRatio(double x) {
    return NormalDistribution.millsRatio(x);
  }

  /**
   * The quantile of the standard normal distribution.
   *
   * @param p a probability, 0 to 1
   * @return the x with {@code P(Z <= x) = p}; infinite at 0 and 1
   */
  public static double normalQuantile(double p) {
    probability(p);
    if (p == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return p == 1 ? Double.POSITIVE_INFINITY : NormalDistribution.quantile(p);
  }

  /**
   * The two-sided p-value of a t statistic.
   *
   * @param t any number but NaN
   * @param df the degrees of freedom, positive; infinite for the normal distribution
   * @return {@code P(|T| > |t|)}
   */
  public static double studentTwoSided(double t, double df) {
    double size = Math.abs(number(t));
    positive(df);
    if (df == Double.POSITIVE_INFINITY) {
      return normalTwoSided(size);
    }
    double square = size * size / df;
    double share = 1 / (1 + square);
    double rest = square == Double.POSITIVE_INFINITY ? 1 : square * share;
    return IncompleteBeta.of(df / 2, 0.5, share, rest);
  }

  /**
   * The quantile of Student's t distribution.
   *
   * <p>By Newton's method in the variable s with {@code t = sqrt(df) sinh(s)}. The density of s is
   * {@code cosh(s)^-df} over a constant, so that the logarithms of the tails and of the central
   * area are concave in s and the method finds its way from any start. It starts from Wallace's
   * (1959) transformation of the normal quantile.
   *
   * @param p a probability, 0 to 1
   * @param df the degrees of freedom, positive; infinite for the normal distribution
   * @return the t with {@code P(T <= t) = p}; infinite at 0 and 1, and where it exceeds about 1e150
   */
  public static double studentQuantile(double p, double df) {
    double z = normalQuantile(p);
    positive(df);
    if (z == 0 || Double.isInfinite(z) || df == Double.POSITIVE_INFINITY) {
      return z;
    }
    double tail = Math.min(p, 1 - p);
    boolean far = tail < 0.25;
    double goal = StrictMath.log(far ? 2 * tail : 1 - 2 * tail);
    double exponent = z * z / (2 * df);
    double s = exponent + StrictMath.log1p(Math.sqrt(-StrictMath.expm1(-2 * exponent)));
    for (int i = 0; i < MOST_STEPS; i++) {
      if (s > MOST_ARGUMENT) {
        s = Double.POSITIVE_INFINITY;
        break;
      }
      double tanh = StrictMath.tanh(s);
      double cosh = StrictMath.cosh(s);
      double rest = tanh * tanh;
      double share = 1 / (cosh * cosh);
      double both =
          far
              ? IncompleteBeta.of(df / 2, 0.5, share, rest)
              : IncompleteBeta.of(0.5, df / 2, rest, share);
      double slope = 2 * IncompleteBeta.front(df / 2, 0.5, share, rest) / (tanh * both);
      double step = (StrictMath.log(both) - goal) / (far ? slope : -slope);
      s += step;
      // The error that is left is of the order of the square of the step.
      if (Math.abs(step) <= 1e-9 * s) {
        break;
      }
    }
    return Math.copySign(Math.sqrt(df) * StrictMath.sinh(s), z);
  }

  /**
   * The upper tail of the F distribution, which is the p-value of an F statistic.
   *
   * @param f any number but NaN
   * @param numeratorDf the degrees of freedom of the numerator, positive
   * @param denominatorDf the degrees of freedom of the denominator, positive
   * @return {@code P(F > f)}
   */
  public static double fUpper(double f, double numeratorDf, double denominatorDf) {
    number(f);
    positive(numeratorDf);
    positive(denominatorDf);
    double ratio = f <= 0 ? 0 : f * numeratorDf / denominatorDf;
    double share = 1 / (1 + ratio);
    double rest = ratio == Double.POSITIVE_INFINITY ? 1 : ratio * share;
    return IncompleteBeta.of(denominatorDf / 2, numeratorDf / 2, share, rest);
  }

  private static void positive(double df) {
    if (!(df > 0)) {
      throw new IllegalArgumentException("Degrees of freedom must be positive: " + df);
    }
  }

  private static double number(double x) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("A statistic must be a number.");
    }
    return x;
  }

  private static void probability(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A probability lies between 0 and 1: " + p);
    }
  }
}

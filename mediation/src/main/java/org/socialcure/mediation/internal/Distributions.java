package org.socialcure.mediation.internal;

/**
 * The distributions behind tests and intervals: normal, Student t, F and chi-square.
 *
 * <p>Each has the distribution function, the upper tail, the quantile and, where it is symmetric,
 * the two-sided p-value. Tails are computed as tails and never as one minus the other side, so that
 * a p-value of 1e-123 is as accurate as one of 0.05; the relative error is below 1e-12 wherever a
 * double can tell.
 *
 * <p>A statistic that is NaN is refused: a result that does not exist has no p-value.
 */
public final class Distributions {
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
   * The distribution function of Student's t distribution.
   *
   * @param t any number but NaN
   * @param df the degrees of freedom, positive; infinite for the normal distribution
   * @return {@code P(T <= t)}
   */
  public static double studentCdf(double t, double df) {
    return studentUpper(-t, df);
  }

  /**
   * The upper tail of Student's t distribution.
   *
   * @param t any number but NaN
   * @param df the degrees of freedom, positive; infinite for the normal distribution
   * @return {@code P(T > t)}
   */
  public static double studentUpper(double t, double df) {
    number(t);
    double tail = 0.5 * studentBothTails(Math.abs(t), df);
    return t >= 0 ? tail : 1 - tail;
  }

  /**
   * The two-sided p-value of a t statistic.
   *
   * @param t any number but NaN
   * @param df the degrees of freedom, positive; infinite for the normal distribution
   * @return {@code P(|T| > |t|)}
   */
  public static double studentTwoSided(double t, double df) {
    return studentBothTails(Math.abs(number(t)), df);
  }

  private static double studentBothTails(double size, double df) {
    positive(df);
    if (df == Double.POSITIVE_INFINITY) {
      return normalTwoSided(size);
    }
    double square = size * size / df;
    double share = 1 / (1 + square);
    double rest = square == Double.POSITIVE_INFINITY ? 1 : square * share;
    return IncompleteIntegrals.beta(df / 2, 0.5, share, rest);
  }

  /**
   * The quantile of Student's t distribution.
   *
   * @param p a probability, 0 to 1
   * @param df the degrees of freedom, positive; infinite for the normal distribution
   * @return the t with {@code P(T <= t) = p}; infinite at 0 and 1
   */
  public static double studentQuantile(double p, double df) {
    probability(p);
    positive(df);
    if (p == 0 || p == 1 || df == Double.POSITIVE_INFINITY) {
      return normalQuantile(p);
    }
    if (p == 0.5) {
      return 0;
    }
    double tail = Math.min(p, 1 - p);
    double size =
        tail < 0.25
            ? RootFinder.falling(x -> 0.5 * studentBothTails(x, df), tail)
            : RootFinder.rising(x -> studentCentre(x, df), 1 - 2 * tail);
    return p < 0.5 ? -size : size;
  }

  /** P(|T| < x), accurate where it is small. */
  private static double studentCentre(double x, double df) {
    double square = x * x / df;
    double share = 1 / (1 + square);
    return IncompleteIntegrals.beta(0.5, df / 2, square * share, share);
  }

  /**
   * The distribution function of the F distribution.
   *
   * @param f any number but NaN
   * @param numeratorDf the degrees of freedom of the numerator, positive
   * @param denominatorDf the degrees of freedom of the denominator, positive; infinite for
   *     chi-square over its degrees of freedom
   * @return {@code P(F <= f)}
   */
  public static double fCdf(double f, double numeratorDf, double denominatorDf) {
    if (denominatorDf == Double.POSITIVE_INFINITY) {
      return chiSquareCdf(f * numeratorDf, numeratorDf);
    }
    double ratio = fRatio(f, numeratorDf, denominatorDf);
    double share = 1 / (1 + ratio);
    double rest = ratio == Double.POSITIVE_INFINITY ? 1 : ratio * share;
    return IncompleteIntegrals.beta(numeratorDf / 2, denominatorDf / 2, rest, share);
  }

  /**
   * The upper tail of the F distribution, which is the p-value of an F statistic.
   *
   * @param f any number but NaN
   * @param numeratorDf the degrees of freedom of the numerator, positive
   * @param denominatorDf the degrees of freedom of the denominator, positive; infinite for
   *     chi-square over its degrees of freedom
   * @return {@code P(F > f)}
   */
  public static double fUpper(double f, double numeratorDf, double denominatorDf) {
    if (denominatorDf == Double.POSITIVE_INFINITY) {
      return chiSquareUpper(f * numeratorDf, numeratorDf);
    }
    double ratio = fRatio(f, numeratorDf, denominatorDf);
    double share = 1 / (1 + ratio);
    double rest = ratio == Double.POSITIVE_INFINITY ? 1 : ratio * share;
    return IncompleteIntegrals.beta(denominatorDf / 2, numeratorDf / 2, share, rest);
  }

  private static double fRatio(double f, double numeratorDf, double denominatorDf) {
    number(f);
    positive(numeratorDf);
    positive(denominatorDf);
    return f <= 0 ? 0 : f * numeratorDf / denominatorDf;
  }

  /**
   * The quantile of the F distribution.
   *
   * @param p a probability, 0 to 1
   * @param numeratorDf the degrees of freedom of the numerator, positive
   * @param denominatorDf the degrees of freedom of the denominator, positive
   * @return the f with {@code P(F <= f) = p}
   */
  public static double fQuantile(double p, double numeratorDf, double denominatorDf) {
    probability(p);
    positive(numeratorDf);
    positive(denominatorDf);
    if (p == 0 || p == 1) {
      return p == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return p <= 0.5
        ? RootFinder.rising(x -> fCdf(x, numeratorDf, denominatorDf), p)
        : RootFinder.falling(x -> fUpper(x, numeratorDf, denominatorDf), 1 - p);
  }

  /**
   * The distribution function of the chi-square distribution.
   *
   * @param x any number but NaN
   * @param df the degrees of freedom, positive
   * @return {@code P(X <= x)}
   */
  public static double chiSquareCdf(double x, double df) {
    positive(df);
    return IncompleteIntegrals.gammaLower(df / 2, number(x) / 2);
  }

  /**
   * The upper tail of the chi-square distribution, which is the p-value of a chi-square statistic.
   *
   * @param x any number but NaN
   * @param df the degrees of freedom, positive
   * @return {@code P(X > x)}
   */
  public static double chiSquareUpper(double x, double df) {
    positive(df);
    return IncompleteIntegrals.gammaUpper(df / 2, number(x) / 2);
  }

  /**
   * The quantile of the chi-square distribution.
   *
   * @param p a probability, 0 to 1
   * @param df the degrees of freedom, positive
   * @return the x with {@code P(X <= x) = p}
   */
  public static double chiSquareQuantile(double p, double df) {
    probability(p);
    positive(df);
    if (p == 0 || p == 1) {
      return p == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return p <= 0.5
        ? RootFinder.rising(x -> chiSquareCdf(x, df), p)
        : RootFinder.falling(x -> chiSquareUpper(x, df), 1 - p);
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

package org.socialcure.mediation.internal.inference;

import java.util.OptionalDouble;

/**
 * Sizes of an indirect effect on scales that can be compared.
 *
 * <p>Notation: X the cause, M the mediator, Y the outcome; {@code a} the slope of X for M, {@code
 * b} that of M for Y given X. An overview: Preacher and Kelley (2011). Standard deviations may have
 * the divisor n or n - 1, but all of one call the same.
 *
 * @since 0.1
 */
public final class EffectSizes {
  /** Squared correlations that differ by no more are told apart by rounding only. */
  private static final double ROUNDING = 1e-12;

  private static final double LARGEST = 1 + ROUNDING;

  private EffectSizes() {}

  /**
   * The mediated share of variance of a model with one mediator: the variance of Y shared by X and
   * M, but by neither alone, {@code r^2(M,Y) - (R^2(Y|X,M) - r^2(X,Y))} (Fairchild et al. 2009;
   * equation 45 of Preacher and Kelley 2011); negative under suppression.
   *
   * @param causeMediator the correlation of X and M
   * @param causeOutcome the correlation of X and Y
   * @param mediatorOutcome the correlation of M and Y
   * @return the share, 0 where X and M explain nothing of Y; empty where two of the three are
   *     perfectly correlated
   * @throws IllegalArgumentException if the three are no correlations of three variables
   */
  public static OptionalDouble rSquaredMediated(
      double causeMediator, double causeOutcome, double mediatorOutcome) {
    double xm = causeMediator * causeMediator;
    double xy = causeOutcome * causeOutcome;
    double my = mediatorOutcome * mediatorOutcome;
    double cross = causeMediator * causeOutcome * mediatorOutcome;
    if (!(xm <= LARGEST && xy <= LARGEST && my <= LARGEST)
        || 1 - xm - xy - my + 2 * cross < -ROUNDING) {
      throw new IllegalArgumentException("These are no correlations of three variables.");
    }
    if (Math.max(xm, Math.max(xy, my)) > 1 - ROUNDING) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(my - ((xy + my - 2 * cross) / (1 - xm) - xy));
  }

  /**
   * Upsilon: the squared completely standardised indirect effect, the variance of Y explained
   * indirectly by X through M (Lachowicz, Preacher and Kelley 2018).
   *
   * @param completelyStandardisedIndirect the completely standardised indirect effect
   * @return its square
   */
  public static double upsilon(double completelyStandardisedIndirect) {
    return completelyStandardisedIndirect * completelyStandardisedIndirect;
  }

  /**
   * Adjusted upsilon, nearly free of the upward bias of {@link #upsilon}: {@code (a^2 - Var(a))
   * (b^2 - Var(b)) Var(X)/Var(Y)}; may be negative.
   *
   * @param a the path from X to M
   * @param varianceOfA the sampling variance of {@code a} by maximum likelihood (divisor n)
   * @param b the path from M to Y given X
   * @param varianceOfB the sampling variance of {@code b} by maximum likelihood (divisor n)
   * @param sdOfCause the standard deviation of X, positive
   * @param sdOfOutcome the standard deviation of Y, positive
   * @return adjusted upsilon
   * @throws IllegalArgumentException if a standard deviation is not positive or a variance negative
   */
  public static double adjustedUpsilon(
      double a,
      double varianceOfA,
      double b,
      double varianceOfB,
      double sdOfCause,
      double sdOfOutcome) {
    if (!(varianceOfA >= 0) || !(varianceOfB >= 0)) {
      throw new IllegalArgumentException("A sampling variance is not negative.");
    }
    double ratio = positive(sdOfCause) / positive(sdOfOutcome);
    return (a * a - varianceOfA) * (b * b - varianceOfB) * ratio * ratio;
  }

  /**
   * Kappa-squared: the indirect effect as a share of the largest one that the variances and the
   * other covariances permit (Preacher and Kelley 2011).
   *
   * <p>Superseded: the largest value was shown to be wrongly derived, and the measure may fall
   * while the effect grows (Wen and Fan 2015). Kept for comparison with published values; use
   * {@link #upsilon}.
   *
   * @param covariance the covariance matrix of X, M and Y in this order
   * @return the indirect effect divided by the largest possible one, in absolute value; empty where
   *     two of the three are perfectly correlated
   * @throws IllegalArgumentException if the matrix is not 3 by 3 or a variance is not positive
   */
  public static OptionalDouble kappaSquared(double[][] covariance) {
    if (covariance.length != 3 || covariance[0].length != 3) {
      throw new IllegalArgumentException("The covariance of X, M and Y is a 3 by 3 matrix.");
    }
    double x = covariance[0][0];
    double m = covariance[1][1];
    double y = covariance[2][2];
    double xm = covariance[1][0];
    double xy = covariance[2][0];
    double my = covariance[2][1];
    double ofXm = x * m - xm * xm;
    double ofXy = x * y - xy * xy;
    double ofMy = m * y - my * my;
    if (!(x > 0 && m > 0 && y > 0)) {
      throw new IllegalArgumentException("Variances must be positive.");
    }
    if (!(ofXm > ROUNDING * x * m && ofXy > ROUNDING * x * y && ofMy > ROUNDING * m * y)) {
      return OptionalDouble.empty();
    }
    double a = xm / x;
    double b = (my * x - xm * xy) / ofXm;
    double largestA = (my * xy + Math.copySign(Math.sqrt(ofMy) * Math.sqrt(ofXy), a)) / (x * y);
    double largestB = Math.copySign(Math.sqrt(ofXy) / Math.sqrt(ofXm), b);
    return a == 0 || b == 0
        ? OptionalDouble.of(0)
        : OptionalDouble.of(Math.abs(a * b / (largestA * largestB)));
  }

  private static double positive(double sd) {
    if (!(sd > 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException("A standard deviation is positive and finite: " + sd);
    }
    return sd;
  }
}

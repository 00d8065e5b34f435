package org.socialcure.mediation.internal;

import java.util.function.DoubleUnaryOperator;

/** Roots of continuous functions of one variable. */
public final class RootFinder {
  private static final int MOST_STEPS = 500;
  // Beyond, the exponential leaves the range of a double.
  private static final double LOG_RANGE = 700;

  private RootFinder() {}

  /**
   * The root between two points of different sign, by Brent's method (1973): inverse quadratic
   * interpolation and the secant where they help, bisection where they do not.
   *
   * @param f a continuous function
   * @param left one end
   * @param right the other end; {@code f} has there the other sign, or is zero at an end
   * @param tolerance the absolute accuracy asked for, not negative; rounding is added to it
   * @return a root
   * @throws IllegalArgumentException if the signs at the ends agree
   */
  public static double brent(DoubleUnaryOperator f, double left, double right, double tolerance) {
    double a = left;
    double b = right;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (fa == 0) {
      return a;
    }
    if (!(fa > 0 && fb <= 0) && !(fa < 0 && fb >= 0)) {
      throw new IllegalArgumentException("The function must change its sign between the ends.");
    }
    double c = a;
    double fc = fa;
    double step = b - a;
    double before = step;
    for (int i = 0; i < MOST_STEPS; i++) {
      if (Math.abs(fc) < Math.abs(fb)) {
        a = b;
        b = c;
        c = a;
        fa = fb;
        fb = fc;
        fc = fa;
      }
      double accuracy = 2 * Math.ulp(b) + 0.5 * tolerance;
      double half = 0.5 * (c - b);
      if (Math.abs(half) <= accuracy || fb == 0) {
        return b;
      }
      if (Math.abs(before) < accuracy || Math.abs(fa) <= Math.abs(fb)) {
        step = half;
        before = half;
      } else {
        double s = fb / fa;
        double p;
        double q;
        if (a == c) {
          p = 2 * half * s;
          q = 1 - s;
        } else {
          double r = fb / fc;
          double t = fa / fc;
          p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
          q = (t - 1) * (r - 1) * (s - 1);
        }
        q = p > 0 ? -q : q;
        p = Math.abs(p);
        if (2 * p < Math.min(3 * half * q - Math.abs(accuracy * q), Math.abs(before * q))) {
          before = step;
          step = p / q;
        } else {
          step = half;
          before = half;
        }
      }
      a = b;
      fa = fb;
      b += Math.abs(step) > accuracy ? step : Math.copySign(accuracy, half);
      fb = f.applyAsDouble(b);
      if (fb > 0 == fc > 0) {
        c = a;
        fc = fa;
        step = b - a;
        before = step;
      }
    }
    return b;
  }

  /**
   * The positive argument at which an increasing probability function takes a given value, found on
   * logarithmic scales, where tails are nearly straight lines.
   *
   * @param probability a function of a positive argument that increases from 0
   * @param target the value to reach, strictly between 0 and 1
   * @return the argument, to about the accuracy of a double
   */
  static double rising(DoubleUnaryOperator probability, double target) {
    double goal = Math.log(target);
    return logLog(u -> Math.log(probability.applyAsDouble(Math.exp(u))) - goal);
  }

  /**
   * The same for a function that decreases to 0.
   *
   * @param probability a function of a positive argument that decreases to 0
   * @param target the value to reach, strictly between 0 and 1
   * @return the argument, to about the accuracy of a double
   */
  static double falling(DoubleUnaryOperator probability, double target) {
    double goal = Math.log(target);
    return logLog(u -> goal - Math.log(probability.applyAsDouble(Math.exp(u))));
  }

  private static double logLog(DoubleUnaryOperator increasing) {
    double near = 0;
    double far = increasing.applyAsDouble(0) < 0 ? 1 : -1;
    while (increasing.applyAsDouble(far) < 0 == far > 0) {
      if (Math.abs(far) > LOG_RANGE) {
        return Math.exp(far);
      }
      near = far;
      far *= 2;
    }
    return Math.exp(brent(increasing, near, far, 0));
  }
}

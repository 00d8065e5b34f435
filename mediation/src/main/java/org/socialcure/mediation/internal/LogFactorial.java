package org.socialcure.mediation.internal;

/** The logarithm of the factorial and, between whole numbers, of the gamma function. */
public final class LogFactorial {
  private static final int TABULATED = 256;
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double[] TABLE = table();

  private LogFactorial() {}

  /**
   * The logarithm of {@code x!}, that is of {@code Gamma(x + 1)}: Stirling's formula and its
   * remainder.
   *
   * @param x not negative
   * @return {@code log(x!)}, to within a few units in the last place of the larger of it and 1
   */
  public static double of(double x) {
    return x < TABULATED && x == Math.rint(x) ? TABLE[(int) x] : stirling(x);
  }

  private static double stirling(double x) {
    return x == 0
        ? 0
        : HALF_LOG_TWO_PI + (x + 0.5) * Math.log(x) - x + SaddlePoint.stirlingError(x);
  }

  private static double[] table() {
    double[] table = new double[TABULATED];
    for (int i = 2; i < TABULATED; i++) {
      table[i] = stirling(i);
    }
    return table;
  }
}

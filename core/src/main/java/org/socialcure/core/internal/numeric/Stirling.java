package org.socialcure.core.internal.numeric;

/** Stirling's formula and what it leaves. */
public final class Stirling {
  private static final double SERIES_START = 12;

  private Stirling() {}

  /**
   * The logarithm of the factorial less Stirling's formula.
   *
   * <p>Ratios of gamma functions of large arguments are formed from it, for in the difference of
   * their logarithms nearly all digits cancel. Down to the start of the asymptotic series by the
   * recurrence of the function, above by the series.
   *
   * @param z a positive number
   * @return {@code log Gamma(z + 1) - log(sqrt(2 pi z) (z/e)^z)}
   */
  public static double error(double z) {
    double down = 0;
    double at = z;
    while (at < SERIES_START) {
      down += (at + 0.5) * StrictMath.log1p(1 / at) - 1;
      at += 1;
    }
    double s = 1 / (at * at);
    double series =
        (1.0 / 12
                - s
                    * (1.0 / 360
                        - s
                            * (1.0 / 1260
                                - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360))))))
            / at;
    return down + series;
  }
}

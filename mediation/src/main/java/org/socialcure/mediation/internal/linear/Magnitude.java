package org.socialcure.mediation.internal.linear;

import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong with the size of the values of a column.
 *
 * <p>Estimates are made of squares and products of values, variances of the squares of these:
 * beyond {@code 1e50}, or where none reaches {@code 1e-50}, they are no numbers any more.
 */
public final class Magnitude {
  /** The smallest of the numbers that Stata keeps for missing values, 2 to the power of 1023. */
  private static final double STATA_MISSING = 0x1p1023;

  private static final double LARGEST = 1e50;

  private Magnitude() {}

  /**
   * What is wrong with values.
   *
   * @param values finite values
   * @return a clause that follows the name of the column; empty where they can be computed with
   */
  public static Optional<String> problem(double[] values) {
    int missing = 0;
    double most = 0;
    for (double value : values) {
      missing += value >= STATA_MISSING ? 1 : 0;
      most = Math.max(most, Math.abs(value));
    }
    if (missing > 0) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "has values of 8.99e307 or more in %d rows, which is what Stata's missing values become"
                  + " in other programs; make them missing before you read the file.",
              missing));
    }
    if (most > LARGEST) {
      return Optional.of("has values above 1e50, too large to be computed with; use another unit.");
    }
    return most > 0 && most < 1 / LARGEST
        ? Optional.of(
            "has only values below 1e-50, too small to be computed with; use another unit.")
        : Optional.empty();
  }
}

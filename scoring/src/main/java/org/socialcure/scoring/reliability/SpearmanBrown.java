package org.socialcure.scoring.reliability;

import org.socialcure.core.InvalidInputException;

/**
 * The prophecy formula of Spearman (1910) and Brown (1910): how reliable a scale is that is made
 * longer or shorter by like items.
 *
 * <p>All methods are static and thread-safe.
 *
 * @since 0.1
 */
public final class SpearmanBrown {
  private SpearmanBrown() {}

  /**
   * The reliability of a scale of another length: {@code m r / (1 + (m − 1) r)}.
   *
   * @param reliability the reliability r of the scale as it is, strictly between 0 and 1
   * @param times how many times as long it becomes, above 0; 2 from one half to the whole
   * @return the reliability of the longer or shorter scale, strictly between 0 and 1
   * @throws InvalidInputException if the reliability is not strictly between 0 and 1 or the factor
   *     is not a finite number above 0
   */
  public static double lengthened(double reliability, double times) {
    requireReliability("reliability", reliability);
    if (!(times > 0 && Double.isFinite(times))) {
      throw new InvalidInputException("times", "must be a finite number above 0; it is " + times);
    }
    return times * reliability / (1 + (times - 1) * reliability);
  }

  /**
   * How many times as long a scale has to be to reach a reliability: {@code w (1 − r) / (r (1 −
   * w))}.
   *
   * @param reliability the reliability r of the scale as it is, strictly between 0 and 1
   * @param wanted the reliability w that is wanted, strictly between 0 and 1
   * @return the factor, below 1 where the scale could be shorter
   * @throws InvalidInputException if one of the two is not strictly between 0 and 1
   */
  public static double lengthFor(double reliability, double wanted) {
    requireReliability("reliability", reliability);
    requireReliability("wanted", wanted);
    return wanted * (1 - reliability) / (reliability * (1 - wanted));
  }

  static void requireReliability(String where, double reliability) {
    if (!(reliability > 0 && reliability < 1)) {
      throw new InvalidInputException(
          where, "must lie strictly between 0 and 1; it is " + reliability);
    }
  }
}

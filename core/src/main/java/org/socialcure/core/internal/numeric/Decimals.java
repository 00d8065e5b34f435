package org.socialcure.core.internal.numeric;

/**
 * Arithmetic of numbers that were written as decimals, such as tabled scores: their difference is
 * the decimal that a person would write down, where that of the doubles carries the rounding of
 * both (21.54 − 20.73 is 0.81, not 0.8099999999999987).
 */
public final class Decimals {
  /** Scores have at most four decimals, money two; what has more was measured or computed. */
  public static final int MOST = 6;

  private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

  /** Below this, a number times a power of ten is a whole number that a double holds exactly. */
  private static final double LARGEST = 1e15;

  private Decimals() {}

  /**
   * A difference.
   *
   * @param from a number
   * @param taken the number to be taken from it
   * @return the double nearest to the difference of both as decimals, where both have at most six
   *     decimals; otherwise the difference of the doubles
   */
  public static double difference(double from, double taken) {
    return sum(from, -taken);
  }

  /**
   * A sum.
   *
   * @param one a number
   * @param other another
   * @return the double nearest to the sum of both as decimals, where both have at most six
   *     decimals; otherwise the sum of the doubles
   */
  public static double sum(double one, double other) {
    double plain = one + other;
    if (plain == Math.rint(plain) && one == Math.rint(one)) {
      return plain;
    }
    int decimals = Math.max(decimals(one), decimals(other));
    if (decimals > MOST) {
      return plain;
    }
    double power = POWERS_OF_TEN[decimals];
    double whole = Math.rint(one * power) + Math.rint(other * power);
    return Math.abs(whole) < LARGEST ? whole / power : plain;
  }

  /**
   * A number without the rounding that arithmetic with decimals left in it.
   *
   * @param value a number
   * @param decimals how many decimals it has; not negative
   * @return the double nearest to the decimal with so many decimals; the number itself where that
   *     is farther away than rounding goes, or there are more than six decimals
   */
  public static double rounded(double value, int decimals) {
    if (decimals > MOST) {
      return value;
    }
    double power = POWERS_OF_TEN[decimals];
    double whole = Math.rint(value * power);
    double near = whole / power;
    return Math.abs(whole) < LARGEST
            && Math.abs(near - value) <= 1e-11 * Math.max(1, Math.abs(value))
        ? near
        : value;
  }

  /**
   * How many decimals a number is written with.
   *
   * @param value a number
   * @return from 0 to 6; 7 for more than six, for infinite numbers and for those that are none
   */
  public static int decimals(double value) {
    for (int k = 0; k <= MOST; k++) {
      double whole = Math.rint(value * POWERS_OF_TEN[k]);
      // One division of whole numbers rounds as reading the decimal does.
      if (whole / POWERS_OF_TEN[k] == value && Math.abs(whole) < LARGEST) {
        return k;
      }
    }
    return MOST + 1;
  }
}

package org.socialcure.core.internal.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal number that reads back as a double, and of the shortest the one nearest to
 * it: the same on every Java, which {@link Double#toString(double)} is only from version 19 on.
 *
 * <p>A double stands for all reals that round to it. Scaled by the power of ten that leaves one or
 * a few whole numbers in that interval, its ends and itself are compared with whole numbers; the
 * products need 126 bits of the power, rounded to odd, to be compared without error (Giulietti R.
 * The Schubfach way to render doubles. 2020).
 */
public final class ShortestDecimal {
  /** Bits of a double's significand. */
  private static final int PRECISION = 53;

  private static final int SMALLEST_EXPONENT = -1074;
  private static final long HIDDEN_BIT = 1L << (PRECISION - 1);
  private static final long MASK = (1L << 63) - 1;

  /** Powers of ten, as the floor of log10 of powers of two asks for them. */
  private static final int FIRST_POWER = -324;

  private static final int LAST_POWER = 292;

  private ShortestDecimal() {}

  /** Powers of ten to 126 bits, rounded up, in two halves of 63 bits; made when first asked for. */
  private static final class Powers {
    private static final long[] HIGH = new long[LAST_POWER - FIRST_POWER + 1];
    private static final long[] LOW = new long[HIGH.length];

    static {
      for (int k = FIRST_POWER; k <= LAST_POWER; k++) {
        // 10^-k = g 2^r with g of 126 bits.
        BigInteger power = BigInteger.TEN.pow(Math.abs(k));
        int shift = 125 - floorLog2OfTenTo(-k);
        BigInteger g =
            k > 0
                ? BigInteger.ONE.shiftLeft(shift).divide(power)
                : shift >= 0 ? power.shiftLeft(shift) : power.shiftRight(-shift);
        g = g.add(BigInteger.ONE);
        HIGH[k - FIRST_POWER] = g.shiftRight(63).longValueExact();
        LOW[k - FIRST_POWER] = g.and(BigInteger.valueOf(MASK)).longValueExact();
      }
    }
  }

  /**
   * The decimal number.
   *
   * @param value a finite number
   * @return the number with one digit, or with two if those of one digit are farther from the value
   *     than one of two, or with the fewest above two; zero for zero of either sign
   */
  public static BigDecimal of(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & (HIDDEN_BIT - 1);
    int biased = (int) (bits >>> (PRECISION - 1)) & 0x7FF;
    if (biased == 0x7FF) {
      throw new IllegalArgumentException("Only finite numbers have digits.");
    }
    if (biased == 0 && fraction == 0) {
      return BigDecimal.ZERO;
    }
    long c = biased == 0 ? fraction : HIDDEN_BIT | fraction;
    int q = biased == 0 ? SMALLEST_EXPONENT : biased + SMALLEST_EXPONENT - 1;
    BigDecimal magnitude = wholeOrShortest(c, q);
    return bits < 0 ? magnitude.negate() : magnitude;
  }

  private static BigDecimal wholeOrShortest(long c, int q) {
    if (-PRECISION < q && q <= 0 && (c & ((1L << -q) - 1)) == 0) {
      return BigDecimal.valueOf(c >> -q);
    }
    // Below the smallest normal number one digit may be all there is; ten times the number, at the
    // next exponent, has two that are compared as all others are.
    return c < 3 ? shortest(10 * c, q, -1) : shortest(c, q, 0);
  }

  private static BigDecimal shortest(long c, int q, int scaled) {
    long odd = c & 1;
    long middle = c << 2;
    long upper = middle + 2;
    long lower;
    int k;
    if (c != HIDDEN_BIT || q == SMALLEST_EXPONENT) {
      lower = middle - 2;
      k = floorLog10OfTwoTo(q);
    } else {
      // The neighbour below is only half as far away.
      lower = middle - 1;
      k = floorLog10OfThreeQuartersOfTwoTo(q);
    }
    int h = q + floorLog2OfTenTo(-k) + 2;
    long g1 = Powers.HIGH[k - FIRST_POWER];
    long g0 = Powers.LOW[k - FIRST_POWER];
    long vb = roundedToOdd(g1, g0, middle << h);
    long vbl = roundedToOdd(g1, g0, lower << h);
    long vbr = roundedToOdd(g1, g0, upper << h);
    long s = vb >> 2;
    if (s >= 100) {
      long fewer = 10 * (s / 10);
      long more = fewer + 10;
      boolean fewerIsInside = vbl + odd <= fewer << 2;
      boolean moreIsInside = (more << 2) + odd <= vbr;
      if (fewerIsInside != moreIsInside) {
        return BigDecimal.valueOf(fewerIsInside ? fewer : more, -(k + scaled));
      }
    }
    long t = s + 1;
    boolean sIsInside = vbl + odd <= s << 2;
    boolean tIsInside = (t << 2) + odd <= vbr;
    if (sIsInside != tIsInside) {
      return BigDecimal.valueOf(sIsInside ? s : t, -(k + scaled));
    }
    long cmp = vb - ((s + t) << 1);
    boolean sIsNearer = cmp < 0 || cmp == 0 && (s & 1) == 0;
    return BigDecimal.valueOf(sIsNearer ? s : t, -(k + scaled));
  }

  /** The product of a power of 126 bits and a number, without its last 127 bits, rounded to odd. */
  private static long roundedToOdd(long g1, long g0, long cp) {
    long x1 = Math.multiplyHigh(g0, cp);
    long y0 = g1 * cp;
    long y1 = Math.multiplyHigh(g1, cp);
    long z = (y0 >>> 1) + x1;
    long w = y1 + (z >>> 63);
    return w | ((z & MASK) + MASK) >>> 63;
  }

  private static int floorLog10OfTwoTo(int e) {
    return (int) ((e * 661_971_961_083L) >> 41);
  }

  private static int floorLog10OfThreeQuartersOfTwoTo(int e) {
    return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
  }

  private static int floorLog2OfTenTo(int e) {
    return (int) ((e * 913_124_641_741L) >> 38);
  }

  /**
   * A number with fixed decimals, half away from zero.
   *
   * @param value a finite number
   * @param decimals how many decimals
   * @return the text, with a sign only where a digit shown is not zero
   */
  public static String fixed(double value, int decimals) {
    return of(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * A number in scientific notation, half away from zero.
   *
   * @param value a finite number other than zero
   * @param digits how many digits
   * @return the text, such as {@code 1.235e+10}
   */
  public static String scientific(double value, int digits) {
    BigDecimal rounded = of(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent).setScale(digits - 1);
    String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "");
    return mantissa.toPlainString() + "e" + power + Math.abs(exponent);
  }
}

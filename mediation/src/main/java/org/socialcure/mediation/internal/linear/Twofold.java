package org.socialcure.mediation.internal.linear;

/**
 * A number of about 32 digits, as the unevaluated sum of two doubles (Dekker 1971).
 *
 * @param high the number rounded to a double
 * @param low what the rounding left
 */
record Twofold(double high, double low) {
  static final Twofold ZERO = new Twofold(0, 0);

  static Twofold of(double value) {
    return new Twofold(value, 0);
  }

  /** The exact sum of two doubles. */
  static Twofold sum(double a, double b) {
    double sum = a + b;
    double shift = sum - a;
    return new Twofold(sum, (a - (sum - shift)) + (b - shift));
  }

  /** The exact product of two doubles. */
  static Twofold product(double a, double b) {
    double product = a * b;
    return new Twofold(product, Math.fma(a, b, -product));
  }

  Twofold plus(Twofold other) {
    Twofold highs = sum(high, other.high);
    Twofold lows = sum(low, other.low);
    Twofold partial = sum(highs.high, highs.low + lows.high);
    return sum(partial.high, partial.low + lows.low);
  }

  Twofold minus(Twofold other) {
    return plus(other.negated());
  }

  Twofold negated() {
    return new Twofold(-high, -low);
  }

  Twofold times(Twofold other) {
    Twofold highs = product(high, other.high);
    return sum(highs.high, highs.low + (high * other.low + low * other.high));
  }

  Twofold over(Twofold other) {
    double first = high / other.high;
    Twofold rest = minus(other.times(of(first)));
    double second = rest.high / other.high;
    rest = rest.minus(other.times(of(second)));
    double third = rest.high / other.high;
    return sum(first, second).plus(of(third));
  }

  double value() {
    return high + low;
  }
}

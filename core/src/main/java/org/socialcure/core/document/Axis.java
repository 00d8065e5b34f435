package org.socialcure.core.document;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.internal.numeric.ShortestDecimal;

/**
 * A linear scale from numbers to places, with round numbers to mark on it.
 *
 * @param low the smallest number
 * @param high the largest number
 * @param start the place of the smallest
 * @param end the place of the largest
 */
record Axis(double low, double high, double start, double end) {

  /** An axis that holds all numbers with a little room at both ends. */
  static Axis around(List<Double> values, double start, double end) {
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(1);
    double room = high > low ? (high - low) * 0.04 : Math.max(1e-9, Math.abs(low)) * 0.5;
    return new Axis(low - room, high + room, start, end);
  }

  /** An axis from the smallest to the largest number. */
  static Axis exactly(List<Double> values, double start, double end) {
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(1);
    return high > low ? new Axis(low, high, start, end) : around(values, start, end);
  }

  double place(double value) {
    return start + (value - low) / (high - low) * (end - start);
  }

  /** The distance between marks: 1, 2 or 5 times a power of ten, for about so many of them. */
  private double step(int about) {
    double raw = (high - low) / about;
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
    double digit = raw / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  /** Round numbers on the axis, about so many. */
  List<Double> marks(int about) {
    double step = step(about);
    List<Double> marks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      marks.add(i * step);
    }
    return marks;
  }

  /** A mark with the decimals that tell it from its neighbours. */
  String label(double mark, int about) {
    double step = step(about);
    if (Math.abs(mark) >= 1e6 || step < 1e-6) {
      return threeDigits(mark);
    }
    int decimals = (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9));
    return ShortestDecimal.fixed(mark, decimals);
  }

  /** Three digits. */
  private static String threeDigits(double mark) {
    double size = Math.abs(mark);
    if (size != 0 && (size < 1e-4 || size >= 1000)) {
      return ShortestDecimal.scientific(mark, 3);
    }
    return ShortestDecimal.fixed(mark, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  }
}

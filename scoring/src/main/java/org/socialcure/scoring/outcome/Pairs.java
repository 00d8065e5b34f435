package org.socialcure.scoring.outcome;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.numeric.Decimals;
import org.socialcure.scoring.change.PairedSample;

/** The people with a value before and after. */
final class Pairs {
  /** Squares of larger values may overflow. */
  private static final double LARGEST = 1e150;

  private final int[] rows;
  private final double[] before;
  private final double[] after;
  private final PairedSample sample;

  private Pairs(int[] rows, double[] before, double[] after, PairedSample sample) {
    this.rows = rows;
    this.before = before;
    this.after = after;
    this.sample = sample;
  }

  static Pairs of(double[] before, double[] after) {
    if (before.length != after.length) {
      throw new InvalidInputException(
          "pairs",
          "need two arrays of equal length; they have " + before.length + " and " + after.length);
    }
    int[] counts = new int[4];
    for (int i = 0; i < before.length; i++) {
      if (Math.abs(before[i]) > LARGEST || Math.abs(after[i]) > LARGEST) {
        throw new InvalidInputException(
            "row " + (i + 1) + " of the pairs",
            "a value is infinite or too large to be squared; give a finite number or leave it missing");
      }
      counts[(Double.isNaN(before[i]) ? 2 : 0) + (Double.isNaN(after[i]) ? 1 : 0)]++;
    }
    int[] rows =
        IntStream.range(0, before.length)
            .filter(i -> !Double.isNaN(before[i]) && !Double.isNaN(after[i]))
            .toArray();
    return new Pairs(
        rows,
        Arrays.stream(rows).mapToDouble(i -> before[i]).toArray(),
        Arrays.stream(rows).mapToDouble(i -> after[i]).toArray(),
        new PairedSample(counts[0], counts[1], counts[2], counts[3]));
  }

  int n() {
    return rows.length;
  }

  /** The rows of the pairs in what they were taken from. */
  int[] rows() {
    return rows;
  }

  double[] before() {
    return before;
  }

  double[] after() {
    return after;
  }

  PairedSample sample() {
    return sample;
  }

  /** After minus before, without the rounding of decimal fractions. */
  double[] differences() {
    double[] differences = new double[rows.length];
    Arrays.setAll(differences, i -> Decimals.difference(after[i], before[i]));
    return differences;
  }
}

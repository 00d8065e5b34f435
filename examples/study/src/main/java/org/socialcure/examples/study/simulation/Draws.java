package org.socialcure.examples.study.simulation;

import java.util.random.RandomGenerator;

/**
 * Random draws that the simulation needs; the same on every machine for the same generator and
 * seed.
 */
final class Draws {
  private final RandomGenerator random;

  Draws(RandomGenerator random) {
    this.random = random;
  }

  /** True with a probability. */
  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from 0 to {@code bound - 1}, each as likely. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /**
   * A symmetric triangular value between {@code -half} and {@code half}: bounded noise of mean 0.
   */
  double noise(double half) {
    double first = random.nextDouble();
    double second = random.nextDouble();
    return half * (first - second);
  }

  /** An exponential value of mean 1. */
  double exponential() {
    return -StrictMath.log1p(-random.nextDouble());
  }

  /** A gamma value of mean 1 and variance {@code 1 / shape}, for a whole shape. */
  double gammaOfMeanOne(int shape) {
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum += exponential();
    }
    return sum / shape;
  }

  /** A Poisson count, as the number of arrivals before the time {@code mean}. */
  int poisson(double mean) {
    int count = 0;
    for (double time = exponential(); time < mean; time += exponential()) {
      count++;
    }
    return count;
  }

  /**
   * One of the two whole numbers around a value, such that the expectation is the value itself.
   * Ordinary rounding would bend the straight lines that the simulation promises.
   */
  int roundAtRandom(double value) {
    double floor = Math.floor(value);
    return (int) floor + (happens(value - floor) ? 1 : 0);
  }

  /** An index, drawn with the probabilities given; they sum to 1. */
  int index(double[] probabilities) {
    double left = random.nextDouble();
    for (int i = 0; i < probabilities.length - 1; i++) {
      left -= probabilities[i];
      if (left < 0) {
        return i;
      }
    }
    return probabilities.length - 1;
  }

  /**
   * Keyed item values with a given sum: the sum is spread evenly, then points are moved between
   * pairs of items.
   *
   * @param sum a sum that the items can have
   * @param items how many items
   * @param lowest the lowest value of an item
   * @param highest the highest value of an item
   * @return the values
   */
  int[] itemsWithSum(int sum, int items, int lowest, int highest) {
    if (sum < items * lowest || sum > items * highest) {
      throw new IllegalArgumentException("No " + items + " items have the sum " + sum + ".");
    }
    int[] values = new int[items];
    for (int i = 0; i < items; i++) {
      values[i] = sum / items;
    }
    for (int rest = sum % items; rest > 0; ) {
      int i = below(items);
      if (values[i] == sum / items) {
        values[i]++;
        rest--;
      }
    }
    for (int move = 0; move < items; move++) {
      int from = below(items);
      int to = below(items);
      if (from != to && values[from] > lowest && values[to] < highest) {
        values[from]--;
        values[to]++;
      }
    }
    return values;
  }
}

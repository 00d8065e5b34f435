package org.socialcure.examples.benchmarks;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * People with a score of three items before and after.
 *
 * @param items the items before, by item and person
 * @param before the sum of the items before
 * @param after the sum of the items after
 */
record SimulatedScores(double[][] items, double[] before, double[] after) {
  private static final int ITEMS = 3;
  private static final double CORRELATION = 0.6;

  /** How scores are distributed. */
  enum Shape {
    /** Items are normal; the trait is correlated by 0.6 and falls by 0.3 standard deviations. */
    NORMAL(4) {
      @Override
      double[] traits(RandomGenerator random, double extra) {
        double first = random.nextGaussian();
        double own = Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
        return new double[] {first, CORRELATION * first + own - FALL - extra};
      }

      @Override
      double item(RandomGenerator random, double trait) {
        return 1 + trait + NOISE * random.nextGaussian();
      }
    },
    /** Items are sums of gamma variables; the skewness of the score is about 1.25. */
    SKEWED(9) {
      @Override
      double[] traits(RandomGenerator random, double extra) {
        // Sums of exponential variables; what is shared gives a correlation of one half.
        double shared = exponential(random);
        return new double[] {
          shared + exponential(random), (1 - FALL / 2 - extra / 2) * (shared + exponential(random))
        };
      }

      @Override
      double item(RandomGenerator random, double trait) {
        return trait + NOISE * exponential(random);
      }
    },
    /** The normal items, cut into 1, 2 and 3, as those of a short loneliness scale. */
    FLOORED(6) {
      @Override
      double[] traits(RandomGenerator random, double extra) {
        return NORMAL.traits(random, extra);
      }

      @Override
      double item(RandomGenerator random, double trait) {
        double value = trait + NOISE * random.nextGaussian();
        return value > 1.4 ? 3 : value > 0.4 ? 2 : 1;
      }
    };

    private static final double FALL = 0.3;
    private static final double NOISE = 0.8;

    private final double cut;

    Shape(double cut) {
      this.cut = cut;
    }

    /** From which score on somebody is a case. */
    double cut() {
      return cut;
    }

    abstract double[] traits(RandomGenerator random, double extra);

    abstract double item(RandomGenerator random, double trait);

    /**
     * Draws people.
     *
     * @param random where from
     * @param people how many
     * @param extra by how much more the trait falls, in units of its fall being 0.3
     */
    SimulatedScores draw(RandomGenerator random, int people, double extra) {
      double[][] items = new double[ITEMS][people];
      double[] before = new double[people];
      double[] after = new double[people];
      for (int i = 0; i < people; i++) {
        double[] traits = traits(random, extra);
        for (int j = 0; j < ITEMS; j++) {
          items[j][i] = item(random, traits[0]);
          before[i] += items[j][i];
          after[i] += item(random, traits[1]);
        }
      }
      return new SimulatedScores(items, before, after);
    }
  }

  private static double exponential(RandomGenerator random) {
    return -Math.log(1 - random.nextDouble());
  }

  int people() {
    return before.length;
  }

  double[] differences() {
    return IntStream.range(0, people()).mapToDouble(i -> after[i] - before[i]).toArray();
  }

  /** People who answer again: those with a lower score before more often. */
  boolean[] stayed(RandomGenerator random, double cut) {
    boolean[] stayed = new boolean[people()];
    for (int i = 0; i < stayed.length; i++) {
      stayed[i] = random.nextDouble() < (before[i] < cut ? 0.5 : 0.35);
    }
    return stayed;
  }

  SimulatedScores and(SimulatedScores others) {
    return new SimulatedScores(
        new double[0][], both(before, others.before), both(after, others.after));
  }

  private static double[] both(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}

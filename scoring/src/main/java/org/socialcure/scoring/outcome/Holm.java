package org.socialcure.scoring.outcome;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's adjustment of several p-values (1979): the i-th smallest of m is multiplied by m − i + 1,
 * none is left below a smaller one's, and none above 1.
 */
final class Holm {
  private Holm() {}

  static double[] adjust(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] adjusted = new double[p.length];
    double most = 0;
    for (int i = 0; i < order.length; i++) {
      most = Math.max(most, Math.min(1, (p.length - i) * p[order[i]]));
      adjusted[order[i]] = most;
    }
    return adjusted;
  }
}

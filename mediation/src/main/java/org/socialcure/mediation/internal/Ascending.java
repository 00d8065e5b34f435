package org.socialcure.mediation.internal;

import java.util.Arrays;

/** Numbers in ascending order, by a sort that can be interrupted. */
public final class Ascending {
  /** So many are sorted in a few milliseconds. */
  private static final int BLOCK = 1 << 16;

  private Ascending() {}

  /**
   * Sorts numbers as {@link Arrays#sort(double[])} does.
   *
   * @param values the numbers, not changed
   * @return a sorted copy
   * @throws java.util.concurrent.CancellationException if the current thread was interrupted
   */
  public static double[] of(double[] values) {
    double[] sorted = new double[values.length];
    for (int start = 0; start < sorted.length; start += BLOCK) {
      Interruption.check();
      int end = Math.min(sorted.length, start + BLOCK);
      System.arraycopy(values, start, sorted, start, end - start);
      Arrays.sort(sorted, start, end);
    }
    double[] other = sorted.length > BLOCK ? new double[sorted.length] : sorted;
    for (long run = BLOCK; run < sorted.length; run *= 2) {
      for (long start = 0; start < sorted.length; start += 2 * run) {
        merge(
            sorted,
            (int) start,
            (int) Math.min(sorted.length, start + run),
            (int) Math.min(sorted.length, start + 2 * run),
            other);
      }
      double[] merged = other;
      other = sorted;
      sorted = merged;
    }
    return sorted;
  }

  private static void merge(double[] from, int start, int middle, int end, double[] to) {
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      Interruption.check(i);
      boolean takeLeft =
          right >= end || left < middle && Double.compare(from[left], from[right]) <= 0;
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }
}

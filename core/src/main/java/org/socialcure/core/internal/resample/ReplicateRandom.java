package org.socialcure.core.internal.resample;

import java.util.random.RandomGenerator;
import org.socialcure.core.internal.numeric.Distributions;

/**
 * The random numbers of one replicate: a stream fixed by a seed and the number of the replicate.
 *
 * <p>Because every replicate owns its stream, the same seed gives the same replicates whatever the
 * number of threads and whatever the order in which they are drawn. The generator is SplitMix64
 * (Steele, Lea and Flood 2014): a counter advanced by the odd constant {@code 0x9E3779B97F4A7C15}
 * whose value is scrambled by Stafford's variant 13. The start of the counter is the scrambled
 * replicate number added to the scrambled seed. All arithmetic, also for bounded integers, normal
 * and exponential deviates, is written out here (with {@code StrictMath} where a function is
 * needed), so that the numbers do not depend on the version of Java or on the processor.
 *
 * <p>Not thread-safe: one instance belongs to one replicate.
 */
public final class ReplicateRandom implements RandomGenerator {
  /** The name of generator and stream scheme, for the provenance of a result. */
  public static final String NAME = "splitmix64-per-replicate";

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double TWO_TO_MINUS_53 = 0x1p-53;

  private long counter;

  /**
   * Starts the stream of a replicate.
   *
   * @param seed the seed of the analysis, any value
   * @param replicate the number of the replicate, any value
   */
  public ReplicateRandom(long seed, long replicate) {
    counter = mix(mix(seed + GOLDEN_GAMMA) + mix(replicate * GOLDEN_GAMMA));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public long nextLong() {
    counter += GOLDEN_GAMMA;
    return mix(counter);
  }

  /**
   * An index drawn uniformly, without the bias of a remainder (Lemire 2019, multiply and reject).
   *
   * @param bound the number of possible indices, positive
   * @return 0 to {@code bound - 1}
   * @throws IllegalArgumentException if the bound is not positive
   */
  public int index(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("The bound of an index must be positive: " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long reject = Integer.remainderUnsigned(-bound, bound);
      while (low < reject) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * A uniform deviate.
   *
   * @return a multiple of 2^-53 in [0, 1)
   */
  public double uniform() {
    return (nextLong() >>> 11) * TWO_TO_MINUS_53;
  }

  /**
   * A standard normal deviate, by the quantile function at the midpoint of one of 2^52 cells.
   *
   * @return a finite deviate, within 8.2 of zero
   */
  public double gaussian() {
    return Distributions.normalQuantile(openUniform());
  }

  /**
   * A standard exponential deviate, by the quantile function.
   *
   * @return a positive finite deviate of mean one
   */
  public double exponential() {
    return -StrictMath.log(openUniform());
  }

  // 2^52 cells, not 2^53: the midpoint of the last of 2^53 cells would round to one.
  private double openUniform() {
    return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
  }

  @Override
  public int nextInt(int bound) {
    return index(bound);
  }

  @Override
  public double nextDouble() {
    return uniform();
  }

  @Override
  public double nextGaussian() {
    return gaussian();
  }

  @Override
  public double nextExponential() {
    return exponential();
  }
}

package org.socialcure.core.internal.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReplicateRandomTest {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  @Test
  void isTheSplitMix64OfTheJdkFromItsDocumentedStart() {
    // The JDK's SplittableRandom(s) puts out mix(s + gamma), mix(s + 2 gamma), ...
    long scrambledSeed = new SplittableRandom(2019).nextLong();
    long replicate = 7;
    long scrambledReplicate = new SplittableRandom(replicate * GAMMA - GAMMA).nextLong();
    long start = new SplittableRandom(scrambledSeed + scrambledReplicate - GAMMA).nextLong();

    ReplicateRandom ours = new ReplicateRandom(2019, replicate);
    SplittableRandom theirs = new SplittableRandom(start);
    for (int i = 0; i < 1000; i++) {
      assertEquals(theirs.nextLong(), ours.nextLong());
    }
  }

  /** Computed with integers of any size in Python, normal and exponential deviates with mpmath. */
  @Test
  void keepsItsNumbersForEver() {
    assertArrayEquals(
        new long[] {-6736435170421427052L, 3729320809073900270L, 1516401477699388780L},
        longs(2019, 0));
    assertArrayEquals(
        new long[] {9348810075968444L, -8566835277329745273L, 888313995869632295L},
        longs(2019, 9999));
    assertArrayEquals(
        new long[] {6235967106033911276L, 4964577235801436555L, 5009519748041543987L}, longs(0, 0));
    assertArrayEquals(
        new long[] {7661036965153349101L, -7194176140531681313L, 5969664945319483901L},
        longs(-1, -1));

    ReplicateRandom indices = new ReplicateRandom(2019, 0);
    assertArrayEquals(
        new int[] {399, 127, 51, 407, 572, 246, 389, 507},
        IntStream.range(0, 8).map(i -> indices.index(630)).toArray());
    ReplicateRandom uniforms = new ReplicateRandom(2019, 0);
    assertArrayEquals(
        new double[] {0.6348171176710664, 0.20216688615466605},
        new double[] {uniforms.uniform(), uniforms.uniform()});
    ReplicateRandom normals = new ReplicateRandom(2019, 0);
    assertArrayEquals(
        new double[] {0.34463902345889425, -0.83390632578718512, -1.390396272840202},
        new double[] {normals.gaussian(), normals.gaussian(), normals.gaussian()},
        4e-16);
    ReplicateRandom exponentials = new ReplicateRandom(2019, 0);
    assertArrayEquals(
        new double[] {0.45441832523807811, 1.5986617535882512, 2.4985478028054829},
        new double[] {
          exponentials.exponential(), exponentials.exponential(), exponentials.exponential()
        },
        4e-16);
  }

  private static long[] longs(long seed, long replicate) {
    return new ReplicateRandom(seed, replicate).longs(3).toArray();
  }

  @Test
  void everySeedAndReplicateHasAStreamOfItsOwn() {
    Set<Long> firsts = new HashSet<>();
    for (long seed = -50; seed < 50; seed++) {
      for (long replicate = 0; replicate < 1000; replicate++) {
        firsts.add(new ReplicateRandom(seed, replicate).nextLong());
      }
    }
    assertEquals(100_000, firsts.size());
  }

  @Test
  void indicesAreUniform() {
    // Chi-square with 629 degrees of freedom: mean 629, SD 35.5.
    int n = 630;
    int[] counts = new int[n];
    for (int replicate = 0; replicate < 1000; replicate++) {
      ReplicateRandom random = new ReplicateRandom(1, replicate);
      for (int i = 0; i < n; i++) {
        counts[random.index(n)]++;
      }
    }
    double chiSquare =
        IntStream.of(counts).mapToDouble(c -> (c - 1000.0) * (c - 1000.0) / 1000).sum();
    assertTrue(Math.abs(chiSquare - 629) < 4 * 35.5, () -> "chi-square " + chiSquare);
  }

  @Test
  void largeBoundsAreNotBiased() {
    // A remainder of 32 bits would give the lower half of this bound two thirds of the draws.
    int bound = 0x60000000;
    ReplicateRandom random = new ReplicateRandom(5, 0);
    long low = LongStream.range(0, 30_000).filter(i -> random.index(bound) < bound / 2).count();
    assertEquals(15_000, low, 4 * Math.sqrt(30_000 / 4.0));
  }

  @Test
  void refusesABoundThatIsNotPositive() {
    ReplicateRandom random = new ReplicateRandom(1, 1);
    assertThrows(IllegalArgumentException.class, () -> random.index(0));
  }

  @Test
  void deviatesHaveTheMomentsOfTheirDistributions() {
    ReplicateRandom random = new ReplicateRandom(42, 0);
    int draws = 200_000;
    double[] sums = new double[5];
    for (int i = 0; i < draws; i++) {
      double z = random.gaussian();
      double e = random.exponential();
      sums[0] += z;
      sums[1] += z * z;
      sums[2] += z * z * z * z;
      sums[3] += e;
      sums[4] += random.uniform();
    }
    double root = Math.sqrt(draws);
    assertEquals(0, sums[0] / draws, 4 / root);
    assertEquals(1, sums[1] / draws, 4 * Math.sqrt(2) / root);
    assertEquals(3, sums[2] / draws, 4 * Math.sqrt(96) / root);
    assertEquals(1, sums[3] / draws, 4 / root);
    assertEquals(0.5, sums[4] / draws, 4 * Math.sqrt(1 / 12.0) / root);
  }

  @Test
  void theInheritedMethodsAreTheOwnOnes() {
    ReplicateRandom one = new ReplicateRandom(3, 4);
    ReplicateRandom other = new ReplicateRandom(3, 4);
    assertArrayEquals(
        new double[] {one.index(99), one.uniform(), one.gaussian(), one.exponential()},
        new double[] {
          other.nextInt(99), other.nextDouble(), other.nextGaussian(), other.nextExponential()
        });
  }
}

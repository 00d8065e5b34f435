package org.socialcure.mediation.internal.resample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.internal.Interruption;

/**
 * Draws how often every row counts in a replicate. Thread-safe: a draw depends on its stream alone.
 */
public interface Resampler {
  /**
   * Draws one resample.
   *
   * @param stream the number of the random stream; the replicate's number, from 0
   * @param frequencies where the frequency of every row goes
   */
  void draw(long stream, double[] frequencies);

  /**
   * Rows with replacement.
   *
   * @param seed the seed
   * @return the resampler
   */
  static Resampler cases(long seed) {
    return (stream, frequencies) -> {
      ReplicateRandom random = new ReplicateRandom(seed, stream);
      Arrays.fill(frequencies, 0);
      for (int i = 0; i < frequencies.length; i++) {
        Interruption.check(i);
        frequencies[random.index(frequencies.length)]++;
      }
    };
  }

  /**
   * Whole groups with replacement.
   *
   * @param seed the seed
   * @param groupOfRow the group of each row, from 0
   * @return the resampler
   */
  static Resampler clusters(long seed, int[] groupOfRow) {
    int groups = Arrays.stream(groupOfRow).max().orElse(-1) + 1;
    return (stream, frequencies) -> {
      ReplicateRandom random = new ReplicateRandom(seed, stream);
      double[] drawn = new double[groups];
      for (int g = 0; g < groups; g++) {
        drawn[random.index(groups)]++;
      }
      for (int i = 0; i < frequencies.length; i++) {
        frequencies[i] = drawn[groupOfRow[i]];
      }
    };
  }

  /**
   * Rows with replacement within each group.
   *
   * @param seed the seed
   * @param groupOfRow the group of each row, from 0
   * @return the resampler
   */
  static Resampler strata(long seed, int[] groupOfRow) {
    int groups = Arrays.stream(groupOfRow).max().orElse(-1) + 1;
    List<int[]> rows = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      int group = g;
      rows.add(
          java.util.stream.IntStream.range(0, groupOfRow.length)
              .filter(i -> groupOfRow[i] == group)
              .toArray());
    }
    return (stream, frequencies) -> {
      ReplicateRandom random = new ReplicateRandom(seed, stream);
      Arrays.fill(frequencies, 0);
      for (int[] stratum : rows) {
        for (int i = 0; i < stratum.length; i++) {
          frequencies[stratum[random.index(stratum.length)]]++;
        }
      }
    };
  }

  /**
   * Uniform Dirichlet weights that add up to the number of rows.
   *
   * @param seed the seed
   * @return the resampler
   */
  static Resampler bayesian(long seed) {
    return (stream, frequencies) -> {
      ReplicateRandom random = new ReplicateRandom(seed, stream);
      double sum = 0;
      for (int i = 0; i < frequencies.length; i++) {
        Interruption.check(i);
        frequencies[i] = random.exponential();
        sum += frequencies[i];
      }
      for (int i = 0; i < frequencies.length; i++) {
        frequencies[i] *= frequencies.length / sum;
      }
    };
  }

  /**
   * Resamples drawn elsewhere.
   *
   * @param bootstrap a bootstrap with indices
   * @param rows how many rows there are
   * @return the resampler
   * @throws InvalidInputException if an index is beyond the rows
   */
  static Resampler supplied(Bootstrap bootstrap, int rows) {
    Problems problems = new Problems();
    for (int r = 0; r < bootstrap.replicates(); r++) {
      if (Arrays.stream(bootstrap.indices(r)).anyMatch(i -> i >= rows)) {
        problems.add(
            "resample " + (r + 1), "an index is beyond the " + rows + " rows that the model uses");
      }
    }
    problems.throwIfAny();
    return (stream, frequencies) -> {
      Arrays.fill(frequencies, 0);
      for (int index : bootstrap.indices((int) stream)) {
        frequencies[index]++;
      }
    };
  }
}

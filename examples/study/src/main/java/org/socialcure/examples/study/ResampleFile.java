package org.socialcure.examples.study;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;

/** Reads resamples that were drawn elsewhere: one a line, row numbers counted from 1. */
final class ResampleFile {
  private ResampleFile() {}

  /** The resamples with row numbers counted from 0; the first so many, where a number is given. */
  static int[][] read(PlanSource source, String file, OptionalInt replicates) {
    List<String> lines = TextFile.read(source.beside(file)).lines().toList();
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
      lines = lines.subList(0, lines.size() - 1);
    }
    int wanted = replicates.orElse(lines.size());
    if (wanted > lines.size() || wanted < 2) {
      throw new InvalidInputException(
          file, "has " + lines.size() + " resamples, but " + Math.max(2, wanted) + " are needed");
    }
    Problems problems = new Problems();
    int[][] indices = new int[wanted][];
    for (int i = 0; i < wanted; i++) {
      indices[i] = rows(lines.get(i));
      if (Arrays.stream(indices[i]).anyMatch(row -> row < 0)) {
        problems.add(
            file + ", line " + (i + 1), "must hold row numbers, counted from 1, and commas");
      }
    }
    problems.throwIfAny();
    return indices;
  }

  /** The rows counted from 0; what is no row number is below 0. */
  private static int[] rows(String line) {
    return Arrays.stream(line.split(",", -1))
        .map(String::strip)
        .mapToInt(cell -> cell.matches("[0-9]{1,9}") ? Integer.parseInt(cell) - 1 : -1)
        .toArray();
  }
}

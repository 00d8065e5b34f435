package org.socialcure.scoring.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;

/** Checks of what callers say about waves. */
final class Waves {
  private Waves() {}

  static void requireTwo(String before, String after) {
    require(List.of(before, after));
  }

  /** Two or more names of waves, each once. */
  static List<String> require(List<String> waves) {
    List<String> copy = List.copyOf(waves);
    Problems problems = new Problems();
    problems.require(copy.size() >= 2, "waves", "name two or more, from the first to the last");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < copy.size(); i++) {
      String wave = copy.get(i);
      String place = "waves[" + i + "]";
      problems.attempt(() -> ColumnName.requireWave(place, wave));
      problems.require(seen.add(wave), place, "is the same wave as an earlier one");
    }
    problems.throwIfAny();
    return copy;
  }

  /** Times of waves, which have to run forward. */
  static void requireForward(String where, List<Double> times) {
    for (int i = 0; i < times.size(); i++) {
      if (!Double.isFinite(times.get(i)) || i > 0 && !(times.get(i - 1) < times.get(i))) {
        throw new InvalidInputException(
            where + "[" + i + "]", "must be a finite number above the one before it");
      }
    }
  }
}

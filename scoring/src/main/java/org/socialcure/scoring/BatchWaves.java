package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.internal.Nearest;

/**
 * The waves that stand side by side in a file.
 *
 * @param named from the first to the last; empty where they are those of the instruments, as they
 *     first occur
 * @param labels what people call them
 */
record BatchWaves(List<String> named, Map<String, String> labels) {
  static final BatchWaves NONE = new BatchWaves(List.of(), Map.of());

  BatchWaves {
    named = List.copyOf(named);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  String label(String column, String measureLabel) {
    return ColumnName.parse(column).label(measureLabel, labels);
  }

  List<String> of(List<InstrumentColumns> instruments) {
    return named.isEmpty()
        ? instruments.stream().flatMap(columns -> columns.wave().stream()).distinct().toList()
        : named;
  }

  void check(List<InstrumentColumns> instruments, Problems problems) {
    List<String> known = of(instruments);
    for (InstrumentColumns columns : instruments) {
      columns
          .wave()
          .filter(wave -> !known.contains(wave))
          .ifPresent(
              wave ->
                  problems.add(
                      columns.instrument().id() + ", wave",
                      wave + " is none of the waves named" + Nearest.question(wave, known)));
    }
    for (String labelled : labels.keySet()) {
      problems.require(
          known.contains(labelled),
          "label of wave " + labelled,
          "no such wave" + Nearest.question(labelled, known));
    }
  }

  /**
   * The columns that hold the changes of a measure; empty where it lacks the first or last wave.
   */
  static Optional<Change> change(ColumnName measure, List<String> waves, Set<String> scored) {
    if (waves.size() < 2) {
      return Optional.empty();
    }
    Change change =
        new Change(
            measure.withWave(waves.get(0)).toString(),
            measure.withWave(waves.get(waves.size() - 1)).toString(),
            measure.withChange().toString());
    return scored.contains(change.first()) && scored.contains(change.last())
        ? Optional.of(change)
        : Optional.empty();
  }

  /** The names of three columns: last minus first gives the change. */
  record Change(String first, String last, String name) {
    double[] of(Map<String, double[]> scored) {
      double[] before = Objects.requireNonNull(scored.get(first), first);
      double[] after = Objects.requireNonNull(scored.get(last), last);
      double[] difference = new double[after.length];
      for (int row = 0; row < difference.length; row++) {
        difference[row] = after[row] - before[row];
      }
      return difference;
    }
  }

  /** Scored columns in the order of widening: measure by measure, the waves in order. */
  List<String> ordered(List<InstrumentColumns> instruments, Map<String, double[]> scored) {
    List<String> waves = of(instruments);
    List<String> ordered = new ArrayList<>();
    for (String name : scored.keySet()) {
      ColumnName column = ColumnName.parse(name);
      if (column.wave().isEmpty()) {
        ordered.add(name);
      } else if (!ordered.contains(name)) {
        for (String wave : waves) {
          String at = column.withWave(wave).toString();
          if (scored.containsKey(at)) {
            ordered.add(at);
          }
        }
        change(column, waves, scored.keySet()).ifPresent(change -> ordered.add(change.name()));
      }
    }
    return ordered;
  }
}

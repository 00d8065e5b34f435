package org.socialcure.examples.study.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;

/**
 * What holds for the whole file, or for each of the waves that stand side by side in it.
 *
 * @param one what holds for the whole file; empty where it is by wave
 * @param byWave what holds for each wave; empty where it is for the whole file
 */
record ForWaves<T>(Optional<T> one, Map<String, T> byWave) {
  ForWaves {
    byWave = Immutable.copyOf(byWave);
  }

  static <T> ForWaves<T> of(T one) {
    return new ForWaves<>(Optional.of(one), Map.of());
  }

  /** Reads one of something, or an object with one a wave. */
  static <T> NodeReader<ForWaves<T>> reader(NodeReader<T> one) {
    return (node, problems) -> {
      if (!(node instanceof Node.Obj object)) {
        T value = one.read(node, problems);
        return value == null ? null : of(value);
      }
      Map<String, T> waves = waves(object, one, problems);
      return waves == null ? null : new ForWaves<>(Optional.empty(), waves);
    };
  }

  /** One of something for each wave, of which there is at least one. */
  static <T> @Nullable Map<String, T> waves(Node.Obj object, NodeReader<T> one, Problems problems) {
    Map<String, T> waves = new LinkedHashMap<>();
    boolean sound = !object.fields().isEmpty();
    if (!sound) {
      object.report(problems, "must name the columns of at least one wave");
    }
    for (Map.Entry<String, Node> entry : object.fields().entrySet()) {
      Node wave = entry.getValue();
      String name = wave.make(problems, () -> ColumnName.requireWave("$", entry.getKey()));
      T value = one.read(wave, problems);
      sound &= name != null && value != null;
      if (name != null && value != null) {
        waves.put(name, value);
      }
    }
    return sound ? waves : null;
  }

  /** What holds at a wave, or for the whole file. */
  Optional<T> at(Optional<String> wave) {
    return byWave.isEmpty() ? one : wave.map(byWave::get);
  }

  /** The waves, or none for the whole file. */
  List<Optional<String>> waves() {
    return byWave.isEmpty()
        ? List.of(Optional.empty())
        : byWave.keySet().stream().map(Optional::of).toList();
  }

  /** Refuses another field of the same object that is not by the same waves. */
  void requireSameWaves(Fields fields, String name, String other, ForWaves<?> that) {
    if (!byWave.keySet().equals(that.byWave.keySet())) {
      fields.report(
          other,
          byWave.isEmpty()
              ? "is by wave, and \"" + name + "\" is not; give both in the same way"
              : "must be by the waves of \"" + name + "\": " + String.join(", ", byWave.keySet()));
    }
  }
}

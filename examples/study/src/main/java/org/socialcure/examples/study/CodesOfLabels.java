package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.examples.study.plan.DataSection;
import org.socialcure.examples.study.plan.ModelSection;
import org.socialcure.files.ValueLabels;

/** Waves and events that a plan calls by the labels that a file gives to its codes. */
final class CodesOfLabels {
  private CodesOfLabels() {}

  /** The data with waves called as the plan calls them. */
  static Dataset waves(Dataset data, Map<String, ValueLabels> labels, DataSection layout) {
    String column = layout.wave().orElse("");
    ValueLabels told = labels.get(column);
    if (told == null || !data.has(column)) {
      return data;
    }
    Map<String, String> waveOf = new LinkedHashMap<>();
    Problems problems = new Problems();
    for (String wave : layout.waves()) {
      problems.attempt(
          () -> {
            String earlier = waveOf.putIfAbsent(code(told, wave, data, column), wave);
            problems.require(
                earlier == null,
                "column " + column,
                "waves " + earlier + " and " + wave + " are the same code; name it once");
          });
    }
    problems.throwIfAny();
    if (waveOf.entrySet().stream().allMatch(it -> it.getKey().equals(it.getValue()))) {
      return data;
    }
    List<Optional<String>> cells = new ArrayList<>();
    data.texts(column)
        .forEach(cell -> cells.add(cell.map(code -> waveOf.getOrDefault(code, code))));
    return data.with(column, cells);
  }

  /** The data in which the events that a model calls by their labels are called so. */
  static Dataset events(ModelSection model, Dataset data, Map<String, ValueLabels> labels) {
    Problems problems = new Problems();
    Map<String, List<Optional<String>>> called = new LinkedHashMap<>();
    model
        .events()
        .forEach(
            (outcome, event) -> {
              ValueLabels told = labels.get(column(outcome, labels));
              if (told != null && data.has(outcome)) {
                problems.attempt(
                    () -> {
                      String code = code(told, event, data, outcome);
                      called.put(
                          outcome,
                          data.texts(outcome).stream()
                              .map(cell -> cell.map(it -> it.equals(code) ? event : it))
                              .toList());
                    });
              }
            });
    problems.throwIfAny();
    Dataset changed = data;
    for (Map.Entry<String, List<Optional<String>>> column : called.entrySet()) {
      changed = changed.with(column.getKey(), column.getValue());
    }
    return changed;
  }

  /** The column of the file that a column of the analysis comes from. */
  static String column(String name, Map<String, ValueLabels> labels) {
    return labels.containsKey(name) ? name : ColumnName.parse(name).measure();
  }

  private static String code(ValueLabels labels, String text, Dataset data, String column) {
    List<Optional<String>> cells = data.texts(column);
    try {
      return labels.code(text, code -> cells.contains(Optional.of(code)));
    } catch (InvalidInputException ambiguous) {
      throw ambiguous.in("column " + column);
    }
  }
}

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
import org.socialcure.examples.study.plan.Plan;
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

  /** The plan with the codes of events that it calls by their labels. */
  static Plan events(Plan plan, Dataset data, Map<String, ValueLabels> labels) {
    Problems problems = new Problems();
    List<ModelSection> models = new ArrayList<>();
    for (ModelSection model : plan.models()) {
      Map<String, String> codes = new LinkedHashMap<>(model.events());
      codes.replaceAll(
          (outcome, event) -> {
            String column = data.has(outcome) ? outcome : ColumnName.parse(outcome).measure();
            ValueLabels told = labels.get(column);
            if (told == null || !data.has(column)) {
              return event;
            }
            try {
              return code(told, event, data, column);
            } catch (InvalidInputException ambiguous) {
              problems.addAll(ambiguous.problems());
              return event;
            }
          });
      models.add(codes.equals(model.events()) ? model : model.withEvents(codes));
    }
    problems.throwIfAny();
    return plan.withModels(models);
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

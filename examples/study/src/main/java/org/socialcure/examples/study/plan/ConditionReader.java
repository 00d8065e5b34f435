package org.socialcure.examples.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.data.RowCondition;
import org.socialcure.core.data.RowCondition.Comparison;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.Scalars;

/**
 * Reads conditions on rows: an object whose fields, by column, must all hold; or a list of such
 * objects, of which one must.
 */
final class ConditionReader {
  private static final Map<String, Comparison> COMPARISONS = comparisons();

  private ConditionReader() {}

  private static Map<String, Comparison> comparisons() {
    Map<String, Comparison> comparisons = new LinkedHashMap<>();
    comparisons.put("below", Comparison.BELOW);
    comparisons.put("atMost", Comparison.AT_MOST);
    comparisons.put("atLeast", Comparison.AT_LEAST);
    comparisons.put("above", Comparison.ABOVE);
    return comparisons;
  }

  static @Nullable RowCondition read(Node node, Problems problems) {
    if (node instanceof Node.Arr array && !array.elements().isEmpty()) {
      List<RowCondition> any = Fields.elements(node, ConditionReader::all, problems);
      return any == null ? null : any.size() == 1 ? any.get(0) : new RowCondition.AnyOf(any);
    }
    return all(node, problems);
  }

  private static @Nullable RowCondition all(Node node, Problems problems) {
    if (!(node instanceof Node.Obj object) || object.fields().isEmpty()) {
      node.report(
          problems, "must give a value, a list of values or a comparison for at least one column");
      return null;
    }
    List<RowCondition> all = new ArrayList<>();
    boolean sound = true;
    for (Map.Entry<String, Node> entry : object.fields().entrySet()) {
      RowCondition condition = null;
      if (entry.getKey().isBlank()) {
        entry.getValue().report(problems, "names no column");
      } else {
        condition = one(entry.getKey(), entry.getValue(), problems);
      }
      sound &= condition != null;
      if (condition != null) {
        all.add(condition);
      }
    }
    return !sound ? null : all.size() == 1 ? all.get(0) : new RowCondition.All(all);
  }

  private static @Nullable RowCondition one(String column, Node node, Problems problems) {
    if (!(node instanceof Node.Obj)) {
      List<String> values = someValues(node, problems);
      return values == null ? null : new RowCondition.Is(column, new LinkedHashSet<>(values));
    }
    Fields fields = Values.fields(node, problems);
    List<RowCondition> all = new ArrayList<>();
    fields
        .optional("not", ConditionReader::someValues)
        .ifPresent(
            values -> all.add(new RowCondition.Is(column, new LinkedHashSet<>(values)).negate()));
    COMPARISONS.forEach(
        (word, comparison) -> {
          Optional<Double> bound = fields.optional(word, Scalars::number);
          bound.ifPresent(value -> all.add(RowCondition.number(column, comparison, value)));
        });
    if (!fields.has("not") && COMPARISONS.keySet().stream().noneMatch(fields::has)) {
      fields.report("says nothing: give \"not\", \"below\", \"atMost\", \"atLeast\" or \"above\"");
    }
    if (!fields.done().isSound() || all.isEmpty()) {
      return null;
    }
    return all.size() == 1 ? all.get(0) : new RowCondition.All(all);
  }

  private static @Nullable List<String> someValues(Node node, Problems problems) {
    if (node instanceof Node.Arr) {
      return Values.some("value", ConditionReader::values).read(node, problems);
    }
    String value = value(node, problems);
    return value == null ? null : List.of(value);
  }

  /** A list of cells, as texts or numbers, all different. */
  static @Nullable List<String> values(Node node, Problems problems) {
    List<String> values = Fields.elements(node, ConditionReader::value, problems);
    if (values == null) {
      return null;
    }
    boolean distinct = true;
    for (int i = 0; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) < i) {
        node.report(problems, "[" + i + "]", "is named before; name it once");
        distinct = false;
      }
    }
    return distinct ? values : null;
  }

  private static @Nullable String value(Node node, Problems problems) {
    if (node instanceof Node.Text text) {
      return text.text();
    }
    if (node instanceof Node.Num number) {
      return number.digits();
    }
    node.report(problems, "must be a text or a number; \"\" is an empty cell");
    return null;
  }
}

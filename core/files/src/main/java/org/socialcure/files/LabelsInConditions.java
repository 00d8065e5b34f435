package org.socialcure.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.RowCondition;

/** Puts codes in the place of labels in conditions on the rows of a file. */
final class LabelsInConditions {
  private final Dataset data;
  private final Map<String, ValueLabels> labels;

  LabelsInConditions(Dataset data, Map<String, ValueLabels> labels) {
    this.data = data;
    this.labels = labels;
  }

  RowCondition coded(RowCondition condition) {
    if (condition instanceof RowCondition.Is is) {
      return coded(is);
    }
    if (condition instanceof RowCondition.Not not) {
      return coded(not.condition()).negate();
    }
    if (condition instanceof RowCondition.All all) {
      return new RowCondition.All(coded(all.conditions()));
    }
    if (condition instanceof RowCondition.AnyOf any) {
      return new RowCondition.AnyOf(coded(any.conditions()));
    }
    return condition;
  }

  private List<RowCondition> coded(List<RowCondition> conditions) {
    List<RowCondition> coded = new ArrayList<>();
    Problems problems = new Problems();
    conditions.forEach(each -> problems.attempt(() -> coded.add(coded(each))));
    problems.throwIfAny();
    return coded;
  }

  private RowCondition coded(RowCondition.Is is) {
    ValueLabels told = labels.get(is.column());
    if (told == null || !data.has(is.column())) {
      return is;
    }
    List<Optional<String>> cells = data.texts(is.column());
    Set<String> codes = new LinkedHashSet<>();
    for (String value : is.values()) {
      try {
        codes.add(told.code(value, text -> cells.contains(Optional.of(text))));
      } catch (InvalidInputException ambiguous) {
        throw new InvalidInputException(
            "column " + is.column() + ", " + ambiguous.problems().get(0).where(),
            ambiguous.problems().get(0).message());
      }
    }
    return new RowCondition.Is(is.column(), codes);
  }
}

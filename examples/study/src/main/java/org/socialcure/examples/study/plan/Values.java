package org.socialcure.examples.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.NumberedColumns;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;
import org.socialcure.core.internal.json.Scalars;

/** Reads the kinds of values that plans are made of. Each reports what it refuses. */
final class Values {
  /** The place of a number in a pattern of columns, which may have more digits. */
  private static final String NUMBER = "{n}";

  private Values() {}

  /** The fields of an object of the plan, where nothing is null. */
  static Fields fields(Node node, Problems problems) {
    return new Fields(node, problems).ofAuthor().withoutNulls();
  }

  static @Nullable String text(Node node, Problems problems) {
    if (node instanceof Node.Text text && !text.text().isBlank()) {
      return text.text();
    }
    node.report(problems, "must be a text that is not blank");
    return null;
  }

  /** A list of texts that are all different. */
  static @Nullable List<String> names(Node node, Problems problems) {
    List<String> names = Fields.elements(node, Values::text, problems);
    if (names == null) {
      return null;
    }
    List<String> distinct = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (distinct.contains(names.get(i))) {
        node.report(problems, "[" + i + "]", "is named before; name it once");
      } else {
        distinct.add(names.get(i));
      }
    }
    return distinct.size() == names.size() ? distinct : null;
  }

  /** A list of at least one of something. */
  static <T> NodeReader<List<T>> some(String what, NodeReader<List<T>> reader) {
    return (node, problems) -> {
      if (node instanceof Node.Arr array && array.elements().isEmpty()) {
        node.report(problems, "must name at least one " + what);
        return null;
      }
      return reader.read(node, problems);
    };
  }

  static NodeReader<Integer> whole(int least, int most) {
    return (node, problems) -> {
      Long value = Scalars.whole(node, least, most, problems);
      return value == null ? null : value.intValue();
    };
  }

  /** A number from one bound to another. */
  static NodeReader<Double> within(double least, double most) {
    return (node, problems) -> {
      Double value = Scalars.number(node, problems);
      if (value == null || (value >= least && value <= most)) {
        return value;
      }
      node.report(
          problems, "must be a number from " + Names.number(least) + " to " + Names.number(most));
      return null;
    };
  }

  /** A number strictly between two bounds. */
  static NodeReader<Double> between(double above, double below) {
    return (node, problems) -> {
      Double value = Scalars.number(node, problems);
      if (value == null || (value > above && value < below)) {
        return value;
      }
      node.report(
          problems,
          "must be a number above " + Names.number(above) + " and below " + Names.number(below));
      return null;
    };
  }

  static <E extends Enum<E>> NodeReader<E> word(Class<E> type) {
    return (node, problems) -> Scalars.constant(node, type, problems);
  }

  /** The word for one of some constants. */
  static <E extends Enum<E>> NodeReader<E> word(Set<E> constants) {
    Map<String, E> permitted = new LinkedHashMap<>();
    constants.forEach(constant -> permitted.put(Words.of(constant), constant));
    return (node, problems) -> Scalars.choice(node, permitted, problems);
  }

  /** Makes something of a text that has places of its own. */
  static <T> T inside(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (InvalidInputException e) {
      throw e.in("in it");
    }
  }

  static @Nullable List<Double> numbers(Node node, Problems problems) {
    return Fields.elements(node, Scalars::number, problems);
  }

  /** A pattern of column names with one of the placeholders, or a list of names. */
  static NodeReader<Columns> columns(String... placeholders) {
    return (node, problems) -> {
      if (node instanceof Node.Arr) {
        List<String> names = some("column", Values::names).read(node, problems);
        return names == null ? null : new Columns.Names(names);
      }
      String pattern = text(node, problems);
      if (pattern == null
          || List.of(placeholders).stream()
              .anyMatch(
                  it ->
                      it.equals(NUMBER)
                          ? NumberedColumns.hasPlace(pattern)
                          : pattern.contains(it))) {
        return pattern == null ? null : new Columns.Pattern(pattern);
      }
      node.report(
          problems,
          "must contain " + String.join(" or ", placeholders) + ", or be a list of column names");
      return null;
    };
  }

  /** The same by wave, or for a file whose rows are of one wave each. */
  static NodeReader<Columns> columnsByWave(String... placeholders) {
    NodeReader<Columns> one = columns(placeholders);
    return (node, problems) -> {
      if (!(node instanceof Node.Obj object)) {
        return one.read(node, problems);
      }
      Map<String, Columns> waves = ForWaves.waves(object, one, problems);
      return waves == null ? null : new Columns.ByWave(waves);
    };
  }
}

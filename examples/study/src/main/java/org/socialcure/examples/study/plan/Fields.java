package org.socialcure.examples.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/**
 * The fields of one JSON object of a plan, read one after the other.
 *
 * <p>What is wrong is collected with its path and reading goes on, so that one reading finds all
 * problems of a plan. A value that could not be read counts as absent. {@link #close()} reports the
 * fields that nobody asked for.
 */
final class Fields {
  private static final double LARGEST_EXACT_WHOLE = 9007199254740992.0;

  private final String path;
  private final Map<?, ?> values;
  private final List<Problem> problems;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(String path, Map<?, ?> values, List<Problem> problems) {
    this.path = path;
    this.values = values;
    this.problems = problems;
  }

  /** The path of a field of this object. */
  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The path of this object itself. */
  String path() {
    return path.isEmpty() ? "plan" : path;
  }

  /** Whether the object has the field, of whatever type. */
  boolean has(String name) {
    known.add(name);
    return values.containsKey(name);
  }

  /** Reports a problem of a field. */
  void problem(String name, String message) {
    problems.add(new Problem(at(name), message));
  }

  /** Reports a problem of the object as a whole. */
  void problem(String message) {
    problems.add(new Problem(path(), message));
  }

  /** Reports a problem at a full path. */
  void problemAt(String where, String message) {
    problems.add(new Problem(where, message));
  }

  /** How many problems were reported so far, in the whole plan. */
  int problems() {
    return problems.size();
  }

  /** An object without fields at the path of this one, to read defaults from. */
  Fields empty() {
    return new Fields(path, Map.of(), problems);
  }

  /** The value of a field without a problem for null. */
  Optional<Object> peek(String name) {
    known.add(name);
    return Optional.ofNullable(values.get(name));
  }

  /** Does something with what a field holds; what is wrong then is wrong with the field. */
  <T> Optional<T> attempt(String name, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> problem(name, problem.toString()));
      return Optional.empty();
    }
  }

  /** Reports every given field that is present, since it contradicts another one. */
  void refuse(String because, String... names) {
    for (String name : names) {
      if (has(name)) {
        problem(name, because);
      }
    }
  }

  Optional<String> text(String name) {
    return value(name).flatMap(value -> asText(at(name), value));
  }

  Optional<String> required(String name, String meaning) {
    require(name, meaning);
    return text(name);
  }

  /** Reports a field that is not there. */
  void require(String name, String meaning) {
    if (!has(name)) {
      problem(name, "is missing: " + meaning);
    }
  }

  List<String> texts(String name) {
    return list(name, this::asText);
  }

  /** A list of texts that are all different. */
  List<String> distinctTexts(String name) {
    List<String> read = texts(name);
    Set<String> seen = new LinkedHashSet<>();
    for (String text : read) {
      if (!seen.add(text)) {
        problem(name, "names \"" + text + "\" twice; name it once");
      }
    }
    return List.copyOf(seen);
  }

  OptionalLong whole(String name, long least, long most) {
    Optional<Object> value = value(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (value.get() instanceof Number number) {
      double asDouble = number.doubleValue();
      boolean exact = Math.rint(asDouble) == asDouble && Math.abs(asDouble) < LARGEST_EXACT_WHOLE;
      if (exact && number.longValue() >= least && number.longValue() <= most) {
        return OptionalLong.of(number.longValue());
      }
    }
    problem(name, "must be a whole number from " + least + " to " + most);
    return OptionalLong.empty();
  }

  /** A number strictly between two bounds. */
  OptionalDouble between(String name, double above, double below) {
    Optional<Object> value = value(name);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (value.get() instanceof Number number) {
      double asDouble = number.doubleValue();
      if (asDouble > above && asDouble < below) {
        return OptionalDouble.of(asDouble);
      }
    }
    problem(name, "must be a number above " + above + " and below " + below);
    return OptionalDouble.empty();
  }

  List<Double> numbers(String name) {
    return list(name, this::asNumber);
  }

  /** A list of lists of numbers. */
  List<List<Double>> rows(String name) {
    return list(name, (where, row) -> Optional.of(asList(where, row, this::asNumber)));
  }

  <T> Optional<T> choice(String name, Map<String, T> permitted) {
    return value(name).flatMap(value -> asChoice(at(name), value, permitted));
  }

  Optional<Fields> object(String name) {
    return value(name).flatMap(value -> asObject(at(name), value));
  }

  List<Fields> objects(String name) {
    return list(name, this::asObject);
  }

  /** A field that is an object whose field names are free: variables, codes, names of effects. */
  <T> Map<String, T> map(String name, BiFunction<String, Object, Optional<T>> read) {
    Map<String, T> result = new LinkedHashMap<>();
    object(name)
        .ifPresent(
            object ->
                object.values.forEach(
                    (key, value) -> {
                      String where = object.at("\"" + key + "\"");
                      if (String.valueOf(key).isBlank()) {
                        problems.add(new Problem(where, "has a blank name"));
                      } else if (value == null) {
                        problems.add(new Problem(where, "is null; leave the field out instead"));
                      } else {
                        read.apply(where, value).ifPresent(it -> result.put((String) key, it));
                      }
                    }));
    return result;
  }

  <T> List<T> list(String name, BiFunction<String, Object, Optional<T>> read) {
    return value(name).map(value -> asList(at(name), value, read)).orElse(List.of());
  }

  private <T> List<T> asList(
      String where, Object value, BiFunction<String, Object, Optional<T>> read) {
    if (!(value instanceof List<?> items)) {
      problems.add(new Problem(where, "must be a list: [ … ]"));
      return List.of();
    }
    List<T> result = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String place = where + "[" + i + "]";
      Object item = items.get(i);
      if (item == null) {
        problems.add(new Problem(place, "is null; leave it out instead"));
      } else {
        read.apply(place, item).ifPresent(result::add);
      }
    }
    return List.copyOf(result);
  }

  /** A pattern of column names with one of the placeholders, or a list of them. */
  Optional<Columns> columns(String name, List<String> placeholders) {
    Optional<Object> value = peek(name);
    if (value.filter(List.class::isInstance).isPresent()) {
      List<String> names = distinctTexts(name);
      if (names.isEmpty()) {
        problem(name, "must name at least one column");
      }
      return Optional.of(new Columns.Names(names));
    }
    Optional<String> pattern = text(name);
    if (pattern.isPresent() && placeholders.stream().noneMatch(pattern.get()::contains)) {
      problem(
          name,
          "must contain " + String.join(" or ", placeholders) + ", or be a list of column names");
    }
    return pattern.map(Columns.Pattern::new);
  }

  /** The value of a field whose type is not fixed. */
  Optional<Object> value(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    @Nullable Object value = values.get(name);
    if (value == null) {
      problem(name, "is null; leave the field out instead");
    }
    return Optional.ofNullable(value);
  }

  Optional<String> asText(String where, Object value) {
    if (value instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    problems.add(new Problem(where, "must be a text that is not blank"));
    return Optional.empty();
  }

  private Optional<Double> asNumber(String where, Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return Optional.of(number.doubleValue());
    }
    problems.add(new Problem(where, "must be a number"));
    return Optional.empty();
  }

  <T> Optional<T> asChoice(String where, Object value, Map<String, T> permitted) {
    if (value instanceof String text && permitted.containsKey(text)) {
      return Optional.of(permitted.get(text));
    }
    problems.add(
        new Problem(
            where, "must be one of " + String.join(", ", new TreeSet<>(permitted.keySet()))));
    return Optional.empty();
  }

  Optional<Fields> asObject(String where, Object value) {
    if (value instanceof Map<?, ?> map) {
      return Optional.of(new Fields(where, map, problems));
    }
    problems.add(new Problem(where, "must be an object: { … }"));
    return Optional.empty();
  }

  /** Reports the fields that the plan format does not have here. */
  void close() {
    for (Object key : values.keySet()) {
      String name = String.valueOf(key);
      if (!known.contains(name)) {
        problem(name, "is not a field of the plan here; permitted: " + String.join(", ", known));
      }
    }
  }
}

package org.socialcure.core.internal.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Nearest;

/**
 * Takes the fields of an object one by one and, at the end, reports the ones that nobody took.
 * Lives within one call.
 *
 * <p>A field that is missing or refused is reported and read as null; {@link #isSound()} then says
 * so, while unknown fields are reported without spoiling the rest.
 */
public final class Fields {
  // One object each: every place that names a method anew costs a class when it is first run.
  private static final NodeReader<String> TEXT = Scalars::text;
  private static final NodeReader<Double> NUMBER = Scalars::number;

  private final Node node;
  private final Map<String, Node> fields;
  private final Problems problems;
  private final Set<String> known = new HashSet<>();
  private boolean sound = true;
  private boolean ofAuthor;

  /**
   * Opens an object.
   *
   * @param node the value, reported if it is no object; not null
   * @param problems where to report; not null
   */
  public Fields(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
    if (node instanceof Node.Obj object) {
      fields = object.fields();
    } else {
      Scalars.wrong(node, "an object", problems);
      fields = Map.of();
      sound = false;
    }
  }

  /**
   * Calls unknown fields by their names, as in a plan or a definition, which an author writes. In
   * what tells of people a name that nobody knows may be anything, and only its number is told.
   *
   * @return this object
   */
  public Fields ofAuthor() {
    ofAuthor = true;
    return this;
  }

  /**
   * Refuses fields that are JSON's null, which otherwise count as left out.
   *
   * @return this object
   */
  public Fields withoutNulls() {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Node.Null) {
            value.report(problems, "is null; leave the field out instead");
            sound = false;
          }
        });
    return this;
  }

  /**
   * Whether the object has a field, of whatever type.
   *
   * @param name its name; not null
   * @return whether it is there
   */
  public boolean has(String name) {
    known.add(name);
    return fields.containsKey(name);
  }

  /**
   * Reports something that is wrong with the object as a whole.
   *
   * @param message what is wrong, without the place; not null
   */
  public void report(String message) {
    report("$", message);
  }

  /**
   * Reports something that is wrong with a part of the object; of what is no object, only that is
   * reported.
   *
   * @param part the way to the part, {@code "mediators[0]"}, which need not be there; not null
   * @param message what is wrong, without the place; not null
   */
  public void report(String part, String message) {
    if (node instanceof Node.Obj) {
      node.report(problems, part, message);
    }
    sound = false;
  }

  /**
   * Reports a problem of a part of the object; of what is no object, only that is reported.
   *
   * @param problem the problem, whose place is the way to the part; not null
   */
  public void report(Problem problem) {
    if (node instanceof Node.Obj) {
      node.report(problems, problem);
    }
    sound = false;
  }

  /**
   * Refuses fields that contradict another one.
   *
   * @param because what is wrong with them; not null
   * @param names their names; not null
   */
  public void refuse(String because, String... names) {
    for (String name : names) {
      if (has(name)) {
        report(name, because);
      }
    }
  }

  /**
   * Makes something of a field's value; what is wrong then is wrong with the field.
   *
   * @param <T> the type of what is made
   * @param name the field; not null
   * @param maker makes it; not null
   * @return what was made; empty if it was refused
   */
  public <T> Optional<T> attempt(String name, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidInputException refused) {
      refused.problems().forEach(problem -> report(name, problem.toString()));
      return Optional.empty();
    }
  }

  /**
   * The field itself.
   *
   * @param name its name; not null
   * @return the value, or null if there is none or it is JSON's null
   */
  public @Nullable Node node(String name) {
    known.add(name);
    Node found = fields.get(name);
    return found instanceof Node.Null ? null : found;
  }

  /**
   * A field that must be there.
   *
   * @param <T> the type of its value
   * @param name its name; not null
   * @param reader reads the value; not null
   * @return the value, or null if it was refused or missing
   */
  public <T> @Nullable T required(String name, NodeReader<T> reader) {
    Node found = node(name);
    if (found == null) {
      reportMissing(name);
      sound = false;
      return null;
    }
    return checked(reader.read(found, problems));
  }

  /**
   * A field that must be there.
   *
   * @param <T> the type of its value
   * @param name its name; not null
   * @param meaning what to give; not null
   * @param reader reads the value; not null
   * @return the value; empty if it was refused or missing
   */
  public <T> Optional<T> required(String name, String meaning, NodeReader<T> reader) {
    require(name, meaning);
    return optional(name, reader);
  }

  /**
   * Reports a field that is not there.
   *
   * @param name its name; not null
   * @param meaning what to give; not null
   */
  public void require(String name, String meaning) {
    if (!has(name)) {
      report(name, "is missing: " + meaning);
    }
  }

  private void reportMissing(String name) {
    if (fields.get(name) instanceof Node.Null found) {
      found.report(problems, ProblemCode.NULL_FIELD, Map.of(), "must not be null");
    } else if (node instanceof Node.Obj) {
      node.report(
          problems,
          Problem.coded(
              name,
              ProblemCode.MISSING_FIELD,
              Map.of("field", name),
              "is missing from its object"));
    }
  }

  /**
   * A field that may be left out.
   *
   * @param <T> the type of its value
   * @param name its name; not null
   * @param reader reads the value; not null
   * @return the value; empty if it was left out or refused
   */
  public <T> Optional<T> optional(String name, NodeReader<T> reader) {
    Node found = node(name);
    return found == null
        ? Optional.empty()
        : Optional.ofNullable(checked(reader.read(found, problems)));
  }

  /**
   * A list that may be left out.
   *
   * @param <T> the type of its elements
   * @param name its name; not null
   * @param reader reads an element; not null
   * @return the elements that could be read; empty if it was left out
   */
  public <T> List<T> list(String name, NodeReader<T> reader) {
    return optional(name, (found, all) -> elements(found, reader, all)).orElse(List.of());
  }

  /**
   * A field that may be left out and holds an object whose field names are free.
   *
   * @param <T> the type of the values in it
   * @param name its name; not null
   * @param reader reads a value; not null
   * @return the values that could be read, by name in order; empty if it was left out
   */
  public <T> Map<String, T> map(String name, NodeReader<T> reader) {
    Map<String, T> values = new LinkedHashMap<>();
    Node found = node(name);
    if (found instanceof Node.Obj object) {
      object
          .fields()
          .forEach(
              (key, field) -> {
                if (key.isBlank()) {
                  report(name, "holds a blank name");
                }
                T value = checked(reader.read(field, problems));
                if (value != null) {
                  values.put(key, value);
                }
              });
    } else if (found != null) {
      Scalars.wrong(found, "an object", problems);
      sound = false;
    }
    return values;
  }

  /**
   * A text that must be there.
   *
   * @param name its name; not null
   * @return the text, or an empty text if it was refused or missing
   */
  public String text(String name) {
    String text = required(name, TEXT);
    return text == null ? "" : text;
  }

  /**
   * A text that may be left out.
   *
   * @param name its name; not null
   * @return the text; empty if it was left out or refused
   */
  public Optional<String> optionalText(String name) {
    return optional(name, TEXT);
  }

  /**
   * Texts that may be left out.
   *
   * @param name the name of the list; not null
   * @return the texts that could be read; empty if it was left out
   */
  public List<String> texts(String name) {
    return list(name, TEXT);
  }

  /**
   * A number that may be left out.
   *
   * @param name its name; not null
   * @return the number; empty if it was left out or refused
   */
  public OptionalDouble optionalNumber(String name) {
    Double value = optional(name, NUMBER).orElse(null);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * A number that must be there.
   *
   * @param name its name; not null
   * @return the number, or null if it was refused or missing
   */
  public @Nullable Double number(String name) {
    return required(name, NUMBER);
  }

  /**
   * A constant of an enum that must be there.
   *
   * @param <E> the enum
   * @param name its name; not null
   * @param type the enum; not null
   * @return the constant, or null if it was refused or missing
   */
  public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
    return required(name, (found, all) -> Scalars.constant(found, type, all));
  }

  /**
   * A constant of an enum that may be left out.
   *
   * @param <E> the enum
   * @param name its name; not null
   * @param type the enum; not null
   * @param otherwise what it means to leave it out; not null
   * @return the constant
   */
  public <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
    return optional(name, (found, all) -> Scalars.constant(found, type, all)).orElse(otherwise);
  }

  /**
   * Reads all elements of a list, so that every problem is reported.
   *
   * @param <T> the type of the elements
   * @param node the value, reported if it is no list; not null
   * @param reader reads an element; not null
   * @param problems where to report; not null
   * @return the elements, or null if one of them was refused
   */
  public static <T> @Nullable List<T> elements(Node node, NodeReader<T> reader, Problems problems) {
    if (!(node instanceof Node.Arr array)) {
      Scalars.wrong(node, "a list", problems);
      return null;
    }
    List<T> elements = new ArrayList<>();
    for (Node element : array.elements()) {
      T value = reader.read(element, problems);
      if (value != null) {
        elements.add(value);
      }
    }
    return elements.size() == array.elements().size() ? elements : null;
  }

  private <T> @Nullable T checked(@Nullable T value) {
    sound &= value != null;
    return value;
  }

  /**
   * Reports the fields that nobody took.
   *
   * @return this object
   */
  public Fields done() {
    if (node instanceof Node.Obj object) {
      for (Map.Entry<String, Node> field : fields.entrySet()) {
        String name = field.getKey();
        if (known.contains(name)) {
          continue;
        }
        String question = Nearest.question(name, known);
        String message =
            "is not a known field"
                + (question.isEmpty()
                    ? "; the fields are " + String.join(", ", new TreeSet<>(known))
                    : question);
        if (ofAuthor) {
          field.getValue().report(problems, ProblemCode.UNKNOWN_FIELD, Map.of(), message);
        } else {
          object.reportUnnamed(problems, name, message);
        }
      }
    }
    return this;
  }

  /**
   * Whether every field that was asked for could be read.
   *
   * @return whether a value can be made of them
   */
  public boolean isSound() {
    return sound;
  }
}

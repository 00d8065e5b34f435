package org.socialcure.core.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;

/** Makes plain values of JSON values, and back. */
public final class Plain {
  /** The longest exponent of a number; what lies beyond could fill the memory when written out. */
  private static final int LARGEST_EXPONENT = 1000;

  /** Nothing that people write nests deeper, and a stack has an end. */
  private static final int DEEPEST = 1000;

  private Plain() {}

  /**
   * The plain value of a JSON value.
   *
   * @param node the JSON value
   * @return a map, a list, a text, a {@link BigDecimal}, a {@link Boolean} or null
   * @throws InvalidInputException if a number is beyond all use
   */
  public static @Nullable Object of(Node node) {
    if (node instanceof Node.Obj object) {
      return map(object);
    }
    if (node instanceof Node.Arr array) {
      List<@Nullable Object> elements = new ArrayList<>();
      array.elements().forEach(element -> elements.add(of(element)));
      return Collections.unmodifiableList(elements);
    }
    if (node instanceof Node.Text text) {
      return text.text();
    }
    if (node instanceof Node.Num number) {
      return number(number);
    }
    return node instanceof Node.Bool bool ? bool.value() : null;
  }

  private static @Nullable BigDecimal number(Node.Num number) {
    Problems problems = new Problems();
    try {
      BigDecimal value = new BigDecimal(number.digits());
      if (Math.abs((long) value.scale()) <= LARGEST_EXPONENT) {
        return value;
      }
    } catch (NumberFormatException exponentBeyondAll) {
      // Told like any other exponent that is too large.
    }
    number.report(problems, "must be a number of usual size");
    problems.throwIfAny();
    return null;
  }

  /**
   * The plain value of an object.
   *
   * @param object the object
   * @return its fields by name
   * @throws InvalidInputException if a number is beyond all use
   */
  public static Map<String, @Nullable Object> map(Node.Obj object) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    object.fields().forEach((name, field) -> fields.put(name, of(field)));
    return Collections.unmodifiableMap(fields);
  }

  /**
   * The JSON value of a plain value, without a position.
   *
   * @param value maps by text, lists, texts, numbers, booleans and nulls within each other
   * @return the JSON value
   * @throws InvalidInputException if there is anything else in it
   */
  public static Node node(@Nullable Object value) {
    return node(Node.Place.root(0, 0), value, 0);
  }

  private static Node node(Node.Place place, @Nullable Object value, int depth) {
    if (depth == DEEPEST) {
      throw new InvalidInputException(
          shown(place), "nests more than " + DEEPEST + " levels deep, or holds itself");
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Node> fields = new LinkedHashMap<>();
      map.forEach(
          (key, field) -> {
            if (!(key instanceof String name)) {
              throw new InvalidInputException(shown(place), "has a field whose name is no text");
            }
            requireText(place, name);
            fields.put(name, node(place.field(name, 0, 0), field, depth + 1));
          });
      return new Node.Obj(place, Collections.unmodifiableMap(fields));
    }
    if (value instanceof List<?> list) {
      List<Node> elements = new ArrayList<>();
      for (Object element : list) {
        elements.add(node(place.element(elements.size(), 0, 0), element, depth + 1));
      }
      return new Node.Arr(place, Collections.unmodifiableList(elements));
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return new Node.Num(place, Names.number(number));
    }
    if (value instanceof Integer || value instanceof Long || value instanceof BigDecimal) {
      return new Node.Num(place, value.toString());
    }
    if (value instanceof String text) {
      requireText(place, text);
      return new Node.Text(place, text);
    }
    if (value instanceof Boolean bool) {
      return new Node.Bool(place, bool);
    }
    if (value == null) {
      return new Node.Null(place);
    }
    throw new InvalidInputException(
        shown(place), "must be a map, a list, a text, a finite number, true, false or null");
  }

  private static void requireText(Node.Place place, String text) {
    if (Names.hasHalfCharacter(text)) {
      throw new InvalidInputException(
          shown(place), "holds half of a character (a surrogate without the other)");
    }
  }

  private static String shown(Node.Place place) {
    return place.path().isEmpty() ? "$" : place.path();
  }
}

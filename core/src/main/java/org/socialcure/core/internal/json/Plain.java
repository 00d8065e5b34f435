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

/** Makes plain values of JSON values. */
public final class Plain {
  /** The longest exponent of a number; what lies beyond could fill the memory when written out. */
  private static final int LARGEST_EXPONENT = 1000;

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
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      object.fields().forEach((name, field) -> fields.put(name, of(field)));
      return Collections.unmodifiableMap(fields);
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
      BigDecimal value = new BigDecimal(number.digits());
      if (Math.abs((long) value.scale()) > LARGEST_EXPONENT) {
        Problems problems = new Problems();
        node.report(problems, "must be a number of usual size");
        problems.throwIfAny();
      }
      return value;
    }
    return node instanceof Node.Bool bool ? bool.value() : null;
  }
}

package org.socialcure.core.internal.json;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;

/** Takes values apart into maps, lists and single values that the {@link Binder} reads back. */
final class JsonTree {
  private final Map<Class<?>, JsonForm<?>> forms;

  private JsonTree(Map<Class<?>, JsonForm<?>> forms) {
    this.forms = forms;
  }

  /** The tree of a value, with the forms of types that are no plain records. */
  static @Nullable Object of(Object value, Map<Class<?>, JsonForm<?>> forms) {
    return new JsonTree(forms).tree(value, "");
  }

  private @Nullable Object tree(@Nullable Object value, String path) {
    if (value instanceof String text) {
      return text(text, path);
    }
    if (value == null || value instanceof Boolean || value instanceof Long) {
      return value;
    }
    JsonForm<?> form = forms.get(value.getClass());
    if (form != null) {
      return tree(form.write(value), path);
    }
    if (value instanceof LocalDate) {
      return value.toString();
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Double number) {
      return number(number, path);
    }
    if (value instanceof Enum<?> constant) {
      return Words.of(constant);
    }
    if (value instanceof double[] numbers) {
      return elements(Arrays.stream(numbers).boxed().toList(), path);
    }
    if (value instanceof Collection<?> values) {
      return elements(values, path);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      map.forEach((key, field) -> put(fields, path, name(key), field));
      return fields;
    }
    if (value instanceof Record) {
      return fields(value, path);
    }
    throw new IllegalArgumentException(value.getClass().getName() + " has no JSON form.");
  }

  private static String text(String text, String path) {
    if (Names.hasHalfCharacter(text)) {
      throw new InvalidInputException(
          path.isEmpty() ? "$" : path,
          "holds half of a character (a surrogate without the other) and has no JSON form");
    }
    return text;
  }

  private static Object number(double number, String path) {
    if (!Double.isFinite(number)) {
      throw new InvalidInputException(
          path.isEmpty() ? "$" : path, "is not a finite number and has no JSON form");
    }
    BigDecimal shortest = new BigDecimal(Names.number(number));
    return shortest.scale() == 0 && Math.abs(number) < 1e15
        ? (Object) shortest.longValueExact()
        : shortest;
  }

  private List<@Nullable Object> elements(Collection<?> values, String path) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (Object value : values) {
      elements.add(tree(value, path + "[" + elements.size() + "]"));
    }
    return elements;
  }

  private Object fields(Object record, String path) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (Records.isKind(record.getClass())) {
      String kind = Names.kebab(record.getClass().getSimpleName());
      if (components.length == 0) {
        return kind;
      }
      fields.put(Binder.KIND, kind);
    }
    for (RecordComponent component : components) {
      put(fields, path, component.getName(), Records.get(record, component));
    }
    return fields;
  }

  /** Adds a field, unless it is an empty option; an option that is null itself is null in JSON. */
  private void put(
      Map<String, @Nullable Object> fields, String path, String name, @Nullable Object value) {
    Object present = value;
    if (value instanceof Optional<?> option) {
      present = option.orElse(null);
    } else if (value instanceof OptionalInt option) {
      present = option.isPresent() ? option.getAsInt() : null;
    } else if (value instanceof OptionalLong option) {
      present = option.isPresent() ? option.getAsLong() : null;
    } else if (value instanceof OptionalDouble option) {
      present = option.isPresent() ? option.getAsDouble() : null;
    }
    if (present != null || value == null) {
      String there = Problem.path(path, name);
      fields.put(text(name, there), tree(present, there));
    }
  }

  private static String name(Object key) {
    return key instanceof Enum<?> constant ? Words.of(constant) : key.toString();
  }
}

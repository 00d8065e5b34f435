package org.socialcure.core.internal.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.lang.reflect.RecordComponent;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;

/**
 * Writes values as JSON text that the {@link Binder} reads back: two spaces for each level, and on
 * one line what holds single values only and fits.
 */
public final class JsonPrinter {
  private static final int WIDTH = 100;

  private final Map<Class<?>, Function<Object, Object>> forms;

  /**
   * Creates a printer.
   *
   * @param forms how types that are no plain records become maps, lists and single values; not null
   */
  public JsonPrinter(Map<Class<?>, Function<Object, Object>> forms) {
    this.forms = Map.copyOf(forms);
  }

  /**
   * Writes a value.
   *
   * @param value the value; not null
   * @return the text, with a line feed at the end
   * @throws InvalidInputException if a number is not finite
   * @throws IllegalArgumentException if a type has no JSON form
   */
  public String print(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, tree(value, ""), 0);
    return out.append('\n').toString();
  }

  /**
   * Takes a value apart into maps, lists and JSON literals; null stands for a field that is left
   * out.
   */
  private Object tree(@Nullable Object value, String path) {
    if (value == null) {
      return new Literal("null");
    }
    Function<Object, Object> form = forms.get(value.getClass());
    if (form != null) {
      return tree(form.apply(value), path);
    }
    if (value instanceof String || value instanceof LocalDate) {
      return new Literal(quoted(value.toString()));
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      return new Literal(value.toString());
    }
    if (value instanceof Double number) {
      if (!Double.isFinite(number)) {
        throw new InvalidInputException(
            path.isEmpty() ? "$" : path, "is not a finite number and has no JSON form");
      }
      return new Literal(Names.number(number));
    }
    if (value instanceof Enum<?> constant) {
      return new Literal(quoted(Words.of(constant)));
    }
    if (value instanceof double[] numbers) {
      return elements(Arrays.stream(numbers).boxed().toList(), path);
    }
    if (value instanceof Collection<?> values) {
      return elements(values, path);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> fields = new LinkedHashMap<>();
      map.forEach((key, field) -> put(fields, path, name(key), field));
      return fields;
    }
    if (value instanceof Record) {
      return fields(value, path);
    }
    throw new IllegalArgumentException(value.getClass().getName() + " has no JSON form.");
  }

  private List<Object> elements(Collection<?> values, String path) {
    List<Object> elements = new ArrayList<>();
    for (Object value : values) {
      elements.add(tree(value, path + "[" + elements.size() + "]"));
    }
    return elements;
  }

  private Object fields(Object record, String path) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Map<String, Object> fields = new LinkedHashMap<>();
    if (Records.isKind(record.getClass())) {
      Literal kind = new Literal(quoted(Names.kebab(record.getClass().getSimpleName())));
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

  private void put(Map<String, Object> fields, String path, String name, @Nullable Object value) {
    Object present = value;
    if (value instanceof Optional<?> option) {
      present = option.orElse(null);
    } else if (value instanceof OptionalInt option) {
      present = option.isPresent() ? option.getAsInt() : null;
    } else if (value instanceof OptionalLong option) {
      present = option.isPresent() ? option.getAsLong() : null;
    } else if (value instanceof OptionalDouble option) {
      present = option.isPresent() ? option.getAsDouble() : null;
    } else if (value == null) {
      fields.put(name, new Literal("null"));
      return;
    }
    if (present != null) {
      fields.put(name, tree(present, Problem.path(path, name)));
    }
  }

  private static String name(Object key) {
    return key instanceof Enum<?> constant ? Words.of(constant) : key.toString();
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static void append(StringBuilder out, Object tree, int indent) {
    if (tree instanceof Literal literal) {
      out.append(literal.text());
    } else if (tree instanceof Map<?, ?> map) {
      List<String> names = map.keySet().stream().map(key -> quoted(key.toString()) + ": ").toList();
      appendAll(out, '{', '}', names, List.copyOf(map.values()), indent);
    } else if (tree instanceof List<?> list) {
      appendAll(out, '[', ']', list.stream().map(element -> "").toList(), list, indent);
    }
  }

  private static void appendAll(
      StringBuilder out, char open, char close, List<String> names, List<?> values, int indent) {
    boolean oneLine =
        values.stream().allMatch(Literal.class::isInstance)
            && length(names, values) + indent <= WIDTH;
    String start = oneLine ? "" : "\n" + " ".repeat(indent + 2);
    out.append(open);
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? start : oneLine ? ", " : "," + start).append(names.get(i));
      append(out, values.get(i), indent + 2);
    }
    out.append(oneLine ? "" : "\n" + " ".repeat(indent)).append(close);
  }

  private static int length(List<String> names, List<?> values) {
    return names.stream().mapToInt(name -> name.length() + 2).sum()
        + values.stream().mapToInt(value -> ((Literal) value).text().length()).sum();
  }

  private record Literal(String text) {}
}

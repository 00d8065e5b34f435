package org.socialcure.core.internal.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;

/**
 * Makes records of JSON values and reports everything that does not fit. Nothing is coerced: a text
 * is no number, 2.7 is no whole number, an enum is written by its name, and every component that is
 * not optional must be there.
 *
 * <p>Fields that are not known are refused, unless the type or one that it is a part of carries
 * {@code @JsonIgnoreProperties(ignoreUnknown = true)}.
 *
 * <p>A sealed interface is told by the field {@code kind}, the name of one of its records in lower
 * case with hyphens; a record without components may be written as that word alone.
 */
public final class Binder {
  /** The field that tells which record of a sealed interface is meant. */
  public static final String KIND = "kind";

  private final Map<Class<?>, JsonForm<?>> forms;
  private final Predicate<Class<?>> holdsNulls;
  private final List<?> own;
  private final boolean lenient;

  /**
   * Creates a binder.
   *
   * @param forms the forms of types that are no plain records, by type; not null
   * @param holdsNulls which records take JSON's null in the place of any boxed component; not null
   * @param own values of the caller's own, to which a text may refer; not null
   */
  public Binder(Map<Class<?>, JsonForm<?>> forms, Predicate<Class<?>> holdsNulls, List<?> own) {
    this(forms, holdsNulls, own, false);
  }

  private Binder(
      Map<Class<?>, JsonForm<?>> forms,
      Predicate<Class<?>> holdsNulls,
      List<?> own,
      boolean lenient) {
    this.forms = forms;
    this.holdsNulls = holdsNulls;
    this.own = own;
    this.lenient = lenient;
  }

  /**
   * The caller's own values of a type.
   *
   * @param <T> the type
   * @param type the type; not null
   * @return the values
   */
  public <T> List<T> own(Class<T> type) {
    return own.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * Makes a value.
   *
   * @param node the JSON value; not null
   * @param type the type wanted; not null
   * @param problems where to report; not null
   * @return the value, or null if it was refused
   * @throws IllegalArgumentException if the type has no JSON form
   */
  public @Nullable Object bind(Node node, Type type, Problems problems) {
    if (type instanceof Class<?> plain) {
      return bindClass(node, plain, problems);
    }
    if (type instanceof ParameterizedType generic) {
      return bindGeneric(node, generic, problems);
    }
    throw unknown(type);
  }

  private @Nullable Object bindClass(Node node, Class<?> type, Problems problems) {
    if (!lenient && isLenient(type)) {
      return new Binder(forms, holdsNulls, own, true).bindClass(node, type, problems);
    }
    JsonForm<?> form = forms.get(type);
    if (form != null && form.reader() != null) {
      return form.reader().read(node, this, problems);
    }
    if (type == String.class) {
      return Scalars.text(node, problems);
    }
    if (type == int.class || type == Integer.class) {
      Long value = Scalars.whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE, problems);
      return value == null ? null : (Object) value.intValue();
    }
    if (type == long.class || type == Long.class) {
      return Scalars.whole(node, Long.MIN_VALUE, Long.MAX_VALUE, problems);
    }
    if (type == double.class || type == Double.class) {
      return Scalars.number(node, problems);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Scalars.bool(node, problems);
    }
    if (type == LocalDate.class) {
      return Scalars.date(node, problems);
    }
    if (type.isEnum()) {
      return Scalars.constant(node, type, problems);
    }
    if (type == OptionalInt.class) {
      Object value = bindClass(node, int.class, problems);
      return value == null ? null : OptionalInt.of((Integer) value);
    }
    if (type == OptionalLong.class) {
      Object value = bindClass(node, long.class, problems);
      return value == null ? null : OptionalLong.of((Long) value);
    }
    if (type == OptionalDouble.class) {
      Double value = Scalars.number(node, problems);
      return value == null ? null : OptionalDouble.of(value);
    }
    if (type == double[].class) {
      List<Double> values = Fields.elements(node, Scalars::number, problems);
      return values == null ? null : values.stream().mapToDouble(Double::doubleValue).toArray();
    }
    if (type.isRecord()) {
      return bindRecord(node, type, problems);
    }
    if (type.isSealed() && type.isInterface()) {
      return bindSealed(node, type, problems);
    }
    throw unknown(type);
  }

  private @Nullable Object bindGeneric(Node node, ParameterizedType type, Problems problems) {
    Type[] arguments = type.getActualTypeArguments();
    Object raw = type.getRawType();
    if (raw == Optional.class) {
      Object value = bind(node, arguments[0], problems);
      return value == null ? null : Optional.of(value);
    }
    if (raw == List.class || raw == Set.class) {
      List<Object> values =
          Fields.elements(node, (element, all) -> bind(element, arguments[0], all), problems);
      if (values == null) {
        return null;
      }
      if (raw == List.class) {
        return Collections.unmodifiableList(values);
      }
      Set<Object> set = new LinkedHashSet<>(values);
      if (set.size() < values.size()) {
        node.report(problems, ProblemCode.REPEATED, Map.of(), "holds an element twice");
        return null;
      }
      return Collections.unmodifiableSet(set);
    }
    if (raw == Map.class || raw == SortedMap.class) {
      return bindMap(node, raw == SortedMap.class, arguments[0], arguments[1], problems);
    }
    throw unknown(type);
  }

  private @Nullable Object bindMap(
      Node node, boolean sorted, Type keyType, Type valueType, Problems problems) {
    if (!(node instanceof Node.Obj object)) {
      Scalars.wrong(node, "an object", problems);
      return null;
    }
    Map<Object, Object> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
    object
        .fields()
        .forEach(
            (name, field) -> {
              Problems ofEntry = new Problems();
              Object key = key(name, field.place(), keyType, ofEntry);
              Object value = bind(field, valueType, ofEntry);
              if (key != null && value != null && map.put(key, value) != null) {
                field.report(ofEntry, "stands twice under another spelling");
              }
              int number = List.copyOf(object.fields().keySet()).indexOf(name);
              ofEntry
                  .list()
                  .forEach(
                      problem ->
                          problems.add(
                              keyType == String.class
                                  ? numbered(problem, object.place(), field.place(), number)
                                  : problem));
            });
    if (map.size() < object.fields().size()) {
      return null;
    }
    return sorted
        ? Collections.unmodifiableSortedMap((TreeMap<Object, Object>) map)
        : Collections.unmodifiableMap(map);
  }

  /** The key of an entry may be anything, such as whose entry it is; its number says as much. */
  private static Problem numbered(Problem problem, Node.Place map, Node.Place entry, int number) {
    return problem.where().startsWith(entry.path())
        ? problem.at(
            map.path() + "[" + number + "]" + problem.where().substring(entry.path().length()),
            problem.position())
        : problem;
  }

  private @Nullable Object key(String name, Node.Place place, Type type, Problems problems) {
    if (type == Integer.class) {
      if (name.matches("-?\\d{1,9}")) {
        return Integer.valueOf(name);
      }
      new Node.Null(place).report(problems, "must be named by a whole number");
      return null;
    }
    return bind(new Node.Text(place, name), type, problems);
  }

  private @Nullable Object bindSealed(Node node, Class<?> type, Problems problems) {
    Map<String, Class<?>> kinds = Records.kinds(type);
    if (node instanceof Node.Text) {
      Class<?> kind = Scalars.choice(node, kinds, problems);
      return kind == null ? null : bindClass(node, kind, problems);
    }
    if (!(node instanceof Node.Obj object)) {
      Scalars.wrong(node, "an object with the field \"" + KIND + "\"", problems);
      return null;
    }
    Node named = object.fields().get(KIND);
    if (named == null) {
      String expected = Names.anyOf(List.copyOf(kinds.keySet()));
      node.report(
          problems,
          ProblemCode.MISSING_FIELD,
          Map.of("field", KIND),
          "needs the field \"" + KIND + "\": " + expected);
      return null;
    }
    Class<?> kind = Scalars.choice(named, kinds, problems);
    return kind == null ? null : bindClass(node, kind, problems);
  }

  private @Nullable Object bindRecord(Node node, Class<?> type, Problems problems) {
    String kind = Records.isKind(type) ? Names.kebab(type.getSimpleName()) : "";
    Fields fields = new Fields(kinded(node, kind), problems);
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = component(node, fields, components[i], type);
    }
    Node named = kind.isEmpty() ? null : fields.node(KIND);
    if (named != null && Scalars.choice(named, Map.of(kind, type), problems) == null) {
      return null;
    }
    if (!lenient) {
      fields.done();
    }
    if (!fields.isSound()) {
      return null;
    }
    return node.make(problems, () -> Records.make(type, components, arguments));
  }

  /** A record without components may be written as the word for its kind alone. */
  private static Node kinded(Node node, String kind) {
    return node instanceof Node.Text text && text.text().equals(kind)
        ? new Node.Obj(node.place(), Map.of(KIND, node))
        : node;
  }

  private @Nullable Object component(
      Node node, Fields fields, RecordComponent component, Class<?> owner) {
    String name = component.getName();
    Type type = component.getGenericType();
    Object none = none(component.getType());
    if (none != null) {
      return fields.optional(name, (found, all) -> bind(found, type, all)).orElse(none);
    }
    if (node instanceof Node.Obj object
        && object.fields().get(name) instanceof Node.Null
        && holdsNulls.test(owner)
        && !component.getType().isPrimitive()) {
      return fields.node(name);
    }
    return fields.required(name, (found, all) -> bind(found, type, all));
  }

  /** Whether unknown fields of a type, and of everything within it, are passed over. */
  private static boolean isLenient(Class<?> type) {
    JsonIgnoreProperties declared = type.getAnnotation(JsonIgnoreProperties.class);
    return declared != null && declared.ignoreUnknown();
  }

  private static @Nullable Object none(Class<?> type) {
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == OptionalInt.class) {
      return OptionalInt.empty();
    }
    if (type == OptionalLong.class) {
      return OptionalLong.empty();
    }
    return type == OptionalDouble.class ? OptionalDouble.empty() : null;
  }

  private static IllegalArgumentException unknown(Type type) {
    return new IllegalArgumentException(
        Objects.requireNonNull(type).getTypeName()
            + " has no JSON form; records of texts, numbers, dates, enums, lists, maps and options have.");
  }
}

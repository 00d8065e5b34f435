package org.socialcure.core.internal.json;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.socialcure.core.Problems;

/**
 * Reads and writes values of all modules: what stands behind {@code Json} and behind the
 * serializers for mappers. Immutable and thread-safe.
 */
public final class JsonCodec {
  private static final JsonCodec STANDARD = new JsonCodec(List.of());

  private final Binder binder;

  private JsonCodec(Collection<?> own) {
    binder = new Binder(Found.FORMS, Found::holdsNulls, List.copyOf(own));
  }

  /**
   * The codec that knows what is built in.
   *
   * @return the codec
   */
  public static JsonCodec standard() {
    return STANDARD;
  }

  /**
   * A codec that also knows values of the caller's own, to which a text may refer by their id.
   *
   * @param own the values; not null
   * @return the codec
   */
  public static JsonCodec knowing(Collection<?> own) {
    return own.isEmpty() ? STANDARD : new JsonCodec(own);
  }

  /**
   * Makes a value.
   *
   * @param node the JSON value; not null
   * @param type the type wanted; not null
   * @param problems what was found so far, such as fields that stand twice; not null
   * @return the value
   * @throws org.socialcure.core.InvalidInputException with everything that is wrong
   * @throws IllegalArgumentException if the type has no JSON form
   */
  public Object read(Node node, Type type, Problems problems) {
    Object value = binder.bind(node, type, problems);
    problems.throwIfAny();
    return Objects.requireNonNull(value, "value");
  }

  /**
   * Takes a value apart.
   *
   * @param value the value; not null
   * @return a text, a boolean, a {@code Long}, a {@code BigDecimal}, or a list or a map of such by
   *     name, in which null stands for JSON's null
   * @throws org.socialcure.core.InvalidInputException if a number is not finite
   * @throws IllegalArgumentException if a type has no JSON form
   */
  public static Object tree(Object value) {
    return Objects.requireNonNull(JsonTree.of(value, Found.FORMS), "value");
  }

  /**
   * The published schemas of all modules.
   *
   * @return what reads the text of each, by type in the order of the modules
   */
  public static Map<Class<?>, Supplier<String>> schemas() {
    Map<Class<?>, Supplier<String>> schemas = new LinkedHashMap<>();
    Found.PROVIDERS.forEach(provider -> schemas.putAll(provider.schemas()));
    return Collections.unmodifiableMap(schemas);
  }

  /** What the modules provide, looked up once. */
  private static final class Found {
    private static final List<JsonForms> PROVIDERS =
        ServiceLoader.load(JsonForms.class, JsonForms.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private static final Map<Class<?>, JsonForm<?>> FORMS =
        PROVIDERS.stream()
            .flatMap(provider -> provider.forms().stream())
            .collect(Collectors.toUnmodifiableMap(JsonForm::type, Function.identity()));

    private static boolean holdsNulls(Class<?> record) {
      return PROVIDERS.stream().anyMatch(provider -> provider.holdsNulls(record));
    }
  }
}

package org.socialcure.core.internal.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;

/** Makes records and takes them apart through their public constructors and accessors. */
final class Records {
  private Records() {}

  /** The records of a sealed interface by the word for them, in the order of their declaration. */
  static Map<String, Class<?>> kinds(Class<?> sealed) {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    for (Class<?> kind : sealed.getPermittedSubclasses()) {
      if (kind.isSealed()) {
        kinds.putAll(kinds(kind));
        continue;
      }
      if (!kind.isRecord()) {
        throw new IllegalArgumentException(
            sealed.getName() + " has no JSON form, because not all of its kinds are records.");
      }
      kinds.put(Names.kebab(kind.getSimpleName()), kind);
    }
    return kinds;
  }

  /**
   * Whether a record is one of the kinds of a sealed interface and so carries the field that says
   * which.
   */
  static boolean isKind(Class<?> type) {
    boolean kind = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    if (kind
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(component -> component.getName().equals(Binder.KIND))) {
      throw new IllegalArgumentException(
          type.getName()
              + " has no JSON form, because the name kind is taken by its sealed interface.");
    }
    return kind;
  }

  static Object make(Class<?> type, RecordComponent[] components, @Nullable Object[] arguments) {
    try {
      return type.getConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof InvalidInputException refused) {
        throw refused;
      }
      if (thrown.getCause() instanceof IllegalArgumentException refused) {
        String message = refused.getMessage();
        throw new InvalidInputException(
            "$", message == null || message.isBlank() ? "is not permitted" : message);
      }
      throw new IllegalStateException("The constructor of " + type.getName() + " failed.", thrown);
    } catch (ReflectiveOperationException closed) {
      throw closed(type, closed);
    }
  }

  static @Nullable Object get(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException closed) {
      throw closed(value.getClass(), closed);
    }
  }

  private static IllegalArgumentException closed(Class<?> type, Exception cause) {
    return new IllegalArgumentException(
        type.getName()
            + " has no JSON form, because it is not a public record in an exported package.",
        cause);
  }
}

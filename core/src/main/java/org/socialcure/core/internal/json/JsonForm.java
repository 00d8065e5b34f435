package org.socialcure.core.internal.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;

/**
 * The JSON form of a type that is no plain record.
 *
 * @param <T> the type
 * @param type the type itself
 * @param writer takes a value apart into maps, lists, records and single values
 * @param reader makes a value, or null for a record that is read by its components
 */
public record JsonForm<T>(
    Class<T> type, Function<? super T, ?> writer, @Nullable Reader<? extends T> reader) {
  /**
   * Reads values of a type.
   *
   * @param <T> the type
   */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads a value.
     *
     * @param node the JSON value; not null
     * @param binder reads the parts; not null
     * @param problems where everything that is wrong is reported; not null
     * @return the value, or null if it could not be made
     */
    @Nullable T read(Node node, Binder binder, Problems problems);
  }

  Object write(Object value) {
    return writer.apply(type.cast(value));
  }
}

package org.socialcure.core.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The types of one module with a JSON form of their own, found by {@link java.util.ServiceLoader}.
 * Records, enums and sealed interfaces of records have a form without being named here.
 */
public interface JsonForms {
  /**
   * The forms.
   *
   * @return one for each type
   */
  List<JsonForm<?>> forms();

  /**
   * Whether a record of this module takes JSON's null for any of its components.
   *
   * @param record the type of the record; not null
   * @return whether it does; no record does unless it is said here
   */
  default boolean holdsNulls(Class<?> record) {
    return false;
  }

  /**
   * The published schemas of types of this module, each refers to others by their {@code $id}.
   *
   * @return what reads the text of each, in the order in which they are told
   */
  default Map<Class<?>, Supplier<String>> schemas() {
    return Map.of();
  }

  /**
   * The text of a resource beside a class of the module.
   *
   * @param beside the class; not null
   * @param name the name of the resource; not null
   * @return the text
   */
  static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

package org.socialcure.core.internal.json;

import java.util.List;

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
}

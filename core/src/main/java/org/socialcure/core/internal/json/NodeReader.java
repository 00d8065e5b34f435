package org.socialcure.core.internal.json;

import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;

/**
 * Turns a JSON value into a value of some type.
 *
 * @param <T> the type
 */
@FunctionalInterface
public interface NodeReader<T> {
  /**
   * Reads a value.
   *
   * @param node the JSON value; not null
   * @param problems where everything that is wrong is reported; not null
   * @return the value, or null if it could not be made
   */
  @Nullable T read(Node node, Problems problems);
}

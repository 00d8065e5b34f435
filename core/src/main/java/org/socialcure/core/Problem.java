package org.socialcure.core;

import java.util.Objects;

/**
 * One thing that is wrong with an input: where it is, what is wrong and what would be right.
 *
 * <p>A problem never holds a person's answer or identifier; it says where to look instead.
 *
 * <p>Immutable and thread-safe.
 *
 * @param where the place, in the words of the input: {@code "line 7, column ucla3_2"}, {@code
 *     "models[0].bootstrap.replicates"}, {@code "ucla-3, item left-out"}; not blank
 * @param message what is wrong, what is permitted and the remedy; not blank
 */
public record Problem(String where, String message) {
  public Problem {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(message, "message");
    if (where.isBlank() || message.isBlank()) {
      throw new IllegalArgumentException("A problem needs a place and a message.");
    }
  }

  @Override
  public String toString() {
    return where + ": " + message;
  }
}

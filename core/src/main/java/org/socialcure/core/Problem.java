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
 * @since 0.1
 */
public record Problem(String where, String message) {
  /**
   * Refuses blanks.
   *
   * @throws IllegalArgumentException if the place or the message is blank
   */
  public Problem {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(message, "message");
    if (where.isBlank() || message.isBlank()) {
      throw new IllegalArgumentException("A problem needs a place and a message.");
    }
  }

  /**
   * This problem of a part as a problem of the whole: its place becomes a {@linkplain #path path}
   * that begins with that of the whole.
   *
   * @param whole the path of what holds the part; empty for the root
   * @return the problem with the longer path
   */
  public Problem within(String whole) {
    return new Problem(path(whole, where), message);
  }

  /**
   * This problem with the name of what it was found in, such as a file, before its place.
   *
   * @param source the name
   * @return the problem at {@code "source, where"}
   */
  public Problem in(String source) {
    return new Problem(source + ", " + where, message);
  }

  /**
   * The path of a part of something, as in {@code models[0].bootstrap}.
   *
   * @param whole the path of the whole; empty for the root
   * @param part the path of the part within it, {@code "$"} for the whole itself
   * @return both joined
   */
  public static String path(String whole, String part) {
    if (whole.isEmpty()) {
      return part;
    }
    if (part.equals("$")) {
      return whole;
    }
    if (part.startsWith("[")) {
      return whole + part;
    }
    return part.contains(" ") ? whole + " (" + part + ")" : whole + "." + part;
  }

  /**
   * One line for people.
   *
   * @return the place and the message
   */
  @Override
  public String toString() {
    return where + ": " + message;
  }
}

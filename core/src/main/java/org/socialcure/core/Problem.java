package org.socialcure.core;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input: where it is, what is wrong and what would be right.
 *
 * <p>A problem never holds a person's answer or identifier; it says where to look instead.
 *
 * <p>Immutable and thread-safe.
 *
 * @param where the place, in the words of the input: {@code "line 7, column ucla3_2"}, {@code
 *     "models[0].bootstrap.replicates"}, {@code "ucla-3, item left-out"}; not blank
 * @param position where that place is in the text of the input, if it is in one
 * @param message what is wrong, what is permitted and the remedy, in English; not blank
 * @param code what kind of problem it is, for programs and for messages in other languages: the
 *     word of a {@link ProblemCode}, or one of the caller's own; not blank
 * @param parameters what the message in another language has to say, by name, see {@link
 *     ProblemCode#parameters()}; empty if the code says it all
 * @since 0.1
 */
public record Problem(
    String where,
    Optional<Position> position,
    String message,
    String code,
    Map<String, String> parameters)
    implements Serializable {
  /**
   * Refuses blanks.
   *
   * @throws IllegalArgumentException if the place, the message or the code is blank
   */
  public Problem {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(code, "code");
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    if (where.isBlank() || message.isBlank() || code.isBlank()) {
      throw new IllegalArgumentException("A problem needs a place, a message and a code.");
    }
  }

  /**
   * Creates a problem with the code {@code invalid}.
   *
   * @param where the place; not blank
   * @param position where that place is in the text of the input, if it is in one
   * @param message what is wrong, what is permitted and the remedy; not blank
   * @throws IllegalArgumentException if the place or the message is blank
   */
  public Problem(String where, Optional<Position> position, String message) {
    this(where, position, message, ProblemCode.INVALID.toString(), Map.of());
  }

  /**
   * Creates a problem that can be told in other languages.
   *
   * @param where the place; not blank
   * @param code what kind of problem it is; not null
   * @param parameters a value for each of the {@linkplain ProblemCode#parameters() parameters} of
   *     the code
   * @param message the same in English; not blank
   * @return the problem
   * @throws IllegalArgumentException if the place or the message is blank, or the parameters are
   *     others than those of the code
   */
  public static Problem coded(
      String where, ProblemCode code, Map<String, String> parameters, String message) {
    if (!parameters.keySet().equals(Set.copyOf(code.parameters()))) {
      throw new IllegalArgumentException(code + " has the parameters " + code.parameters() + ".");
    }
    return new Problem(where, Optional.empty(), message, code.toString(), parameters);
  }

  /**
   * The same problem at another place.
   *
   * @param elsewhere the place; not blank
   * @param there where that place is in the text of the input, if it is in one
   * @return the problem there
   * @throws IllegalArgumentException if the place is blank
   */
  public Problem at(String elsewhere, Optional<Position> there) {
    return new Problem(elsewhere, there, message, code, parameters);
  }

  /**
   * Creates a problem whose place says it all.
   *
   * @param where the place; not blank
   * @param message what is wrong, what is permitted and the remedy; not blank
   * @throws IllegalArgumentException if the place or the message is blank
   */
  public Problem(String where, String message) {
    this(where, Optional.empty(), message);
  }

  /**
   * This problem of a part as a problem of the whole: its place becomes a {@linkplain #path path}
   * that begins with that of the whole.
   *
   * @param whole the path of what holds the part; empty for the root
   * @return the problem with the longer path
   */
  public Problem within(String whole) {
    return at(path(whole, where), position);
  }

  /**
   * This problem with the name of what it was found in, such as a file, before its place.
   *
   * @param source the name
   * @return the problem at {@code "source, where"}
   */
  public Problem in(String source) {
    return at(source + ", " + where, position);
  }

  /**
   * The path of a part of something, as in {@code models[0].bootstrap}.
   *
   * @param whole the path of the whole; empty for the root
   * @param part the path of the part within it, {@code "$"} for the whole itself; a name of which
   *     nothing is seen stands in quotes
   * @return both joined
   */
  public static String path(String whole, String part) {
    if (part.isBlank()) {
      return path(whole, '"' + part + '"');
    }
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
   * The place together with its position.
   *
   * @return for example {@code "items[2].id (line 7, column 12)"}
   */
  public String place() {
    return position.map(at -> where + " (" + at + ")").orElse(where);
  }

  /**
   * One line for people.
   *
   * @return the place and the message
   */
  @Override
  public String toString() {
    return place() + ": " + message;
  }

  /**
   * A position in a text.
   *
   * @param line the line, from 1
   * @param column the column, from 1
   * @since 0.1
   */
  public record Position(int line, int column) implements Serializable {
    /**
     * The position in words.
     *
     * @return for example {@code "line 7, column 12"}
     */
    @Override
    public String toString() {
      return "line " + line + ", column " + column;
    }
  }

  /** An empty option has no serial form of Java; a place without a position has. */
  private Object writeReplace() {
    return new Serialised(
        where, position.orElse(null), message, code, new LinkedHashMap<>(parameters));
  }

  private record Serialised(
      String where,
      @Nullable Position position,
      String message,
      String code,
      LinkedHashMap<String, String> parameters)
      implements Serializable {
    private Object readResolve() {
      return new Problem(where, Optional.ofNullable(position), message, code, parameters);
    }
  }
}

package org.socialcure.core.internal.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;

/** A JSON value and where it stands. */
public sealed interface Node {
  /**
   * Where the value stands.
   *
   * @return the place
   */
  Place place();

  /**
   * The kind of the value in words that hold nothing of its content.
   *
   * @return {@code "a text"}, {@code "a number"} and so on
   */
  String kind();

  /**
   * Reports something that is wrong with this value.
   *
   * @param problems where to report it; not null
   * @param message what is wrong, without the place; not null
   */
  default void report(Problems problems, String message) {
    report(problems, "", message);
  }

  /**
   * Reports something that is wrong with a part of this value.
   *
   * @param problems where to report it; not null
   * @param part the way to the part, {@code "items[2].id"}, which need not be there; empty for the
   *     value itself; not null
   * @param message what is wrong, without the place; not null
   */
  default void report(Problems problems, String part, String message) {
    String path = part.isEmpty() ? place().path() : Problem.path(place().path(), part);
    Place near = nearest(path).place();
    problems.add(
        new Problem(
            path.isEmpty() ? "$" : path,
            near.line() < 1
                ? Optional.empty()
                : Optional.of(new Problem.Position(near.line(), near.column())),
            message));
  }

  /**
   * Makes a value of this one and turns the refusal of its constructor into problems at the places
   * of the parts that it names.
   *
   * @param <T> the type of the value
   * @param problems where to report; not null
   * @param maker makes the value; not null
   * @return the value, or null if it was refused
   */
  default <T> @Nullable T make(Problems problems, Supplier<T> maker) {
    Problems refused = new Problems();
    T value = refused.<T>attempt("", maker).orElse(null);
    for (Problem problem : refused.list()) {
      report(problems, problem.where(), problem.message());
    }
    return value;
  }

  /**
   * The innermost value within this one on the way to a path.
   *
   * @param path a path from the root; not null
   * @return that value, this one if no part of it is on the way
   */
  default Node nearest(String path) {
    Collection<Node> parts =
        this instanceof Obj object
            ? object.fields().values()
            : this instanceof Arr array ? array.elements() : List.of();
    for (Node part : parts) {
      String own = part.place().path();
      if (path.startsWith(own)
          && (path.length() == own.length() || ".[ ".indexOf(path.charAt(own.length())) >= 0)) {
        return part.nearest(path);
      }
    }
    return this;
  }

  /**
   * The place of a value.
   *
   * @param path the way from the root, {@code "items[2].id"}; empty for the root
   * @param line the line, from 1; less if it is not known
   * @param column the column, from 1
   */
  record Place(String path, int line, int column) {}

  /**
   * An object.
   *
   * @param place where it stands
   * @param fields its fields in order
   */
  record Obj(Place place, Map<String, Node> fields) implements Node {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /**
   * A list.
   *
   * @param place where it stands
   * @param elements its elements in order
   */
  record Arr(Place place, List<Node> elements) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A text.
   *
   * @param place where it stands
   * @param text the text
   */
  record Text(Place place, String text) implements Node {
    @Override
    public String kind() {
      return "a text";
    }
  }

  /**
   * A number.
   *
   * @param place where it stands
   * @param digits the number as it was written
   */
  record Num(Place place, String digits) implements Node {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /**
   * True or false.
   *
   * @param place where it stands
   * @param value which of them
   */
  record Bool(Place place, boolean value) implements Node {
    @Override
    public String kind() {
      return "true or false";
    }
  }

  /**
   * Null.
   *
   * @param place where it stands
   */
  record Null(Place place) implements Node {
    @Override
    public String kind() {
      return "null";
    }
  }
}

package org.socialcure.core.internal.json;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
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
    report(problems, new Problem(part.isEmpty() ? "$" : part, message));
  }

  /**
   * Reports something that is wrong with this value, by a code.
   *
   * @param problems where to report it; not null
   * @param code what kind of problem it is; not null
   * @param parameters the parameters of the code; not null
   * @param message what is wrong, without the place; not null
   */
  default void report(
      Problems problems, ProblemCode code, Map<String, String> parameters, String message) {
    report(problems, Problem.coded("$", code, parameters, message));
  }

  /**
   * Reports a problem of a part of this value.
   *
   * @param problems where to report it; not null
   * @param problem the problem, whose place is the way to the part, {@code "$"} for the value
   *     itself; not null
   */
  default void report(Problems problems, Problem problem) {
    String part = problem.where().equals("$") ? "" : problem.where();
    String path = part.isEmpty() ? place().path() : Problem.path(place().path(), part);
    Place near = part.isEmpty() ? place() : nearest(part).place();
    problems.add(
        problem.at(
            path.isEmpty() ? "$" : path,
            near.line() < 1
                ? Optional.empty()
                : Optional.of(new Problem.Position(near.line(), near.column()))));
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
      report(problems, problem);
    }
    return value;
  }

  /**
   * The innermost value within this one on the way to one of its parts.
   *
   * @param part the way from this value to the part, {@code "items[2].id"}; not null
   * @return that value, this one if no part of it is on the way
   */
  default Node nearest(String part) {
    Collection<Node> values =
        this instanceof Obj object
            ? object.fields().values()
            : this instanceof Arr array ? array.elements() : List.of();
    for (Node value : values) {
      String own = value.place().part();
      if (part.startsWith(own)
          && (part.length() == own.length() || ".[ ".indexOf(part.charAt(own.length())) >= 0)) {
        String rest = part.substring(own.length());
        if (rest.startsWith(" (")) {
          // How a path tells a part whose name holds a blank.
          return value.nearest(rest.substring(2).replaceFirst("\\)", ""));
        }
        return value.nearest(rest.startsWith(".") ? rest.substring(1) : rest);
      }
    }
    return this;
  }

  /**
   * The place of a value. Its path is put together when it is asked for: that of every value in a
   * text would be longer than the text.
   *
   * @param whole the place of the object or list that holds the value; null for the root
   * @param part the way from there, {@code "id"} or {@code "[2]"}; empty for the root
   * @param line the line, from 1; less if it is not known
   * @param column the column, from 1
   */
  record Place(@Nullable Place whole, String part, int line, int column) {
    /** More steps of a path than this at either end are left out of its middle. */
    private static final int SHOWN = 20;

    private static final int LONGEST_NAME = 64;

    /**
     * The place of a root.
     *
     * @param line the line, from 1; less if it is not known
     * @param column the column, from 1
     * @return the place
     */
    static Place root(int line, int column) {
      return new Place(null, "", line, column);
    }

    /**
     * The place of a field in this object.
     *
     * @param name the name of the field; not null
     * @param line the line of its value
     * @param column the column of its value
     * @return the place
     */
    Place field(String name, int line, int column) {
      return new Place(this, shown(name), line, column);
    }

    /**
     * The place of an element in this list.
     *
     * @param index the number of the element, from 0
     * @param line its line
     * @param column its column
     * @return the place
     */
    Place element(int index, int line, int column) {
      return new Place(this, "[" + index + "]", line, column);
    }

    /** A field's name as it stands in a path: to be seen, on one line and not endless. */
    private static String shown(String name) {
      String seen = name.isBlank() ? "\"" + name + "\"" : name;
      String line = seen.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
      return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
    }

    /**
     * The way from the root.
     *
     * @return {@code "items[2].id"}; empty for the root; of one that is very deep the beginning and
     *     the end
     */
    public String path() {
      Deque<String> parts = new ArrayDeque<>();
      for (Place place = this; place.whole != null; place = place.whole) {
        parts.addFirst(place.part);
      }
      int left = parts.size();
      int skipped = left > 2 * SHOWN ? SHOWN : left;
      String path = "";
      for (String part : parts) {
        int from = parts.size() - left--;
        if (from < skipped || from >= parts.size() - SHOWN) {
          path = Problem.path(path, part);
        } else if (from == skipped) {
          path += "…";
        }
      }
      return path;
    }
  }

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

    /**
     * Reports a field by its number and its position; its name, which nobody knows, may be anything
     * and is not quoted.
     *
     * @param problems where to report it; not null
     * @param name the name of the field; not null
     * @param message what is wrong, as the end of a sentence that begins with the field; not null
     */
    public void reportUnnamed(Problems problems, String name, String message) {
      reportUnnamed(problems, name, ProblemCode.UNKNOWN_FIELD, Map.of(), message);
    }

    /**
     * Reports a field by its number and its position, by a code.
     *
     * @param problems where to report it; not null
     * @param name the name of the field; not null
     * @param code what kind of problem it is; not null
     * @param parameters the parameters of the code without the number; not null
     * @param message what is wrong, as the end of a sentence that begins with the field; not null
     */
    public void reportUnnamed(
        Problems problems,
        String name,
        ProblemCode code,
        Map<String, String> parameters,
        String message) {
      int number = List.copyOf(fields.keySet()).indexOf(name) + 1;
      Place near = fields.getOrDefault(name, this).place();
      Map<String, String> all = new TreeMap<>(parameters);
      if (code.parameters().contains("number")) {
        all.put("number", Integer.toString(number));
      }
      problems.add(
          Problem.coded("$", code, all, "field number " + number + " " + message)
              .at(
                  place.path().isEmpty() ? "$" : place.path(),
                  near.line() < 1
                      ? Optional.empty()
                      : Optional.of(new Problem.Position(near.line(), near.column()))));
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

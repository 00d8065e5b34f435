package org.socialcure.core.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/**
 * Collects problems so that all of them can be reported at once. Not thread-safe; lives within one
 * call.
 */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Creates an empty collection. */
  public Problems() {}

  /**
   * Adds a problem.
   *
   * @param where the place; not null
   * @param message what is wrong and what would be right; not null
   */
  public void add(String where, String message) {
    found.add(new Problem(where, message));
  }

  /**
   * Adds a problem unless a condition holds.
   *
   * @param condition what should hold
   * @param where the place; not null
   * @param message what is wrong and what would be right; not null
   */
  public void require(boolean condition, String where, String message) {
    if (!condition) {
      add(where, message);
    }
  }

  /**
   * Adds a problem for every part that repeats what tells the parts apart.
   *
   * @param <T> the type of the parts
   * @param path the path of the list of parts; empty for the list itself; not null
   * @param field the field that tells them apart; not null
   * @param parts the parts in order; not null
   * @param key reads the field; not null
   */
  public <T> void requireDistinct(
      String path, String field, List<T> parts, Function<? super T, ?> key) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      require(
          seen.add(key.apply(parts.get(i))),
          path + "[" + i + "]." + field,
          "is the same as that of another entry of the list");
    }
  }

  /**
   * Adds all problems of another collection.
   *
   * @param others the problems; not null
   */
  public void addAll(List<Problem> others) {
    found.addAll(others);
  }

  /**
   * Makes a value and turns the refusal of its constructor into problems at a path.
   *
   * @param <T> the type of the value
   * @param path the path of the value; empty for the root; not null
   * @param maker makes the value; not null
   * @return the value, or null if it was refused
   */
  public <T> @Nullable T make(String path, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (InvalidInputException refused) {
      for (Problem problem : refused.problems()) {
        add(join(path, problem.where()), problem.message());
      }
      return null;
    }
  }

  /**
   * The path of a part of something.
   *
   * @param path the path of the whole; empty for the root; not null
   * @param part the path of the part within it, {@code "$"} for the whole itself; not null
   * @return both joined
   */
  public static String join(String path, String part) {
    if (path.isEmpty()) {
      return part;
    }
    if (part.equals("$")) {
      return path;
    }
    if (part.startsWith("[")) {
      return path + part;
    }
    return part.contains(" ") ? path + " (" + part + ")" : path + "." + part;
  }

  /**
   * Whether nothing was found.
   *
   * @return whether there is no problem
   */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * How many problems there are.
   *
   * @return the number of problems
   */
  public int size() {
    return found.size();
  }

  /**
   * The problems in the order in which they were found.
   *
   * @return a copy
   */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /**
   * Throws if there is any problem.
   *
   * @throws InvalidInputException with all problems
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(found);
    }
  }
}

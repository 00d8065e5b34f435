package org.socialcure.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Collects what is wrong with an input, so that all of it is reported at once.
 *
 * <pre>{@code
 * int replicates = 2_000;
 * Problems problems = new Problems();
 * problems.require(replicates >= 100, "replicates", "must be 100 or more");
 * problems.attempt("wave", () -> Assessment.at("T0"));
 * problems.throwIfAny();
 * }</pre>
 *
 * <p>Not thread-safe; it lives within one call.
 *
 * @since 0.1
 */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Creates an empty collection. */
  public Problems() {}

  /**
   * Adds a problem.
   *
   * @param where the place
   * @param message what is wrong and what would be right
   */
  public void add(String where, String message) {
    found.add(new Problem(where, message));
  }

  /**
   * Adds a problem.
   *
   * @param problem the problem
   */
  public void add(Problem problem) {
    found.add(Objects.requireNonNull(problem, "problem"));
  }

  /**
   * Adds problems.
   *
   * @param others the problems, in order
   */
  public void addAll(Collection<Problem> others) {
    found.addAll(others);
  }

  /**
   * Adds a problem unless a condition holds.
   *
   * @param condition what should hold
   * @param where the place
   * @param message what is wrong and what would be right
   */
  public void require(boolean condition, String where, String message) {
    if (!condition) {
      add(where, message);
    }
  }

  /**
   * Adds a problem unless a condition holds.
   *
   * @param condition what should hold
   * @param otherwise the problem
   */
  public void require(boolean condition, Problem otherwise) {
    if (!condition) {
      add(otherwise);
    }
  }

  /**
   * Adds a problem for every part that repeats what tells the parts apart.
   *
   * @param <T> the type of the parts
   * @param path the path of the list of parts; empty for the list itself
   * @param field the field that tells them apart
   * @param parts the parts in order
   * @param key reads the field
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
   * Makes a value that may be refused, and collects the problems of a refusal.
   *
   * @param <T> the type of the value
   * @param path the path of the value, which goes {@linkplain Problem#within before} the places of
   *     its problems; empty for the root
   * @param maker makes the value
   * @return the value, or empty if it was refused
   */
  public <T> Optional<T> attempt(String path, Supplier<? extends T> maker) {
    return attempt(problem -> problem.within(path), maker);
  }

  /**
   * Makes a value that may be refused, and collects the problems of a refusal after changing each,
   * as in {@code attempt(problem -> problem.in("study.json"), () -> …)}.
   *
   * @param <T> the type of the value
   * @param change makes the problem to collect of the one that was met
   * @param maker makes the value
   * @return the value, or empty if it was refused
   */
  public <T> Optional<T> attempt(UnaryOperator<Problem> change, Supplier<? extends T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidInputException refused) {
      refused.problems().forEach(problem -> add(change.apply(problem)));
      return Optional.empty();
    }
  }

  /**
   * Does something that may be refused, and collects the problems of a refusal as they are.
   *
   * @param step what to do
   */
  public void attempt(Runnable step) {
    try {
      step.run();
    } catch (InvalidInputException refused) {
      addAll(refused.problems());
    }
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

  /**
   * The problems, a line each.
   *
   * @return all problems, or an empty text
   */
  @Override
  public String toString() {
    return String.join("\n", found.stream().map(Problem::toString).toList());
  }
}

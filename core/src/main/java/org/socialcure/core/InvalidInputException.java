package org.socialcure.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An input that cannot be used, with all of its problems at once.
 *
 * <p>This is the library's policy of exceptions. Whatever comes from outside is refused by this
 * one: data, files, definitions, plans and models, and the names, levels, counts and numbers that a
 * caller passes; the message names the thing, what is permitted and the remedy, and never a
 * person's answer. Null, where it is not permitted, is a {@link NullPointerException} with the name
 * of the parameter, and an index that does not exist an {@link IndexOutOfBoundsException}. A value
 * that is asked for what it does not have says so by an exception of its own, which the method
 * documents; there is always a way to ask that returns an empty {@link java.util.Optional} or a
 * typed reason instead.
 *
 * <p>The messages are in English. An application that speaks another language tells what people did
 * wrong by the {@linkplain Problem#code() code} and the {@linkplain Problem#parameters()
 * parameters} of each problem, with a text of its own for each {@link ProblemCode}.
 *
 * <p>The message lists at most {@value #SHOWN} problems, one a line, and counts the rest; what is
 * wrong in the same way in many places is one line that names the first {@value #PLACES}. {@link
 * #problems()} holds them all, also after Java's serialisation.
 *
 * @since 0.1
 */
public final class InvalidInputException extends IllegalArgumentException {
  /** How many problems the message shows. */
  public static final int SHOWN = 20;

  private static final int PLACES = 3;

  private static final long serialVersionUID = 1L;

  // An immutable list, which is serialised as one.
  @SuppressWarnings("serial")
  private final List<Problem> problems;

  /**
   * Creates the exception.
   *
   * @param problems at least one problem, in the order of the input
   */
  public InvalidInputException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * Creates the exception for a single problem.
   *
   * @param where the place, see {@link Problem#where()}
   * @param message what is wrong, see {@link Problem#message()}
   */
  public InvalidInputException(String where, String message) {
    this(List.of(new Problem(where, message)));
  }

  /**
   * Creates the exception for a single problem.
   *
   * @param problem the problem
   */
  public InvalidInputException(Problem problem) {
    this(List.of(problem));
  }

  /**
   * All problems, in the order of the input.
   *
   * @return at least one problem
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * This refusal with the name of what the problems were found in, such as a file, before the place
   * of each.
   *
   * @param source the name
   * @return the exception to throw in the place of this one
   */
  public InvalidInputException in(String source) {
    return new InvalidInputException(problems.stream().map(p -> p.in(source)).toList());
  }

  private static String message(List<Problem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("An InvalidInputException needs at least one problem.");
    }
    Map<String, List<String>> placesByMessage = new LinkedHashMap<>();
    for (Problem problem : problems) {
      placesByMessage
          .computeIfAbsent(problem.message(), message -> new ArrayList<>())
          .add(problem.place());
    }
    List<String> lines = new ArrayList<>();
    int told = 0;
    for (Map.Entry<String, List<String>> entry : placesByMessage.entrySet()) {
      if (lines.size() == SHOWN) {
        lines.add("… and " + (problems.size() - told) + " more");
        break;
      }
      lines.add(places(entry.getValue()) + ": " + entry.getKey());
      told += entry.getValue().size();
    }
    return String.join("\n", lines);
  }

  private static String places(List<String> places) {
    int rest = places.size() - PLACES;
    return rest > 0
        ? String.join("; ", places.subList(0, PLACES)) + " and " + rest + " more"
        : String.join("; ", places);
  }
}

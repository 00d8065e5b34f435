package org.socialcure.examples.study.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.json.JsonText;
import org.socialcure.core.internal.json.Node;

/**
 * Where the words of a plan stand in its text, for problems that show only beside the data.
 *
 * <p>Immutable and thread-safe.
 */
public final class Places {
  private final Node root;

  private Places(Node root) {
    this.root = root;
  }

  /**
   * The places of a plan.
   *
   * @param json its text
   * @return the places
   * @throws InvalidInputException if the text is not JSON
   */
  public static Places of(String json) {
    return new Places(JsonText.parse(json, new Problems()));
  }

  /**
   * A problem of a word within a part of the plan.
   *
   * @param path the part, such as {@code models[0]}
   * @param word the word, on its own or within a longer text; where neither is there, the part is
   *     meant
   * @param message what is wrong
   * @return the problem at the first place of the word
   */
  public Problem problem(String path, String word, String message) {
    Node part = root.nearest(path);
    Node place =
        find(part, text -> text.equals(word))
            .or(() -> find(part, text -> text.contains(word)))
            .orElse(part);
    Problems problems = new Problems();
    place.report(problems, message);
    return problems.list().get(0);
  }

  /**
   * A problem of a part of the plan.
   *
   * @param path the part, such as {@code instruments[0]}
   * @param problem what is wrong with it; what has a position keeps it, which is that in another
   *     file
   * @return the problem with the part before its place
   */
  public Problem within(String path, Problem problem) {
    Node.Place place = root.nearest(path).place();
    return problem.position().isPresent()
        ? problem.in(path)
        : problem.at(
            problem.in(path).where(),
            Optional.of(new Problem.Position(place.line(), place.column())));
  }

  /** The first text that meets a condition, names of fields included. */
  private static Optional<Node> find(Node node, Predicate<String> wanted) {
    if (node instanceof Node.Text text && wanted.test(text.text())) {
      return Optional.of(node);
    }
    if (node instanceof Node.Obj object) {
      for (String name : object.fields().keySet()) {
        if (wanted.test(name)) {
          return Optional.ofNullable(object.fields().get(name));
        }
      }
    }
    Collection<Node> parts =
        node instanceof Node.Obj object
            ? object.fields().values()
            : node instanceof Node.Arr array ? array.elements() : List.of();
    return parts.stream().flatMap(part -> find(part, wanted).stream()).findFirst();
  }
}

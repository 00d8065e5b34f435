package org.socialcure.mediation.internal.effect;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Pathways;

/** The effects along all paths between two variables, by the ways of a design. */
public final class PathEffects {
  private PathEffects() {}

  /**
   * The effects along all paths.
   *
   * @param model the model
   * @param pathways how effects run
   * @param from where the paths start
   * @param to where they end
   * @return the effects, shortest path first
   */
  public static List<PathEffect> all(PathModel model, Pathways pathways, String from, String to) {
    return paths(model, pathways, from, to).stream()
        .map(path -> PathEffect.of(model, path, pathways))
        .toList();
  }

  private static List<List<String>> paths(
      PathModel model, Pathways pathways, String from, String to) {
    if (pathways.condition().filter(from::equals).isPresent()) {
      return ofCondition(model, from, to);
    }
    return pathways.earlierOf().isEmpty()
        ? model.paths(from, to)
        : lagged(model, pathways, from, to);
  }

  /** A condition under which everyone was measured acts on every change by its intercept. */
  private static List<List<String>> ofCondition(PathModel model, String from, String to) {
    List<List<String>> paths = new ArrayList<>();
    for (Equation equation : model.equations()) {
      String first = equation.outcome();
      if (first.equals(to)) {
        paths.add(List.of(from, to));
      } else {
        model.paths(first, to).forEach(rest -> paths.add(joined(from, rest)));
      }
    }
    paths.sort((p, q) -> Integer.compare(p.size(), q.size()));
    return paths;
  }

  /** Each later mediator passes the effect on by its earlier measure. */
  private static List<List<String>> lagged(
      PathModel model, Pathways pathways, String from, String to) {
    List<List<String>> paths = new ArrayList<>();
    Equation last = model.equation(to).orElseThrow();
    if (last.dependsOn(from)) {
      paths.add(List.of(from, to));
    }
    pathways
        .earlierOf()
        .forEach(
            (later, earlier) -> {
              if (model.equation(later).orElseThrow().dependsOn(from) && last.dependsOn(earlier)) {
                paths.add(List.of(from, later, to));
              }
            });
    return paths;
  }

  private static List<String> joined(String first, List<String> rest) {
    List<String> path = new ArrayList<>(List.of(first));
    path.addAll(rest);
    return path;
  }
}

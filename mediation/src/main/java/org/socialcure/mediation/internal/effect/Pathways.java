package org.socialcure.mediation.internal.effect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.PathModel;

/**
 * How effects run from the exposure to the outcome: along the arrows of the model unless the design
 * of a study says otherwise.
 *
 * @param condition the exposure, where it is what tells two occasions apart; its effect on a change
 *     is then the intercept of the equation
 * @param earlierOf for each mediator of a lagged design its earlier measure, from which the path
 *     goes on in its place
 */
public record Pathways(Optional<String> condition, Map<String, String> earlierOf) {
  /** Along the arrows of the model. */
  public static final Pathways DIRECTED = new Pathways(Optional.empty(), Map.of());

  /** Copies the map in order. */
  public Pathways {
    earlierOf = Collections.unmodifiableMap(new LinkedHashMap<>(earlierOf));
  }

  /**
   * Whether the direct and all indirect effects add up to the total effect: not where they span
   * different lengths of time.
   *
   * @return whether there is a total effect
   */
  public boolean additive() {
    return earlierOf.isEmpty();
  }

  /**
   * The variable that stands for another where it predicts.
   *
   * @param variable a variable on a path
   * @return the predictor from which the path goes on
   */
  String predictor(String variable) {
    return earlierOf.getOrDefault(variable, variable);
  }

  /**
   * The effects along all paths.
   *
   * @param model the model
   * @param from where the paths start
   * @param to where they end
   * @return the effects, shortest path first
   */
  public List<PathEffect> effects(PathModel model, String from, String to) {
    List<List<String>> paths = new ArrayList<>();
    if (condition.filter(from::equals).isPresent()) {
      for (Equation equation : model.equations()) {
        String first = equation.outcome();
        if (first.equals(to)) {
          paths.add(List.of(from, to));
        } else {
          model.paths(first, to).forEach(rest -> paths.add(joined(from, rest)));
        }
      }
      paths.sort((p, q) -> Integer.compare(p.size(), q.size()));
    } else if (!earlierOf.isEmpty()) {
      Equation last = model.equation(to).orElseThrow();
      if (last.dependsOn(from)) {
        paths.add(List.of(from, to));
      }
      earlierOf.forEach(
          (later, earlier) -> {
            if (model.equation(later).orElseThrow().dependsOn(from) && last.dependsOn(earlier)) {
              paths.add(List.of(from, later, to));
            }
          });
    } else {
      paths.addAll(model.paths(from, to));
    }
    return paths.stream().map(path -> along(model, path)).toList();
  }

  private static List<String> joined(String first, List<String> rest) {
    List<String> path = new ArrayList<>(List.of(first));
    path.addAll(rest);
    return path;
  }

  /**
   * The effect along a path.
   *
   * @param model the model
   * @param path variables of which each acts on the next
   * @return the effect
   */
  public PathEffect along(PathModel model, List<String> path) {
    return PathEffect.of(model, path, this);
  }
}

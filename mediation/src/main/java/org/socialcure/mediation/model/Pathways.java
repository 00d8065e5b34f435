package org.socialcure.mediation.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How effects run from the exposure to the outcome: along the arrows of the model unless the design
 * of a study says otherwise.
 *
 * <p>Immutable and thread-safe.
 *
 * @param condition the exposure, where it is what tells two occasions apart; its effect on a change
 *     is then the intercept of the equation
 * @param earlierOf for each mediator of a lagged design its earlier measure, from which the path
 *     goes on in its place
 * @since 0.1
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
  public String predictor(String variable) {
    return earlierOf.getOrDefault(variable, variable);
  }

  @Override
  public String toString() {
    String along = condition.map(it -> "from " + it).orElse("along the arrows of the model");
    return earlierOf.entrySet().stream()
        .map(e -> ", " + e.getKey() + " predicted by " + e.getValue())
        .collect(Collectors.joining("", along, ""));
  }
}

package org.socialcure.mediation.internal.effect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value, or a group, of one or several moderators.
 *
 * @param label how it is shown, such as {@code w = 2.04}; empty for no moderator
 * @param values the values by variable
 */
public record Probe(String label, Map<String, Double> values) {
  /** No moderator. */
  public static final Probe NONE = new Probe("", Map.of());

  /** Copies the values in order. */
  public Probe {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  Probe and(Probe other) {
    Map<String, Double> both = new LinkedHashMap<>(values);
    both.putAll(other.values);
    String joined = label.isEmpty() ? other.label : label + ", " + other.label;
    return new Probe(joined, both);
  }

  /**
   * All combinations of the probes of several moderators.
   *
   * @param byModerator the probes of each moderator
   * @return one probe a combination
   */
  public static List<Probe> grid(List<List<Probe>> byModerator) {
    List<Probe> grid = List.of(NONE);
    for (List<Probe> probes : byModerator) {
      List<Probe> finer = new ArrayList<>();
      grid.forEach(g -> probes.forEach(p -> finer.add(g.and(p))));
      grid = finer;
    }
    return grid;
  }
}

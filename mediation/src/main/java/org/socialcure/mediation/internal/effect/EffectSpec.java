package org.socialcure.mediation.internal.effect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.mediation.model.Expression;

/**
 * An effect to be estimated.
 *
 * @param kind what kind it is
 * @param name what it is called
 * @param path the variables it passes; empty where it has no single path
 * @param focal the variable whose effect it is, if there is one
 * @param at the moderator values it is conditional on
 * @param written the effect as one would write it, moderators by name
 * @param expression the effect at those values: coefficients only
 * @param scale the scale it is on
 */
public record EffectSpec(
    EffectKind kind,
    String name,
    List<String> path,
    Optional<String> focal,
    Map<String, Double> at,
    Expression written,
    Expression expression,
    String scale) {
  /** Copies the collections in order. */
  public EffectSpec {
    path = List.copyOf(path);
    at = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(at));
  }
}

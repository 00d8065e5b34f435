package org.socialcure.mediation.model;

import java.util.Objects;

/**
 * An effect that the model's author named: {@code serial := a*d*b}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name
 * @param expression coefficients, moderator values and earlier named effects
 */
public record NamedEffect(String name, Expression expression) {
  /** Refuses nulls. */
  public NamedEffect {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(expression, "expression");
  }

  @Override
  public String toString() {
    return PathSyntax.quote(name) + " := " + expression;
  }
}

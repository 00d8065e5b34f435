package org.socialcure.mediation.model;

import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;

/**
 * An effect that the model's author named: {@code serial := a*d*b}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name
 * @param expression coefficients, moderator values and earlier named effects
 * @param nullValue the value that its p-value tests, where its author gave one
 * @since 0.1
 */
public record NamedEffect(String name, Expression expression, OptionalDouble nullValue) {
  /**
   * Refuses nulls and names of nothing but blanks.
   *
   * @throws InvalidInputException if the name is blank or goes over a line
   */
  public NamedEffect {
    Objects.requireNonNull(name, "name");
    if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(
          "effect", "its name must have a visible character, and no line breaks or tabs");
    }
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(nullValue, "nullValue");
  }

  @Override
  public String toString() {
    return PathSyntax.quote(name) + " := " + expression;
  }
}

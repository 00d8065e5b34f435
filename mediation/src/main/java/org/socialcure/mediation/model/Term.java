package org.socialcure.mediation.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;

/**
 * A term of an equation: one variable, or the product of several (moderation, three-way,
 * quadratic), with an optional label for its coefficient.
 *
 * <p>Immutable and thread-safe.
 *
 * @param variables the factors of the product, at least one; the same variable twice is its square
 * @param label the name of the coefficient in effect expressions
 * @since 0.1
 */
public record Term(List<String> variables, Optional<String> label) {
  /** Copies the factors and refuses an empty product. */
  public Term {
    variables = List.copyOf(variables);
    Objects.requireNonNull(label, "label");
    if (variables.isEmpty()) {
      throw new InvalidInputException("term", "needs at least one variable");
    }
  }

  /**
   * A term without a label.
   *
   * @param variables the variable, or the factors of a product
   * @return the term
   */
  public static Term of(String... variables) {
    return new Term(List.of(variables), Optional.empty());
  }

  /**
   * The same term with a label.
   *
   * @param label the name of its coefficient
   * @return the labelled term
   */
  public Term labelled(String label) {
    return new Term(variables, Optional.of(label));
  }

  /**
   * The term's name: its variables joined by colons. A variable whose own name holds a colon stands
   * in parentheses, so that the column {@code x:w} is not taken for the product of x and w.
   *
   * @return for example {@code belonging}, {@code belonging:age} or {@code (x:w)}
   */
  public String name() {
    return variables.stream()
        .map(v -> v.contains(":") ? "(" + v + ")" : v)
        .collect(Collectors.joining(":"));
  }

  /**
   * Whether two terms are the same product, whatever the order of the factors.
   *
   * @param other another term
   * @return whether both have the same factors
   */
  public boolean sameProduct(Term other) {
    return variables.stream().sorted().toList().equals(other.variables.stream().sorted().toList());
  }

  @Override
  public String toString() {
    return label.map(l -> l + "*").orElse("") + name();
  }
}

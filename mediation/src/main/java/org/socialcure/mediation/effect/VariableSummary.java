package org.socialcure.mediation.effect;

import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A variable of the model over the rows used.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name its column
 * @param role the part it plays
 * @param kind what values it takes
 * @param mean the mean, weighted where rows are weighted (but for the weights themselves)
 * @param sd the standard deviation, divisor n − 1; where rows are weighted the root of {@code Σw(x
 *     − x̄)²/Σw · n/(n − 1)}
 * @param min the smallest value
 * @param max the largest value
 * @since 0.1
 */
public record VariableSummary(
    String name, Role role, Kind kind, double mean, double sd, double min, double max) {
  @Override
  public String toString() {
    return name
        + ": "
        + Words.of(kind)
        + " "
        + Words.of(role)
        + ", mean "
        + Numbers.value(mean)
        + ", SD "
        + Numbers.value(sd)
        + ", "
        + Numbers.value(min)
        + " to "
        + Numbers.value(max);
  }

  /**
   * The part a variable plays in a model.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Role {
    /** Whose effect is asked for. */
    EXPOSURE,
    /** What the effect passes. */
    MEDIATOR,
    /** What the effect is on, or what an equation explains. */
    OUTCOME,
    /** A factor of a product. */
    MODERATOR,
    /** What is adjusted for. */
    COVARIATE,
    /** What is added to a linear predictor. */
    OFFSET,
    /** How much a row counts. */
    WEIGHT
  }

  /**
   * What values a variable takes.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Kind {
    /** One value only. */
    CONSTANT,
    /** Two values. */
    BINARY,
    /** Counts, as its equation's family says. */
    COUNT,
    /** More than two values. */
    CONTINUOUS,
    /** Groups, in code columns. */
    MULTICATEGORICAL
  }
}

package org.socialcure.core.instrument;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Published scores of a population.
 *
 * <p>Immutable and thread-safe.
 *
 * @param scale the id of the scale; not null
 * @param population who was asked, where and when; not null, not blank
 * @param n how many; empty if not reported; not null
 * @param mean the mean score; finite
 * @param standardDeviation the standard deviation; empty if not reported; not null
 * @param source the publication in words; not null, not blank
 * @param evidence how well the numbers are supported; not null
 * @since 0.1
 */
@MapperForm
public record Norm(
    String scale,
    String population,
    OptionalInt n,
    double mean,
    OptionalDouble standardDeviation,
    String source,
    Evidence evidence) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if a text is blank or a number is impossible
   */
  public Norm {
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(n, "n");
    Objects.requireNonNull(standardDeviation, "standardDeviation");
    Objects.requireNonNull(evidence, "evidence");
    Names.requireText("population", population);
    Names.requireText("source", source);
    if (n.orElse(1) < 1) {
      throw new InvalidInputException("n", "must be 1 or more");
    }
    if (!Double.isFinite(mean)) {
      throw new InvalidInputException("mean", "must be a finite number");
    }
    double sd = standardDeviation.orElse(1);
    if (!Double.isFinite(sd) || sd <= 0) {
      throw new InvalidInputException("standardDeviation", "must be a finite number above 0");
    }
  }

  /**
   * The numbers and whose they are.
   *
   * @return {@code "total: mean 3.9, SD 1.4, n 7500, adults in England (…)"}
   */
  @Override
  public String toString() {
    return scale
        + ": mean "
        + Names.number(mean)
        + (standardDeviation.isPresent()
            ? ", SD " + Names.number(standardDeviation.getAsDouble())
            : "")
        + (n.isPresent() ? ", n " + n.getAsInt() : "")
        + ", "
        + population
        + " ("
        + source
        + ")";
  }
}

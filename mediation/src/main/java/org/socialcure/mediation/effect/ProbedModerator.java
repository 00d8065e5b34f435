package org.socialcure.mediation.effect;

import java.util.List;
import java.util.stream.Collectors;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A moderator and the values at which conditional effects are shown.
 *
 * <p>Immutable and thread-safe.
 *
 * @param variable the moderator
 * @param kind what values it takes
 * @param rule how the values were found
 * @param values the values, ascending; empty for groups
 * @since 0.1
 */
public record ProbedModerator(
    String variable, VariableSummary.Kind kind, Rule rule, List<Double> values) {
  /** Copies the values. */
  public ProbedModerator {
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    return values.stream()
        .map(Numbers::value)
        .collect(
            Collectors.joining(
                ", ",
                variable
                    + ", "
                    + Words.of(kind)
                    + ", at "
                    + Words.of(rule).replace('-', ' ')
                    + ": ",
                ""));
  }

  /**
   * How the values of a moderator were found.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Rule {
    /** Percentiles, by default the 16th, 50th and 84th. */
    PERCENTILES,
    /** The mean, and one SD to either side. */
    MOMENTS,
    /** Values asked for. */
    VALUES,
    /** Both values of a binary variable. */
    BOTH_VALUES,
    /** The groups of a categorical variable. */
    GROUPS
  }
}

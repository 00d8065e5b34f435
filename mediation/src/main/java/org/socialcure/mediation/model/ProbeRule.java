package org.socialcure.mediation.model;

import java.util.List;

/**
 * At which values of a continuous moderator conditional effects are shown.
 *
 * <p>Values are on the moderator's own scale, also where it is centred. Where rows are weighted the
 * mean and SD are weighted; percentiles count each row once. A binary moderator is always shown at
 * both values, and a categorical one in every group. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface ProbeRule {
  /**
   * The 16th, 50th and 84th percentiles (rule type 6, as PROCESS since release 3).
   *
   * @return the rule
   */
  static ProbeRule percentiles() {
    return new Percentiles(List.of(16.0, 50.0, 84.0));
  }

  /**
   * The mean, and the mean minus and plus one SD; a value outside the observed range is replaced by
   * its end.
   *
   * @return the rule
   */
  static ProbeRule moments() {
    return new Moments();
  }

  /**
   * Given values.
   *
   * @param values at least one value
   * @return the rule
   */
  static ProbeRule values(double... values) {
    return new Values(java.util.Arrays.stream(values).boxed().toList());
  }

  /**
   * Percentiles of the moderator, by rule type 6.
   *
   * @param percentages each between 0 and 100
   */
  record Percentiles(List<Double> percentages) implements ProbeRule {
    /** Copies the percentages. */
    public Percentiles {
      percentages = List.copyOf(percentages);
    }
  }

  /** Mean and mean ± SD, within the observed range. */
  record Moments() implements ProbeRule {}

  /**
   * Given values.
   *
   * @param values the values
   */
  record Values(List<Double> values) implements ProbeRule {
    /** Copies the values, each once. */
    public Values {
      values = values.stream().map(v -> v + 0.0).distinct().toList();
      if (values.isEmpty() || values.stream().anyMatch(v -> !Double.isFinite(v))) {
        throw new org.socialcure.core.InvalidInputException(
            "probe", "needs at least one value, and every value must be finite");
      }
    }
  }
}

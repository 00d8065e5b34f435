package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * One of two waves: everybody with a value there, and the median of those with both values.
 *
 * <p>Immutable and thread-safe.
 *
 * @param wave the wave
 * @param n how many people have a value at this wave
 * @param median the median of the people with a value at both waves; empty without any
 * @param floor those at the lowest value, of all with a value at this wave; empty without a range
 * @param ceiling those at the highest value, of all with a value at this wave; empty without a
 *     range
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record Occasion(
    String wave, int n, OptionalDouble median, Optional<Share> floor, Optional<Share> ceiling) {
  /** From so large a share on, people at an end of the scale are remarked on (Terwee 2007). */
  static final double MANY = 0.15;

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the number of people is negative
   */
  public Occasion {
    Objects.requireNonNull(wave, "wave");
    Objects.requireNonNull(median, "median");
    Objects.requireNonNull(floor, "floor");
    Objects.requireNonNull(ceiling, "ceiling");
    if (n < 0) {
      throw new InvalidInputException("n", "must not be negative");
    }
  }

  Occasion callingWaves(Map<String, String> names) {
    return new Occasion(names.getOrDefault(wave, wave), n, median, floor, ceiling);
  }

  /**
   * The wave in a line.
   *
   * @return {@code "t0: 233 with a value, median 19 of those with both"}
   */
  @Override
  public String toString() {
    return wave
        + ": "
        + n
        + " with a value"
        + (median.isPresent()
            ? ", median " + Numbers.value(median.getAsDouble()) + " of those with both"
            : "");
  }
}

package org.socialcure.mediation.effect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows that a model was fitted on, and those that were left out.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rowsRead rows of the data set
 * @param rowsUsed rows without a missing value in any variable of the model, and of a weight other
 *     than zero
 * @param rowsLeftOut the rest
 * @param zeroWeights those of the rest whose weight is zero, whatever they miss
 * @param missing for each variable with missing values, how many other rows miss it; a row may miss
 *     several
 * @since 0.1
 */
public record SampleAccount(
    int rowsRead, int rowsUsed, int rowsLeftOut, int zeroWeights, Map<String, Integer> missing) {
  /** Copies the map in order. */
  public SampleAccount {
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
  }

  @Override
  public String toString() {
    String rows = rowsUsed + " of " + rowsRead + " rows used";
    return missing.isEmpty()
        ? rows
        : missing.entrySet().stream()
            .map(e -> e.getKey() + " in " + e.getValue())
            .collect(Collectors.joining(", ", rows + "; missing: ", ""));
  }
}

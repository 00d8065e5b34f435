package org.socialcure.examples.study.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many forms were scored on one scale.
 *
 * <p>Immutable and thread-safe.
 *
 * @param column the column of scores, before widening
 * @param label what people call the scale
 * @param scored the rows with a score
 * @param notScored the rows without a score
 * @param reasons the rows without a score, by reason: {@code missing-items}, {@code no-answers},
 *     {@code declined}, {@code not-applicable}, {@code not-asked}
 */
public record ScoreCount(
    String column, String label, int scored, int notScored, Map<String, Integer> reasons) {
  /** Copies the reasons and keeps their order. */
  public ScoreCount {
    reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
  }
}

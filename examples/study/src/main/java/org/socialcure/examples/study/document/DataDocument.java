package org.socialcure.examples.study.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What was read.
 *
 * <p>Immutable and thread-safe.
 *
 * @param file the name of the file of answers, without its folder; of the plan where that holds
 *     moments instead
 * @param rows the rows of the file, or those behind the moments
 * @param persons how many different persons they belong to; absent where the plan names no id
 * @param waves the rows of each wave, first to last; empty without waves
 * @param invalid the cells that held a code outside the permitted ones and count as missing, by
 *     column; columns without such a cell are left out
 * @param moments the variables whose moments the plan holds instead of rows; empty where rows were
 *     read
 */
public record DataDocument(
    String file,
    int rows,
    OptionalInt persons,
    List<WaveCount> waves,
    Map<String, Integer> invalid,
    List<String> moments) {
  /** Copies the collections and keeps their order. */
  public DataDocument {
    waves = List.copyOf(waves);
    invalid = Collections.unmodifiableMap(new LinkedHashMap<>(invalid));
    moments = List.copyOf(moments);
  }

  /**
   * The rows of one wave.
   *
   * @param wave the wave
   * @param rows its rows
   */
  public record WaveCount(String wave, int rows) {}
}

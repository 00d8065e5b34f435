package org.socialcure.examples.study.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.socialcure.core.data.ReadingSummary;

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
 * @param leftOut what the file holds and the analysis does not
 * @param missing the cells that held a code of a missing value, by column; columns without such a
 *     cell are left out
 * @param invalid the cells that held a code outside the permitted ones and count as missing, by
 *     column; columns without such a cell are left out
 * @param moments the variables whose moments the plan holds instead of rows; empty where rows were
 *     read
 * @param notes what was found in the file and left out of it, in sentences
 */
public record DataDocument(
    String file,
    int rows,
    OptionalInt persons,
    List<WaveCount> waves,
    LeftOut leftOut,
    Map<String, Integer> missing,
    Map<String, Integer> invalid,
    List<String> moments,
    List<String> notes) {
  /** Copies the collections and keeps their order. */
  public DataDocument {
    waves = List.copyOf(waves);
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    invalid = Collections.unmodifiableMap(new LinkedHashMap<>(invalid));
    moments = List.copyOf(moments);
    notes = List.copyOf(notes);
  }

  /** Moments in the place of rows. */
  public static DataDocument ofMoments(String plan, int rows, List<String> names) {
    return new DataDocument(
        plan,
        rows,
        OptionalInt.empty(),
        List.of(),
        LeftOut.NOTHING,
        Map.of(),
        Map.of(),
        names,
        List.of());
  }

  /**
   * What the file holds and the analysis does not.
   *
   * @param headings rows after the line of names that are further headings
   * @param skipped rows that met the condition of {@code skip}
   * @param notChosen rows that did not meet the condition of {@code where}
   * @param empty rows without any value
   * @param columns columns without name
   */
  public record LeftOut(int headings, int skipped, int notChosen, int empty, int columns) {
    static final LeftOut NOTHING = new LeftOut(0, 0, 0, 0, 0);

    /** What a reader left out. */
    public static LeftOut of(ReadingSummary summary) {
      return new LeftOut(
          summary.headingRows(),
          summary.skippedRows(),
          summary.rowsNotChosen(),
          summary.emptyRows(),
          summary.emptyColumns() + (summary.rowNumbers() ? 1 : 0));
    }
  }

  /**
   * The rows of one wave.
   *
   * @param wave the wave
   * @param rows its rows
   */
  public record WaveCount(String wave, int rows) {}
}

package org.socialcure.examples.study.plan;

import java.util.List;
import java.util.Map;

/**
 * Which columns of the file hold the answers: a pattern or a list of names, or these by wave.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Columns {
  /**
   * One name for all items, with a placeholder for the item.
   *
   * @param pattern a column name with <code>{n}</code> for the item's number in the form, counted
   *     from 1, or <code>{item}
   *     </code> for its id
   */
  record Pattern(String pattern) implements Columns {}

  /**
   * The name of each column, in the order of the form.
   *
   * @param names the column names
   */
  record Names(List<String> names) implements Columns {
    /** Copies the names. */
    public Names {
      names = List.copyOf(names);
    }
  }

  /**
   * The columns of each wave, in a file that holds several waves side by side.
   *
   * @param waves a pattern or names by wave
   */
  record ByWave(Map<String, Columns> waves) implements Columns {
    /** Copies the map and keeps its order. */
    public ByWave {
      waves = Immutable.copyOf(waves);
    }
  }
}

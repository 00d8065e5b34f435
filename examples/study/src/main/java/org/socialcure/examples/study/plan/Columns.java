package org.socialcure.examples.study.plan;

import java.util.List;

/**
 * Which columns of the file hold the answers: a pattern or a list of names.
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
}

package org.socialcure.core.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells columns of words, which can only be categories, from those that hold anything else. */
public final class WordCells {
  private static final Pattern NUMBER_OR_TIME =
      Pattern.compile(
          "[-+\u2212]?[\\d.,\\s\u00a0]*\\d[\\d.,\\s\u00a0]*(e[-+]?\\d+)?|\\d{1,2}:\\d{2}.*",
          Pattern.CASE_INSENSITIVE);

  private WordCells() {}

  /**
   * Whether a column holds words and nothing else: no number in whatever form, no date, no time.
   *
   * @param cells the cells, empty where missing; not null
   * @return whether there are cells with words, and no others
   */
  public static boolean only(List<Optional<String>> cells) {
    boolean some = false;
    for (Optional<String> cell : cells) {
      if (cell.isPresent()) {
        some = true;
        if (!isWord(cell.get().strip())) {
          return false;
        }
      }
    }
    return some;
  }

  private static boolean isWord(String cell) {
    return !NUMBER_OR_TIME.matcher(cell).matches() && CellForm.of(cell) == CellForm.WORDS;
  }
}

package org.socialcure.core.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.Problem;

/**
 * What the numbers of cells of all rows say together: a title in the place of the names, a column
 * that has none, notes under the table.
 */
final class CsvShape {
  private static final int ROWS = 2;

  /** The rows that are used. */
  private int rows;

  /** How many cells each of them has; 0 where they differ. */
  private int cells;

  /** Rows that may be notes, since the last row that is none, with what to say of them then. */
  private final Map<Problem, Problem> notes = new LinkedHashMap<>();

  void row(int count) {
    cells = rows == 0 || cells == count ? count : 0;
    rows++;
  }

  /** A row of the table, above which nothing is a note under it. */
  void fits() {
    notes.clear();
  }

  /** A row with nothing but its first cell, which is a note if no row of the table follows. */
  void mayBeNote(Problem ragged, List<String> names) {
    Optional<String> other =
        names.stream().skip(1).filter(name -> !name.isBlank()).map(Columns::shown).findFirst();
    notes.put(
        ragged,
        new Problem(
            ragged.where(),
            "a row with nothing but its first cell under the table, as notes are; take it out, or"
                + " leave it out with \"skip\" and a \"where\""
                + other
                    .map(
                        name -> ", such as {\"" + name + "\": \"\"} if " + name + " is never empty")
                    .orElse("")));
  }

  /** What is to be said of a row that does not fit. */
  Problem told(Problem ragged) {
    return notes.getOrDefault(ragged, ragged);
  }

  /** Why the line of names does not fit to all rows alike, if so; nothing else counts then. */
  Optional<Problem> misfit(int line, List<String> names, boolean namesBlank, char separator) {
    long named = names.stream().filter(name -> !name.isBlank()).count();
    boolean wider = cells > names.size();
    boolean title = named == 1 && cells > ROWS && (wider || namesBlank);
    if (rows < ROWS || !(title || wider)) {
      return Optional.empty();
    }
    String skip = "with \"skip\": {\"lines\": " + line + "}";
    String remedy =
        title
            ? "if it is a title above the line of names, leave it out " + skip
            : (cells == names.size() + 1
                    ? "name the first column too if it names the rows, as R writes them, or leave"
                        + " that column out"
                    : "quote the cells that hold "
                        + CsvOptions.shown(separator)
                        + ", numbers with a decimal comma too")
                + "; if the line is a title above the names, leave it out "
                + skip;
    return Optional.of(
        new Problem(
            "line " + line,
            "names "
                + named
                + (named == 1 ? " column" : " columns")
                + ", while all rows have "
                + cells
                + " cells; "
                + remedy));
  }
}

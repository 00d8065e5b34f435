package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;

/**
 * Decides row by row which are used. Counts the others; a condition of size that meets words is a
 * problem of its column.
 */
final class RowGate {
  /** The cells of one row: null where empty. */
  interface Row {
    @Nullable String cell(String column);
  }

  private final ReadingRules rules;
  private final List<NumberForm> forms;
  private final Map<String, MissingCells> missing = new HashMap<>();

  /** The columns with words, once a cell, by the row where that may be a heading. */
  private final Map<Integer, List<String>> words = new HashMap<>();

  /** Columns and values of conditions that some row has met. */
  private final Set<List<String>> found = new HashSet<>();

  private int row;
  private int skipped;
  private int notChosen;

  /** A gate for numbers written in any of some forms. */
  RowGate(ReadingRules rules, List<NumberForm> forms) {
    this.rules = rules;
    this.forms = forms;
    for (String column : rules.columns()) {
      missing.put(column, MissingCells.of(rules, column, forms.get(forms.size() - 1)));
    }
  }

  /** Whether a row is used, given the rows with values before it. */
  boolean uses(int rowsBefore, Row row) {
    this.row = rowsBefore;
    if (rules.skip().isPresent() && holds(rules.skip().get(), row)) {
      skipped++;
      return false;
    }
    if (rules.where().isPresent() && !holds(rules.where().get(), row)) {
      notChosen++;
      return false;
    }
    return true;
  }

  int skipped() {
    return skipped;
  }

  int notChosen() {
    return notChosen;
  }

  /** Refuses words in the rows after the first ones, which were headings. */
  void addTo(Problems problems, int headings) {
    Map<String, Integer> counts = new TreeMap<>();
    words.forEach(
        (at, columns) -> {
          if (at >= headings) {
            columns.forEach(column -> counts.merge(column, 1, Integer::sum));
          }
        });
    counts.forEach(
        (column, count) ->
            problems.add(
                Columns.place(column),
                count
                    + (count == 1 ? " cell is" : " cells are")
                    + " no number, so that a condition of size does not apply; compare with"
                    + " values, or name words that mean no value under \"missing\""));
  }

  private boolean holds(RowCondition condition, Row row) {
    if (condition instanceof RowCondition.Is is) {
      return is(is, row.cell(is.column()));
    }
    if (condition instanceof RowCondition.Compares compares) {
      return compares(compares, row.cell(compares.column()));
    }
    if (condition instanceof RowCondition.Not not) {
      return !holds(not.condition(), row);
    }
    if (condition instanceof RowCondition.All all) {
      return all.conditions().stream().allMatch(part -> holds(part, row));
    }
    boolean any = false;
    for (RowCondition part : ((RowCondition.AnyOf) condition).conditions()) {
      any |= holds(part, row);
    }
    return any;
  }

  /** What a condition for used rows names and no row has, in words. */
  List<String> unmatched() {
    return rules.where().map(this::unmatched).orElse(List.of());
  }

  private List<String> unmatched(RowCondition condition) {
    if (condition instanceof RowCondition.Is is) {
      return is.values().stream()
          .filter(value -> !value.isEmpty() && !found.contains(List.of(is.column(), value)))
          .map(value -> Columns.shown(is.column()) + " " + value)
          .toList();
    }
    List<RowCondition> parts =
        condition instanceof RowCondition.All all
            ? all.conditions()
            : condition instanceof RowCondition.AnyOf any ? any.conditions() : List.of();
    return parts.stream().flatMap(part -> unmatched(part).stream()).toList();
  }

  private boolean is(RowCondition.Is condition, @Nullable String cell) {
    if (cell == null) {
      return condition.values().contains("");
    }
    if (condition.values().contains(cell)) {
      found.add(List.of(condition.column(), cell));
      return true;
    }
    if (condition.values().contains("") && missing(condition.column(), cell)) {
      return true;
    }
    double number = number(cell);
    if (Double.isNaN(number)) {
      return false;
    }
    Optional<String> equal =
        condition.values().stream().filter(value -> number(value) == number).findFirst();
    equal.ifPresent(value -> found.add(List.of(condition.column(), value)));
    return equal.isPresent();
  }

  private boolean compares(RowCondition.Compares condition, @Nullable String cell) {
    if (cell == null || missing(condition.column(), cell)) {
      return false;
    }
    double number = parse(cell);
    if (Double.isNaN(number)) {
      int at = Math.min(row, CsvSurvey.Head.ROWS);
      words.computeIfAbsent(at, any -> new ArrayList<>()).add(condition.column());
      return false;
    }
    return condition.comparison().holds(number, condition.bound());
  }

  private boolean missing(String column, String cell) {
    MissingCells codes = Objects.requireNonNull(missing.get(column), "column");
    return forms.stream().anyMatch(form -> codes.isCodeInText(cell, form));
  }

  private double parse(String cell) {
    return forms.stream()
        .mapToDouble(form -> form.parse(cell))
        .filter(value -> !Double.isNaN(value))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** NaN for what is no number, or is written as identifiers are. */
  private double number(String cell) {
    char[] characters = cell.toCharArray();
    return DecimalText.looksLikeIdentifier(characters, 0, characters.length)
        ? Double.NaN
        : parse(cell);
  }
}

package org.socialcure.core.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;

/** Applies {@link ReadingRules} to data that are there already. Lives within one call. */
final class RulesOnData {
  private final ReadingRules rules;
  private final Dataset data;
  private final Map<String, Integer> missingCodes = new LinkedHashMap<>();

  RulesOnData(ReadingRules rules, Dataset data) {
    this.rules = rules;
    this.data = data;
  }

  /** The rows that meet a condition, whatever the codes of missing values. */
  static Dataset filter(Dataset data, RowCondition condition) {
    ReadingRules rules = ReadingRules.defaults().withMissing().withWhere(condition);
    RowGate gate = new RowGate(rules, List.of(NumberForm.PLAIN));
    return data.take(new RulesOnData(rules, data).used(gate, 0));
  }

  private int[] used(RowGate gate, int headings) {
    Problems problems = new Problems();
    rules.columns().stream().forEach(name -> problems.attempt(() -> data.column(name)));
    problems.throwIfAny();
    int[] used =
        IntStream.range(headings, data.rows())
            .filter(row -> gate.uses(row, column -> data.text(column, row).orElse(null)))
            .toArray();
    gate.addTo(problems, 0);
    problems.throwIfAny();
    return used;
  }

  ReadData apply() {
    RowGate gate = new RowGate(rules, List.of(NumberForm.PLAIN));
    int headings = Math.min(rules.skippedRows().orElseGet(this::headings), data.rows());
    int[] used = used(gate, headings);
    if (used.length == 0 && data.rows() > 0) {
      throw noneUsed(data.rows());
    }
    Dataset taken = data.take(used);
    Map<String, Column> columns = new LinkedHashMap<>();
    taken.columns.forEach((name, column) -> columns.put(name, ruled(name, column)));
    return new ReadData(
        taken.withColumns(columns),
        new ReadingSummary(
            List.of(),
            headings,
            gate.skipped(),
            gate.notChosen(),
            0,
            0,
            false,
            gate.unmatched(),
            missingCodes));
  }

  /** The rows down to import ids, which stand in every cell of the last row of headings. */
  private int headings() {
    for (int row = Math.min(CsvSurvey.Head.ROWS, data.rows()) - 1; row >= 0; row--) {
      for (Column column : data.columns.values()) {
        if (column instanceof Column.Texts texts
            && texts.text(row).filter(it -> it.startsWith(CsvSurvey.Head.IMPORT_ID)).isPresent()) {
          return row + 1;
        }
      }
    }
    return 0;
  }

  static InvalidInputException noneUsed(int rows) {
    return new InvalidInputException(
        "rows",
        "none of the " + rows + " rows is used; check \"skip\" and \"where\" against the file");
  }

  private MissingCells missingCells(String column) {
    return MissingCells.of(rules, column, NumberForm.PLAIN);
  }

  private Column ruled(String name, Column column) {
    MissingCells missing = missingCells(name);
    if (column instanceof Column.Numbers numbers && !rules.textColumns().contains(name)) {
      double[] values = numbers.values.clone();
      for (int row = 0; row < values.length; row++) {
        if (missing.isCode(values[row])) {
          values[row] = Double.NaN;
          missingCodes.merge(name, 1, Integer::sum);
        }
      }
      return new Column.Numbers(values, column.notes());
    }
    @Nullable String[] texts = new @Nullable String[column.size()];
    for (int row = 0; row < texts.length; row++) {
      String text = textOf(column, row);
      if (text != null && missing.isCodeInText(text, NumberForm.PLAIN)) {
        text = null;
        missingCodes.merge(name, 1, Integer::sum);
      }
      texts[row] = text;
    }
    return becomesNumeric(name, texts)
        ? new Column.Numbers(numbers(texts), column.notes())
        : new Column.Texts(texts, column.notes(), NumberForm.PLAIN);
  }

  /** An identifier that is a number has all of its digits, never an exponent. */
  private static @Nullable String textOf(Column column, int row) {
    return column instanceof Column.Numbers numbers && !column.missing(row)
        ? Names.number(numbers.values[row])
        : column.text(row).orElse(null);
  }

  /** Whether a column was text only for the sake of cells that are gone. */
  private boolean becomesNumeric(String name, @Nullable String[] left) {
    return data.column(name) instanceof Column.Texts whole
        && !rules.textColumns().contains(name)
        && !areNumbers(whole.values)
        && areNumbers(left);
  }

  private static boolean areNumbers(@Nullable String[] cells) {
    for (String cell : cells) {
      if (cell != null) {
        char[] text = cell.toCharArray();
        if (DecimalText.looksLikeIdentifier(text, 0, text.length)
            || Double.isNaN(NumberForm.PLAIN.parse(text, 0, text.length))) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] numbers(@Nullable String[] cells) {
    double[] values = new double[cells.length];
    for (int row = 0; row < values.length; row++) {
      String cell = cells[row];
      values[row] = cell == null ? Double.NaN : NumberForm.PLAIN.parse(cell);
    }
    return values;
  }
}

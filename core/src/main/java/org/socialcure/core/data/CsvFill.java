package org.socialcure.core.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The second pass, over a text without problems: fills the columns. */
final class CsvFill extends CsvPass {
  /** Up to this many different texts of a column share one object each: waves, sexes, answers. */
  private static final int SHARED_TEXTS = 4096;

  private final CsvSurvey survey;
  private final NumberForm form;
  private final MissingCells[] missing;
  private final double[] @Nullable [] numbers;
  private final @Nullable String[] @Nullable [] texts;
  private final Map<String, String>[] shared;
  private final int[] codes;
  private final int[] lines;
  private int rowRead;
  private int row;
  private boolean used;

  @SuppressWarnings({"unchecked", "rawtypes"})
  CsvFill(CsvSurvey survey) {
    super(survey.formulaMarks());
    this.survey = survey;
    this.form = survey.kinds().form;
    int columns = survey.names().size();
    this.missing = new MissingCells[columns];
    this.numbers = new double[columns] @Nullable [];
    this.texts = new @Nullable String[columns] @Nullable [];
    this.shared = new Map[columns];
    this.codes = new int[columns];
    this.lines = new int[survey.rows()];
    this.used = survey.uses(0);
    for (int column = 0; column < columns; column++) {
      missing[column] = survey.kinds().missing(column);
      shared[column] = new HashMap<>();
      if (survey.leavesOut(column)) {
        continue;
      }
      if (survey.kind(column) == ColumnKind.NUMBER) {
        numbers[column] = new double[survey.rows()];
      } else {
        texts[column] = new @Nullable String[survey.rows()];
      }
    }
  }

  Dataset dataset() {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int column = 0; column < numbers.length; column++) {
      double[] values = numbers[column];
      @Nullable String[] words = texts[column];
      if (values != null) {
        columns.put(survey.names().get(column), new Column.Numbers(values));
      } else if (words != null) {
        columns.put(survey.names().get(column), new Column.Texts(words, Column.Notes.NONE, form));
      }
    }
    return survey.repeated().tell(new Dataset(columns, row, RowPlaces.lines(lines)));
  }

  /** How many cells of each column hold a code of a missing value. */
  Map<String, Integer> missingCodes() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int column = 0; column < codes.length; column++) {
      if (codes[column] > 0) {
        counts.put(survey.names().get(column), codes[column]);
      }
    }
    return counts;
  }

  @Override
  void header(int column, String name, boolean quoted) {}

  @Override
  void endHeader(int line, int cells) {}

  @Override
  void cell(int column, char[] buffer, int from, int to, boolean quoted) {
    if (!used || column >= numbers.length) {
      return;
    }
    double[] values = numbers[column];
    @Nullable String[] words = texts[column];
    if (values != null) {
      values[row] = from == to ? Double.NaN : number(column, buffer, from, to);
    } else if (words != null && from < to) {
      if (missing[column].isCodeInText(buffer, from, to, form)) {
        codes[column]++;
      } else {
        words[row] = share(shared[column], new String(buffer, from, to - from));
      }
    }
  }

  private double number(int column, char[] buffer, int from, int to) {
    double value = form.parse(buffer, from, to);
    if (Double.isNaN(value) && DecimalText.isBlank(buffer, from, to)) {
      return Double.NaN;
    }
    // What is no number in a numeric column is a code that is a word.
    if (Double.isNaN(value) || missing[column].isCode(value)) {
      codes[column]++;
      return Double.NaN;
    }
    return value;
  }

  private static String share(Map<String, String> known, String text) {
    if (known.size() < SHARED_TEXTS) {
      String earlier = known.putIfAbsent(text, text);
      return earlier == null ? text : earlier;
    }
    return known.getOrDefault(text, text);
  }

  @Override
  void endRow(int line, int cells) {
    if (used) {
      for (int column = cells; column < numbers.length; column++) {
        double[] values = numbers[column];
        if (values != null) {
          values[row] = Double.NaN;
        }
      }
      lines[row++] = line;
    }
    used = survey.uses(++rowRead);
  }

  @Override
  void brokenQuote(int line, int column) {
    throw new IllegalStateException("the survey reports broken quotes");
  }
}

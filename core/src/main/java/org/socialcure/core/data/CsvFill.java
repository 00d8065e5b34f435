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
  private final CsvOptions options;
  private final double[] @Nullable [] numbers;
  private final @Nullable String[] @Nullable [] texts;
  private final Map<String, String>[] shared;
  private final int[] lines;
  private int row;

  @SuppressWarnings({"unchecked", "rawtypes"})
  CsvFill(CsvSurvey survey, CsvOptions options) {
    super(options);
    this.survey = survey;
    this.options = options;
    int columns = survey.names().size();
    this.numbers = new double[columns] @Nullable [];
    this.texts = new @Nullable String[columns] @Nullable [];
    this.shared = new Map[columns];
    this.lines = new int[survey.rows()];
    for (int column = 0; column < columns; column++) {
      shared[column] = new HashMap<>();
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
        columns.put(survey.names().get(column), new Column.Texts(words));
      }
    }
    return new Dataset(columns, row, lines);
  }

  @Override
  void header(int column, String name, boolean quoted) {}

  @Override
  void endHeader(int line, int cells) {}

  @Override
  void cell(int column, char[] buffer, int from, int to) {
    boolean missing = isMissing(buffer, from, to);
    double[] values = numbers[column];
    @Nullable String[] words = texts[column];
    if (values != null) {
      values[row] =
          missing ? Double.NaN : DecimalText.parse(buffer, from, to, options.decimalMark());
    } else if (words != null && !missing) {
      words[row] = share(shared[column], new String(buffer, from, to - from));
    }
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
    lines[row++] = line;
  }

  @Override
  void brokenQuote(int line, int column) {
    throw new IllegalStateException("the survey reports broken quotes");
  }
}

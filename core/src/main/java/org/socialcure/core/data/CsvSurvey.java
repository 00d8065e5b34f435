package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;

/** The first pass: every problem of the text, the number of rows, and what each column holds. */
final class CsvSurvey extends CsvPass {
  /** What a decoder puts in place of bytes that are not UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  private final CsvOptions options;
  private final List<String> names = new ArrayList<>();
  private final Problems problems = new Problems();

  /** Problems that only count if the bytes prove not to be UTF-8: the text may hold the mark. */
  private final Set<Problem> undecoded = new HashSet<>();

  private boolean[] text = new boolean[0];
  private int rows;
  private int lastLine;
  private int headerLine = 1;
  private boolean quotedName;

  CsvSurvey(CsvOptions options) {
    super(options);
    this.options = options;
  }

  List<String> names() {
    return names;
  }

  int rows() {
    return rows;
  }

  ColumnKind kind(int column) {
    return text[column] ? ColumnKind.TEXT : ColumnKind.NUMBER;
  }

  /** All problems in the order of the text. */
  Problems problems(Supplier<Boolean> decodes) {
    boolean marksAreText = !undecoded.isEmpty() && decodes.get();
    Problems all = new Problems();
    problems.list().stream()
        .filter(problem -> !marksAreText || !undecoded.contains(problem))
        .forEach(all::add);
    if (names.isEmpty() && all.isEmpty()) {
      all.add("line 1", "the file is empty; it needs a line of column names and a line per row");
    } else if (rows == 0 && all.isEmpty()) {
      all.add("line " + (headerLine + 1), "there are column names but no rows; add a line per row");
    }
    return all;
  }

  @Override
  void header(int column, String name, boolean quoted) {
    names.add(name);
    quotedName |= quoted;
    if (name.indexOf(REPLACEMENT) >= 0) {
      undecodable("line " + getStartingLineNumber() + ", column " + (column + 1));
    }
  }

  @Override
  void endHeader(int line, int cells) {
    headerLine = line;
    lastLine = line;
    text = new boolean[cells];
    String place = "line " + line + ", column ";
    Map<String, Integer> first = new HashMap<>();
    for (int column = 0; column < cells; column++) {
      String name = names.get(column);
      if (name.isBlank()) {
        problems.add(place + (column + 1), "its name is blank; name it, or leave the column out");
        continue;
      }
      Integer earlier = first.putIfAbsent(name, column);
      if (earlier != null) {
        problems.add(
            place + (column + 1), "has the same name as column " + (earlier + 1) + "; rename one");
      }
      text[column] = options.text().contains(name);
    }
    for (String name : options.text()) {
      if (!first.containsKey(name)) {
        Problem unknown = Columns.unknown(name, names);
        problems.add("line " + line + ", " + unknown.where(), unknown.message());
      }
    }
    if (cells == 1 && !quotedName) {
      refuseOtherSeparator(place + 1, names.get(0));
    }
  }

  /** One column whose name is not quoted yet holds a separator: most likely it is not one. */
  private void refuseOtherSeparator(String place, String name) {
    for (char other : new char[] {';', '\t', ',', '|'}) {
      if (other != options.separator() && name.indexOf(other) >= 0) {
        problems.add(
            place,
            "the only column, and its name holds "
                + CsvOptions.shown(other)
                + "; cells are separated by "
                + CsvOptions.shown(options.separator())
                + " unless the options say otherwise");
        return;
      }
    }
  }

  @Override
  void cell(int column, char[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == REPLACEMENT) {
        undecodable("line " + getStartingLineNumber() + ", column " + name(column));
        break;
      }
    }
    if (column < text.length
        && !text[column]
        && !isMissing(buffer, from, to)
        && (Double.isNaN(DecimalText.parse(buffer, from, to, options.decimalMark()))
            || DecimalText.looksLikeIdentifier(buffer, from, to))) {
      text[column] = true;
    }
  }

  @Override
  void endRow(int line, int cells) {
    rows++;
    lastLine = line;
    if (cells != names.size()) {
      problems.add(
          "line " + line + ", column " + name(Math.min(cells, names.size())),
          "the row has "
              + cells
              + (cells == 1 ? " cell" : " cells")
              + " where line "
              + headerLine
              + " names "
              + names.size()
              + (names.size() == 1 ? " column" : " columns")
              + "; add or take out cells, and quote those that hold "
              + CsvOptions.shown(options.separator()));
    }
  }

  @Override
  void brokenQuote(int line, int column) {
    problems.add(
        "line " + Math.max(line, lastLine) + ", column " + name(column),
        "a quoted cell does not end as it should, so that nothing after it can be read; close"
            + " it with \" before the separator, and write a \" inside it twice");
  }

  private void undecodable(String place) {
    Problem problem = new Problem(place, "not UTF-8; save the file as \"CSV UTF-8\"");
    undecoded.add(problem);
    problems.add(problem);
  }

  /** The name of a column where it has one, its number from 1 otherwise. */
  private String name(int column) {
    boolean named = column < names.size() && text.length > 0 && !names.get(column).isBlank();
    return named ? Columns.shown(names.get(column)) : String.valueOf(column + 1);
  }
}

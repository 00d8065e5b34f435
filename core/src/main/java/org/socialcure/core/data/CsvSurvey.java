package org.socialcure.core.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Nearest;

/**
 * The first pass: every problem of the text, which of its rows and columns are used, and what each
 * column holds.
 */
final class CsvSurvey extends CsvPass {
  /** The first rows after the line of names, which may be further headings. */
  static final class Head {
    static final int ROWS = 2;

    /** Fewer words than this in the place of numbers are answers. */
    static final int WORDS = 2;

    /** Fewer numbers below are no rule that a first row could break. */
    static final int NUMBERS_BELOW = 3;

    /** What stands in every cell of the last line of headings of a Qualtrics file. */
    static final String IMPORT_ID = "{\"ImportId\"";

    private Head() {}
  }

  /** What a decoder puts in place of bytes that are not of the encoding. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final int REMEMBERED = 1000;

  private final CsvOptions options;
  private final ReadingRules rules;
  private final char separator;
  private final String encoding;
  private final List<String> names = new ArrayList<>();
  private final Problems problems = new Problems();

  /** Problems that only count if the bytes prove not to be of the encoding. */
  private final Set<Problem> undecoded = new HashSet<>();

  /** Problems that only count if not every row has the same number of empty cells at its end. */
  private final Set<Problem> tails = new HashSet<>();

  private final List<CsvKinds> kinds = new ArrayList<>();
  private final BitSet leftOut = new BitSet();
  private final CsvColumnsWithoutName nameless = new CsvColumnsWithoutName();
  private RepeatedNames repeated = new RepeatedNames(List.of());
  private @Nullable RowGate gate;
  private final Map<Integer, String> gateColumns = new HashMap<>();
  private final Map<String, String> gateCells = new HashMap<>();

  private int headerLine = 1;
  private int lastLine;
  private boolean quotedName;

  /** A quote within a name that is not quoted: the name has been cut in the wrong place. */
  private boolean quoteInName;

  /** Whether a column that must be there is not: the line of names is perhaps none. */
  private boolean lacksColumns;

  /** Whether the only name holds what separates the cells, most likely. */
  private boolean otherSeparator;

  private final CsvShape shape = new CsvShape();
  private int brokenShapes;
  private int rowsRead;
  private int rowsWithValues;
  private int rowsUsed;
  private int emptyRows;
  private int headings;
  private final int[] headRows = new int[Head.ROWS];
  private int importIds = -1;
  private int filled;
  private int tailRows;
  private int tailCells = -1;

  CsvSurvey(CsvOptions options, char separator, String encoding) {
    super(options.formulaMarks());
    this.options = options;
    this.rules = options.rules();
    this.separator = separator;
    this.encoding = encoding;
  }

  FormulaMarks formulaMarks() {
    return options.formulaMarks();
  }

  List<String> names() {
    return names;
  }

  char separator() {
    return separator;
  }

  /** The rows that are used. */
  int rows() {
    return rowsUsed;
  }

  /** Whether a row of the text is used. */
  boolean uses(int row) {
    return !leftOut.get(row);
  }

  /** Whether a column has no name, or one that others have too, and is left out. */
  boolean leavesOut(int column) {
    return nameless.isLeftOut(column) || repeated.has(column);
  }

  CsvKinds kinds() {
    return kinds.get(0);
  }

  RepeatedNames repeated() {
    return repeated;
  }

  ColumnKind kind(int column) {
    return kinds().isText(column) ? ColumnKind.TEXT : ColumnKind.NUMBER;
  }

  /** Whether the text falls into several columns without a row that does not fit. */
  boolean fits() {
    return names.size() > 1 && brokenShapes == 0 && !quoteInName && (tailRows == 0 || tailsFit());
  }

  private boolean tailsFit() {
    return tailCells > 0 && tailRows == rowsUsed;
  }

  ReadingSummary summary(List<String> found, Map<String, Integer> missingCodes) {
    Map<String, Integer> codes = new LinkedHashMap<>(missingCodes);
    return new ReadingSummary(
        found,
        headings,
        gate == null ? 0 : gate.skipped(),
        gate == null ? 0 : gate.notChosen(),
        emptyRows,
        nameless.empty() + (tailRows > 0 ? tailCells - names.size() : 0),
        nameless.rowNumbers(),
        gate == null ? List.of() : gate.unmatched(),
        codes);
  }

  /** All problems in the order of the text; decides what the rows and columns are. */
  Problems problems(Supplier<Boolean> decodes) {
    boolean tailsFit = tailsFit();
    boolean marksAreText = !undecoded.isEmpty() && decodes.get();
    Problems all = new Problems();
    nameless.addTo(all, headerLine, rowsUsed);
    Optional<Problem> misfit =
        tailsFit || otherSeparator
            ? Optional.empty()
            : shape.misfit(headerLine, names, !all.isEmpty(), separator);
    if (misfit.isPresent()) {
      Problems alone = new Problems();
      alone.add(misfit.get());
      undecoded.stream().filter(problem -> !marksAreText).forEach(alone::add);
      return alone;
    }
    problems.list().stream()
        .map(shape::told)
        .filter(problem -> !marksAreText || !undecoded.contains(problem))
        .filter(problem -> !tailsFit || !tails.contains(problem))
        .forEach(all::add);
    if (names.isEmpty() && all.isEmpty()) {
      all.add("line 1", "the file is empty; it needs a line of column names and a line per row");
    } else if (rowsRead == emptyRows && all.isEmpty()) {
      all.add("line " + (headerLine + 1), "there are column names but no rows; add a line per row");
    }
    if (all.isEmpty()) {
      decideHeadings(all);
      chooseKinds();
      if (gate != null) {
        gate.addTo(all, importIds + 1);
      }
      if (all.isEmpty() && rowsUsed == 0) {
        all.addAll(RulesOnData.noneUsed(rowsRead - emptyRows).problems());
      }
    }
    return all;
  }

  private void decideHeadings(Problems all) {
    if (rules.skippedRows().isEmpty()) {
      if (importIds >= 0) {
        leaveOutHead(importIds + 1);
      } else if (kinds.stream().anyMatch(each -> each.looksLikeHeading(0))) {
        refuseHeadings(all, kinds.stream().anyMatch(each -> each.looksLikeHeading(1)) ? 2 : 1);
      }
    }
    kinds.forEach(each -> each.countHead(importIds + 1));
  }

  private void refuseHeadings(Problems all, int rows) {
    all.add(
        "line " + (headerLine + 1),
        (rows == 1 ? "looks like a second line" : "and the row after it look like further lines")
            + " of headings, for there are words where all other rows have numbers; leave "
            + (rows == 1 ? "it" : "them")
            + " out with \"skip\": {\"rows\": "
            + rows
            + "}, or say {\"rows\": 0} if there are answers");
  }

  private void chooseKinds() {
    if (kinds.size() > 1) {
      CsvKinds point = kinds.get(0);
      CsvKinds comma = kinds.get(1);
      boolean isComma = comma.isMarkedAlone(point) && !point.isMarkedAlone(comma);
      kinds.remove(isComma ? point : comma);
    }
  }

  private void leaveOutHead(int rows) {
    for (int i = 0; i < rows; i++) {
      if (!leftOut.get(headRows[i])) {
        leftOut.set(headRows[i]);
        rowsUsed--;
        headings++;
      }
    }
  }

  @Override
  void header(int column, String name, boolean quoted) {
    names.add(name);
    quotedName |= quoted;
    quoteInName |= !quoted && name.indexOf('"') >= 0;
    if (name.indexOf(REPLACEMENT) >= 0) {
      undecodable("line " + getStartingLineNumber() + ", column " + (column + 1));
    }
  }

  @Override
  void endHeader(int line, int cells) {
    headerLine = line;
    lastLine = line;
    String place = "line " + line + ", column ";
    Map<String, Integer> first = new HashMap<>();
    // Where the line of names is missing, equal answers stand in its place.
    boolean answers = Nearest.areAnswers(names);
    for (int column = 0; column < cells; column++) {
      String name = names.get(column);
      if (name.isBlank()) {
        nameless.add(column);
        continue;
      }
      Integer earlier = first.putIfAbsent(name, column);
      if (earlier != null && answers) {
        problems.add(
            place + (column + 1), "has the same name as column " + (earlier + 1) + "; rename one");
      }
    }
    repeated = answers ? new RepeatedNames(List.of()) : new RepeatedNames(names);
    if (cells == 1 && !quotedName) {
      refuseOtherSeparator(place + 1, names.get(0));
    }
    for (String name : rules.columns()) {
      if (!first.containsKey(name)) {
        lacksColumns = true;
        Problem unknown = Columns.unknown(name, names);
        problems.add("line " + line + ", " + unknown.where(), unknown.message());
      }
      repeated
          .why(name)
          .ifPresent(why -> problems.add("line " + line + ", " + Columns.place(name), why));
    }
    for (NumberForm form : forms()) {
      kinds.add(kinds(form));
    }
    if (rules.skip().isPresent() || rules.where().isPresent()) {
      Set<String> conditioned = new LinkedHashSet<>();
      rules.skip().ifPresent(condition -> conditioned.addAll(condition.columns()));
      rules.where().ifPresent(condition -> conditioned.addAll(condition.columns()));
      conditioned.stream()
          .filter(first::containsKey)
          .forEach(name -> gateColumns.put(first.get(name), name));
      gate = new RowGate(rules, forms());
    }
  }

  /** The forms that numbers may have; which of them they have is seen at the end. */
  private List<NumberForm> forms() {
    NumberForm point = new NumberForm(DecimalMark.POINT, options.thousands());
    NumberForm comma = new NumberForm(DecimalMark.COMMA, options.thousands());
    if (options.decimalMark().isPresent()) {
      return List.of(options.decimalMark().get() == DecimalMark.POINT ? point : comma);
    }
    boolean open = separator != ',' && options.thousands() != ThousandsSeparator.COMMA;
    return open ? List.of(point, comma) : List.of(point);
  }

  private CsvKinds kinds(NumberForm form) {
    MissingCells[] missing =
        names.stream().map(name -> MissingCells.of(rules, name, form)).toArray(MissingCells[]::new);
    boolean[] forced = new boolean[names.size()];
    IntStream.range(0, forced.length)
        .forEach(column -> forced[column] = rules.textColumns().contains(names.get(column)));
    return new CsvKinds(form, missing, forced);
  }

  /** One column whose name is not quoted yet holds a separator: most likely it is not one. */
  private void refuseOtherSeparator(String place, String name) {
    for (char other : CsvInput.SEPARATORS) {
      if (other != separator && name.indexOf(other) >= 0) {
        otherSeparator = true;
        brokenShapes++;
        problems.add(
            place,
            "the only column, and its name holds "
                + CsvOptions.shown(other)
                + ", while cells are separated by "
                + CsvOptions.shown(separator)
                + "; say the right \"separator\", or quote the name");
        return;
      }
    }
  }

  @Override
  void cell(int column, char[] buffer, int from, int to, boolean quoted) {
    if (from == to) {
      filled = quoted ? column + 1 : filled;
      return;
    }
    filled = column + 1;
    for (int i = from; i < to; i++) {
      if (buffer[i] == REPLACEMENT) {
        undecodable("line " + getStartingLineNumber() + ", column " + name(column));
        break;
      }
    }
    if (rowsWithValues < rules.skippedRows().orElse(0) || column >= names.size()) {
      return;
    }
    if (rowsWithValues < Head.ROWS && buffer[from] == '{' && rules.skippedRows().isEmpty()) {
      boolean importId = new String(buffer, from, to - from).startsWith(Head.IMPORT_ID);
      importIds = importId ? rowsWithValues : importIds;
    }
    if (kinds.size() == 1) {
      kinds.get(0).cell(rowsWithValues, column, buffer, from, to);
    } else {
      for (CsvKinds each : kinds) {
        each.mark(column, buffer, from, to);
        each.cell(rowsWithValues, column, buffer, from, to);
      }
    }
    if (gate != null && gateColumns.containsKey(column)) {
      gateCells.put(gateColumns.get(column), new String(buffer, from, to - from));
    }
    nameless.cell(column, buffer, from, to);
  }

  @Override
  void endRow(int line, int cells) {
    lastLine = line;
    if (filled == 0 && cells > 0) {
      emptyRows++;
      leftOut.set(rowsRead++);
      return;
    }
    boolean heading = rowsWithValues < rules.skippedRows().orElse(0);
    boolean used = !heading && (gate == null || gate.uses(rowsWithValues, gateCells::get));
    headings += heading ? 1 : 0;
    if (used) {
      checkShape(line, cells);
      rowsUsed++;
    } else {
      leftOut.set(rowsRead);
    }
    for (CsvKinds each : kinds) {
      each.endRow(rowsWithValues, used);
    }
    if (rowsWithValues < Head.ROWS) {
      headRows[rowsWithValues] = rowsRead;
    }
    nameless.endRow(used);
    gateCells.clear();
    filled = 0;
    rowsRead++;
    rowsWithValues++;
  }

  private void checkShape(int line, int cells) {
    shape.row(cells);
    if (cells == names.size() || (cells < names.size() && cells >= nameless.afterLastName(names))) {
      shape.fits();
      return;
    }
    Problem ragged =
        new Problem(
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
                + CsvOptions.shown(separator));
    if (cells > names.size() && filled <= names.size()) {
      tailCells = tailRows == 0 || tailCells == cells ? cells : 0;
      tailRows++;
      if (tails.size() < REMEMBERED) {
        tails.add(ragged);
        problems.add(ragged);
      }
    } else {
      brokenShapes++;
      problems.add(ragged);
      if (filled == 1 && cells == 1 && !lacksColumns && !Nearest.areAnswers(names)) {
        shape.mayBeNote(ragged, names);
      } else {
        shape.fits();
      }
    }
  }

  @Override
  void brokenQuote(int line, int column) {
    shape.fits();
    brokenShapes++;
    problems.add(
        "line " + Math.max(line, lastLine) + ", column " + name(column),
        "a quoted cell does not end as it should, so that nothing after it can be read; close"
            + " it with \" before the separator, and write a \" inside it twice");
  }

  private void undecodable(String place) {
    Problem problem =
        new Problem(
            place,
            "not "
                + encoding
                + "; save the file as \"CSV UTF-8\", or say its \"encoding\", such as"
                + " windows-1252");
    undecoded.add(problem);
    problems.add(problem);
  }

  /**
   * The name of a column where it has one, its number from 1 otherwise; where the line of names is
   * missing, somebody's answers stand in its place.
   */
  private String name(int column) {
    boolean named =
        column < names.size()
            && !kinds.isEmpty()
            && !names.get(column).isBlank()
            && !lacksColumns
            && !Nearest.areAnswers(names);
    return named ? Columns.shown(names.get(column)) : String.valueOf(column + 1);
  }
}

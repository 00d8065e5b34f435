package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.internal.CellForm;

/**
 * The cells of a file with codes that are not permitted: all of them counted, the first of them by
 * place.
 */
final class InvalidCells {
  /** A file read with a wrong coding has millions; nobody needs the place of each. */
  private static final int REMEMBERED = 1000;

  private final Dataset raw;
  private final InvalidCodes treatment;
  private final Map<String, Integer> byColumn = new LinkedHashMap<>();

  /** What to do about the first cell of each column; a variant of numbering is told there alone. */
  private final Map<String, String> remedies = new HashMap<>();

  private final Map<InstrumentColumns, OtherNumbering> numberings = new LinkedHashMap<>();

  private final List<Cell> cells = new ArrayList<>();

  InvalidCells(Dataset raw, InvalidCodes treatment) {
    this.raw = raw;
    this.treatment = treatment;
  }

  /** A cell; the permitted codes are no secret, the code in it may be an answer. */
  private record Cell(int row, String column, Item item, Coding coding, String remedy) {
    String message() {
      return "not a permitted code; item "
          + item.id()
          + " permits "
          + String.join(", ", coding.codes(item).keySet())
          + remedy;
    }
  }

  void add(int row, String column, Item item, InstrumentColumns columns) {
    byColumn.merge(column, 1, Integer::sum);
    Optional<String> numbering =
        numberings.computeIfAbsent(columns, it -> OtherNumbering.of(raw, it)).inColumn(column);
    boolean first = !remedies.containsKey(column);
    if (cells.size() < REMEMBERED) {
      String remedy = numbering.map(text -> first ? text : "").orElseGet(() -> remedy(row, column));
      cells.add(new Cell(row, column, item, columns.coding(), remedy));
    }
    if (first) {
      remedies.put(column, numbering.orElseGet(() -> remedy(row, column)));
    }
  }

  /** What to do about a cell, by the kind of thing in it. */
  private String remedy(int row, String column) {
    String cell = raw.kind(column) == ColumnKind.TEXT ? raw.text(column, row).orElse("") : "";
    if (CellForm.of(cell) == CellForm.DECIMAL_COMMA) {
      return "; say \"decimal\": \",\" of a text file whose decimal marks are commas, and make the"
          + " cells of a spreadsheet numbers";
    }
    return cell.codePoints().anyMatch(Character::isLetter)
        ? "; say with a \"coding\" what words, or codes with words, stand for"
        : "; name codes that mean no value under \"missing\", or say with a \"coding\" how the file"
            + " numbers the answers";
  }

  Map<String, Integer> byColumn() {
    return byColumn;
  }

  /** What was taken as not answered though another numbering of the answers explains it. */
  List<String> cautions() {
    return numberings.values().stream().flatMap(it -> it.caution().stream()).distinct().toList();
  }

  void throwIfRefused() {
    if (treatment == InvalidCodes.MISSING || byColumn.isEmpty()) {
      return;
    }
    Problems problems = new Problems();
    int total = byColumn.values().stream().mapToInt(Integer::intValue).sum();
    if (total > InvalidInputException.SHOWN) {
      byColumn.forEach(
          (column, count) ->
              problems.add(
                  "column " + column,
                  count + " cells hold a code that is not permitted" + remedies.get(column)));
    }
    cells.stream()
        .sorted(Comparator.comparingInt(Cell::row))
        .forEach(cell -> problems.add(raw.place(cell.row(), cell.column()), cell.message()));
    problems.throwIfAny();
  }
}

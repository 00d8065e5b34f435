package org.socialcure.files.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Nearest;

/** Reads one sheet: its first row with a cell names the columns, every other is a row of data. */
final class SheetReader {
  private static final int MOST_PROBLEMS = 10_000;

  private final Xml xml;
  private final List<String> shared;
  private final List<DateFormat> formats;
  private final ExcelDates dates;
  private final SheetTable table;
  private final Problems problems = new Problems();
  private int formulas;
  private int elapsed;
  private int hiddenRows;
  private int row;
  private int column;

  SheetReader(Xml xml, Workbook workbook, OptionalInt headerRow, Memory memory) {
    this.xml = xml;
    this.shared = workbook.sharedTexts(memory);
    this.formats = workbook.dateFormats();
    this.dates = workbook.dates();
    this.table = new SheetTable(headerRow, problems, memory);
  }

  /** Whether any cell has a value. */
  static boolean hasCells(Xml xml) {
    while (xml.next()) {
      if (xml.begins("v") || xml.begins("is")) {
        return true;
      }
    }
    return false;
  }

  RawTable read() {
    List<String> merged = new ArrayList<>();
    while (xml.next() && problems.size() < MOST_PROBLEMS) {
      if (xml.begins("row")) {
        beginRow();
      } else if (xml.begins("c")) {
        readCell();
      } else if (xml.begins("mergeCell")) {
        merged.add(xml.attribute("ref").orElse(""));
      }
    }
    merged.forEach(this::checkMerged);
    table.checkNames();
    problems.throwIfAny();
    return table.raw(notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(table.notes());
    note(
        notes,
        formulas,
        "formula, read by its stored result",
        "formulas, read by their stored results");
    note(notes, hiddenRows, "hidden row, which is read", "hidden rows, which are read");
    note(
        notes,
        elapsed,
        "length of time, read as a number of days",
        "lengths of time, read as numbers of days");
    return notes;
  }

  static void note(List<String> notes, int count, String one, String several) {
    if (count > 0) {
      notes.add(count + " " + (count == 1 ? one : several));
    }
  }

  private void beginRow() {
    int before = row;
    row = xml.attribute("r").map(SheetText::rowOf).orElse(row + 1);
    column = -1;
    if (row <= before || row > SheetText.ROWS) {
      throw Damage.at("row " + (before + 1), "rows do not follow one another");
    }
    table.beginRow();
    String hidden = xml.attribute("hidden").orElse("0");
    if (hidden.equals("1") || hidden.equals("true")) {
      hiddenRows++;
    }
  }

  private void readCell() {
    Optional<String> reference = xml.attribute("r");
    int before = column;
    column = reference.map(SheetText::columnOf).orElse(column + 1);
    boolean sameRow = reference.map(SheetText::rowOf).orElse(row) == row;
    if (column <= before || column >= SheetText.COLUMNS || !sameRow || row == 0) {
      throw Damage.at("row " + Math.max(row, 1), "cells do not follow one another");
    }
    String type = xml.attribute("t").orElse("n");
    DateFormat format = format();
    Optional<String> value = Optional.empty();
    StringBuilder inline = new StringBuilder();
    boolean formula = false;
    while (!xml.ends("c")) {
      if (!xml.next()) {
        throw Damage.at(SheetText.cell(row, column), "does not end");
      }
      if (xml.begins("v")) {
        value = Optional.of(xml.text());
      } else if (xml.begins("rPh")) {
        xml.text();
      } else if (xml.begins("t")) {
        inline.append(xml.text());
      } else if (xml.begins("f")) {
        xml.text();
        formula = true;
      }
    }
    if (formula) {
      formulas++;
    }
    if (type.equals("inlineStr")) {
      table.text(row, column, SheetText.unescaped(inline.toString()));
    } else if (value.isPresent() && !value.get().isEmpty()) {
      read(type, format, value.get());
    } else if (formula && !type.equals("str")) {
      problem(
          "a formula without a stored result; open the file in the spreadsheet program and save it");
    }
  }

  private DateFormat format() {
    int style = SheetText.whole(xml.attribute("s").orElse("0"), -1);
    return style >= 0 && style < formats.size() ? formats.get(style) : DateFormat.NONE;
  }

  private void read(String type, DateFormat format, String value) {
    switch (type) {
      case "s" -> {
        int index = SheetText.whole(value.strip(), -1);
        if (index < 0 || index >= shared.size()) {
          throw Damage.at(SheetText.cell(row, column), "names a text that is not in the file");
        }
        table.text(row, column, shared.get(index));
      }
      case "str" -> table.text(row, column, SheetText.unescaped(value));
      case "b" -> table.text(row, column, value.strip().equals("0") ? "FALSE" : "TRUE");
      case "e" -> table.error(row, column, value.strip());
      case "d" -> table.text(row, column, value.strip());
      case "n" -> number(format, value);
      default -> throw Damage.at(SheetText.cell(row, column), "is of no known kind");
    }
  }

  private void number(DateFormat format, String value) {
    OptionalDouble number = SheetText.number(value);
    if (number.isEmpty()) {
      throw Damage.at(SheetText.cell(row, column), "is marked as a number and is none");
    }
    if (format == DateFormat.NONE || format == DateFormat.ELAPSED) {
      elapsed += format == DateFormat.ELAPSED ? 1 : 0;
      table.number(row, column, number.getAsDouble());
      return;
    }
    Optional<String> date = dates.text(number.getAsDouble(), format);
    if (date.isEmpty()) {
      problem(
          "has the format of a date, but its number is no day that the program knows; correct it,"
              + " or give the cell a number format");
    } else {
      table.text(row, column, date.get());
    }
  }

  private void problem(String message) {
    problems.add(new Problem(SheetText.cell(row, column), message));
  }

  /** Only the first of merged cells has a value, so that the others would count as missing. */
  private void checkMerged(String range) {
    String[] ends = range.split(":", 2);
    if (ends.length < 2 || !table.holds(ends[0], ends[1])) {
      return;
    }
    problems.add(
        "cells " + range,
        "are merged, so that only the first has a value; unmerge them and fill each");
  }

  /** The sheet to read: the one named, or the only one with cells. */
  static Workbook.SheetPart choose(Workbook workbook, ZipParts parts, Optional<String> name) {
    List<Workbook.SheetPart> sheets = workbook.sheets();
    if (sheets.isEmpty()) {
      throw new InvalidInputException("the file", "has no sheet with cells");
    }
    if (name.isPresent()) {
      return workbook
          .sheet(name.get())
          .orElseThrow(
              () ->
                  new InvalidInputException(
                      "sheet " + name.get(),
                      "no such sheet"
                          + Nearest.question(
                              name.get(), sheets.stream().map(Workbook.SheetPart::name).toList())));
    }
    Map<String, Workbook.SheetPart> filled = new LinkedHashMap<>();
    for (Workbook.SheetPart sheet : sheets) {
      if (!sheet.hidden() && hasCells(new Xml(sheet.place(), parts.open(sheet.place())))) {
        filled.put(sheet.name(), sheet);
      }
    }
    if (filled.size() == 1 || sheets.size() == 1) {
      return filled.isEmpty() ? sheets.get(0) : filled.values().iterator().next();
    }
    throw new InvalidInputException(
        "the file",
        filled.isEmpty()
            ? "has no visible sheet with cells; name the sheet"
            : "has " + filled.size() + " sheets with cells; name the one with the answers");
  }
}

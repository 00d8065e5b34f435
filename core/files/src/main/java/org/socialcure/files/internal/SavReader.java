package org.socialcure.files.internal;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;

/**
 * Reads SPSS system files, {@code .sav} and {@code .zsav}: dictionary first, then a case after the
 * other.
 */
public final class SavReader {
  private static final int ELEMENT = 8;

  /** More of the same would fill the memory before it helps anybody. */
  private static final int MOST_PROBLEMS = 10_000;

  private final Memory memory;
  private final SavDictionary dictionary;
  private final Decoder decoder;
  private final Problems problems = new Problems();
  private final List<String> notes = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();

  /** A variable of the file and the column that it becomes. */
  private record Column(SavVariable source, Variable target, SavFormat format) {}

  private SavReader(SavDictionary dictionary, Decoder decoder, Memory memory) {
    this.memory = memory;
    this.dictionary = dictionary;
    this.decoder = decoder;
  }

  /**
   * Reads a file.
   *
   * @param bytes the file
   * @param told the encoding of its texts, where the file is not to be believed
   * @param memory what the table may take
   * @return the table
   * @throws org.socialcure.core.InvalidInputException if it is no such file, with all problems
   */
  public static RawTable read(byte[] bytes, Optional<Charset> told, Memory memory) {
    Bytes in = new Bytes(bytes);
    SavDictionary dictionary = SavDictionary.read(in);
    Decoder decoder = new Decoder(told.orElseGet(dictionary::charset));
    return new SavReader(dictionary, decoder, memory).table(in);
  }

  private RawTable table(Bytes in) {
    nameColumns();
    SavCases cases = SavCases.of(in, dictionary, memory);
    byte[] row = new byte[dictionary.elements() * ELEMENT];
    int rows = 0;
    while (cases.next(row)) {
      Bytes cells = new Bytes(row);
      cells.order(in.order());
      for (Column column : columns) {
        read(column, cells, row, rows);
      }
      rows++;
      if (problems.size() > MOST_PROBLEMS) {
        break;
      }
    }
    RawTable.check(columns.stream().map(it -> it.target.name()).toList(), rows, problems);
    decoder.addTo(problems);
    problems.throwIfAny();
    dictionary
        .weight()
        .ifPresent(
            index ->
                notes.add(
                    "weights in column "
                        + nameOf(index)
                        + ", which count only where a model names them"));
    return RawTable.of(columns.stream().map(Column::target).toList(), rows, notes);
  }

  private String nameOf(int element) {
    return columns.stream()
        .filter(it -> it.source.element() == element)
        .map(it -> it.target.name())
        .findFirst()
        .orElse("a column that it does not have");
  }

  private void nameColumns() {
    Map<String, String> longNames = dictionary.longNames(decoder);
    for (SavVariable source : dictionary.variables()) {
      String place = "column " + (columns.size() + 1);
      String shortName = decoder.text(source.name(), 0, source.name().length, place);
      String name = longNames.getOrDefault(SavDictionary.key(shortName), shortName);
      SavFormat format = SavFormat.of(source);
      Cells cells =
          source.isText() || format.isCalendar() ? Cells.ofText(memory) : new Cells(memory);
      Variable target = new Variable(name, cells);
      target.setLabel(decoder.textToZero(source.label(), place));
      setValueLabels(target, source, place);
      if (format == SavFormat.DURATION) {
        notes.add("times in column " + name + ", read as seconds");
      }
      columns.add(new Column(source, target, format));
    }
  }

  private void setValueLabels(Variable target, SavVariable source, String place) {
    Map<String, String> labels = new LinkedHashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    source
        .numberLabels()
        .forEach(
            (value, label) -> {
              String text = decoder.text(label, 0, label.length, place).strip();
              if (Double.isFinite(value) && !text.isEmpty()) {
                labels.put(Names.number(value), text);
                if (source.isMissing(value)) {
                  missing.add(Names.number(value));
                }
              }
            });
    for (SavVariable.TextLabel label : source.textLabels()) {
      String code = decoder.text(label.value(), 0, label.value().length, place);
      String text = decoder.text(label.label(), 0, label.label().length, place).strip();
      if (!text.isEmpty()) {
        labels.put(code, text);
        if (source.isMissing(label.value())) {
          missing.add(code);
        }
      }
    }
    target.setValueLabels(labels, missing);
  }

  private void read(Column column, Bytes cells, byte[] row, int index) {
    SavVariable source = column.source;
    int at = source.element() * ELEMENT;
    if (source.isText()) {
      text(column, row, at, index);
      return;
    }
    cells.position(at);
    double value = cells.f64();
    if (value == dictionary.systemMissing() || Double.isNaN(value)) {
      return;
    }
    if (source.isMissing(value)) {
      column.target.countMissing(Names.number(value), index);
    } else if (Double.isInfinite(value)) {
      problems.add(place(column, index), "infinite; only finite numbers, or a missing value");
    } else if (column.format.isCalendar()) {
      Optional<String> date = column.format.text(value);
      date.ifPresent(text -> column.target.cells().text(index, text));
      if (date.isEmpty()) {
        problems.add(
            place(column, index), "no date of the years 1 to 9999, as the column's format says");
      }
    } else {
      column.target.cells().number(index, value);
    }
  }

  private void text(Column column, byte[] row, int at, int index) {
    SavVariable source = column.source;
    byte[] value = source.join(row, at);
    String text = decoder.text(value, 0, value.length, "column " + column.target.name());
    if (source.isMissing(value)) {
      column.target.countMissing(text, index);
    } else {
      column.target.cells().text(index, text);
    }
  }

  private static String place(Column column, int index) {
    return "row " + (index + 1) + ", column " + column.target.name();
  }
}

package org.socialcure.files.internal;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;

/** Reads Stata files of the versions 117, 118 and 119, part after part as they stand. */
public final class DtaReader {
  private static final int DOCUMENT_PARTS = 14;

  /** More of the same would fill the memory before it helps anybody. */
  private static final int MOST_PROBLEMS = 10_000;

  private final Bytes in;
  private final Memory memory;
  private final DtaVersion version;
  private final Decoder decoder;
  private final Problems problems = new Problems();
  private final List<String> notes = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final Map<LongText, String> longTexts = new HashMap<>();

  /** A variable of the file and the column that it becomes. */
  private record Column(Variable target, int code, DtaType type, DtaFormat format, String labels) {}

  /** Which long text a cell names. */
  private record LongText(long variable, long row) {
    boolean isNone() {
      return variable == 0 && row == 0;
    }
  }

  private DtaReader(Bytes in, DtaVersion version, Optional<Charset> told, Memory memory) {
    this.in = in;
    this.memory = memory;
    this.version = version;
    this.decoder = new Decoder(told.orElseGet(version::charset));
  }

  /**
   * Reads a file.
   *
   * @param bytes the file
   * @param told the encoding of its texts, where it is not the one that Stata uses
   * @param memory what the table may take
   * @return the table
   * @throws org.socialcure.core.InvalidInputException if it is no such file, with all problems
   */
  public static RawTable read(byte[] bytes, Optional<Charset> told, Memory memory) {
    Bytes in = new Bytes(bytes);
    expect(in, "<stata_dta><header><release>");
    DtaVersion version = DtaVersion.of(ascii(in.take(3)));
    expect(in, "</release><byteorder>");
    String order = ascii(in.take(3));
    if (!order.equals("LSF") && !order.equals("MSF")) {
      throw Damage.at(in.where(), "does not say in which order its bytes are");
    }
    in.order(order.equals("LSF") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    expect(in, "</byteorder><K>");
    if (told.isPresent() && version.isUnicode()) {
      throw new InvalidInputException(
          "encoding", "has no place here: Stata files of this version are UTF-8; leave it out");
    }
    return new DtaReader(in, version, told, memory).table();
  }

  private RawTable table() {
    long variables = unsigned(version.countBytes());
    expect(in, "</K><N>");
    long rows = unsigned(version.rowsBytes());
    expect(in, "</N><label>");
    in.skip(unsigned(version.labelLengthBytes()));
    expect(in, "</label><timestamp>");
    in.skip(in.u8());
    expect(in, "</timestamp></header><map>");
    in.skip(DOCUMENT_PARTS * 8L);
    expect(in, "</map><variable_types>");
    Bytes types = in.part(2 * variables);
    expect(in, "</variable_types><varnames>");
    Bytes names = in.part(version.name() * variables);
    expect(in, "</varnames><sortlist>");
    in.skip(version.countBytes() * (variables + 1));
    expect(in, "</sortlist><formats>");
    Bytes formats = in.part(version.format() * variables);
    expect(in, "</formats><value_label_names>");
    Bytes labelNames = in.part(version.name() * variables);
    expect(in, "</value_label_names><variable_labels>");
    Bytes labels = in.part(version.label() * variables);
    expect(in, "</variable_labels><characteristics>");
    while (next("<ch>")) {
      in.skip(in.count("bytes"));
      expect(in, "</ch>");
    }
    expect(in, "</characteristics><data>");
    for (int i = 0; i < variables; i++) {
      columns.add(column(i, types, names, formats, labelNames, labels));
    }
    long width = columns.stream().mapToLong(it -> it.type.bytes(it.code)).sum();
    RawTable.check(columns.stream().map(it -> it.target.name()).toList(), rows, problems);
    problems.throwIfAny();
    if (rows < 0 || rows > in.remaining() / width) {
      throw in.ends();
    }
    Bytes data = in.part(rows * width);
    expect(in, "</data><strls>");
    readLongTexts();
    expect(in, "</strls><value_labels>");
    readValueLabels();
    expect(in, "</value_labels></stata_dta>");
    readRows(data, (int) rows);
    decoder.addTo(problems);
    problems.throwIfAny();
    return RawTable.of(columns.stream().map(Column::target).toList(), (int) rows, notes);
  }

  private Column column(
      int index, Bytes types, Bytes names, Bytes formats, Bytes labelNames, Bytes labels) {
    String place = "column " + (index + 1);
    int code = types.u16();
    DtaType type = DtaType.of(code, place);
    String name = decoder.textToZero(names.take(version.name()), place);
    DtaFormat format =
        type.isText()
            ? DtaFormat.PLAIN
            : DtaFormat.of(decoder.textToZero(formats.take(version.format()), place));
    if (type.isText()) {
      formats.skip(version.format());
    }
    Cells cells = type.isText() || format.isCalendar() ? Cells.ofText(memory) : new Cells(memory);
    Variable target = new Variable(name, cells);
    String labelled = decoder.textToZero(labelNames.take(version.name()), place);
    target.setLabel(decoder.textToZero(labels.take(version.label()), place));
    if (format == DtaFormat.OTHER_TIME) {
      notes.add(
          "weeks, quarters, half-years, business days or leap seconds in column "
              + name
              + ", read as Stata's numbers");
    }
    return new Column(target, code, type, format, labelled);
  }

  private void readLongTexts() {
    while (next("GSO")) {
      long variable = unsigned(4);
      long row = unsigned(version.number() == 117 ? 4 : 8);
      int kind = in.u8();
      byte[] text = in.take(in.count("bytes"));
      memory.take(2L * text.length);
      // 129 are bytes, such as a picture; they have no text.
      longTexts.put(
          new LongText(variable, row), kind == 129 ? "" : decoder.textToZero(text, "a long text"));
    }
  }

  private void readValueLabels() {
    Map<String, Map<String, String>> tables = new HashMap<>();
    while (next("<lbl>")) {
      in.skip(4);
      String name = decoder.textToZero(in.take(version.name()), "labels of values");
      in.skip(3);
      int count = in.count("labels");
      int length = in.count("letters");
      Bytes offsets = in.part(4L * count);
      Bytes values = in.part(4L * count);
      byte[] texts = in.take(length);
      Map<String, String> labels = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        int offset = offsets.i32();
        if (offset < 0 || offset > length) {
          throw Damage.at(in.where(), "a label is not where the file says");
        }
        int value = values.i32();
        int missing = DtaType.missing(value);
        String label = decoder.textToZero(texts, offset, "labels of values");
        memory.take(2L * label.length());
        if (!label.isBlank()) {
          labels.put(
              missing < 0 ? Integer.toString(value) : DtaType.missingCode(missing), label.strip());
        }
      }
      tables.put(name, labels);
      expect(in, "</lbl>");
    }
    for (Column column : columns) {
      Map<String, String> labels = tables.getOrDefault(column.labels, Map.of());
      column.target.setValueLabels(
          labels,
          labels.keySet().stream().filter(it -> it.startsWith(".")).collect(Collectors.toSet()));
    }
  }

  private void readRows(Bytes data, int rows) {
    int variableBytes = longTextVariableBytes(data, rows);
    for (int row = 0; row < rows && problems.size() < MOST_PROBLEMS; row++) {
      for (Column column : columns) {
        if (column.type == DtaType.LONG_TEXT) {
          longText(column, data, row, variableBytes);
        } else if (column.type == DtaType.TEXT) {
          byte[] cell = data.take(column.code);
          column
              .target
              .cells()
              .text(row, stripped(decoder.textToZero(cell, "column " + column.target.name())));
        } else {
          number(column, column.type.read(data), row);
        }
      }
    }
  }

  /**
   * In how many bytes of eight the variable of a long text is named. In version 119 these are
   * three; haven 2.5 writes two there as well, which shows in names of texts that there are not.
   */
  private int longTextVariableBytes(Bytes data, int rows) {
    int bytes = version.longTextVariableBytes();
    int start = data.position();
    boolean found = true;
    for (int row = 0; row < rows && bytes == 3 && found; row++) {
      for (Column column : columns) {
        if (column.type == DtaType.LONG_TEXT) {
          LongText name = longTextName(data.take(8), data.order(), bytes);
          found &= name.isNone() || longTexts.containsKey(name);
        } else {
          data.skip(column.type.bytes(column.code));
        }
      }
    }
    data.position(start);
    return found ? bytes : 2;
  }

  private static LongText longTextName(byte[] name, ByteOrder order, int variableBytes) {
    Bytes parts = new Bytes(name);
    parts.order(order);
    return new LongText(unsigned(parts, variableBytes), unsigned(parts, 8 - variableBytes));
  }

  private void longText(Column column, Bytes data, int row, int variableBytes) {
    LongText name = longTextName(data.take(8), data.order(), variableBytes);
    if (name.isNone()) {
      return;
    }
    String text = longTexts.get(name);
    if (text == null) {
      throw Damage.at(place(column, row), "names a long text that is not in the file");
    }
    column.target.cells().text(row, stripped(text));
  }

  private void number(Column column, DtaType.Value value, int row) {
    if (value.missing() >= 0) {
      if (value.missing() > 0) {
        column.target.countMissing(DtaType.missingCode(value.missing()), row);
      }
    } else if (!Double.isFinite(value.number())) {
      problems.add(place(column, row), "infinite; only finite numbers, or a missing value");
    } else if (column.format.isCalendar()) {
      Optional<String> date = column.format.text(value.number());
      date.ifPresent(text -> column.target.cells().text(row, text));
      if (date.isEmpty()) {
        problems.add(
            place(column, row), "no date of the years 1 to 9999, as the column's format says");
      }
    } else {
      column.target.cells().number(row, value.number());
    }
  }

  private static String place(Column column, int row) {
    return "row " + (row + 1) + ", column " + column.target.name();
  }

  private static String stripped(String text) {
    return text.stripTrailing();
  }

  private long unsigned(int bytes) {
    return unsigned(in, bytes);
  }

  private static long unsigned(Bytes from, int bytes) {
    byte[] digits = from.take(bytes);
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      int digit = from.order() == ByteOrder.BIG_ENDIAN ? i : bytes - 1 - i;
      value = value << Byte.SIZE | (digits[digit] & 0xFF);
    }
    return value;
  }

  private boolean next(String mark) {
    int place = in.position();
    if (in.remaining() >= mark.length() && ascii(in.take(mark.length())).equals(mark)) {
      return true;
    }
    in.position(place);
    return false;
  }

  private static void expect(Bytes in, String mark) {
    String where = in.where();
    if (!ascii(in.take(mark.length())).equals(mark)) {
      throw Damage.at(where, "there is not the part of a Stata file that has to be there");
    }
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

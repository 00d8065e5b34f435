package org.socialcure.files.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Names;

/** Writes data sets as the sheets of a spreadsheet file. */
public final class XlsxWriter {
  private static final int LONGEST_TEXT = 32_767;
  private static final int LONGEST_NAME = 31;
  private static final String NOT_IN_NAMES = "[]:*?/\\";

  /** The same in every file, so that the same data give the same bytes. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, Dataset> sheets;

  private XlsxWriter(Map<String, Dataset> sheets) {
    this.sheets = sheets;
  }

  /**
   * A writer of sheets.
   *
   * @param sheets what they hold, by their names
   * @return the writer
   * @throws org.socialcure.core.InvalidInputException if a spreadsheet cannot hold them
   */
  public static XlsxWriter of(Map<String, Dataset> sheets) {
    Problems problems = new Problems();
    problems.require(!sheets.isEmpty(), "sheets", "a spreadsheet needs at least one sheet");
    Set<String> names = new HashSet<>();
    sheets.forEach(
        (name, data) -> {
          checkName(name, problems);
          problems.require(
              names.add(name.toLowerCase(Locale.ROOT)),
              "sheet " + name,
              "another sheet has the same name in other capitals");
          checkData(name, data, problems);
        });
    problems.throwIfAny();
    return new XlsxWriter(new LinkedHashMap<>(sheets));
  }

  private static void checkName(String name, Problems problems) {
    boolean permitted =
        !name.isBlank()
            && name.length() <= LONGEST_NAME
            && name.chars().noneMatch(c -> NOT_IN_NAMES.indexOf(c) >= 0 || c < ' ')
            && !name.startsWith("'")
            && !name.endsWith("'");
    problems.require(
        permitted,
        "sheet " + (name.isBlank() ? "1" : Names.requireText("sheet", name)),
        "its name must have 1 to "
            + LONGEST_NAME
            + " letters, none of "
            + NOT_IN_NAMES
            + " and no ' at an end");
  }

  private static void checkData(String sheet, Dataset data, Problems problems) {
    String place = "sheet " + sheet;
    problems.require(
        data.rows() < SheetText.ROWS,
        place,
        "has " + data.rows() + " rows where a sheet has room for " + (SheetText.ROWS - 1));
    problems.require(
        data.names().size() <= SheetText.COLUMNS,
        place,
        "has " + data.names().size() + " columns where a sheet has room for " + SheetText.COLUMNS);
    for (String name : data.names()) {
      problems.require(
          name.length() <= LONGEST_TEXT, place, "the name of a column is too long for a cell");
      if (data.kind(name) == ColumnKind.TEXT) {
        List<Optional<String>> texts = data.texts(name);
        for (int row = 0; row < data.rows(); row++) {
          if (texts.get(row).isPresent() && texts.get(row).get().length() > LONGEST_TEXT) {
            problems.add(data.place(row, name), "a text of more than 32,767 letters");
          }
        }
      }
    }
  }

  /** The file as bytes. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes the file.
   *
   * @param out where to; not closed
   * @throws IOException if writing fails
   */
  public void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    part(zip, text, "[Content_Types].xml", contentTypes());
    part(
        zip,
        text,
        "_rels/.rels",
        relations(List.of(relation(1, "officeDocument", "xl/workbook.xml"))));
    part(zip, text, "xl/workbook.xml", workbook());
    List<String> parts = new ArrayList<>();
    for (int i = 1; i <= sheets.size(); i++) {
      parts.add(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    parts.add(relation(sheets.size() + 1, "styles", "styles.xml"));
    part(zip, text, "xl/_rels/workbook.xml.rels", relations(parts));
    part(zip, text, "xl/styles.xml", styles());
    int number = 1;
    for (Dataset data : sheets.values()) {
      begin(zip, "xl/worksheets/sheet" + number + ".xml");
      writeSheet(data, text);
      text.flush();
      zip.closeEntry();
      number++;
    }
    zip.finish();
    zip.flush();
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }

  private static void part(ZipOutputStream zip, Writer text, String name, String content)
      throws IOException {
    begin(zip, name);
    text.write(XML + content);
    text.flush();
    zip.closeEntry();
  }

  private String contentTypes() {
    StringBuilder text =
        new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">")
            .append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-")
            .append("package.relationships+xml\"/>")
            .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .append(override("/xl/workbook.xml", "sheet.main"))
            .append(override("/xl/styles.xml", "styles"));
    for (int i = 1; i <= sheets.size(); i++) {
      text.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
    }
    return text.append("</Types>").toString();
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
  }

  private static String relations(List<String> all) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + String.join("", all)
        + "</Relationships>";
  }

  private static String relation(int number, String type, String target) {
    return "<Relationship Id=\"rId"
        + number
        + "\" Type=\""
        + RELATIONS
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private String workbook() {
    StringBuilder text =
        new StringBuilder(
            "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>");
    int number = 1;
    for (String name : sheets.keySet()) {
      text.append("<sheet name=\"")
          .append(escaped(name))
          .append("\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
      number++;
    }
    return text.append("</sheets></workbook>").toString();
  }

  /** One style, which shows numbers as they are. */
  private static String styles() {
    return "<styleSheet xmlns=\""
        + MAIN
        + "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
        + "</cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
        + " borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";
  }

  private static void writeSheet(Dataset data, Writer out) throws IOException {
    out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\">");
    List<String> names = data.names();
    for (int column = 0; column < names.size(); column++) {
      writeText(out, 1, column, names.get(column));
    }
    out.write("</row>");
    List<Column> columns = names.stream().map(name -> Column.of(data, name)).toList();
    for (int row = 0; row < data.rows(); row++) {
      int number = row + 2;
      out.write("<row r=\"" + number + "\">");
      for (int column = 0; column < columns.size(); column++) {
        Column cells = columns.get(column);
        if (cells.numbers.length > 0) {
          writeNumber(out, number, column, cells.numbers[row]);
        } else if (cells.texts.get(row).isPresent()) {
          writeText(out, number, column, cells.texts.get(row).get());
        }
      }
      out.write("</row>");
    }
    out.write("</sheetData></worksheet>");
  }

  private record Column(double[] numbers, List<Optional<String>> texts) {
    static Column of(Dataset data, String name) {
      return data.kind(name) == ColumnKind.NUMBER
          ? new Column(data.numbers(name), List.of())
          : new Column(new double[0], data.texts(name));
    }
  }

  private static void writeNumber(Writer out, int row, int column, double value)
      throws IOException {
    if (!Double.isNaN(value)) {
      out.write("<c r=\"" + SheetText.letters(column) + row + "\"><v>");
      out.write(Names.number(value));
      out.write("</v></c>");
    }
  }

  private static void writeText(Writer out, int row, int column, String text) throws IOException {
    out.write("<c r=\"" + SheetText.letters(column) + row + "\" t=\"inlineStr\"><is><t");
    out.write(text.equals(text.strip()) ? ">" : " xml:space=\"preserve\">");
    out.write(escaped(SheetText.escaped(text)));
    out.write("</t></is></c>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

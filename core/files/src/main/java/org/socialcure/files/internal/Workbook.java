package org.socialcure.files.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;

/**
 * What a spreadsheet file holds beside the cells of its sheets: their names and places, shared
 * texts, and which number formats are dates.
 */
final class Workbook {
  private static final int MOST_FORMATS = 100_000;

  private final ZipParts parts;
  private final String place;
  private final Map<String, Relation> relations;
  private final List<SheetPart> sheets = new ArrayList<>();
  private ExcelDates dates = ExcelDates.FROM_1900;

  private record Relation(String type, String target) {}

  /** A sheet of cells; a chart on a sheet of its own is none. */
  record SheetPart(String name, String place, boolean hidden) {}

  private Workbook(ZipParts parts, String place) {
    this.parts = parts;
    this.place = place;
    this.relations = relations(relationsOf(place));
    readSheets();
  }

  static Workbook of(ZipParts parts) {
    if (parts.has("xl/workbook.bin")) {
      throw new InvalidInputException(
          "the file", "a binary spreadsheet (.xlsb); save it as .xlsx, or the sheet as CSV");
    }
    if (parts.has("mimetype") && !parts.has("_rels/.rels")) {
      throw new InvalidInputException(
          "the file", "a spreadsheet of another kind (.ods?); save it as .xlsx, or as CSV");
    }
    if (!parts.has("_rels/.rels")) {
      throw new InvalidInputException("the file", "a zip file, but no spreadsheet (.xlsx) in it");
    }
    String place =
        new Workbook.Relations(parts, "_rels/.rels")
            .all.values().stream()
                .filter(it -> it.type.equals("officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> Damage.at("the file", "holds no spreadsheet"));
    return new Workbook(parts, place);
  }

  List<SheetPart> sheets() {
    return sheets;
  }

  ExcelDates dates() {
    return dates;
  }

  /** The texts that cells name by their number. */
  List<String> sharedTexts(Memory memory) {
    List<String> texts = new ArrayList<>();
    Optional<String> part = partOf("sharedStrings");
    if (part.isEmpty()) {
      return texts;
    }
    Xml xml = new Xml(part.get(), parts.open(part.get()));
    StringBuilder text = new StringBuilder();
    while (xml.next()) {
      if (xml.begins("si")) {
        text.setLength(0);
      } else if (xml.begins("rPh")) {
        // How to pronounce it, which is not part of the text.
        xml.text();
      } else if (xml.begins("t")) {
        text.append(xml.text());
      } else if (xml.ends("si")) {
        memory.take(48 + 2L * text.length());
        texts.add(SheetText.unescaped(text.toString()));
      }
    }
    return texts;
  }

  /** What the number format of each style shows, by the number of the style. */
  List<DateFormat> dateFormats() {
    List<DateFormat> styles = new ArrayList<>();
    Optional<String> part = partOf("styles");
    if (part.isEmpty()) {
      return styles;
    }
    Map<String, DateFormat> own = new HashMap<>();
    Xml xml = new Xml(part.get(), parts.open(part.get()));
    boolean cells = false;
    while (xml.next()) {
      if (xml.begins("numFmt")) {
        own.put(
            xml.attribute("numFmtId").orElse(""),
            DateFormat.ofCode(xml.attribute("formatCode").orElse("")));
      } else if (xml.begins("cellXfs") || xml.ends("cellXfs")) {
        cells = xml.begins("cellXfs");
      } else if (cells && xml.begins("xf") && styles.size() < MOST_FORMATS) {
        String number = xml.attribute("numFmtId").orElse("0");
        DateFormat ofFile = own.get(number);
        styles.add(ofFile == null ? DateFormat.ofNumber(SheetText.whole(number, 0)) : ofFile);
      }
    }
    return styles;
  }

  private Optional<String> partOf(String type) {
    return relations.values().stream()
        .filter(it -> it.type.equals(type))
        .map(Relation::target)
        .filter(parts::has)
        .findFirst();
  }

  private void readSheets() {
    Xml xml = new Xml(place, parts.open(place));
    while (xml.next()) {
      if (xml.begins("workbookPr")) {
        String from1904 = xml.attribute("date1904").orElse("0");
        dates =
            from1904.equals("1") || from1904.equals("true")
                ? ExcelDates.FROM_1904
                : ExcelDates.FROM_1900;
      } else if (xml.begins("sheet")) {
        Relation relation = relations.get(xml.foreignAttribute("id").orElse(""));
        if (relation != null && relation.type.equals("worksheet")) {
          boolean hidden = !xml.attribute("state").orElse("visible").equals("visible");
          sheets.add(new SheetPart(xml.attribute("name").orElse(""), relation.target, hidden));
        }
      }
    }
  }

  private Map<String, Relation> relations(String part) {
    return parts.has(part) ? new Relations(parts, part).all : Map.of();
  }

  private static String relationsOf(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  /** The relations of a part to others, by their ids. */
  private static final class Relations {
    private final Map<String, Relation> all = new HashMap<>();

    Relations(ZipParts parts, String part) {
      String folder = part.substring(0, part.indexOf("_rels/"));
      Xml xml = new Xml(part, parts.open(part));
      while (xml.next()) {
        if (xml.begins("Relationship")) {
          String type = xml.attribute("Type").orElse("");
          all.put(
              xml.attribute("Id").orElse(""),
              new Relation(
                  type.substring(type.lastIndexOf('/') + 1),
                  resolved(folder, xml.attribute("Target").orElse(""))));
        }
      }
    }

    private static String resolved(String folder, String target) {
      Deque<String> path = new ArrayDeque<>();
      for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
        if (step.equals("..")) {
          path.pollLast();
        } else if (!step.isEmpty() && !step.equals(".")) {
          path.addLast(step);
        }
      }
      return String.join("/", path);
    }
  }

  /** A sheet by its name, in whatever capitals. */
  Optional<SheetPart> sheet(String name) {
    return sheets.stream()
        .filter(it -> it.name.equals(name))
        .findFirst()
        .or(
            () ->
                sheets.stream()
                    .filter(
                        it ->
                            it.name
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .equals(name.strip().toLowerCase(Locale.ROOT)))
                    .findFirst());
  }
}

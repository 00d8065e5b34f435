package org.socialcure.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadingRules;
import org.socialcure.core.data.RowCondition;

/** Files that are not what they say: each is refused, soon and within the memory. */
class HostileFilesTest {
  private static final int MUTANTS = 100;
  private static final int MANY_MUTANTS = 500;
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "people.sav",
        "people-plain.sav",
        "people.zsav",
        "people-117.dta",
        "people-118.dta",
        "sheet.xlsx",
        "errors.xlsx"
      })
  void damagedBytesAreReadOrRefused(String name) {
    damageBytes(name, new Random(7), MUTANTS);
  }

  @Tag("ci")
  @ParameterizedTest
  @ValueSource(
      strings = {"people.sav", "people-plain.sav", "people.zsav", "people-118.dta", "sheet.xlsx"})
  void manyDamagedFilesAreReadOrRefused(String name) {
    damageBytes(name, new Random(13), MANY_MUTANTS);
    if (name.endsWith(".xlsx")) {
      damageXml(new Random(17), MANY_MUTANTS);
    }
  }

  private void damageBytes(String name, Random random, int mutants) {
    byte[] whole = TestFiles.bytes(name);
    for (int i = 0; i < mutants; i++) {
      byte[] bytes = whole.clone();
      int changes = 1 + random.nextInt(4);
      for (int k = 0; k < changes; k++) {
        int at = random.nextInt(bytes.length);
        bytes[at] =
            switch (random.nextInt(4)) {
              case 0 -> (byte) 0xFF;
              case 1 -> (byte) 0x7F;
              case 2 -> 0;
              default -> (byte) random.nextInt();
            };
      }
      if (random.nextInt(4) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      readOrRefused(name, bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"people.sav", "people-plain.sav", "people.zsav", "people-118.dta", "sheet.xlsx"})
  void everyTruncatedFileIsRefused(String name) {
    byte[] whole = TestFiles.bytes(name);
    for (int length = 200; length < whole.length; length += 997) {
      byte[] bytes = Arrays.copyOf(whole, length);
      assertFalse(readOrRefused(name, bytes), name + " cut after " + length + " bytes");
    }
  }

  /** XML within an undamaged zip file goes further than damaged zip files do. */
  @Test
  void damagedXmlIsReadOrRefused() {
    damageXml(new Random(11), MUTANTS);
  }

  private void damageXml(Random random, int mutants) {
    byte[] whole = TestFiles.bytes("sheet.xlsx");
    for (int i = 0; i < mutants; i++) {
      byte[] bytes =
          rezipped(
              whole,
              xml -> {
                byte[] changed = xml.getBytes(StandardCharsets.ISO_8859_1);
                for (int k = 0; k < 3; k++) {
                  int at = random.nextInt(changed.length);
                  changed[at] =
                      (byte) "<>\"'=/&;0919AZrcst \u0000\u00FF".charAt(random.nextInt(21));
                }
                return new String(changed, StandardCharsets.ISO_8859_1);
              });
      readOrRefused("sheet.xlsx", bytes);
    }
  }

  private boolean readOrRefused(String name, byte[] bytes) {
    Path file = TestFiles.write(folder.resolve(name), bytes);
    try {
      assertTimeout(SOON, () -> DataFiles.read(file));
      return true;
    } catch (InvalidInputException e) {
      assertFalse(e.problems().isEmpty());
      return false;
    }
  }

  @Test
  void anEncryptedSpreadsheetIsNamedAsSuch() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Arrays.copyOf(TestFiles.bytes("old.xls"), 512));
    bytes.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
    Path file = TestFiles.write(folder.resolve("secret.xlsx"), bytes.toByteArray());

    assertEquals(
        "the file: is encrypted; save it without a password",
        Refused.only(() -> DataFiles.read(file)));
  }

  @Test
  void theEndOfTheNameDoesNotCount() {
    Path file = TestFiles.write(folder.resolve("answers.csv"), TestFiles.bytes("people.sav"));
    assertEquals(6, DataFiles.read(file).data().rows());

    Path text =
        TestFiles.write(
            folder.resolve("answers.xlsx"), "id,x\na,1\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(1, DataFiles.read(text).data().rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-rows.sav", "no-rows.dta"})
  void aFileWithoutRowsIsRefused(String name) {
    assertEquals(
        "row 1: there are columns but no rows; add a row per person",
        Refused.only(() -> DataFiles.read(TestFiles.copy(name, folder))));
  }

  @Test
  void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts(TestFiles.bytes("sheet.xlsx")).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        if (part.getKey().endsWith("sheet1.xml")) {
          String start = new String(part.getValue(), StandardCharsets.UTF_8);
          zip.write(start.substring(0, start.indexOf("</worksheet>")).getBytes("UTF-8"));
          byte[] rows = "<nothing/> ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 40; i++) {
            zip.write(rows);
          }
        } else {
          zip.write(part.getValue());
        }
        zip.closeEntry();
      }
    }
    Path file = TestFiles.write(folder.resolve("bomb.xlsx"), bytes.toByteArray());

    assertTimeout(
        SOON,
        () -> assertTrue(Refused.only(() -> DataFiles.read(file)).contains("unpacks to more")));
  }

  @Test
  void aCellFarOutTakesNoMemory() {
    Path file = sheet("r=\"C4\"", "r=\"ZZZZZZ4\"");
    assertTrue(Refused.only(() -> DataFiles.read(file)).startsWith("row 4: cells do not follow"));
    Path row = sheet("<row r=\"6\"", "<row r=\"1048577\"");
    assertTrue(Refused.only(() -> DataFiles.read(row)).contains("rows do not follow"));
  }

  @Test
  void aDocumentTypeAndAnEntityAreRefused() {
    Path file =
        sheet("<worksheet", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet");
    assertTrue(Refused.only(() -> DataFiles.read(file)).contains("declares a document type"));
  }

  @Test
  void aFormulaWithoutAResultIsRefusedByItsCell() {
    Path file = sheet("<f aca=\"false\">C4*2</f><v>123</v>", "<f>C4*2</f>");
    assertTrue(Refused.only(() -> DataFiles.read(file)).startsWith("cell I4: a formula without"));
  }

  @Test
  void anErrorOfTheSpreadsheetIsRefusedByItsCell() {
    Path file = sheet("t=\"n\"><v>-3</v>", "t=\"e\"><v>#N/A</v>");
    assertTrue(Refused.only(() -> DataFiles.read(file)).startsWith("cell C6: an error of the"));

    ReadingRules rules = ReadingRules.defaults();
    for (ReadingRules permitting :
        List.of(
            rules.withMissing("NA", "#N/A"),
            rules.withMissingIn("age", "#N/A"),
            rules.withWhere(RowCondition.is("id", "007")))) {
      Dataset read = DataFiles.read(file, FileOptions.defaults().withRules(permitting)).data();
      assertEquals(ColumnKind.NUMBER, read.kind("age"), permitting.toString());
    }
  }

  @Test
  void columnsWithCellsAndNoNameAreToldBesideEqualNames() {
    Path file =
        sheet(
            "<c r=\"C3\" s=\"0\" t=\"s\"><v>1</v></c><c r=\"D3\" s=\"0\" t=\"s\"><v>2</v></c>",
            "<c r=\"D3\" s=\"0\" t=\"s\"><v>3</v></c>");
    assertEquals(
        List.of("cell C3"),
        Refused.by(() -> DataFiles.read(file)).stream().map(it -> it.where()).toList());
  }

  @Test
  void deepNestingIsRefused() {
    Path file = sheet("</sheetData>", "</sheetData>" + "<a>".repeat(100_000));
    assertTrue(Refused.only(() -> DataFiles.read(file)).contains("nested deeper"));
  }

  @Test
  void aTextLongerThanAnyCellIsRefused() {
    Path file = sheet("<v>61.5</v>", "<v>" + "1".repeat(3_000_000) + "</v>");
    assertTrue(Refused.only(() -> DataFiles.read(file)).contains("longer than any cell"));
  }

  @Test
  void numbersOfVariablesAndRowsThatAreNotThereTakeNoMemory() {
    byte[] stata = TestFiles.bytes("people-118.dta");
    String text = new String(stata, StandardCharsets.ISO_8859_1);
    Arrays.fill(stata, text.indexOf("<N>") + 3, text.indexOf("<N>") + 10, (byte) 0x7F);
    Path file = TestFiles.write(folder.resolve("rows.dta"), stata);
    assertTrue(Refused.only(() -> DataFiles.read(file)).contains("ends before it is complete"));
  }

  /** The sheet of LibreOffice with one part of its XML in the place of another. */
  private Path sheet(String from, String to) {
    byte[] bytes =
        rezipped(
            TestFiles.bytes("sheet.xlsx"),
            xml -> {
              assertTrue(xml.contains(from), from);
              return xml.replace(from, to);
            });
    return TestFiles.write(folder.resolve("changed.xlsx"), bytes);
  }

  @Test
  void columnsOfOneNameAreLeftOutOfASheetUnlessOneIsNeeded() {
    Dataset data = Dataset.of(Map.of("a", new double[] {1}));
    Path written = folder.resolve("names.xlsx");
    Xlsx.write(data.with("b", new double[] {2}).with("c", new double[] {3}), written);
    byte[] bytes = rezipped(bytes(written), xml -> xml.replace(">c<", ">a<"));
    Path file = TestFiles.write(folder.resolve("twice.xlsx"), bytes);
    LabelledData read = DataFiles.read(file);
    assertEquals(List.of("b"), read.data().names());
    assertEquals(List.of("columns of the same name, left out: A and C"), read.summary().found());
    String places = "columns A and C have this name";
    assertTrue(read.data().absence("a").orElseThrow().contains(places));
    FileOptions needed =
        FileOptions.defaults().withRules(ReadingRules.defaults().withMissingIn("a", "9"));
    String message =
        assertThrows(InvalidInputException.class, () -> DataFiles.read(file, needed)).getMessage();
    assertTrue(message.contains(places), message);
  }

  private static byte[] rezipped(byte[] file, UnaryOperator<String> sheet) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(1);
      for (Map.Entry<String, byte[]> part : parts(file).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        boolean isSheet = part.getKey().endsWith("sheet1.xml");
        String xml = new String(part.getValue(), StandardCharsets.ISO_8859_1);
        write(zip, isSheet ? sheet.apply(xml) : xml);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Map<String, byte[]> parts(byte[] file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  @Test
  void aFolderAndAMissingFileAreNamed() {
    assertTrue(Refused.only(() -> DataFiles.read(folder)).contains("a folder; name a file"));
    assertTrue(
        Refused.only(() -> DataFiles.read(folder.resolve("none.sav"))).contains("no such file"));
    assertTrue(
        Refused.only(() -> Xlsx.write(Dataset.builder().build(), folder)).contains("a folder"));
  }
}

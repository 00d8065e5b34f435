package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;

/** Files as spreadsheets, survey tools and other programs write them. */
class CsvHabitsTest {
  private static final CsvOptions PLAIN = CsvOptions.defaults();

  @TempDir Path folder;

  private static ReadData read(String text) {
    return read(text, PLAIN);
  }

  private static ReadData read(String text, CsvOptions options) {
    return Dataset.readCsvAll(new StringReader(text), options);
  }

  private static String refusal(String text, CsvOptions options) {
    return assertThrows(InvalidInputException.class, () -> read(text, options)).getMessage();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("answers.csv"), bytes);
  }

  @Test
  void semicolonsAndDecimalCommasAreFoundWhereTheyLeaveNoDoubt() {
    ReadData read = read("id;x;n\na;4,744;1\nb;4,4;2\n");
    assertArrayEquals(new double[] {4.744, 4.4}, read.data().numbers("x"));
    assertEquals(
        List.of("Found in the file: cells separated by ';', decimal mark ','"),
        read.summary().notes());
    assertArrayEquals(new double[] {1, 2}, read("a\tb\n1\tx\n2\ty\n").data().numbers("a"));
    assertArrayEquals(new double[] {1, 2}, read("a|b\n1|x\n2|y\n").data().numbers("a"));
    assertEquals(List.of("a", "b"), read("\"a\";\"b\"\n\"x\";1\n").data().names());
    assertArrayEquals(new double[] {1.5}, read("a;b\n1.5;x\n").data().numbers("a"));
  }

  @Test
  void whatCouldBeReadInTwoWaysIsNotGuessed() {
    // Decimals or thousands: nothing in the file tells.
    ReadData threeDigits = read("a;b\n4,744;1\n5,112;2\n");
    String message =
        assertThrows(InvalidInputException.class, () -> threeDigits.data().numbers("a"))
            .getMessage();
    assertTrue(message.contains("\"thousands\": \",\"") && message.contains("\"decimal\": \",\""));
    // Both marks stand for decimals somewhere.
    assertEquals(ColumnKind.TEXT, read("a;b\n4,7;1.5\n5,1;2.5\n").data().kind("a"));
    // Answers to a question with several answers are no decimals.
    assertEquals(ColumnKind.TEXT, read("a,b\n\"1,3\",1\n\"1,2\",2\n").data().kind("a"));
    assertTrue(
        refusal("id;age, years;x\n1;34;2,5\n2;35;1,5\n", PLAIN).contains("by ',' or by ';'"));
    assertEquals(3, read("id;\"age, years\";x\n1;34;2,5\n2;35;1,5\n").data().names().size());
    assertEquals(2, read("id,\"one; two\"\n1,\"x;y\"\n2,\"u;v\"\n").data().names().size());
    String uneven = refusal("a;b\n1;2\n3;4;5\n", PLAIN);
    assertEquals(1, uneven.lines().filter(line -> line.contains("\"separator\"")).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;\n", "sep=;\r\n", "SEP=;\r", "\"sep=;\"\n", "\uFEFFsep=;\n"})
  void theLineInWhichExcelNamesTheSeparatorIsObeyed(String line) {
    ReadData read = read(line + "a;b\n1;x,y\n");
    assertEquals(List.of("a", "b"), read.data().names());
    assertEquals(Optional.of("x,y"), read.data().text("b", 0));
    assertEquals("line 3", read.data().place(0));
  }

  @Test
  void aFirstNameLikeThatLineIsWrittenSoThatItIsReadBack() {
    for (String name : List.of("sep=;", "\uFEFFid", "\u00A0x", "sep=", "a;b", "a|b")) {
      Dataset data =
          Dataset.builder()
              .numbers(name, 1, 2)
              .texts("b", "x;y", "u;v")
              .texts("c", "|", "|")
              .build();
      StringWriter out = new StringWriter();
      data.writeCsv(out, PLAIN);
      assertEquals(data, read(out.toString()).data());
    }
  }

  @Test
  void emptyRowsAndColumnsOfSpreadsheetsAreLeftOutAndCounted() {
    ReadData read = read("id,x,,\na,1,,\n,,,\nb,,,\n , ,,\n");
    assertEquals(List.of("id", "x"), read.data().names());
    assertEquals(2, read.data().rows());
    assertEquals(2, read.summary().emptyRows());
    assertEquals(2, read.summary().emptyColumns());
    assertEquals("line 4", read.data().place(1));
    // A separator at the end of every row, with and without its name.
    assertEquals(List.of("a", "b"), read("a,b\n1,2,\n3,4,\n").data().names());
    assertEquals(List.of("a", "b"), read("a,b,,\n1,2\n3,4,\n").data().names());
    // In some rows only, it may as well be a comma within a text.
    assertTrue(refusal("a,b\n1,2,\n3,4\n", PLAIN).contains("3 cells"));
    assertTrue(refusal("a,,b\n1,x,2\n", PLAIN).contains("its name is blank"));
  }

  @Test
  void aRowOfMissingValuesIsNoEmptyRow() {
    Dataset data =
        Dataset.builder().numbers("a", 1, Double.NaN).numbers("b", 2, Double.NaN).build();
    StringWriter out = new StringWriter();
    data.writeCsv(out, PLAIN);
    assertEquals("a,b\n1,2\n\"\",\n", out.toString());
    assertEquals(data, read(out.toString()).data());
    assertEquals(2, read("a,b\n1,2\nNA,NA\n").data().rows());
  }

  @Test
  void aFirstColumnWithoutNameThatNumbersTheRowsIsLeftOut() {
    ReadData read = read("\"\",\"x\"\n\"1\",5\n\"2\",6\n\"4\",7\n");
    assertEquals(List.of("x"), read.data().names());
    assertTrue(read.summary().rowNumbers());
    assertEquals(List.of("x"), read(",x\n0,5\n1,6\n").data().names());
    assertTrue(refusal(",x\n2,5\n1,6\n", PLAIN).contains("its name is blank"));
    assertTrue(refusal(",x\nMary,5\nJoe,6\n", PLAIN).contains("its name is blank"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\u00A023', 23",
    "'23\u202F', 23",
    "'\u22120.5', -0.5",
    "'\u2212 5', NaN",
    "'1\u00A0234', 1234",
    "'12\u202F345\u202F678', 12345678",
    "'1\u2009234.5', 1234.5",
    "'1\u00A023', NaN",
    "'1234\u00A0567', NaN",
    "'\u00A0', NaN",
    "'\u200B5', 5",
    "'\u200E-5\u202C', -5",
    "'1\u200B5', NaN"
  })
  void charactersOfTypesettingReadAsTheyLook(String cell, double value) {
    for (String quote : List.of("", "\"")) {
      Dataset data = read("a,b\n" + quote + cell + quote + ",1\n5,2\n").data();
      if (Double.isNaN(value)) {
        assertTrue(data.missing("a", 0) || data.kind("a") == ColumnKind.TEXT, cell);
      } else {
        assertEquals(value, data.numbers("a")[0], cell);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "COMMA, '1,234', 1234",
    "COMMA, '-1,234,567.5', -1234567.5",
    "COMMA, '12', 12",
    "COMMA, '1,23', NaN",
    "COMMA, '1234,567', NaN",
    "COMMA, ',123', NaN",
    "APOSTROPHE, '1''234.5', 1234.5",
    "BLANK, '1 234', 1234"
  })
  void groupsOfThreeDigitsAreReadWhereTheyAreSaid(
      ThousandsSeparator separator, String cell, double value) {
    Dataset data = read("a\n\"" + cell + "\"\n7\n", PLAIN.withThousands(separator)).data();
    assertEquals(Double.isNaN(value) ? ColumnKind.TEXT : ColumnKind.NUMBER, data.kind("a"));
    if (!Double.isNaN(value)) {
      assertEquals(value, data.numbers("a")[0]);
    }
  }

  @Test
  void pointsPartThousandsBesideADecimalComma() {
    CsvOptions german =
        PLAIN.withDecimalMark(DecimalMark.COMMA).withThousands(ThousandsSeparator.POINT);
    assertArrayEquals(
        new double[] {1234.5, 2.5}, read("a;b\n1.234,5;x\n2,5;y\n", german).data().numbers("a"));
    assertThrows(InvalidInputException.class, () -> PLAIN.withThousands(ThousandsSeparator.POINT));
    assertThrows(
        InvalidInputException.class,
        () -> PLAIN.withThousands(ThousandsSeparator.COMMA).withDecimalMark(DecimalMark.COMMA));
  }

  @Test
  void encodingsAreReadWhereTheyAreSaidOrMarked() throws IOException {
    String text = "näme,x\nZoë,1\n";
    Charset windows = Charset.forName("windows-1252");
    String message =
        assertThrows(
                InvalidInputException.class, () -> Dataset.readCsv(file(text.getBytes(windows))))
            .getMessage();
    assertTrue(message.contains("\"encoding\", such as windows-1252"), message);
    Dataset expected = read(text).data();
    assertEquals(
        expected, Dataset.readCsv(file(text.getBytes(windows)), PLAIN.withEncoding(windows)));
    for (Charset marked :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = file(("\uFEFF" + text).getBytes(marked));
      assertEquals(expected, Dataset.readCsv(file));
      assertEquals(expected, Dataset.readCsv(file, PLAIN.withEncoding(windows)));
    }
    Path unmarked = file(text.getBytes(StandardCharsets.UTF_16LE));
    assertEquals(
        expected, Dataset.readCsv(unmarked, PLAIN.withEncoding(StandardCharsets.UTF_16LE)));
    Path utf8 = file(text.getBytes(StandardCharsets.UTF_8));
    assertThrows(
        InvalidInputException.class, () -> Dataset.readCsv(utf8, PLAIN.withEncoding(windows)));
    assertThrows(
        InvalidInputException.class, () -> expected.writeCsv(utf8, PLAIN.withEncoding(windows)));
  }

  private static final String IDS =
      "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n";

  @Test
  void furtherHeadingsOfQualtricsAreLeftOutAndCounted() {
    ReadData read = read("id,age\n\"Your\nid\",How old are you?\n" + IDS + "R1,61\nR2,47\n");
    assertArrayEquals(new double[] {61, 47}, read.data().numbers("age"));
    assertEquals(2, read.summary().headingRows());
    assertEquals("line 5", read.data().place(0));
    // Conditions do not trip over the headings.
    CsvOptions adults =
        PLAIN.withWhere(RowCondition.number("age", RowCondition.Comparison.AT_LEAST, 50));
    assertEquals(1, read("id,age\nId,Age?\n" + IDS + "R1,61\nR2,47\n", adults).data().rows());
  }

  @Test
  void rowsThatLookLikeHeadingsAreRefusedUntilSaidWhatTheyAre() {
    String text = "id,a,b\nWho,How old,How lonely\n1,61,2\n2,47,3\n3,33,1\n4,20,2\n";
    assertTrue(refusal(text, PLAIN).contains("\"skip\": {\"rows\": 1}"));
    ReadData skipped = read(text, PLAIN.withSkippedRows(1));
    assertArrayEquals(new double[] {61, 47, 33, 20}, skipped.data().numbers("a"));
    assertEquals(1, skipped.summary().headingRows());
    assertEquals(ColumnKind.TEXT, read(text, PLAIN.withSkippedRows(0)).data().kind("a"));
    String two = "id,a,b\nWho,How old,How lonely\nopen,years,1 to 3\n" + text.substring(29);
    assertTrue(refusal(two, PLAIN).contains("\"skip\": {\"rows\": 2}"));
    assertTrue(
        refusal("id,a,b\nWho,years,score\np1,6,2\np2,4,3\np3,3,1\n", PLAIN).contains("headings"));
    // One refused answer is no heading.
    assertEquals(5, read(text.replace("Who,How old,", "0,no answer,")).data().rows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-09-11|a date|such as days or years",
        "11.09.2021|a date|such as days or years",
        "9/11/21 3:30 PM|a date|such as days or years",
        "12 Mar 2021|a date|such as days or years",
        "2021-09-11T10:00:00Z|a date|such as days or years",
        "1,234|a comma before three digits|\"thousands\": \",\" if",
        "1,234,567|a number with separators of thousands|\"thousands\"",
        "1 234|a number with separators of thousands|\"thousands\"",
        "2,5|a decimal comma|\"decimal\": \",\"",
        "1 - never|a code with words|\"coding\"",
        "(2) often|a code with words|\"coding\"",
        "47 years|a number with words or signs|leave the digits",
        "50%|a number with words or signs|leave the digits",
        "£3|a number with words or signs|leave the digits",
        "2d|a number with words or signs|leave the digits",
        "#N/A|an error of a spreadsheet|mend the formula",
        "\u20135|a dash in the place of a minus|write a minus",
        "1\u200B5|a character that cannot be seen|type the number anew",
        "never|a word|\"coding\""
      })
  void whatIsNoNumberIsNamedOnceAColumnWithItsRemedy(String cell, String what, String remedy) {
    String rows = ("\"" + cell + "\",1\n").repeat(30);
    Dataset data = read("a,b\n" + rows).data();
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> data.numbers("a"));
    assertEquals(1, refused.problems().size());
    String message = refused.getMessage();
    assertTrue(message.startsWith("line 2, column a: holds " + what + ", not a number"), message);
    assertTrue(message.contains("29 other cells") && message.contains(remedy), message);
    assertTrue(!message.contains(cell), message);
  }

  @Test
  void pointsBesideDecimalCommasAreNamed() {
    Dataset data = read("a;b\n1.234;0,5\n3.100;0,25\n").data();
    String message =
        assertThrows(InvalidInputException.class, () -> data.numbers("a")).getMessage();
    assertTrue(message.contains("\"thousands\": \".\""), message);
  }

  @Test
  void linesAboveTheNamesArePassedOverWhereSaid() {
    String text = "Survey of 2021; \"unfinished\nmade by hand\na,b\n1,2\n";
    ReadData read = read(text, PLAIN.withSkippedLines(2));
    assertArrayEquals(new double[] {1}, read.data().numbers("a"));
    assertEquals("line 4", read.data().place(0));
    assertEquals(
        "line 4", read(text.replace("\n", "\r"), PLAIN.withSkippedLines(2)).data().place(0));
    assertTrue(refusal(text, PLAIN.withSkippedLines(9)).contains("the file ends here"));
    assertThrows(InvalidInputException.class, () -> PLAIN.withSkippedLines(-1));
  }
}

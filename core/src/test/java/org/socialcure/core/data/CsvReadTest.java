package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/** What a CSV text may look like, what it becomes, and how each defect of it is reported. */
class CsvReadTest {
  @TempDir Path folder;

  private static Dataset read(String text) {
    return Dataset.readCsv(new StringReader(text), CsvOptions.defaults());
  }

  private static List<String> problems(String text) {
    return problems(text, CsvOptions.defaults());
  }

  private static List<String> problems(String text, CsvOptions options) {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> Dataset.readCsv(new StringReader(text), options));
    return e.problems().stream().map(Problem::toString).toList();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("answers.csv"), bytes);
  }

  @Test
  void readsNumbersTextsAndMissingCells() {
    Dataset data = read("id,age,sex\na1,61,female\na2,,NA\na3,47.5,male\n");
    assertEquals(3, data.rows());
    assertEquals(List.of("id", "age", "sex"), data.names());
    assertEquals(ColumnKind.TEXT, data.kind("id"));
    assertEquals(ColumnKind.NUMBER, data.kind("age"));
    assertArrayEquals(new double[] {61, Double.NaN, 47.5}, data.numbers("age"));
    assertEquals(
        List.of(Optional.of("female"), Optional.empty(), Optional.of("male")), data.texts("sex"));
    assertEquals("line 3, column age", data.place(1, "age"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndAndAByteOrderMarkMakeNoDifference(String end) throws IOException {
    Dataset expected = read("gruppe_ä,значение\nä,1\n\"x\ny\",2\n");
    String text = "gruppe_ä,значение" + end + "ä,1" + end + "\"x\ny\",2" + end;
    assertEquals(expected, read(text));
    assertEquals(expected, read(text.stripTrailing()));
    assertEquals(expected, read("\uFEFF" + text));
    assertEquals(expected, Dataset.readCsv(file(text.getBytes(StandardCharsets.UTF_8))));
    assertEquals(
        expected, Dataset.readCsv(file(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))));
    assertEquals(Optional.of("x\ny"), expected.text("gruppe_ä", 1));
    assertEquals(List.of("gruppe_ä", "значение"), expected.names());
  }

  @Test
  void linesAreThoseOfTheFileAfterQuotedLineBreaksAndBlankLines() {
    Dataset data = read("a,b\n\n\"x\ny\",1\n\nz,2\n");
    assertEquals("line 3", data.place(0));
    assertEquals("line 6", data.place(1));
    assertEquals("line 6", data.filter(row -> row == 1).select("b").place(0));
    assertEquals("line 6, column b", data.take(1, 0).with("c", new double[2]).place(0, "b"));
    assertEquals("row 2", Dataset.builder().numbers("a", 1, 2).build().place(1));
  }

  @Test
  void blanksAroundUnquotedCellsAreNotPartOfThem() {
    Dataset data = read(" a , b\n 1 ,  x y \n2,\" z \"\n");
    assertEquals(List.of("a", "b"), data.names());
    assertArrayEquals(new double[] {1, 2}, data.numbers("a"));
    assertEquals(List.of(Optional.of("x y"), Optional.of(" z ")), data.texts("b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-Infinity",
        "inf",
        "0x1p3",
        "1d",
        "1f",
        "1e999",
        "1e",
        "e5",
        ".",
        "-",
        "1,5",
        "1 000",
        "--1",
        "1.2.3",
        "٣",
        "½",
        "007",
        "00",
        "-01.5",
        "9007199254740993",
        "12345678901234567890123"
      })
  void oneCellThatIsNoPlainNumberMakesTheColumnText(String cell) {
    Dataset data = read("a\n1\n\"" + cell + "\"\n");
    assertEquals(ColumnKind.TEXT, data.kind("a"));
    assertEquals(List.of(Optional.of("1"), Optional.of(cell)), data.texts("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+5",
        "0.1",
        "-0.5",
        ".5",
        "5.",
        "1e5",
        "1E-5",
        "1.5e+3",
        "4.9e-324",
        "0.30000000000000004",
        "123456789.123456789",
        "9007199254740992",
        "179769313486231570000000000000000000000e270",
        "0.000000000000000000000000000001"
      })
  void plainNumbersReadAsTheNearestDouble(String cell) {
    Dataset data = read("a\n" + cell + "\n");
    assertEquals(ColumnKind.NUMBER, data.kind("a"));
    assertEquals(Double.parseDouble(cell), data.numbers("a")[0]);
  }

  @Test
  void aColumnWithoutValuesIsNumeric() {
    Dataset data = read("a,b\n,1\nNA,2\n");
    assertEquals(ColumnKind.NUMBER, data.kind("a"));
    assertEquals(2, data.missingCount("a"));
  }

  @Test
  void optionsChangeSeparatorDecimalMarkMissingCellsAndKinds() {
    CsvOptions options =
        CsvOptions.defaults()
            .withSeparator(';')
            .withDecimalMark(DecimalMark.COMMA)
            .withMissing("-99")
            .withText("id");
    Dataset data = Dataset.readCsv(new StringReader("id;x;land\n1;2,5;NA\n2;-99;\n"), options);
    assertEquals(ColumnKind.TEXT, data.kind("id"));
    assertArrayEquals(new double[] {2.5, Double.NaN}, data.numbers("x"));
    assertEquals(List.of(Optional.of("NA"), Optional.empty()), data.texts("land"));
    Dataset tabs =
        Dataset.readCsv(new StringReader("a\tb\n1\t\n"), CsvOptions.defaults().withSeparator('\t'));
    assertTrue(tabs.missing("b", 0));
  }

  @Test
  void textAskedForAsNumbersIsOneProblemWithPlacesAndWithoutCells() {
    Dataset data = read("id,age\n1,61\n2,sixty\n3,\n4,47 years\n5,old\n6,young\n7,old\n");
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> data.numbers("age"));
    assertEquals(
        List.of(
            "line 3, column age: holds a word, not a number (nor do 4 other cells of the column: line"
                + " 5, line 6, line 7 and 1 more); say with \"coding\" what words stand for, name"
                + " those that mean no value under \"missing\", or write digits with a decimal"
                + " point"),
        e.problems().stream().map(Problem::toString).toList());
    assertArrayEquals(new double[] {7, 8}, read("a\n007\n8\n").numbers("a"));
  }

  @Test
  void anEmptyFileIsAProblem() {
    for (String text : List.of("", "\n\n", "\uFEFF")) {
      assertEquals(
          List.of("line 1: the file is empty; it needs a line of column names and a line per row"),
          problems(text));
    }
  }

  @Test
  void aHeaderWithoutRowsIsAProblem() {
    assertEquals(
        List.of("line 2: there are column names but no rows; add a line per row"),
        problems("a,b\n"));
  }

  @Test
  void everyRaggedRowIsReported() {
    assertEquals(
        List.of(
            "line 3, column c: the row has 2 cells where line 1 names 3 columns; add or take out"
                + " cells, and quote those that hold ','",
            "line 5, column 4: the row has 5 cells where line 1 names 3 columns; add or take out"
                + " cells, and quote those that hold ','"),
        problems("a,b,c\n1,2,3\n1,2\n1,2,3\n1,2,3,4,5\n"));
  }

  @Test
  void blankAndRepeatedNamesAreReported() {
    assertEquals(
        List.of(
            "line 1, column 2: its name is blank; name it, or leave the column out",
            "line 1, column 3: has the same name as column 1; rename one"),
        problems("1,,1\n1,2,3\n"));
  }

  @Test
  void columnsOfOneNameAreLeftOutAndToldAndRefusedWhereOneIsNeeded() {
    String file = "a,x,b,x,c,x\n1,2,3,4,5,6\n";
    Dataset data = Dataset.readCsv(new StringReader(file), CsvOptions.defaults());
    assertEquals(List.of("a", "b", "c"), data.names());
    assertArrayEquals(new double[] {5}, data.numbers("c"));
    assertEquals(
        "[columns 2 and 4 and 6: have the same name, and are left out; rename those that are"
            + " needed]",
        data.remarks().toString());
    String places = "columns 2 and 4 and 6 of the file have this name";
    assertTrue(data.absence("x").orElseThrow().contains(places));
    String asked = assertThrows(InvalidInputException.class, () -> data.numbers("x")).getMessage();
    assertTrue(asked.contains(places), asked);
    for (CsvOptions options :
        List.of(
            CsvOptions.defaults().withText("x"),
            CsvOptions.defaults().withMissingIn("x", "9"),
            CsvOptions.defaults().withWhere(RowCondition.is("x", "2")))) {
      String named =
          assertThrows(
                  InvalidInputException.class,
                  () -> Dataset.readCsv(new StringReader(file), options))
              .getMessage();
      assertTrue(named.contains("line 1, column x: " + places), named);
    }
    assertTrue(data.select("a").absence("x").isPresent());
    Dataset wide =
        Dataset.readCsv(new StringReader("i,w,x,x\na,t0,1,2\n"), CsvOptions.defaults())
            .widen("i", "w");
    assertTrue(wide.absence("x").isPresent());
  }

  @Test
  void brokenQuotesAreReportedWithWhatCameBefore() {
    List<String> unclosed = problems("a,b\n1\n2,\"x\n3,4\n");
    assertEquals(2, unclosed.size());
    assertTrue(unclosed.get(0).startsWith("line 2, column b: the row has 1 cell "));
    assertTrue(unclosed.get(1).startsWith("line 3, column b: a quoted cell does not end"));
    List<String> afterQuote = problems("a,b\n\"1\"x,2\n");
    assertTrue(afterQuote.get(0).startsWith("line 2, column a: a quoted cell does not end"));
    List<String> inHeader = problems("a,\"b\n1,2\n");
    assertEquals(1, inHeader.size());
    assertTrue(inHeader.get(0).startsWith("line 1, column 2: a quoted cell"), inHeader.get(0));
  }

  @Test
  void bytesThatAreNotUtf8AreReportedCellByCell() throws IOException {
    byte[] bytes = "id,näme\n1,b\n2,Zoë\n3,ok\n4,Ü\n".getBytes(StandardCharsets.ISO_8859_1);
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> Dataset.readCsv(file(bytes)));
    assertEquals(3, e.problems().size());
    assertEquals("line 1, column 2", e.problems().get(0).where());
    assertTrue(e.problems().get(1).where().startsWith("line 3"));
    assertTrue(e.problems().get(2).where().startsWith("line 5"));
    // The replacement mark itself is a character like any other.
    byte[] mark = "id,x\n1,\uFFFD\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(Optional.of("\uFFFD"), Dataset.readCsv(file(mark)).text("x", 0));
  }

  @Test
  void filesOfOtherKindsAndAbsentFilesAreNamed() throws IOException {
    String text = "a,b\n1,2\n";
    for (byte[] bytes :
        List.of(
            text.getBytes(StandardCharsets.UTF_16LE),
            text.getBytes(StandardCharsets.UTF_16BE),
            new byte[] {'P', 'K', 3, 4, 0})) {
      Path file = file(bytes);
      InvalidInputException e =
          assertThrows(InvalidInputException.class, () -> Dataset.readCsv(file));
      assertTrue(e.getMessage().startsWith("answers.csv, line 1: "));
      assertTrue(e.getMessage().contains("CSV UTF-8"));
    }
    assertThrows(
        InvalidInputException.class, () -> Dataset.readCsv(folder.resolve("no-such-file.csv")));
    assertThrows(InvalidInputException.class, () -> Dataset.readCsv(folder));
  }

  @Test
  void aForcedTextColumnThatIsAbsentIsReported() {
    assertEquals(
        List.of("line 1, column ID: no such column (did you mean id?); there are 2 columns"),
        problems("id,x\n1,2\n", CsvOptions.defaults().withText("ID")));
  }

  @Test
  void separatorsThatCouldBePartOfACellAreRefused() {
    for (char c : new char[] {'"', '\n', ' ', 'a', '1', '-', '.'}) {
      assertThrows(IllegalArgumentException.class, () -> CsvOptions.defaults().withSeparator(c));
    }
  }

  @Test
  void aQuoteInsideAnUnquotedCellIsText() {
    assertEquals(Optional.of("5\" nail"), read("a\n5\" nail\n").text("a", 0));
  }
}

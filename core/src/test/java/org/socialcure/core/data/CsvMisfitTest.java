package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
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

/** Files whose line of names, or whose bytes, are not those of a table: one message, its remedy. */
class CsvMisfitTest {
  private static final CsvOptions BY_ID = CsvOptions.defaults().withText("id");

  @TempDir Path folder;

  private static List<String> refusal(String text, CsvOptions options) {
    return assertThrows(
            InvalidInputException.class, () -> Dataset.readCsv(new StringReader(text), options))
        .problems()
        .stream()
        .map(Object::toString)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answers of Anna\n\nid,x,y\na,1,2\nb,3,4\n",
        "Answers of Anna;;\nid;x;y\na;1;2\nb;3;4\n",
        "\"Answers of Anna, Bert\"\nid,x,y\na,1,2\nb,3,4\n"
      })
  void aTitleInThePlaceOfTheNamesIsToldWithTheSetting(String text) {
    CsvOptions options = text.indexOf(';') >= 0 ? BY_ID.withSeparator(';') : BY_ID;
    List<String> problems = refusal(text, options);
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains("\"skip\": {\"lines\": 1}"), problems::toString);
    assertFalse(problems.get(0).contains("Anna"), problems::toString);
    Dataset read = Dataset.readCsv(new StringReader(text), options.withSkippedLines(1));
    assertArrayEquals(new double[] {1, 3}, read.numbers("x"));
  }

  @Test
  void aTableWithNamesOfRowsAndNoNameForThemIsToldSo() {
    List<String> problems = refusal("id,x\n1,a,2\n2,b,3\n", BY_ID);
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains("name the first column too"), problems::toString);
  }

  @Test
  void decimalCommasBetweenCommasAreToldOnce() {
    List<String> problems = refusal("id,x,y\na,1,5,2,5\nb,1,5,3,5\n", BY_ID);
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains("quote the cells that hold ','"), problems::toString);
  }

  @Test
  void aNoteUnderTheTableIsToldAsOne() {
    String text = "id,x,y\na,1,2\nb,3,4\n\n\"Note, of a person\"\n";
    List<String> problems = refusal(text, BY_ID);
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains("{\"x\": \"\"}"), problems::toString);
    Dataset read =
        Dataset.readCsv(new StringReader(text), BY_ID.withSkip(RowCondition.is("x", "")));
    assertEquals(2, read.rows());
    assertTrue(refusal("id,x\na,1\nb\nc,2\n", BY_ID).get(0).contains("the row has 1 cell"));
  }

  /** Where a column that must be there is not, the line of names may be somebody's answers. */
  @ParameterizedTest
  @ValueSource(strings = {"Anna,yes,no\nBert,no\n", "Anna,yes,no\nBert,no,\"never\n"})
  void namesAreNotToldWhereTheyMayBeAnswers(String text) {
    String told = refusal(text, BY_ID).toString();
    assertFalse(told.contains("yes") || told.contains("no,") || told.contains("Anna"), told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><html>  | web page",
        "<table><tr><td>        | web page",
        "<?xml version='1.0'?>  | XML",
        "[ {\"id\": 1}]         | JSON",
        "{\"id\": 1}            | JSON",
        "%PDF-1.7               | PDF",
        "HEADER RECORD******    | SAS",
        "PACKED                 | gzip",
        "RDX3~X                 | R;",
      })
  void filesThatAreNoTablesAreToldForWhatTheyAre(String bytes, String what) throws IOException {
    Path file =
        Files.write(
            folder.resolve("answers.csv"),
            bytes
                .replace("PACKED", "\u001f\u008b\b")
                .replace('~', '\n')
                .getBytes(StandardCharsets.ISO_8859_1));
    List<String> problems =
        assertThrows(InvalidInputException.class, () -> Dataset.readCsv(file)).problems().stream()
            .map(Object::toString)
            .toList();
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains(what), problems::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAR1,PAR2\n1,2\n", "BZh,x\n1,2\n", "RD,x\n1,2\n"})
  void namesLikeTheMarksOfOtherFormatsAreNames(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("answers.csv"), text);
    assertEquals(2, Dataset.readCsv(file).names().size());
  }

  @Test
  void textOfFourBytesACharacterIsToldForWhatItIs() throws IOException {
    byte[] text = "\uFEFFid,x\n1,2\n".getBytes(Charset.forName("UTF-32LE"));
    Path file = Files.write(folder.resolve("answers.csv"), text);
    String told =
        assertThrows(InvalidInputException.class, () -> Dataset.readCsv(file)).getMessage();
    assertTrue(told.contains("UTF-32"), told);
  }

  /** As SPSS and others write columns of one width. */
  @Test
  void blanksAroundQuotedNumbersAreNothing() {
    Dataset read =
        Dataset.readCsv(
            new StringReader("id,x,y\na,\" 3.5 \",\"1\"\nb,\"  \",\"2 \"\n"),
            CsvOptions.defaults());
    assertEquals(List.of(Optional.of("3.5"), Optional.empty()), read.texts("x"));
    assertArrayEquals(new double[] {1, 2}, read.numbers("y"));
    assertEquals(
        List.of(Optional.of(" "), Optional.empty()),
        Dataset.readCsv(new StringReader("id,x\na,\" \"\nb,\n"), CsvOptions.defaults()).texts("x"));
  }

  @Test
  void typesetApostrophesPartThousandsToo() {
    CsvOptions options = CsvOptions.defaults().withThousands(ThousandsSeparator.APOSTROPHE);
    Dataset read = Dataset.readCsv(new StringReader("x,y\n1\u2019234.5,1\n2'000,2\n"), options);
    assertArrayEquals(new double[] {1234.5, 2000}, read.numbers("x"));
  }
}

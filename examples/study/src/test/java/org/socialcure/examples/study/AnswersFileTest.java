package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadData;
import org.socialcure.core.data.ReadingSummary;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.files.DataFiles;
import org.socialcure.files.ValueLabels;
import org.socialcure.files.Xlsx;
import org.socialcure.scoring.InstrumentColumns;

/** Answers in a spreadsheet give what the same answers as text give. */
class AnswersFileTest {
  private static final String PLAN =
      """
      {"data": {"id": "id"%s},
       "instruments": [{"instrument": "ucla-3", "columns": "u{n}"}]}""";

  @TempDir private Path folder;
  private Path sheet;
  private Path text;

  @BeforeEach
  void writeAnswers() {
    Dataset answers =
        Dataset.builder()
            .texts("id", "007", "8", "b")
            .numbers("u1", 1, 2, 3)
            .numbers("u2", 3, 2, 1)
            .numbers("u3", 1, Double.NaN, 3)
            .build();
    sheet = folder.resolve("answers.xlsx");
    text = folder.resolve("answers.csv");
    Xlsx.write(answers, sheet);
    answers.writeCsv(text);
  }

  private Outcome run(Path file, String more) {
    try {
      Path plan = Files.writeString(folder.resolve("plan.json"), PLAN.formatted(more));
      return Job.of(Optional.of(file), plan).run();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theScoresAreTheSame() {
    Outcome outcome = run(sheet, "");
    assertEquals(run(text, "").tables().get(Outcome.SCORES), outcome.tables().get(Outcome.SCORES));

    Path scores = folder.resolve("scores.xlsx");
    Spreadsheet.of(outcome, scores).run();
    assertEquals(outcome.scores().orElseThrow(), DataFiles.read(scores).data());
    assertThrows(Refusal.class, () -> Spreadsheet.of(outcome, folder.resolve("scores.ods")));
    assertThrows(Refusal.class, () -> Spreadsheet.of(outcome, folder.resolve("no/scores.xlsx")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"separator\": \";\"    | data.separator",
        "\"decimal\": \",\"      | data.decimal",
        "\"thousands\": \"'\"    | data.thousands",
        "\"encoding\": \"UTF-8\" | encoding"
      })
  void whatMeansNothingToASpreadsheetIsRefused(String field, String place) {
    String message = assertThrows(Refusal.class, () -> run(sheet, ", " + field)).getMessage();
    assertTrue(message.contains(place + ": has no place here"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"sheet\": \"Data\" | 3",
        "\"missing\": [\"3\"] | 3",
        "\"where\": {\"u1\": [1, 2]} | 2",
        "\"skip\": {\"where\": {\"id\": [\"b\"]}} | 2",
        "\"skip\": {\"rows\": 1} | 2",
        "\"skip\": {\"lines\": 0} | 3"
      })
  void whatMeansSomethingToASpreadsheetWorks(String field, int rows) {
    assertEquals(rows, run(sheet, ", " + field).scores().orElseThrow().rows());
  }

  @Test
  void aSpreadsheetWhereNoneMayBeWrittenIsRefusedBeforeAnythingIs() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "not as root");
    Outcome outcome = run(sheet, "");
    String message =
        assertThrows(Refusal.class, () -> Spreadsheet.of(outcome, closed.resolve("s.xlsx")))
            .getMessage();
    assertTrue(message.contains("may not be written"), message);
  }

  @Test
  void aSheetOfATextIsRefused() {
    String message =
        assertThrows(Refusal.class, () -> run(text, ", \"sheet\": \"Data\"")).getMessage();
    assertTrue(message.contains("data.sheet: has no place here"), message);
  }

  @Test
  void labelsOfTheFileCodeAnswersThatAreNumberedOtherwise() {
    List<InstrumentColumns> ucla =
        List.of(InstrumentColumns.of(Instruments.UCLA_3, List.of("u1", "u2", "u3")));
    Item item = Instruments.UCLA_3.items().get(0);
    List<String> words = item.options().stream().map(AnswerOption::label).toList();
    ValueLabels same =
        new ValueLabels(Map.of("1", words.get(0), "2", words.get(1), "3", words.get(2)), Set.of());
    ValueLabels turned =
        new ValueLabels(
            Map.of("1", words.get(2), "2", words.get(1), "3", words.get(0), "9", "No answer"),
            Set.of("9"));

    CodingsOfFile alike = new CodingsOfFile(Map.of("u1", same, "u2", same, "u3", same));
    assertEquals(ucla, alike.coded(ucla));
    assertEquals(List.of(), alike.found());

    CodingsOfFile other = new CodingsOfFile(Map.of("u1", turned, "u2", turned, "u3", turned));
    InstrumentColumns coded = other.coded(ucla).get(0);
    assertEquals(Optional.of(item.options().get(2)), coded.coding().option(item, "1"));
    assertEquals(1, other.found().size());

    CodingsOfFile mixed = new CodingsOfFile(Map.of("u1", same, "u2", turned, "u3", same));
    assertThrows(InvalidInputException.class, () -> mixed.coded(ucla));
    AnswersFile file =
        AnswersFile.of(new ReadData(Dataset.builder().build(), ReadingSummary.NOTHING));
    assertEquals(List.of("x"), file.withFound(List.of("x")).read().summary().found());
  }

  /** Codes from 1 to 3 whose words are the form's in another language, and turned round. */
  @Test
  void labelsThatAreNotTheFormsAreTold() {
    List<InstrumentColumns> ucla =
        List.of(InstrumentColumns.of(Instruments.UCLA_3, List.of("u1", "u2", "u3")));
    ValueLabels turned = new ValueLabels(Map.of("1", "oft", "3", "nie"), Set.of());
    CodingsOfFile codings = new CodingsOfFile(Map.of("u1", turned, "u2", turned, "u3", turned));

    assertEquals(ucla, codings.coded(ucla));
    assertEquals(1, codings.found().size());
    assertTrue(codings.found().get(0).contains("\"coding\""), codings.found()::toString);

    ValueLabels numbers = new ValueLabels(Map.of("1", "1", "2", "2", "3", "3"), Set.of());
    CodingsOfFile bare = new CodingsOfFile(Map.of("u1", numbers, "u2", numbers, "u3", numbers));
    bare.coded(ucla);
    assertEquals(List.of(), bare.found());
  }

  /** Marks are taken off what is read, put on what is written, and read off that again. */
  @Test
  void marksOfFormulasAreUndoneByTheSamePlan() throws IOException {
    String answers = "id,u1,u2,u3\n'=1+1,1,2,3\n'-12A,1,1,1\n''tis,3,3,3\n";
    Files.writeString(text, answers);
    Outcome marked = run(text, ", \"formulaMarks\": \"apostrophe\"");
    assertEquals(
        List.of(Optional.of("=1+1"), Optional.of("-12A"), Optional.of("'tis")),
        marked.scores().orElseThrow().texts("id"));
    String scores = marked.tables().getOrDefault(Outcome.SCORES, "");
    assertTrue(scores.contains("\n'=1+1,6") && scores.contains("\n''tis,9"), scores);
    String plain = run(text, "").tables().getOrDefault(Outcome.SCORES, "");
    assertTrue(plain.contains("\n'=1+1,6"), plain);
    Files.writeString(text, answers.replace("\n'", "\n"));
    String unmarked = run(text, "").tables().getOrDefault(Outcome.SCORES, "");
    assertTrue(unmarked.contains("\n=1+1,6") && unmarked.contains("\n'tis,9"), unmarked);
  }

  @Test
  void columnsOfOneNameAreRefusedOnlyWhereTheyAreUsed() throws IOException {
    for (String header : List.of("id,u1,u2,u3,x,x", "id,u1,u2,u3,u3,x")) {
      Files.writeString(text, header + "\n007,1,2,3,1,2\n8,1,2,3,1,2\n");
      if (header.endsWith("x,x")) {
        Outcome outcome = run(text, "");
        assertEquals(2, outcome.scores().orElseThrow().rows());
        String notes = String.join("\n", outcome.document().data().notes());
        assertTrue(notes.contains("columns 5 and 6: have the same name, and are left out"), notes);
        String kept =
            assertThrows(
                    Refusal.class,
                    () -> {
                      Path plan =
                          Files.writeString(
                              folder.resolve("keep.json"),
                              "{\"data\": {\"id\": \"id\"}, \"models\": [{\"name\": \"m\", \"x\": \"x\","
                                  + " \"mediators\": [\"u1\"], \"y\": \"u2\"}]}");
                      Job.of(Optional.of(text), plan).run();
                    })
                .getMessage();
        assertTrue(kept.contains("columns 5 and 6 of the file have this name"), kept);
      } else {
        String message = assertThrows(Refusal.class, () -> run(text, "")).getMessage();
        assertTrue(message.contains("columns 4 and 5 of the file have this name"), message);
      }
    }
  }
}

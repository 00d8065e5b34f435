package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.data.Dataset;
import org.socialcure.files.Xlsx;

/** Identifiers and waves that a plan says are the same. */
class UnifiedSpellingTest {
  private static final String ROWS = "id,w,age\nP007,t0,30\np7,T1,30\nP8,t0,40\nP8.0,t1,40\n";
  private static final String ALL =
      "\"capitals\", \"blanks\", \"leading-zeros\", \"final-point-zero\"";

  @TempDir private Path folder;

  private Outcome run(String rows, String data) {
    try {
      return run(Files.writeString(folder.resolve("a.csv"), rows), data, "[]");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome run(Path file, String data, String models) throws IOException {
    String plan =
        "{\"data\": {\"id\": \"id\"" + data + "}, \"keep\": [\"age\"], \"models\": " + models + "}";
    return Job.of(Optional.of(file), Files.writeString(folder.resolve("p.json"), plan)).run();
  }

  private static String waves(String unify) {
    return ", \"wave\": \"w\", \"waves\": [\"t0\", \"t1\"], \"unifySpelling\": {" + unify + "}";
  }

  private String refused(String rows, String data) {
    return assertThrows(Refusal.class, () -> run(rows, data)).getMessage();
  }

  @Test
  void theyAreOneAndCounted() {
    Outcome outcome = run(ROWS, waves("\"id\": [" + ALL + "], \"w\": [\"capitals\"]"));
    Dataset scores = outcome.scores().orElseThrow();
    assertEquals(2, scores.rows());
    assertEquals(Optional.of("P007"), scores.text("id", 0), "as first written");
    assertArrayEquals(new double[] {30, 40}, scores.numbers("age"));
    assertEquals(2, outcome.document().data().persons().orElseThrow());
    String notes = String.join("\n", outcome.document().data().notes());
    assertTrue(
        notes.contains(
            "column id: 2 spellings, in 2 cells (first seen in line 3), taken for another"),
        notes);
    assertTrue(notes.contains("column w: 1 spelling, in 1 cell (first seen in line 3)"), notes);
    assertTrue(!notes.contains("counted apart"), notes);
  }

  @Test
  void nothingIsTheSameUnlessThePlanSaysSo() {
    String message = refused(ROWS, waves("\"id\": [" + ALL + "]"));
    assertTrue(message.contains("unifySpelling"), message);
    Outcome outcome = run(ROWS, waves("\"id\": [\"capitals\"], \"w\": [\"capitals\"]"));
    assertEquals(4, outcome.scores().orElseThrow().rows());
    String notes = String.join("\n", outcome.document().data().notes());
    assertTrue(notes.contains("2 of 4 identifiers differ"), notes);
  }

  @Test
  void twoRowsOfOneWaveThatBecomeOnePersonsAreRefused() {
    String twice = refused(ROWS.replace("p7,T1", "p7,t0"), waves("\"id\": [" + ALL + "]"));
    assertTrue(
        twice.contains("line 3, column w: the same participant and wave as in line 2"), twice);
    String once = ", \"unifySpelling\": {\"id\": [\"capitals\"]}";
    String row = refused("id,age\na,1\nA,2\n", once);
    assertTrue(row.contains("line 3, column id: the same participant as in line 2"), row);
  }

  @Test
  void codesOfMissingValuesAreThoseThatAreWritten() {
    String row =
        refused("id,age\nNA,1\nna,2\nb,3\n", ", \"unifySpelling\": {\"id\": [\"capitals\"]}");
    assertTrue(row.contains("line 2, column id: no identifier"), row);
    Outcome outcome =
        run(
            "id,age\n099,1\n100,2\n",
            ", \"missing\": [99], \"unifySpelling\": {\"id\": [\"leading-zeros\"]}");
    assertEquals(2, outcome.scores().orElseThrow().rows());
  }

  @Test
  void onePersonsWordsAndClustersAreUnifiedToo() throws IOException {
    StringBuilder rows = new StringBuilder("id,age,m,y,school,sex\n");
    for (int i = 0; i < 30; i++) {
      rows.append(i)
          .append(',')
          .append(20 + i * 7 % 11)
          .append(',')
          .append(i * 5 % 7)
          .append(',')
          .append(i * 3 % 5)
          .append(i % 2 == 0 ? ",S0" : ",s")
          .append(i % 5)
          .append(i % 2 == 0 ? ",Woman\n" : ",man\n");
    }
    String model =
        "[{\"name\": \"m\", \"x\": \"age\", \"mediators\": [\"m\"], \"y\": \"y\", \"cluster\":"
            + " \"school\", \"bootstrap\": {\"replicates\": 50}}]";
    Path file = Files.writeString(folder.resolve("c.csv"), rows);
    Outcome outcome =
        run(file, ", \"unifySpelling\": {\"school\": [\"capitals\", \"leading-zeros\"]}", model);
    Outcome byHand =
        run(
            Files.writeString(folder.resolve("d.csv"), rows.toString().replace("S0", "s")),
            "",
            model);
    assertEquals(
        byHand.document().models().get(0).effects().toString(),
        outcome.document().models().get(0).effects().toString());
    String person =
        ROWS.replace("age", "age,sex").replace(",30\n", ",30,F\n").replace(",40\n", ",40,m\n");
    String mixed = person.replaceFirst("F", "f");
    String all = waves("\"id\": [" + ALL + "], \"w\": [\"capitals\"]");
    String message = refusedPerson(mixed, all);
    assertTrue(message.contains("column sex: differs from"), message);
    String unified =
        all.replace("\"w\": [\"capitals\"]", "\"w\": [\"capitals\"], \"sex\": [\"capitals\"]");
    assertEquals(2, person(mixed, unified).scores().orElseThrow().rows());
  }

  @Test
  void whatThePlanNamesIsFoundHoweverItIsWritten() throws IOException {
    StringBuilder rows = new StringBuilder("id,age,m,y,sex\n");
    for (int i = 0; i < 40; i++) {
      rows.append(i)
          .append(',')
          .append(20 + i * 7 % 11)
          .append(',')
          .append(i * 5 % 7)
          .append(i % 3 == 0 ? ",Yes," : i % 3 == 1 ? ",yes," : ",no,")
          .append(i % 2 == 0 ? "Woman\n" : i % 5 == 0 ? "MAN\n" : "man\n");
    }
    String models =
        "[{\"name\": \"m\", \"x\": \"age\", \"mediators\": [\"m\"], \"y\": \"y\", \"family\":"
            + " \"logit\", \"event\": \"yes\", \"bootstrap\": {\"replicates\": 50}}]";
    Outcome outcome =
        run(
            Files.writeString(folder.resolve("e.csv"), rows),
            ", \"unifySpelling\": {\"y\": [\"capitals\"], \"sex\": [\"capitals\"]}",
            models);
    Outcome byHand =
        run(
            Files.writeString(folder.resolve("f.csv"), rows.toString().replace("Yes", "yes")),
            "",
            models);
    assertEquals(
        byHand.document().models().get(0).effects().toString(),
        outcome.document().models().get(0).effects().toString());
  }

  private Outcome person(String rows, String data) throws IOException {
    String plan =
        "{\"data\": {\"id\": \"id\""
            + data
            + "}, \"keep\": [\"age\"], \"person\": [\"sex\"], \"models\": []}";
    return Job.of(
            Optional.of(Files.writeString(folder.resolve("e.csv"), rows)),
            Files.writeString(folder.resolve("q.json"), plan))
        .run();
  }

  private String refusedPerson(String rows, String data) {
    return assertThrows(Refusal.class, () -> person(rows, data)).getMessage();
  }

  @Test
  void spreadsheetsAndWavesSideBySideAreUnifiedAsWell() throws IOException {
    Path sheet = folder.resolve("s.xlsx");
    Xlsx.write(
        Dataset.builder().texts("id", "a1", "A 1", "b").numbers("age", 1, 2, 3).build(), sheet);
    String unify = ", \"unifySpelling\": {\"id\": [\"capitals\", \"blanks\"]}";
    String message = assertThrows(Refusal.class, () -> run(sheet, unify, "[]")).getMessage();
    assertTrue(message.contains("row 3, column id: the same participant as in row 2"), message);
  }

  @Test
  void whatCannotBeUnifiedIsRefused() {
    String unknown = refused(ROWS, waves("\"pid\": [\"capitals\"]"));
    assertTrue(unknown.contains("column pid: no such column"), unknown);
    String alike =
        refused(ROWS, waves("\"w\": [\"capitals\"]").replace("\"t1\"", "\"t1\", \"T1\""));
    assertTrue(alike.contains("T1 and t1 would be the same without capitals"), alike);
    for (String bad : new String[] {"\"id\": []", "\"id\": [\"case\"]", "\"id\": true"}) {
      assertTrue(refused(ROWS, waves(bad)).contains("data.unifySpelling.id"), bad);
    }
    assertTrue(refused(ROWS, waves("\"id\": [\"blanks\", \"blanks\"]")).contains("twice"));
  }
}

package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.report.ModelDocument;

/** Which variables a plan makes of the columns of a file, told by small files in words. */
class VariablesOfPlansTest {
  private static final int PEOPLE = 40;

  @TempDir private Path folder;

  /** A row a person and wave; the age and the answer are the test's. */
  private interface Cells {
    String of(int person, int wave);
  }

  private static String file(Cells age, Cells visits) {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder csv = new StringBuilder("id,wave,arm,bel,visits,age,lonely\n");
    for (int person = 0; person < PEOPLE; person++) {
      for (int wave = 0; wave < 2; wave++) {
        csv.append(
            String.format(
                Locale.ROOT,
                "P%02d,t%d,%s,%.3f,%s,%s,%s%n",
                person,
                wave,
                person % 2 == 0 ? "usual" : "link",
                random.nextDouble() * 5,
                visits.of(person, wave),
                age.of(person, wave),
                random.nextInt(3) == 0 ? "Yes" : "No"));
      }
    }
    return csv.toString();
  }

  private static String file() {
    return file((p, w) -> Integer.toString(30 + p), (p, w) -> Integer.toString((p * 7 + w) % 9));
  }

  private static String plan(String data, String rest, String model) {
    return String.format(
            "{'data': {'id': 'id'%s}, %s 'models': [{'name': 'm', 'bootstrap': {'replicates': 50},"
                + " %s}]}",
            data, rest, model)
        .replace('\'', '"');
  }

  private static final String WAVES = ", 'wave': 'wave', 'waves': ['t0', 't1']";

  private static final String MODEL =
      "'x': 'arm', 'mediators': ['bel@t1'], 'y': 'visits@t1', 'covariates': ['age', 'bel@t0']";

  private String refusal(String csv, String plan) throws IOException {
    StringWriter err = new StringWriter();
    assertEquals(2, run(csv, plan, err), err::toString);
    return err.toString();
  }

  private StudyDocument result(String csv, String plan) throws IOException {
    StringWriter err = new StringWriter();
    assertEquals(0, run(csv, plan, err), err::toString);
    String json = Files.readString(folder.resolve("out").resolve("result.json"));
    assertEquals(List.of(), ResultSchema.errors(json));
    return Json.read(json, StudyDocument.class);
  }

  private int run(String csv, String plan, StringWriter err) throws IOException {
    Files.writeString(folder.resolve("answers.csv"), csv);
    Files.writeString(folder.resolve("plan.json"), plan);
    return Study.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        "--data",
        folder.resolve("answers.csv").toString(),
        "--plan",
        folder.resolve("plan.json").toString(),
        "--out",
        folder.resolve("out").toString());
  }

  private String header() throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve("scores.csv")).get(0);
  }

  private static boolean cautions(ModelDocument model, Caution.Code code) {
    return model.cautions().stream().anyMatch(c -> c.code() == code);
  }

  @Test
  void whatModelsNameWithoutAWaveIsThePersons() throws IOException {
    result(file(), plan(WAVES, "", MODEL));
    assertEquals("id,arm,age,bel@t0,bel@t1,bel@change,visits@t0,visits@t1,visits@change", header());
  }

  @Test
  void aBirthdayBetweenWavesIsRefusedWithItsLines() throws IOException {
    String csv =
        file(
            (p, w) -> Integer.toString(30 + p + (p < 2 ? w : 0)),
            (p, w) -> Integer.toString(p % 5));
    String said = refusal(csv, plan(WAVES, "", MODEL));
    assertTrue(said.contains("models[0].covariates[0] (line 1, column "), said);
    assertTrue(
        said.contains(
            "there is no column age: it differs between waves for 2 participants (as between line 2"
                + " and line 3), so that its columns are those of the waves, as in age@t0"),
        said);
    result(csv, plan(WAVES, "", MODEL.replace("'age'", "'age@t0'")));
    String declared = refusal(csv, plan(WAVES, "'person': ['age'],", MODEL));
    assertTrue(declared.contains("line 3, column age: differs from line 2"), declared);
  }

  @Test
  void anOutcomeAtFollowUpOnlyIsFittedAndTold() throws IOException {
    StudyDocument result =
        result(
            file((p, w) -> "40", (p, w) -> w == 0 ? "" : Integer.toString(p * 7 % 9)),
            plan(WAVES, "", MODEL.replace("'age', ", "")));
    assertEquals(PEOPLE, result.models().get(0).sample().rowsUsed());
    assertTrue(
        result.data().notes().contains("column visits: holds no value at t0."),
        result.data().notes().toString());
  }

  @Test
  void aWaveInWhichNobodyAnsweredIsNamed() throws IOException {
    String said =
        refusal(
            file((p, w) -> "", (p, w) -> Integer.toString(p % 5)),
            plan(WAVES, "", MODEL.replace("'age'", "'age@t1'")));
    assertTrue(said.contains("column age@t1: holds no value in any of the 40 rows"), said);
  }

  @Test
  void personsSeenOnceAreTheirOwnOnlyWhereThePlanSaysSo() throws IOException {
    String[] lines = file().split("\n");
    StringBuilder once = new StringBuilder(lines[0]).append('\n');
    for (int line = 1; line < lines.length; line++) {
      boolean first = lines[line].contains(",t0,");
      if ((line - 1) / 2 % 2 == 0 == first) {
        once.append(lines[line]).append('\n');
      }
    }
    String model = "'x': 'arm', 'mediators': ['bel'], 'y': 'age'";
    String said = refusal(once.toString(), plan(WAVES, "", model));
    assertTrue(said.contains("there is no column bel: no participant has a value of it at"), said);
    StudyDocument result =
        result(once.toString(), plan(WAVES, "'person': ['arm', 'bel', 'age'],", model));
    assertEquals(PEOPLE, result.models().get(0).sample().rowsUsed());
  }

  @Test
  void identifiersThatAreProbablyTheSameAreTold() throws IOException {
    String odd = file().replace("P03,t1", "p03,t1").replace("P04,t1", "P4,t1");
    StudyDocument waves = result(odd, plan(WAVES, "", MODEL.replace("'age', ", "")));
    assertTrue(
        waves.data().notes().stream()
            .anyMatch(note -> note.startsWith("column id: 2 of 42 identifiers differ")),
        waves.data().notes().toString());
    assertFalse(waves.data().notes().toString().contains("p03"));
    StudyDocument alone =
        result(
            "id,x,m,y\nA1,1,2,3\na1,2,1,5\nB,3,3,1\nC,5,1,2\nD,1,1,8\nE,2,6,3\n",
            plan("", "", "'x': 'x', 'mediators': ['m'], 'y': 'y'"));
    assertTrue(alone.data().notes().get(0).startsWith("column id: 1 of 6"));
  }

  @Test
  void wordsAreCodedByThemselvesAndYesCanBeSaid() throws IOException {
    String model =
        "'x': 'arm', 'mediators': ['bel@t1'], 'y': 'lonely@t1', 'family': 'logit', 'event': 'Yes'";
    StudyDocument result = result(file(), plan(WAVES, "", model));
    ModelDocument fitted = result.models().get(0);
    assertTrue(cautions(fitted, Caution.Code.CODED_BY_ITSELF));
    assertEquals("lonely, at t1 = Yes", fitted.labels().get("lonely@t1"));
    StudyDocument byOutcome =
        result(file(), plan(WAVES, "", model.replace("'Yes'", "{'lonely@t1': 'Yes'}")));
    assertEquals(
        fitted.effects().get(0).estimate(), byOutcome.models().get(0).effects().get(0).estimate());
    String coded = file().replace(",Yes\n", ",1\n").replace(",No\n", ",2\n");
    assertEquals(
        fitted.effects().get(0).estimate(),
        result(coded, plan(WAVES, "", model.replace("'Yes'", "1")))
            .models()
            .get(0)
            .effects()
            .get(0)
            .estimate());
    String wrong = refusal(file(), plan(WAVES, "", model.replace("'Yes'", "'yes'")));
    assertTrue(wrong.contains("did you mean Yes?"), wrong);
    String unsaid = refusal(file(), plan(WAVES, "", model.replace(", 'event': 'Yes'", "")));
    assertTrue(unsaid.contains("\"event\""), unsaid);
    String other = refusal(file(), plan(WAVES, "", model.replace("'Yes'", "{'lonly@t1': 'Yes'}")));
    assertTrue(other.contains("did you mean lonely@t1?"), other);
  }

  @Test
  void aServiceMayHaveTheNameOfItsColumn() throws IOException {
    String service = "'services': [{'name': 'visits', 'count': 'visits', 'window': 4}],";
    StudyDocument result = result(file(), plan(WAVES, service, MODEL));
    assertEquals("visits", result.changes().get(0).measure());
    assertTrue(header().contains("visits@t1") && header().contains("visits.months@t1"), header());
    result(file(), plan(WAVES, service + " 'keep': ['visits'],", MODEL));
    String taken =
        refusal(file(), plan(WAVES, service.replace("'count': 'visits'", "'count': 'age'"), MODEL));
    assertTrue(taken.contains("column visits: is made by the plan"), taken);
  }

  @Test
  void personNeedsWaves() throws IOException {
    String said =
        refusal(
            file(), plan("", "'person': ['age'],", "'x': 'arm', 'mediators': ['bel'], 'y': 'age'"));
    assertTrue(said.contains("person") && said.contains("\"wave\""), said);
  }

  @Test
  void noColumnOfTheFileIsListed() throws IOException {
    String said = refusal(file(), plan(WAVES, "", MODEL.replace("'age'", "'zz'")));
    assertTrue(said.contains("there is no column zz; there are "), said);
    assertFalse(said.contains("lonely"), said);
    String near = refusal(file(), plan(WAVES, "", MODEL.replace("'age'", "'agee@t1'")));
    assertTrue(near.contains("did you mean age@t1?"), near);
  }
}

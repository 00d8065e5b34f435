package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.Interval;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Words;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.ChangeDocument;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.examples.study.simulation.TrueEffects;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.SampleAccount;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.testsupport.Markup;

/** The main job without arguments: what it writes is read back. */
class StudyTest {
  private static final String GROUPS = "groups@change";
  private static final String BELONGING = "group-identification[community].total@change";
  private static final String LONELINESS = "uls-8.total@change";
  private static final String VISITS = "gp-visits@T1";

  @TempDir private static Path folder;
  private static String printed;
  private static StudyDocument result;

  @BeforeAll
  static void runTheJob() throws IOException {
    printed = run(folder.resolve("first"));
    result = Json.read(Files.readString(folder.resolve("first/result.json")), StudyDocument.class);
  }

  private static String run(Path out) {
    StringWriter text = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Study.run(new PrintWriter(text, true), new PrintWriter(err, true), "--out", out.toString());
    assertEquals("", err.toString());
    assertEquals(0, code);
    return text.toString();
  }

  @Test
  void printsTablesOfAtMostAHundredColumnsAndWhereTheReportIs() {
    printed
        .lines()
        .filter(line -> !line.startsWith("Report:"))
        .forEach(line -> assertTrue(line.length() <= 100, line));
    assertTrue(printed.contains("Report: " + folder.resolve("first/report.html")), printed);
    String beside = printed.lines().filter(line -> line.startsWith("Beside it:")).findFirst().get();
    for (String file : folder.resolve("first").toFile().list()) {
      assertTrue(file.equals("report.html") || beside.contains(file), file + ": " + beside);
    }
    assertTrue(printed.contains("808 rows, 630 persons; rows by wave: T0 630, T1 178"), printed);
  }

  @Test
  void theResultFollowsItsSchemaAndComesBackUnchanged() throws IOException {
    String json = Files.readString(folder.resolve("first/result.json"));

    assertEquals(List.of(), ResultSchema.errors(json));
    assertEquals(json, Json.write(result));
    assertEquals(630, result.data().persons().getAsInt());
  }

  @Test
  void everyIntervalHoldsTheTrueEffect() {
    ModelDocument model = result.models().get(0);
    Map<List<String>, ModelDocument.Effect> indirect =
        model.effects().stream()
            .filter(effect -> effect.kind() == EffectKind.INDIRECT)
            .collect(Collectors.toMap(ModelDocument.Effect::path, effect -> effect));
    Map<String, Double> truth = TrueEffects.onVisits();

    assertHolds(only(model, "total"), truth.get("total"));
    assertHolds(only(model, "direct"), truth.get("direct"));
    assertHolds(only(model, "total-indirect"), truth.get("total indirect"));
    assertHolds(
        indirect.get(List.of(GROUPS, BELONGING, VISITS)),
        truth.get("groups -> belonging -> visits"));
    assertHolds(
        indirect.get(List.of(GROUPS, LONELINESS, VISITS)),
        truth.get("groups -> loneliness -> visits"));
    assertHolds(
        indirect.get(List.of(GROUPS, BELONGING, LONELINESS, VISITS)),
        truth.get("groups -> belonging -> loneliness -> visits"));
    assertEquals(3, indirect.size());
    assertEquals(10_000, model.bootstrap().orElseThrow().replicates());
  }

  private static ModelDocument.Effect only(ModelDocument model, String kind) {
    return model.effects().stream()
        .filter(effect -> Words.of(effect.kind()).equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static void assertHolds(ModelDocument.Effect effect, double truth) {
    Interval limits = effect.interval().orElseThrow();
    assertTrue(
        limits.lower() <= truth && truth <= limits.upper(),
        () -> effect.name() + ": " + limits + " does not hold " + truth);
  }

  @Test
  void theScoresGiveTheChangeTableBack() {
    Dataset scores = Dataset.readCsv(folder.resolve("first/scores.csv"));
    ChangeDocument change =
        result.changes().stream()
            .filter(it -> it.measure().equals("uls-8.total"))
            .findFirst()
            .orElseThrow();

    double sum = 0;
    int n = 0;
    for (double difference : scores.numbers(LONELINESS)) {
      if (!Double.isNaN(difference)) {
        sum += difference;
        n++;
      }
    }
    assertEquals(630, scores.rows());
    assertEquals(n, change.n());
    assertEquals(sum / n, change.meanDifference(), 1e-12);
    Interval limits = change.interval().orElseThrow();
    assertEquals(change.meanDifference(), (limits.lower() + limits.upper()) / 2, 1e-12);
  }

  @Test
  void theModelUsesTheCompleteRowsOfTheScores() {
    Dataset scores = Dataset.readCsv(folder.resolve("first/scores.csv"));
    SampleAccount sample = result.models().get(0).sample();

    assertEquals(
        scores.complete(GROUPS, BELONGING, LONELINESS, VISITS, "gp-visits@T0", "age").rows(),
        sample.rowsUsed());
    assertEquals(630, sample.rowsRead());
  }

  @Test
  void thePageIsWellFormedAndNeedsNothingBesideIt() throws IOException {
    String html = Files.readString(folder.resolve("first/report.html"));

    Markup page = Markup.parse(html);
    assertEquals("html", page.name());
    assertTrue(page.text().contains(result.title()));
    assertTrue(page.text().contains("uls-8.total"));
    for (String outside : List.of("src=\"http", "href=\"http", "<link", "@import", "<script src")) {
      assertTrue(!html.contains(outside), outside);
    }
  }

  @Test
  void sameSeedSameBytes() throws IOException {
    run(folder.resolve("second"));

    for (String file : List.of("answers.csv", "scores.csv", "result.json", "report.html")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("first").resolve(file)),
          Files.readAllBytes(folder.resolve("second").resolve(file)),
          file);
    }
  }

  @Test
  void theSimulatedAnswersGoThroughTheJobLikeAnybodysFile() throws IOException {
    Path plan = folder.resolve("plan.json");
    try (var in = Study.class.getResourceAsStream("simulated-cohort.json")) {
      Files.write(plan, in.readAllBytes());
    }
    StringWriter err = new StringWriter();
    int code =
        Study.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "--data",
            folder.resolve("first/answers.csv").toString(),
            "--plan",
            plan.toString(),
            "--out",
            folder.resolve("third").toString());

    assertEquals("", err.toString());
    assertEquals(0, code);
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("first/result.json")),
        Files.readAllBytes(folder.resolve("third/result.json")));
  }
}

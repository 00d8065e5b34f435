package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.examples.study.plan.PlanMutants;

/**
 * Every input that cannot be used ends with a clear message, code 2, and nothing written or given
 * away.
 */
class BadInputTest {
  /** Stands in for personal data: it must never turn up in a message. */
  private static final String SECRET = "secret";

  private static final int PEOPLE = 30;

  @TempDir private Path folder;

  private static List<String> goodRows() {
    List<String> rows = new ArrayList<>();
    rows.add("id,wave,age,mood,u1,u2,u3");
    for (int person = 0; person < PEOPLE; person++) {
      for (int wave = 0; wave < 2; wave++) {
        int k = person * 7 + wave * 5 + person * person;
        rows.add(
            String.join(
                ",",
                SECRET + person,
                wave == 0 ? "before" : "during",
                Integer.toString(20 + k % 50),
                Integer.toString(k * 3 % 11),
                Integer.toString(1 + k % 3),
                Integer.toString(1 + (k / 2) % 3),
                Integer.toString(1 + (k / 3) % 3)));
      }
    }
    return rows;
  }

  private static final String GOOD_PLAN =
      """
      { "title": "t", "seed": 1,
        "data": { "id": "id", "wave": "wave", "waves": ["before", "during"] },
        "instruments": [ { "instrument": "ucla-3", "columns": "u{n}" } ],
        "keep": ["age"],
        "models": [ { "name": "m", "x": "age@before", "mediators": ["ucla-3.total@before"],
                      "y": "mood@during", "bootstrap": { "replicates": 50 } } ] }
      """;

  private static final String MOMENTS_PLAN =
      """
      { "moments": { "n": 40, "variables": ["x", "m", "y"], "means": [0, 0, 0], "sds": [1, 1, 1],
                     "correlations": [[1], [0.3, 1], [0.2, 0.4, 1]] },
        "models": [ { "name": "m", "x": "x", "mediators": ["m"], "y": "y" } ] }
      """;

  private static String csv(UnaryOperator<List<String>> change) {
    return String.join("\n", change.apply(goodRows())) + "\n";
  }

  private static String row(int line, UnaryOperator<String> change) {
    return csv(
        rows -> {
          rows.set(line - 1, change.apply(rows.get(line - 1)));
          return rows;
        });
  }

  private static String column(String name, String value) {
    return csv(
        rows -> {
          rows.replaceAll(row -> row + "," + value);
          rows.set(0, rows.get(0).replace("," + value, "," + name));
          return rows;
        });
  }

  private static String good() {
    return csv(rows -> rows);
  }

  private static String plan(String from, String to) {
    assertTrue(GOOD_PLAN.contains(from), from);
    return GOOD_PLAN.replace(from, to);
  }

  record Bad(String what, String csv, String plan, List<String> said) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Bad bad(String what, String csv, String plan, String... said) {
    return new Bad(what, csv, plan, List.of(said));
  }

  static Stream<Bad> badInputs() {
    return Stream.of(
        bad(
            "unknown instrument",
            good(),
            plan("\"ucla-3\"", "\"ucla-33\""),
            "instruments[0].instrument (line 3, column 36)",
            "did you mean ucla-3?",
            "ucla-3, uls-8"),
        bad(
            "unknown item column",
            good(),
            plan("u{n}", "v{n}"),
            "column v1",
            "column v2",
            "column v3"),
        bad(
            "unknown kept column",
            good(),
            plan("[\"age\"]", "[\"agee\"]"),
            "column agee",
            "did you mean age?"),
        bad(
            "unknown model column",
            good(),
            plan("mood@during", "moood@during"),
            "models[0].y (line 6, column 22)",
            "did you mean mood@during?"),
        bad(
            "label of an unknown column",
            good(),
            plan("\"keep\"", "\"labels\": { \"agee\": \"Age\" }, \"keep\""),
            "plan.json cannot be used",
            "labels.agee (line 4",
            "did you mean age?"),
        bad(
            "missing comma",
            good(),
            plan("\"seed\": 1,", "\"seed\": 1"),
            "plan.json cannot be used",
            "line 1, column 26: expected a comma"),
        bad(
            "misspelt field and word",
            good(),
            plan("\"x\"", "\"famly\": \"logit\", \"se\": \"HC3\", \"x\""),
            "models[0].famly (line 5, column 39): is not a known field (did you mean family?)",
            "models[0].se (line 5, column 54)",
            "did you mean hc3?"),
        bad("unknown id column", good(), plan("\"id\": \"id\"", "\"id\": \"who\""), "who"),
        bad(
            "unknown wave column",
            good(),
            plan("\"wave\": \"wave\"", "\"wave\": \"when\""),
            "when"),
        bad(
            "code that is not permitted",
            row(3, row -> row.replaceAll("\\d,\\d$", "8642975310,2")),
            GOOD_PLAN,
            "line 3, column u2",
            "item left-out permits 1, 2, 3"),
        bad(
            "word in place of a code",
            row(4, row -> row.replaceAll("\\d$", "confession")),
            GOOD_PLAN,
            "line 4, column u3"),
        bad(
            "same participant and wave twice",
            row(3, row -> row.replace("during", "before")),
            GOOD_PLAN,
            "line 3, column wave",
            "line 2"),
        bad(
            "wave that the plan does not name",
            row(5, row -> row.replace("during", "after")),
            GOOD_PLAN,
            "line 5, column wave",
            "before, during"),
        bad(
            "no identifier",
            row(5, row -> row.replaceFirst("^\\w+", "")),
            GOOD_PLAN,
            "line 5, column id"),
        bad(
            "text in a number column",
            row(6, row -> row.replaceFirst("(before|during),\\d+", "$1,confession")),
            GOOD_PLAN,
            "line 6, column age"),
        bad("ragged file", row(7, row -> row + ",1"), GOOD_PLAN, "line 7"),
        bad(
            "short row",
            row(7, row -> row.substring(0, row.lastIndexOf(','))),
            GOOD_PLAN,
            "line 7"),
        bad("empty file", "", GOOD_PLAN, "empty"),
        bad("heading only", "id,wave,age,mood,u1,u2,u3\n", GOOD_PLAN, "row"),
        bad(
            "no heading",
            csv(rows -> rows.subList(1, rows.size())),
            GOOD_PLAN,
            "line 1, column id",
            "a line of column names"),
        bad(
            "same heading twice",
            row(1, row -> row.replace("u2", "u1")),
            GOOD_PLAN,
            "columns 5 and 6 of the file have this name"),
        bad("quote that never closes", row(9, row -> "\"" + row), GOOD_PLAN, "line 9"),
        bad(
            "fewer complete rows than coefficients",
            csv(rows -> rows.subList(0, 7)),
            GOOD_PLAN,
            "mood@during"),
        bad(
            "constant column",
            column("same", "4"),
            plan("\"x\": \"age@before\"", "\"x\": \"same\""),
            "same has the same value in all rows"),
        bad(
            "collinear column",
            csv(
                rows -> {
                  rows.replaceAll(row -> row + "," + row.split(",")[2]);
                  rows.set(0, rows.get(0).replaceFirst(",age$", ",years"));
                  return rows;
                }),
            plan("\"y\"", "\"covariates\": [\"years@before\"], \"y\""),
            "years@before"),
        bad(
            "x that is also a mediator",
            good(),
            plan("\"x\": \"age@before\"", "\"x\": \"ucla-3.total@before\""),
            "models[0].mediators[0]"),
        bad(
            "no replicates",
            good(),
            plan("50", "0"),
            "models[0].bootstrap.replicates",
            "from 2 to 1000000"),
        bad(
            "absurd replicates",
            good(),
            plan("50", "2000000000"),
            "models[0].bootstrap.replicates"),
        bad(
            "replicates that are no number",
            good(),
            plan("50", "\"many\""),
            "models[0].bootstrap.replicates"),
        bad(
            "a form scored twice",
            good(),
            GOOD_PLAN.replace(
                "[ { \"instrument\": \"ucla-3\", \"columns\": \"u{n}\" } ]",
                "[ { \"instrument\": \"ucla-3\", \"columns\": \"u{n}\" },"
                    + " { \"instrument\": \"ucla-3\", \"columns\": \"u{n}\" } ]"),
            "column ucla-3.total",
            "score it once"),
        bad(
            "no group that was asked about",
            good(),
            plan("\"instrument\": \"ucla-3\"", "\"instrument\": \"group-identification\"")
                .replace("\"u{n}\"", "[\"u1\", \"u2\", \"u3\", \"mood\"]"),
            "plan.json cannot be used",
            "instruments[0], target"),
        bad(
            "moments beside a file of answers",
            good(),
            MOMENTS_PLAN,
            "The command line cannot be used",
            "--data: has no place beside the \"moments\" of plan.json"),
        bad(
            "correlation above 1",
            good(),
            MOMENTS_PLAN.replace("[0.3, 1]", "[3, 1]"),
            "plan.json cannot be used",
            "moments.correlations[1][0]"),
        bad(
            "correlations that do not belong together",
            good(),
            MOMENTS_PLAN.replace("[0.3, 1], [0.2, 0.4", "[0.9, 1], [-0.9, 0.9"),
            "moments.correlations",
            "positive definite"),
        bad(
            "a variable without moments",
            good(),
            MOMENTS_PLAN.replace("\"mediators\": [\"m\"]", "\"mediators\": [\"mood\"]"),
            "models[0]",
            "mood",
            "x, m, y"),
        bad("unknown field", good(), plan("\"title\"", "\"titel\""), "titel"),
        bad("plan that is no JSON", good(), "{ \"title\": ", "line 1, column 12", "a value"),
        bad(
            "field twice",
            good(),
            plan("\"seed\": 1", "\"seed\": 1, \"seed\": 2"),
            "line 1, column",
            "twice"),
        bad(
            "definition that is not there",
            good(),
            plan("\"instrument\": \"ucla-3\"", "\"definition\": \"mine.json\""),
            "mine.json"),
        bad(
            "resamples that are not there",
            good(),
            plan("\"replicates\": 50", "\"indices\": \"draws.csv\""),
            "draws.csv"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void badInputs(Bad bad) throws IOException {
    Result result = run(bad.csv().getBytes(StandardCharsets.UTF_8), bad.plan());

    assertEquals(2, result.code(), bad.what());
    assertEquals("", result.out());
    for (String said : bad.said()) {
      assertTrue(result.err().contains(said), () -> said + " is not said in: " + result.err());
    }
    assertFalse(result.err().contains(SECRET), result.err());
    assertFalse(result.err().contains("confession"), result.err());
    // The name of a temporary folder may hold any digits.
    assertFalse(result.err().replace(folder.toString(), "").contains("8642975310"), result.err());
    assertFalse(result.err().contains("Exception"), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
    assertTrue(result.err().lines().count() <= 22, result.err());
    assertFalse(Files.exists(folder.resolve("out")), "nothing may be written");
  }

  record Result(int code, String out, String err) {}

  private Result run(byte[] csv, String plan) throws IOException {
    Path data = folder.resolve("answers.csv");
    Path planFile = folder.resolve("plan.json");
    Files.write(data, csv);
    Files.writeString(planFile, plan);
    return run("--data", data.toString(), "--plan", planFile.toString());
  }

  private Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--out");
    all.add(folder.resolve("out").toString());
    int code =
        Study.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Result(code, out.toString(), err.toString());
  }

  /** Whatever one value of a plan is changed to, the job is done or says what is wrong. */
  @Test
  void everyChangedPlanEndsWithFilesOrAMessage() throws IOException {
    String few = plan("50", "2");
    List<String> mutants = PlanMutants.of(few);
    // Every fifth will do: the reader of plans is tried with all of them elsewhere.
    for (int i = 0; i < mutants.size(); i += 5) {
      String mutant = mutants.get(i);
      Result result = run(good().getBytes(StandardCharsets.UTF_8), mutant);

      assertTrue(result.code() == 0 || result.code() == 2, mutant + result.err());
      assertEquals(result.code() == 0, result.err().isEmpty(), mutant + result.err());
      assertFalse(result.err().contains("Exception"), mutant + result.err());
      assertFalse(result.err().contains("null:"), mutant + result.err());
    }
  }

  @Test
  void theGoodInputIsGood() throws IOException {
    Result result = run(good().getBytes(StandardCharsets.UTF_8), GOOD_PLAN);

    assertEquals("", result.err());
    assertEquals(0, result.code());
    assertTrue(Files.exists(folder.resolve("out/report.html")));
  }

  @Test
  void fewRowsBehindMomentsAreRefusedWithTheModel() throws IOException {
    Path plan = folder.resolve("plan.json");
    Files.writeString(plan, MOMENTS_PLAN.replace("40", "3"));

    Result result = run("--plan", plan.toString());

    assertEquals(2, result.code());
    assertTrue(result.err().contains("model m, equation y"), result.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void allProblemsOfAFileComeTogetherAndWhatRepeatsIsCounted() throws IOException {
    String csv =
        csv(
            rows -> {
              rows.replaceAll(row -> row.replaceAll("\\d,\\d$", "9,9"));
              rows.set(0, "id,wave,age,mood,u1,u2,u3");
              rows.set(4, rows.get(4).replace("during", "later"));
              return rows;
            });
    Result result = run(csv.getBytes(StandardCharsets.UTF_8), GOOD_PLAN);

    assertEquals(2, result.code());
    List<String> lines = result.err().lines().toList();
    assertEquals("answers.csv cannot be used:", lines.get(0));
    assertTrue(lines.get(1).startsWith("line 5, column wave: "), result.err());
    assertEquals(
        "column u2; column u3: 60 cells hold a code that is not permitted; name codes that mean no"
            + " value under \"missing\", or say with a \"coding\" how the file numbers the answers",
        lines.get(2));
    assertEquals(
        "line 2, column u2; line 3, column u2; line 4, column u2 and 57 more: not a permitted code;"
            + " item left-out permits 1, 2, 3; name codes that mean no value under \"missing\", or say with a \"coding\" how the file numbers the answers",
        lines.get(3));
    assertTrue(lines.get(4).startsWith("line 2, column u3; "), result.err());
    assertEquals(5, lines.size());
  }

  @Test
  void codesThatAreNotPermittedCanCountAsMissing() throws IOException {
    String csv = row(3, row -> row.replaceAll("\\d,\\d$", "8642975310,2"));
    Result result =
        run(
            csv.getBytes(StandardCharsets.UTF_8),
            plan("\"data\": {", "\"data\": { \"invalid\": \"missing\","));

    assertEquals("", result.err());
    assertEquals(0, result.code());
    assertTrue(
        result.out().contains("Column u2: 1 code not permitted, taken as missing"), result.out());
    assertFalse(result.out().contains("8642975310"));
  }

  @Test
  void byteOrderMarksCrLfQuotedLineBreaksAndUtf8AreNoProblem() throws IOException {
    String csv =
        "\uFEFF"
            + csv(rows -> {
                  rows.replaceAll(row -> row + ",\"two\nlines, Zoë\"");
                  rows.set(0, "id,wave,âge,mood,u1,u2,u3,Notizen für später");
                  return rows;
                })
                .replace("\n", "\r\n");
    Result result =
        run(
            csv.getBytes(StandardCharsets.UTF_8),
            GOOD_PLAN
                .replace("\"age", "\"âge")
                .replace("[\"âge\"]", "[\"âge\", \"Notizen für später\"]"));

    assertEquals("", result.err());
    assertEquals(0, result.code());
    assertTrue(Files.readString(folder.resolve("out/scores.csv")).contains("Notizen für später"));
    assertTrue(Files.readString(folder.resolve("out/result.json")).contains("âge@before"));
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    byte[] latin = row(3, row -> row + "é").getBytes(StandardCharsets.ISO_8859_1);

    Result result = run(latin, GOOD_PLAN);

    assertEquals(2, result.code());
    assertTrue(result.err().contains("UTF-8"), result.err());
  }

  @Test
  void filesThatAreNotThereAndHalfACommandAreRefused() throws IOException {
    Path plan = Files.writeString(folder.resolve("plan.json"), GOOD_PLAN);

    assertEquals(2, run("--data", "none.csv", "--plan", plan.toString()).code());
    for (String noFile : List.of(folder.toString(), "", "/")) {
      Result data = run("--data", noFile, "--plan", plan.toString());
      assertEquals(2, data.code());
      assertTrue(data.err().contains("a folder; name a file"), data.err());
      Result plans = run("--data", plan.toString(), "--plan", noFile);
      assertEquals(2, plans.code());
      assertTrue(plans.err().contains("a folder; name a file"), plans.err());
    }
    Result half = run("--plan", plan.toString());
    assertEquals(2, half.code());
    assertTrue(half.err().contains("--data"), half.err());
    assertTrue(half.err().contains("\"moments\""), half.err());
    Result otherHalf = run("--data", plan.toString());
    assertEquals(2, otherHalf.code());
    assertTrue(otherHalf.err().contains("--plan"), otherHalf.err());
    assertEquals(2, run("--dta", "x").code());
  }

  @Test
  void whatWasWrittenBeforeStaysWhenTheNextInputIsBad() throws IOException {
    run(good().getBytes(StandardCharsets.UTF_8), GOOD_PLAN);
    byte[] before = Files.readAllBytes(folder.resolve("out/result.json"));

    assertEquals(2, run(new byte[0], GOOD_PLAN).code());

    assertTrue(
        java.util.Arrays.equals(before, Files.readAllBytes(folder.resolve("out/result.json"))));
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertEquals(3, files.count());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsAClearMessage() throws IOException {
    Files.writeString(folder.resolve("out"), "a file where the folder should be");

    Result result = run(good().getBytes(StandardCharsets.UTF_8), GOOD_PLAN);

    assertEquals(2, result.code());
    assertEquals(
        "--out cannot be used:\n" + folder.resolve("out") + ": a file; name a folder\n",
        result.err());
  }

  @Test
  void aFolderInThePlaceOfOneFileKeepsAllFilesFromBeingWritten() throws IOException {
    Files.createDirectories(folder.resolve("out/report.html"));

    Result result = run(good().getBytes(StandardCharsets.UTF_8), GOOD_PLAN);

    assertEquals(2, result.code());
    assertTrue(result.err().contains("a folder where a file is to be"), result.err());
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertEquals(List.of("report.html"), files.map(f -> f.getFileName().toString()).toList());
    }
  }
}

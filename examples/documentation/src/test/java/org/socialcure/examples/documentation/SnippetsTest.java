package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.json.Json;
import org.socialcure.files.Xlsx;

/** Every piece of Java in the README and in the library's comments compiles and runs. */
@Tag("ci")
class SnippetsTest {
  private static final Path README = Repository.root().resolve("README.md");

  /** What a comment may take for given. */
  private static final String GIVEN =
      """
      import com.fasterxml.jackson.databind.ObjectMapper;
      import tools.jackson.databind.json.JsonMapper;
      Instrument mine = Instruments.UCLA_3;
      Path file = Path.of("export.csv");
      Dataset raw = Dataset.readCsv(Path.of("answers.csv"));
      Dataset data = raw;
      Dataset cohort = Dataset.readCsv(Path.of("cohort.csv")).widen("id", "wave");
      ScoreSheet before = Scorer.score(new Ucla3(3, 3, 2));
      ScoreSheet after = Scorer.score(new Ucla3(1, 2, 1));
      MediationModel model = Mediation.from("groups_change").through("loneliness_change").to("gp_visits_t1").build();
      Dataset scores = Dataset.readCsv(Path.of("scores.csv"));
      MediationResult result = model.fit(scores);
      double[] x = scores.numbers("groups_change");
      double[] y = scores.numbers("loneliness_change");
      double[] age = scores.numbers("age");
      """;

  private static Shell shell;

  /** The snippets run in a folder of their own, and share a shell. */
  @BeforeAll
  static void prepare() throws IOException {
    Files.writeString(
        Path.of("answers.csv"),
        """
        id,wave,age,sex,children,event,redcap_event_name,redcap_repeat_instrument,u1_t0,u2_t0,u3_t0,u1_t1,u2_t1,u3_t1,ucla3_1,ucla3_2,ucla3_3,%s
        1,before,31,f,2,baseline,baseline_arm_1,,1,2,3,1,1,2,3,3,2,1,2,3,1,2,3,1,2,3,1,2
        1,during,31,f,2,month_3,month_3_arm_1,,1,2,3,1,1,2,1,2,1,3,3,3,3,3,3,3,3,3,3,3
        2,before,47,m,2,baseline,baseline_arm_1,,1,2,3,1,1,2,2,2,3,2,2,1,2,2,3,2,2,2,2,2
        2,during,47,m,2,month_3,month_3_arm_1,,1,2,3,1,1,2,2,1,1,1,1,3,1,1,2,1,1,1,1,1
        3,before,64,f,2,baseline,baseline_arm_1,,1,2,3,1,1,2,1,1,2,1,2,1,2,1,2,1,2,1,2,1
        """
            .formatted(
                "djg11_1,djg11_2,djg11_3,djg11_4,djg11_5,djg11_6,djg11_7,djg11_8,djg11_9,djg11_10,"
                    + "djg11_11"));
    Files.writeString(Path.of("export.csv"), "id;loneliness\n1;2,5\n2;3\n");
    Cohorts.withTwoMediators().writeCsv(Path.of("scores.csv"));
    Cohorts.overThreeWaves().writeCsv(Path.of("cohort.csv"));
    Xlsx.write(Cohorts.withTwoMediators(), Path.of("answers.xlsx"));
    shell = new Shell();
    shell.run(GIVEN);
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @TestFactory
  Stream<DynamicTest> everySnippetRuns() {
    List<Snippet> snippets =
        Stream.concat(
                Snippet.inMarkdown(README, "java").stream(),
                Repository.LIBRARY.stream()
                    .flatMap(module -> Repository.sources(module, ".java").stream())
                    .flatMap(file -> Snippet.inJavadoc(file).stream()))
            .toList();
    assertTrue(snippets.size() > 5, snippets::toString);
    return snippets.stream().map(snippet -> dynamicTest(snippet.toString(), () -> run(snippet)));
  }

  private static void run(Snippet snippet) {
    if (snippet.source().startsWith("{")) {
      // The one kind of JSON that comments show.
      Json.read(snippet.source(), Instrument.class);
    } else {
      // In a block, so that what it declares is its own.
      shell.run("{\n" + snippet.source() + "\n}");
    }
  }

  @TestFactory
  Stream<DynamicTest> whatTheReadmeTypesAtThePromptRunsThere() {
    List<Snippet> snippets = Snippet.inMarkdown(README, "jshell");
    assertFalse(snippets.isEmpty());
    return snippets.stream()
        .map(snippet -> dynamicTest(snippet.toString(), () -> shell.type(snippet.source())));
  }

  @Test
  void aBrokenLineIsNoticedAtThePrompt() {
    String broken = "String text = \"a\"\n    .repeat(2);";
    assertThrows(AssertionFailedError.class, () -> shell.type(broken));
    shell.run(broken);
    shell.type("String other = \"a\".\n    repeat(2);");
  }

  @Test
  void aMistakeIsNoticed() {
    List<String> mistakes =
        List.of(
            "int x = \"one\";",
            "{ Optional.empty().orElseThrow(); }",
            "int twice(int x) { return 2 * y; }",
            "new int[] {1, 2");
    for (String mistake : mistakes) {
      assertThrows(AssertionFailedError.class, () -> shell.run(mistake), mistake);
    }
  }
}

package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.json.Json;

/**
 * Every piece of Java in the README and in the packages' descriptions compiles and runs, and every
 * definition of an instrument there can be read.
 */
class SnippetsTest {
  private static final Path README = Repository.root().resolve("README.md");

  /** The files that the README reads, in the folder in which the tests run. */
  @BeforeAll
  static void writeTheFilesThatSnippetsRead() throws IOException {
    Files.writeString(
        Path.of("answers.csv"),
        """
        id,wave,ucla3_1,ucla3_2,ucla3_3
        1,before,3,3,2
        1,during,1,2,1
        2,before,2,2,3
        2,during,2,1,1
        3,before,1,1,2
        """);
    Cohorts.withTwoMediators().writeCsv(Path.of("scores.csv"));
  }

  @TestFactory
  Stream<DynamicTest> everySnippetRuns() {
    List<Snippet> snippets =
        Stream.concat(
                Snippet.inMarkdown(README, "java").stream(),
                Repository.LIBRARY.stream()
                    .flatMap(module -> Repository.sources(module, "package-info.java").stream())
                    .flatMap(file -> Snippet.inJavadoc(file).stream()))
            .toList();
    assertFalse(snippets.isEmpty());
    return snippets.stream().map(snippet -> dynamicTest(snippet.toString(), () -> run(snippet)));
  }

  @Test
  void whatTheReadmeTypesAtThePromptRunsThere() {
    List<Snippet> snippets = Snippet.inMarkdown(README, "jshell");
    assertFalse(snippets.isEmpty());
    for (Snippet snippet : snippets) {
      try (Shell shell = new Shell()) {
        shell.type(snippet.source());
      }
    }
  }

  @Test
  void aBrokenLineIsNoticedAtThePrompt() {
    try (Shell shell = new Shell()) {
      String broken = "String text = \"a\"\n    .repeat(2);";
      assertThrows(AssertionFailedError.class, () -> shell.type(broken));
      shell.run(broken);
      shell.type("String other = \"a\".\n    repeat(2);");
    }
  }

  @Test
  void aMistakeIsNoticed() {
    try (Shell shell = new Shell()) {
      for (String mistake :
          List.of(
              "int x = \"one\";",
              "Optional.empty().orElseThrow();",
              "int twice(int x) { return 2 * y; }",
              "new int[] {1, 2")) {
        assertThrows(AssertionFailedError.class, () -> shell.run(mistake), mistake);
      }
    }
  }

  private static void run(Snippet snippet) {
    if (snippet.source().startsWith("{")) {
      // The one kind of JSON that the packages' descriptions show.
      Json.read(snippet.source(), Instrument.class);
      return;
    }
    try (Shell shell = new Shell()) {
      shell.run(snippet.source());
    }
  }
}

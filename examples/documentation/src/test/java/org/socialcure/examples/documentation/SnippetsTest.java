package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/** Every piece of Java in the README and in the packages' descriptions compiles and runs. */
class SnippetsTest {
  @TestFactory
  Stream<DynamicTest> everySnippetRuns() {
    List<Snippet> snippets =
        Stream.concat(
                Snippet.inMarkdown(Repository.root().resolve("README.md")).stream(),
                Repository.LIBRARY.stream()
                    .flatMap(module -> Repository.sources(module, "package-info.java").stream())
                    .flatMap(file -> Snippet.inJavadoc(file).stream()))
            .toList();
    assertFalse(snippets.isEmpty());
    return snippets.stream().map(snippet -> dynamicTest(snippet.toString(), () -> run(snippet)));
  }

  @Test
  void aMistakeIsNoticed() {
    for (String mistake :
        List.of(
            "int x = \"one\";",
            "Optional.empty().orElseThrow();",
            "int twice(int x) { return 2 * y; }",
            "new int[] {1, 2")) {
      try (Shell shell = new Shell()) {
        assertThrows(AssertionFailedError.class, () -> shell.run(mistake), mistake);
      }
    }
  }

  private static void run(Snippet snippet) {
    try (Shell shell = new Shell()) {
      shell.run(snippet.source());
    }
  }
}

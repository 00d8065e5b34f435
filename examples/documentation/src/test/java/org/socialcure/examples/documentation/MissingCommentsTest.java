package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is exported has a complete comment.
 *
 * <p>Doclint's own group {@code missing} does this, but before Java 21 it also wants the components
 * of a record described a second time, on its compact constructor; those complaints are passed over
 * here.
 */
@Tag("ci")
class MissingCommentsTest {
  private static final Pattern COMPACT_CONSTRUCTOR =
      Pattern.compile("\\s*(public|protected) \\w+ \\{");

  @ParameterizedTest
  @ValueSource(strings = {"core", "scoring", "mediation"})
  void everythingExportedIsDescribed(String module, @TempDir Path classes) throws IOException {
    List<Path> files =
        Repository.sources(module, ".java").stream()
            .filter(file -> !file.endsWith("module-info.java"))
            .toList();
    assertFalse(files.isEmpty());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-Xdoclint:missing/protected",
            "-proc:none",
            "-Xmaxwarns",
            "1000",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null)) {
      compiler
          .getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    assertEquals(
        "",
        found.getDiagnostics().stream()
            .filter(problem -> problem.getSource() != null)
            .filter(problem -> !problem.getSource().getName().contains("internal"))
            .filter(problem -> !COMPACT_CONSTRUCTOR.matcher(line(problem)).matches())
            .map(problem -> describe(problem))
            .collect(Collectors.joining("\n")));
  }

  private static String line(Diagnostic<? extends JavaFileObject> problem) {
    Path file = Path.of(problem.getSource().toUri());
    return Repository.lines(file).get((int) problem.getLineNumber() - 1);
  }

  private static String describe(Diagnostic<? extends JavaFileObject> problem) {
    return problem.getSource().getName()
        + ":"
        + problem.getLineNumber()
        + ": "
        + problem.getMessage(Locale.ROOT);
  }
}

package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** A JShell with the start-up of {@code examples/shell}, in which a mistake is a failure. */
final class Shell implements AutoCloseable {
  /** What {@code jshell --startup DEFAULT} gives and a document may use. */
  private static final List<String> DEFAULT =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.net.*;",
          "import java.nio.file.*;",
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.function.*;",
          "import java.util.regex.*;",
          "import java.util.stream.*;");

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final PrintStream standardOutput = System.out;
  private final JShell shell;

  /** Starts a shell in this very process, which it has to itself until it is closed. */
  Shell() {
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    DEFAULT.forEach(this::run);
    run(script(startup()));
  }

  static Path startup() {
    return Repository.root().resolve("examples/study/startup.jsh");
  }

  /** A JShell file without its commands, which only the tool understands. */
  static String script(Path file) {
    return Repository.lines(file).stream()
        .map(line -> line.startsWith("/") && !line.startsWith("//") ? "" : line)
        .collect(Collectors.joining("\n"));
  }

  /** Runs every statement of a source and fails at the first that does not work. */
  void run(String source) {
    String rest = source;
    while (!rest.isBlank()) {
      rest = runFirst(rest);
    }
  }

  /**
   * Runs a source as the prompt does, line by line: a statement ends with the first line at which
   * it can end.
   */
  void type(String source) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String typed = "";
    for (String line : source.lines().toList()) {
      typed += line + "\n";
      while (!typed.isBlank() && analysis.analyzeCompletion(typed).completeness().isComplete()) {
        typed = runFirst(typed);
      }
    }
    run(typed);
  }

  private String runFirst(String source) {
    CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(source);
    if (!next.completeness().isComplete()) {
      fail("Not complete:\n" + source);
    }
    shell.eval(next.source()).forEach(event -> check(event, next.source()));
    return next.remaining();
  }

  /** All that was printed so far. */
  String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    shell.close();
    System.setOut(standardOutput);
  }

  private void check(SnippetEvent event, String source) {
    if (event.exception() != null) {
      fail(source + "\n" + describe(event.exception()), event.exception());
    }
    if (event.status() != Status.VALID && event.status() != Status.OVERWRITTEN) {
      Stream<String> mistakes =
          shell.diagnostics(event.snippet()).map(diag -> describe(diag, source));
      Stream<String> unresolved =
          event.snippet() instanceof jdk.jshell.DeclarationSnippet declaration
              ? shell.unresolvedDependencies(declaration)
              : Stream.of();
      fail(
          source
              + "\n"
              + event.status()
              + Stream.concat(mistakes, unresolved).collect(Collectors.joining("\n", "\n", "")));
    }
  }

  private static String describe(Exception exception) {
    return exception instanceof EvalException thrown
        ? thrown.getExceptionClassName() + ": " + thrown.getMessage()
        : exception.toString();
  }

  private static String describe(Diag diag, String source) {
    int start = (int) Math.max(0, Math.min(diag.getStartPosition(), source.length()));
    int end = (int) Math.max(start, Math.min(diag.getEndPosition(), source.length()));
    return source.substring(start, end) + " <- " + diag.getMessage(Locale.ROOT);
  }
}

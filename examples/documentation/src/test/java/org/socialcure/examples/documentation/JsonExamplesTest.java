package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Problem;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.json.Json;
import org.socialcure.core.json.JsonSchemas;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Participant;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.change.Change;
import org.socialcure.testsupport.JsonSchemaCheck;

/** Every example of JSON in the documentation follows the published schema of what it is. */
class JsonExamplesTest {
  private static final String PLAN = plan();
  private static final JsonSchemaCheck CHECK =
      new JsonSchemaCheck(Stream.concat(JsonSchemas.all().stream(), Stream.of(PLAN)).toList());

  /** What tells an example, in the order in which it is asked. */
  private static final Map<String, Class<?>> TOLD_BY =
      Map.of(
          "answers", Responses.class,
          "scales", Instrument.class,
          "serviceUse", Assessment.class,
          "prescriptions", Participant.class,
          "results", ScoreSheet.class,
          "before", Change.class,
          "message", Problem.class);

  /** Java's text in three quotes that a JSON reader is given. */
  private static final Pattern IN_JAVA =
      Pattern.compile("\"\"\"\\s*(\\{.*?\\})\\s*\"\"\"", Pattern.DOTALL);

  private static String plan() {
    try (InputStream in = Plan.class.getResourceAsStream("plan.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The project's own pages: not what was built, nor what other programs brought with them. */
  private static List<Path> pages() {
    Path root = Repository.root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(
              file -> {
                List<String> parts = new ArrayList<>();
                root.relativize(file).forEach(part -> parts.add(part.toString()));
                return !parts.contains("target") && !parts.contains("node_modules");
              })
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Snippet> examples() {
    List<Path> pages = pages();
    Stream<Snippet> fenced =
        pages.stream().flatMap(page -> Snippet.inMarkdown(page, "json").stream());
    Stream<Snippet> inComments =
        Repository.LIBRARY.stream()
            .flatMap(module -> Repository.sources(module, ".java").stream())
            .flatMap(file -> Snippet.inJavadoc(file).stream());
    Stream<Snippet> ofJava =
        Stream.concat(
                pages.stream().flatMap(page -> Snippet.inMarkdown(page, "java").stream()),
                inComments)
            .flatMap(JsonExamplesTest::within);
    return Stream.concat(fenced, ofJava).toList();
  }

  private static Stream<Snippet> within(Snippet java) {
    if (java.source().startsWith("{")) {
      return Stream.of(java);
    }
    Matcher text = IN_JAVA.matcher(java.source());
    return text.results().map(found -> new Snippet(java.file(), java.line(), found.group(1)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void followsItsSchema(Snippet example) {
    if (example.source().startsWith("\"outcomes\"")) {
      assertEquals(List.of(), CHECK.faults(PLAN, partOfAPlan(example.source())));
      return;
    }
    Map<?, ?> fields = (Map<?, ?>) Objects.requireNonNull(Json.tree(example.source()));
    if (fields.containsKey("data")) {
      assertEquals(List.of(), CHECK.faults(PLAN, example.source()));
      return;
    }
    List<Class<?>> types =
        TOLD_BY.entrySet().stream()
            .filter(entry -> fields.containsKey(entry.getKey()))
            .<Class<?>>map(Map.Entry::getValue)
            .toList();
    assertEquals(1, types.size(), "of what schema is this example: " + example);
    Class<?> type = types.get(0);
    assertEquals(List.of(), CHECK.faults(JsonSchemas.of(type), example.source()));
    Object read = Json.read(example.source(), type);
    assertEquals(List.of(), CHECK.faults(JsonSchemas.of(type), Json.write(read)));
    if (example.file().endsWith("STORED.md")) {
      assertEquals(Json.tree(example.source()), Json.tree(Json.write(read)), "as it is written");
    }
  }

  private static String partOfAPlan(String part) {
    return "{ \"data\": { \"id\": \"id\", \"wave\": \"wave\", \"waves\": [\"t0\", \"t1\"] }, "
        + part.replaceAll("\\s+", " ")
        + " }";
  }

  @Test
  void theExamplesAreFound() {
    List<String> files =
        examples().stream().map(example -> example.file().getFileName().toString()).toList();
    assertTrue(
        files.containsAll(
            List.of("README.md", "OWN-INSTRUMENT.md", "STORED.md", "package-info.java")),
        files.toString());
  }
}

package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.exchange.SurveyExport;
import org.socialcure.examples.study.Study;
import org.socialcure.files.Xlsx;

/** Every file of the page on exports gives the numbers beside it, in Java and by its plan. */
@Tag("ci")
class SurveyExportsPageTest {
  private static final Pattern NUMBERS = Pattern.compile("(?m)^- `([^`]+)`: ([-\\d., a-z]+)$");

  @TempDir private Path folder;

  private static String page() throws IOException {
    return Files.readString(Repository.root().resolve("examples/documentation/SURVEY-EXPORTS.md"));
  }

  /** The sections that show a file, by their titles. */
  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : page().split("(?m)^## ")) {
      if (section.contains("```java")) {
        sections.put(section.lines().findFirst().orElseThrow(), section);
      }
    }
    return sections;
  }

  private static Optional<String> block(String section, String language) {
    String open = "```" + language + "\n";
    int from = section.indexOf(open);
    return from < 0
        ? Optional.empty()
        : Optional.of(section.substring(from + open.length(), section.indexOf("\n```", from) + 1));
  }

  private static Map<String, double[]> numbers(String section) {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    for (MatchResult line : NUMBERS.matcher(section).results().toList()) {
      numbers.put(
          line.group(1),
          Arrays.stream(line.group(2).split(", "))
              .mapToDouble(it -> it.equals("missing") ? Double.NaN : Double.parseDouble(it))
              .toArray());
    }
    return numbers;
  }

  private Path export(String section) throws IOException {
    Optional<String> sheet = block(section, "xlsx");
    if (sheet.isEmpty()) {
      String text = block(section, "csv").or(() -> block(section, "tsv")).orElseThrow();
      return Files.writeString(folder.resolve("export.csv"), text);
    }
    Dataset data = Dataset.readCsv(new StringReader(sheet.get()), CsvOptions.defaults());
    for (String name : data.names()) {
      data = data.rename(name, name + '\u00a0');
    }
    Path file = folder.resolve("export.xlsx");
    Xlsx.write(data, file);
    return file;
  }

  @TestFactory
  Stream<DynamicTest> everySectionGivesItsNumbers() throws IOException {
    Map<String, String> sections = sections();
    assertEquals(SurveyExport.values().length, sections.size(), sections.keySet()::toString);
    return sections.entrySet().stream()
        .map(it -> dynamicTest(it.getKey(), () -> check(it.getKey(), it.getValue())));
  }

  private void check(String title, String section) throws IOException {
    Map<String, double[]> expected = numbers(section);
    assertFalse(expected.isEmpty(), title);
    Path file = export(section);
    Path scored = folder.resolve("scored.csv");
    try (Shell shell = new Shell()) {
      shell.run(
          "{\nPath file = Path.of(\"%s\");\n%s\nscored.writeCsv(Path.of(\"%s\"));\n}"
              .formatted(file, block(section, "java").orElseThrow(), scored));
    }
    assertNumbers(expected, Dataset.readCsv(scored), title + " in Java");
    Path plan =
        Files.writeString(folder.resolve("plan.json"), block(section, "json").orElseThrow());
    Path out = folder.resolve("out-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
    StringWriter told = new StringWriter();
    int code =
        Study.run(
            new PrintWriter(told),
            new PrintWriter(told),
            "--data",
            file.toString(),
            "--plan",
            plan.toString(),
            "--out",
            out.toString());
    assertEquals(0, code, told::toString);
    assertNumbers(expected, Dataset.readCsv(out.resolve("scores.csv")), title + " by its plan");
  }

  private static void assertNumbers(Map<String, double[]> expected, Dataset found, String where) {
    expected.forEach(
        (column, values) ->
            assertArrayEquals(values, found.numbers(column), where + ", " + column));
  }

  @Test
  void everyProgramIsInTheTable() throws IOException {
    List<String> words =
        Stream.of(SurveyExport.values())
            .map(it -> "| `" + it.name().toLowerCase(Locale.ROOT).replace('_', '-') + "` |")
            .toList();
    for (String word : words) {
      assertTrue(page().contains(word), word);
    }
  }
}

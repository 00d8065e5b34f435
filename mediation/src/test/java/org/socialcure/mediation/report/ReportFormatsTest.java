package org.socialcure.mediation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;

/** Markdown, LaTeX and CSV. */
class ReportFormatsTest {
  static Stream<ModelDocument> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void markdownShowsEveryNumberAndEscapesEveryName(ModelDocument sample) {
    String markdown = Report.of(sample).markdown();
    DocumentNumbers.assertShown(sample, markdown);
    assertFalse(Pattern.compile("(?<!&)<[a-z/]").matcher(outsideCode(markdown)).find(), markdown);
  }

  private static String outsideCode(String markdown) {
    return markdown.replaceAll("(?s)```.*?```", "");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void markdownTablesHaveAsManyCellsInEveryRow(ModelDocument sample) {
    int cells = 0;
    for (String line : Report.of(sample).markdown().lines().toList()) {
      if (!line.startsWith("| ")) {
        cells = 0;
        continue;
      }
      int here = line.replaceAll("\\\\.", "").split("\\|", -1).length;
      assertTrue(cells == 0 || cells == here, line);
      cells = here;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void latexBalancesAndShowsEveryNumber(ModelDocument sample) {
    String latex = Report.of(sample).latex();
    DocumentNumbers.assertShown(
        sample, latex.replace("$", "").replaceAll("\\\\allowbreak\\{}", ""));
    Deque<String> open = new ArrayDeque<>();
    Matcher environment = Pattern.compile("\\\\(begin|end)\\{(\\w+)}").matcher(latex);
    while (environment.find()) {
      if (environment.group(1).equals("begin")) {
        open.push(environment.group(2));
      } else {
        assertEquals(open.pop(), environment.group(2));
      }
    }
    assertTrue(open.isEmpty());
    String unescaped = latex.replaceAll("\\\\[{}&%$#_\\\\]", "");
    assertEquals(
        unescaped.chars().filter(c -> c == '{').count(),
        unescaped.chars().filter(c -> c == '}').count());
    assertFalse(unescaped.contains("#") || unescaped.contains("_"), unescaped);
    assertEquals(0, unescaped.chars().filter(c -> c == '$').count() % 2);
    latex
        .lines()
        .filter(l -> l.contains(" & ") && l.endsWith("\\\\"))
        .forEach(l -> assertFalse(l.matches(".*[^\\\\]%.*"), l));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void csvCanBeReadBackInFullPrecision(ModelDocument sample) {
    Dataset equations =
        Dataset.readCsv(new StringReader(Report.of(sample).equationsCsv()), CsvOptions.defaults());
    List<ModelDocument.Term> terms =
        sample.equations().stream().flatMap(e -> e.terms().stream()).toList();
    assertEquals(terms.size(), equations.rows());
    for (int i = 0; i < terms.size(); i++) {
      assertEquals(terms.get(i).estimate(), equations.numbers("estimate")[i]);
      assertEquals(terms.get(i).interval().upper(), equations.numbers("upper")[i]);
    }
    if (!sample.effects().isEmpty()) {
      Dataset effects =
          Dataset.readCsv(new StringReader(Report.of(sample).effectsCsv()), CsvOptions.defaults());
      assertEquals(sample.effects().size(), effects.rows());
      for (int i = 0; i < effects.rows(); i++) {
        assertEquals(sample.effects().get(i).estimate(), effects.numbers("estimate")[i]);
      }
    }
  }
}

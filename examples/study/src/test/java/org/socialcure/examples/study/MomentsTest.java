package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Words;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.examples.study.plan.Places;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.examples.study.simulation.CohortSimulator;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.scoring.InstrumentColumns;
import org.socialcure.testsupport.Markup;
import org.socialcure.testsupport.ReferenceCase;

/** A plan that holds the table of a paper in place of a file of answers. */
class MomentsTest {
  private static final Path EXAMPLE = Path.of("plans/simulated-moments.json");

  @TempDir private Path folder;

  /** The ways to write the second moments. */
  enum Form {
    TRIANGLE,
    SQUARE,
    COVARIANCES
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  private static double covariance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - mean(x)) * (y[i] - mean(y));
    }
    return sum / (x.length - 1);
  }

  private static double sd(double[] x) {
    return Math.sqrt(covariance(x, x));
  }

  /** The moments as a plan has them, by the formulas of a textbook. */
  private static String moments(Map<String, double[]> columns, Form form) {
    List<double[]> all = List.copyOf(columns.values());
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < (form == Form.TRIANGLE ? i + 1 : all.size()); j++) {
        double covariance = covariance(all.get(i), all.get(j));
        double correlation = i == j ? 1 : covariance / sd(all.get(i)) / sd(all.get(j));
        row.add(form == Form.COVARIANCES ? covariance : correlation);
      }
      rows.add(row);
    }
    String names =
        columns.keySet().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    List<Double> sds = all.stream().map(MomentsTest::sd).toList();
    return "{'n': "
        + all.get(0).length
        + ", 'variables': ["
        + names
        + "], 'means': "
        + all.stream().map(MomentsTest::mean).toList()
        + (form == Form.COVARIANCES
            ? ", 'covariances': " + rows + "}"
            : ", 'sds': " + sds + ", 'correlations': " + rows + "}");
  }

  private static Plan plan(String input, String model) {
    return Plan.read(
        ("{" + input + ", 'models': [{'name': 'it', " + model + "}]}").replace('\'', '"'));
  }

  /** The model of a plan, once from the rows and once from their moments. */
  private static void assertSame(String model, Map<String, double[]> columns, Form form) {
    ModelDocument rows =
        plan("'data': {}", model).models().get(0).model().fit(Dataset.of(columns)).document();
    Plan plan = plan("'moments': " + moments(columns, form), model);
    ModelDocument moments = Fits.of(plan, plan.moments().orElseThrow()).get(0);

    List<Number> expected = numbers(rows);
    List<Number> actual = numbers(moments);
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).name(), actual.get(i).name());
      double value = expected.get(i).value();
      assertEquals(
          value,
          actual.get(i).value(),
          1e-10 * Math.max(1, Math.abs(value)),
          expected.get(i).name());
    }
    assertEquals(rows.sample(), moments.sample());
  }

  private record Number(String name, double value) {}

  /** Every number that moments can tell. */
  private static List<Number> numbers(ModelDocument model) {
    List<Number> numbers = new ArrayList<>();
    for (ModelDocument.Equation equation : model.equations()) {
      for (ModelDocument.Term term : equation.terms()) {
        String name = equation.outcome() + "~" + term.name();
        add(numbers, name, term.estimate(), term.se(), term.p());
        add(numbers, name, term.interval().lower(), term.interval().upper());
        add(numbers, name, term.t(), term.df(), term.standardised(), term.vif());
      }
      equation.fit().forEach((name, value) -> add(numbers, name, value));
      equation.covariance().forEach(row -> row.forEach(it -> add(numbers, "covariance", it)));
    }
    for (ModelDocument.Effect effect : model.effects()) {
      add(numbers, effect.name(), effect.estimate());
      Stream.concat(effect.classical().stream(), effect.normalTheory().stream())
          .forEach(
              inference -> {
                String name = effect.name() + " by " + inference.method();
                add(numbers, name, inference.se(), inference.statistic(), inference.p());
                inference.interval().ifPresent(it -> add(numbers, name, it.lower(), it.upper()));
              });
      effect.standardised().forEach(it -> add(numbers, Words.of(it.kind()), it.estimate()));
    }
    model.effectSizes().forEach(size -> add(numbers, Words.of(size.kind()), size.estimate()));
    // Whether a product would matter that the model has not can be told from rows alone.
    model.tests().stream()
        .filter(test -> !test.name().endsWith("if it were added"))
        .forEach(test -> add(numbers, test.name(), test.statistic(), test.p()));
    return numbers;
  }

  private static void add(List<Number> numbers, String name, double... values) {
    Arrays.stream(values).forEach(value -> numbers.add(new Number(name, value)));
  }

  private static void add(List<Number> numbers, String name, OptionalDouble... values) {
    Arrays.stream(values)
        .flatMapToDouble(OptionalDouble::stream)
        .forEach(value -> numbers.add(new Number(name, value)));
  }

  private static Map<String, double[]> columns(String... names) {
    Map<String, double[]> all = ReferenceCase.all("ols_m4_people_cov").get(0).columns();
    Map<String, double[]> columns = new LinkedHashMap<>();
    Stream.of(names).forEach(name -> columns.put(name, all.get(name)));
    return columns;
  }

  @ParameterizedTest
  @EnumSource
  void theSimpleModelIsTheSameFromMomentsAsFromRows(Form form) {
    assertSame(
        "'x': 'arm', 'mediators': ['trust'], 'y': 'loneliness'",
        columns("arm", "trust", "loneliness"),
        form);
  }

  @Test
  void severalMediatorsAndCovariatesAreTheSameFromMomentsAsFromRows() {
    Map<String, double[]> columns =
        columns("age", "loneliness", "belonging", "arm", "trust", "woman");
    String model = "'x': 'arm', 'mediators': ['belonging', 'trust'], 'y': 'loneliness'";

    assertSame(model + ", 'order': 'serial', 'covariates': ['age']", columns, Form.TRIANGLE);
    assertSame(model + ", 'order': 'parallel', 'level': 0.9", columns, Form.SQUARE);
  }

  @Test
  void aDesignOfMeasuresTakenTwiceIsTheSameFromMomentsAsFromRows() {
    // Only the numbers matter here, not what was measured when.
    assertSame(
        "'design': 'residualised-change', 'x': 'arm', 'mediators': [{'before': 'age', 'after':"
            + " 'trust'}], 'y': {'before': 'belonging', 'after': 'loneliness'}",
        columns("age", "loneliness", "belonging", "arm", "trust"),
        Form.SQUARE);
  }

  @Test
  void productsAreVariablesOfTheirOwn() {
    Map<String, double[]> columns = columns("arm", "trust", "loneliness", "age");
    double[] product = columns.get("arm").clone();
    Arrays.setAll(product, i -> columns.get("arm")[i] * columns.get("age")[i]);
    columns.put("arm:age", product);
    String model =
        "'process': 7, 'x': 'arm', 'mediators': ['trust'], 'y': 'loneliness', 'w': 'age'";

    assertSame(model + ", 'probe': [50, 65]", columns, Form.COVARIANCES);
    assertSame(model + ", 'probe': {'age': [65]}", columns, Form.TRIANGLE);
    // Without a word on it, at the mean and one SD to either side, wherever the range ends.
    Plan plan = plan("'moments': " + moments(columns, Form.SQUARE), model);
    List<Double> probes =
        Fits.of(plan, plan.moments().orElseThrow()).get(0).moderators().get(0).values();
    double mean = mean(columns.get("age"));
    double sd = sd(columns.get("age"));
    assertEquals(3, probes.size());
    assertEquals(mean - sd, probes.get(0), 1e-10);
    assertEquals(mean, probes.get(1), 1e-10);
    assertEquals(mean + sd, probes.get(2), 1e-10);
  }

  @Test
  void aModeratorOfWhichNothingIsKnownNeedsValues() {
    String moments =
        "'moments': {'n': 9, 'variables': ['x', 'm', 'y', 'x:w'], 'means': [0, 0, 0, 0],"
            + " 'covariances': [[1], [0, 1], [0, 0, 1], [0, 0, 0, 1]]}";
    String model = "'path': 'm ~ x + x:w\\ny ~ m', 'x': 'x', 'y': 'y'";
    Plan plan = plan(moments, model);
    Plan valued = plan(moments, model + ", 'probe': [0, 1]");

    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> Fits.of(plan, plan.moments().orElseThrow()));
    assertEquals("model it, probe of w", e.problems().get(0).where());
    assertEquals(
        List.of(0.0, 1.0),
        Fits.of(valued, valued.moments().orElseThrow()).get(0).moderators().get(0).values());
  }

  @Test
  void theExampleHoldsTheRoundedMomentsOfTheSimulatedCohort() throws IOException {
    Map<?, ?> table = (Map<?, ?>) ((Map<?, ?>) Json.tree(Files.readString(EXAMPLE))).get("moments");
    List<?> names = (List<?>) table.get("variables");
    Dataset wide = simulated().complete(names.toArray(String[]::new));
    Map<String, double[]> columns = new LinkedHashMap<>();
    names.forEach(name -> columns.put((String) name, wide.numbers((String) name)));
    List<double[]> all = List.copyOf(columns.values());

    assertEquals(BigDecimal.valueOf(wide.rows()), table.get("n"));
    for (int i = 0; i < all.size(); i++) {
      assertRounded(mean(all.get(i)), ((List<?>) table.get("means")).get(i));
      assertRounded(sd(all.get(i)), ((List<?>) table.get("sds")).get(i));
      for (int j = 0; j < i; j++) {
        assertRounded(
            covariance(all.get(i), all.get(j)) / sd(all.get(i)) / sd(all.get(j)),
            ((List<?>) ((List<?>) table.get("correlations")).get(i)).get(j));
      }
    }
  }

  private static void assertRounded(double value, Object printed) {
    assertEquals(((BigDecimal) printed).doubleValue(), value, 0.0005 + 1e-12);
  }

  private static Dataset simulated() {
    PlanSource source = PlanSource.simulated();
    Plan plan = Plan.read(source.text());
    StringWriter answers = new StringWriter();
    CohortSimulator.simulate(plan.seed()).answers().writeCsv(answers, CsvOptions.defaults());
    Dataset raw =
        Dataset.readCsv(
            new StringReader(answers.toString()), CsvOptions.defaults().withText("id", "wave"));
    List<InstrumentColumns> instruments = Questionnaires.of(plan, Places.of(source.text()), source);
    return Preparation.of(plan, instruments, "it", raw).wide();
  }

  @Test
  void theExampleGivesAResultAndAReportButNoScores() throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Study.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "--plan",
            EXAMPLE.toString(),
            "--out",
            folder.toString());

    assertEquals("", err.toString());
    assertEquals(0, code);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("report.html", "result.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    String json = Files.readString(folder.resolve("result.json"));
    assertEquals(List.of(), ResultSchema.errors(json));
    StudyDocument document = Json.read(json, StudyDocument.class);
    assertEquals(6, document.data().moments().size());
    assertEquals("simulated-moments.json", document.data().file());
    String read = "Read simulated-moments.json: the moments of 6 variables over ";
    assertTrue(out.toString().contains(read), out.toString());
    assertFalse(out.toString().contains("scores.csv"), out.toString());
    out.toString()
        .lines()
        .filter(line -> !line.startsWith("Report:"))
        .forEach(line -> assertTrue(line.length() <= 100, line));
    String page = Files.readString(folder.resolve("report.html"));
    assertTrue(Markup.parse(page).text().contains(read));
  }
}

package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.Derivation;
import org.socialcure.mediation.prepost.Averages;
import org.socialcure.mediation.prepost.Baselines;
import org.socialcure.mediation.prepost.BeforeAfter;
import org.socialcure.mediation.prepost.PrePost;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.testsupport.Reference;

/** The designs of measures taken before and after, against lm and by their identities. */
class PrePostTest {
  private static final double TOLERANCE = 1e-10;
  private static final BeforeAfter G = BeforeAfter.of("g0", "g1");
  private static final BeforeAfter M = BeforeAfter.of("m0", "m1");
  private static final BeforeAfter K = BeforeAfter.of("k0", "k1");
  private static final BeforeAfter Y = BeforeAfter.of("y0", "y1");

  private static Dataset data() {
    return Dataset.of(columns());
  }

  private static Map<String, double[]> columns() {
    try (var in = PrePostTest.class.getResourceAsStream("prepost/prepost.csv")) {
      List<String> lines =
          new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
      String[] names = lines.get(0).split(",");
      Map<String, double[]> columns = new LinkedHashMap<>();
      for (int j = 0; j < names.length; j++) {
        int column = j;
        columns.put(
            names[j],
            lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray());
      }
      return columns;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Reference golden() {
    return Reference.read(PrePostTest.class.getResourceAsStream("prepost/prepost.json"));
  }

  private static PrePost within() {
    return PrePost.within("time").to(Y);
  }

  static Stream<Arguments> designs() {
    return Stream.of(
        Arguments.of(
            "change-score",
            "change-score",
            PrePost.from(G).through(M, K).inSeries().to(Y).adjustingFor("age").changeScores()),
        Arguments.of(
            "residualised-change-own",
            "residualised-change",
            PrePost.from("arm").through(M).to(Y).adjustingFor("age").residualisedChange()),
        Arguments.of(
            "residualised-change-all",
            "residualised-change",
            PrePost.from(G).through(M).to(Y).adjustingFor("age").residualisedChange(Baselines.ALL)),
        Arguments.of("within-simple", "within-subject", within().through(M).withinSubject()),
        Arguments.of(
            "within-none", "within-subject", within().through(M).withinSubject(Averages.NONE)),
        Arguments.of("within-parallel", "within-subject", within().through(M, K).withinSubject()),
        Arguments.of(
            "within-serial", "within-subject", within().through(M, K).inSeries().withinSubject()),
        Arguments.of(
            "within-serial-all",
            "within-subject",
            within().through(M).through(K).withinSubject(Averages.ALL)),
        Arguments.of(
            "half-longitudinal",
            "half-longitudinal",
            PrePost.from("arm").through(M, K).to(Y).adjustingFor("age").halfLongitudinal()));
  }

  /** The mediators of an effect in the golden file, under the names of a design. */
  private static String[] mediators(String design, String letters) {
    boolean changes = design.equals("change-score") || design.equals("within-subject");
    return Arrays.stream(letters.split(","))
        .map(m -> changes ? "(" + m + "1 - " + m + "0)" : m + "1")
        .toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("designs")
  void everyEquationAndEffectIsThatOfLm(String name, String design, MediationModel model) {
    Reference golden = golden().get("designs", name);
    int[][] indices =
        Arrays.stream(golden().matrix("indices"))
            .map(row -> Arrays.stream(row).mapToInt(i -> (int) i - 1).toArray())
            .toArray(int[][]::new);
    MediationResult result =
        model.fit(data(), Bootstrap.percentile(indices.length).withIndices(indices));

    assertEquals(golden().integer("rows"), result.document().sample().rowsUsed());
    assertEquals(Optional.of(design), result.document().model().design().map(Words::of));
    for (Reference equation : golden.all("equations")) {
      RegressionFit fit = result.equation(equation.text("outcome")).fit();
      List<String> terms = equation.texts("terms");
      assertEquals(new HashSet<>(terms), new HashSet<>(fit.terms()));
      for (int t = 0; t < terms.size(); t++) {
        Coefficient coefficient = fit.coefficient(terms.get(t));
        double p = equation.numbers("p")[t];
        assertClose(equation.numbers("estimates")[t], coefficient.estimate(), TOLERANCE);
        assertClose(equation.numbers("se")[t], coefficient.standardError(), TOLERANCE);
        assertClose(p, coefficient.p(), TOLERANCE);
      }
      double r2 = fit.measures().rSquared().orElseThrow();
      assertEquals(equation.number("r2"), r2, TOLERANCE);
    }
    int effects = 0;
    for (String key : golden.get("effects").names()) {
      Reference expected = golden.get("effects", key);
      boolean direct = key.equals("direct");
      Effect effect =
          direct ? result.direct().orElseThrow() : result.indirect(mediators(design, key));
      assertClose(expected.number("estimate"), effect.estimate(), TOLERANCE);
      double se = effect.classical().orElseThrow().se().orElseThrow();
      assertClose(expected.number("se"), se, TOLERANCE);
      assertArrayEquals(expected.numbers("replicates"), result.replicates(effect), 1e-10);
      effects++;
    }
    long found =
        result.effects().stream()
            .filter(e -> e.kind() == EffectKind.INDIRECT || e.kind() == EffectKind.DIRECT)
            .count();
    assertEquals(effects, found);
    if (golden.has("total")) {
      Effect total = result.total().orElseThrow();
      Inference inference = total.classical().orElseThrow();
      assertClose(golden.number("total", "estimate"), total.estimate(), TOLERANCE);
      assertClose(golden.number("total", "se"), inference.se().orElseThrow(), TOLERANCE);
      assertEquals(golden.number("total", "df"), inference.df().orElseThrow());
      assertClose(golden.number("total", "p"), inference.p().orElseThrow(), TOLERANCE);
    } else if (design.equals("half-longitudinal")) {
      assertTrue(result.total().isEmpty(), "a total of steps of different length");
    }
  }

  @Test
  void estimandsTellTheDesignsApart() {
    Set<String> estimands = new HashSet<>();
    List<String> texts = new ArrayList<>();
    designs()
        .forEach(
            arguments -> {
              MediationModel model = (MediationModel) arguments.get()[2];
              MediationResult result = model.fit(data());
              String estimand = result.document().model().estimand();
              estimands.add(estimand);
              texts.add(arguments.get()[0] + ": " + estimand);
              String flat = result.toString().replaceAll("\\s+", " ");
              assertTrue(flat.contains(estimand), "the estimand is printed: " + arguments.get()[0]);
            });
    // The parallel and the serial model of one design ask about the same total.
    assertTrue(estimands.size() >= 7, () -> String.join("\n", texts));
  }

  @Test
  void everyDesignSaysWhatItTakesForGranted() {
    Map<String, String> codes =
        Map.of(
            "change-score", "changes-at-once",
            "residualised-change", "equal-baselines",
            "within-subject", "no-comparison",
            "half-longitudinal", "stationarity");
    designs()
        .forEach(
            arguments -> {
              MediationModel model = (MediationModel) arguments.get()[2];
              List<String> found =
                  model.fit(data()).document().cautions().stream()
                      .map(c -> Words.of(c.code()))
                      .toList();
              assertTrue(found.contains(codes.get(arguments.get()[1])), arguments.get()[0] + "");
            });
  }

  @Test
  void withinSubjectEffectsAddUpToTheMeanChange() {
    for (Averages averages : Averages.values()) {
      MediationResult result =
          within().through(M, K).inSeries().withinSubject(averages).fit(data());
      double indirect =
          result.effects().stream()
              .filter(e -> e.kind() == EffectKind.INDIRECT)
              .mapToDouble(Effect::estimate)
              .sum();
      double total = result.total().orElseThrow().estimate();
      assertEquals(total, indirect + result.direct().orElseThrow().estimate(), 1e-12);
      double mean =
          Arrays.stream(result.equation("(y1 - y0)").fit().equation().outcomeValues())
              .average()
              .orElseThrow();
      assertEquals(mean, total, 1e-12);
      assertEquals(
          3, result.effects().stream().filter(e -> e.kind() == EffectKind.INDIRECT).count());
    }
  }

  @Test
  void swappingOccasionsTurnsWithinSubjectEffectsAround() {
    MediationResult forth = within().through(M).withinSubject().fit(data());
    MediationResult back =
        PrePost.within("time")
            .through(BeforeAfter.of("m1", "m0"))
            .to(BeforeAfter.of("y1", "y0"))
            .withinSubject()
            .fit(data());
    assertEquals(
        forth.indirect("(m1 - m0)").estimate(), -back.indirect("(m0 - m1)").estimate(), 1e-12);
    assertEquals(
        forth.direct().orElseThrow().estimate(), -back.direct().orElseThrow().estimate(), 1e-12);
    assertEquals(forth.total().orElseThrow().p(), back.total().orElseThrow().p());
  }

  @Test
  void theTotalIndirectEffectWithinSubjectsHasTheNormalTheoryTestOfBothPathsTogether() {
    Reference golden = Reference.read(PrePostTest.class.getResourceAsStream("prepost/total.json"));
    Effect total = within().through(M, K).withinSubject().fit(data()).totalIndirect().orElseThrow();
    Inference inference = total.classical().orElseThrow();
    assertClose(golden.number("estimate"), total.estimate(), TOLERANCE);
    assertClose(golden.number("se"), inference.se().orElseThrow(), TOLERANCE);
    assertClose(golden.number("z"), inference.statistic().orElseThrow(), TOLERANCE);
    assertClose(golden.number("p"), inference.p().orElseThrow(), TOLERANCE);
    assertClose(golden.numbers("limits")[0], inference.interval().orElseThrow().lower(), TOLERANCE);
    assertClose(golden.numbers("limits")[1], inference.interval().orElseThrow().upper(), TOLERANCE);
  }

  @Test
  void withinSubjectModelsHaveNormalTheoryTestsAndNoStandardisationByAnExposure() {
    MediationResult result =
        within().through(M).withinSubject().fit(data(), Bootstrap.percentile(200).seed(1));
    Effect indirect = result.indirect("(m1 - m0)");
    assertEquals("a*b", indirect.expression());
    assertEquals(List.of("time", "(m1 - m0)", "(y1 - y0)"), indirect.path());
    List<String> methods =
        result.document().effects().stream()
            .filter(e -> e.kind() == EffectKind.INDIRECT)
            .flatMap(e -> e.normalTheory().stream())
            .map(t -> Words.of(t.method()))
            .toList();
    assertTrue(methods.containsAll(List.of("sobel", "joint-significance")), methods.toString());
    assertEquals(
        List.of("partial"), indirect.standardised().stream().map(s -> Words.of(s.kind())).toList());
  }

  @Test
  void interceptsAreEffectsOfTheirOwn() {
    MediationResult result =
        within().through(M).withinSubject().withEffect("a by name", "`(m1 - m0)~1`").fit(data());
    Effect mean = result.effect("a by name");
    Coefficient intercept = result.equation("(m1 - m0)").coefficient("(Intercept)");
    assertEquals(intercept.estimate(), mean.estimate());
    assertEquals(intercept.standardError(), mean.se().orElseThrow(), 1e-15);
    double product = result.estimate("a*b - `(m1 - m0)~1`*`(y1 - y0)~(m1 - m0)`").estimate();
    assertEquals(0, product, 1e-15);
    // The same model in path syntax, its columns being made by hand.
    MediationModel written =
        Mediation.of(
                org.socialcure.mediation.model.PathModel.parse(
                    "`(m1 - m0)` ~ a*1\n`(y1 - y0)` ~ c*1 + b*`(m1 - m0)`\nab := a*b"))
            .withDerived(M.change(), Y.change());
    double none =
        within()
            .through(M)
            .withinSubject(Averages.NONE)
            .fit(data())
            .indirect("(m1 - m0)")
            .estimate();
    assertEquals(none, written.fit(data()).effect("ab").estimate(), 1e-15);
  }

  @Test
  void diagramsDrawTheConditionAsAnExposure() {
    MediationResult result = within().through(M).withinSubject().fit(data());
    String svg = result.report().html();
    assertTrue(svg.contains("a\u00a0=\u00a0"), "the arrow from time to the mediator");
    assertTrue(result.document().model().dot().contains("shape=triangle"));
  }

  @Test
  void resamplingResidualsWorksWithoutPredictors() {
    for (Bootstrap bootstrap :
        List.of(
            Bootstrap.percentile(99)
                .seed(4)
                .withKind(org.socialcure.mediation.inference.BootstrapKind.RESIDUAL),
            Bootstrap.percentile(99)
                .seed(4)
                .withKind(org.socialcure.mediation.inference.BootstrapKind.WILD),
            Bootstrap.percentile(99)
                .seed(4)
                .withKind(org.socialcure.mediation.inference.BootstrapKind.BAYESIAN))) {
      MediationResult result = within().through(M).withinSubject().fit(data(), bootstrap);
      double[] replicates = result.replicates(result.indirect("(m1 - m0)"));
      assertEquals(99, replicates.length);
      assertTrue(Arrays.stream(replicates).distinct().count() > 90);
    }
  }

  @Test
  void reportsComeInEveryForm() {
    designs()
        .forEach(
            arguments -> {
              MediationModel model = (MediationModel) arguments.get()[2];
              MediationResult result = model.fit(data(), Bootstrap.percentile(50).seed(1));
              assertTrue(result.report().html().contains("</html>"));
              assertTrue(result.report().markdown().contains("Estimand"));
              assertTrue(result.report().latex().contains("tabular"));
            });
  }

  @Test
  void modelsNameTheColumnsTheyNeed() {
    MediationModel model = PrePost.from(G).through(M).to(Y).adjustingFor("age").changeScores();
    assertEquals(Set.of("g0", "g1", "m0", "m1", "y0", "y1", "age"), model.columns());
    assertEquals(Set.of("m0", "m1", "y0", "y1"), within().through(M).withinSubject().columns());
  }

  @Test
  void derivedColumnsAreNamedAfterTheirSources() {
    BeforeAfter waves = BeforeAfter.of("ucla-3.total@before", "ucla-3.total@during");
    assertEquals("ucla-3.total@(during - before)", waves.change().name());
    assertEquals("ucla-3.total@centred mean(before, during)", waves.average().name());
    assertEquals("(m1 - m0)", M.change().name());
    assertEquals("centred mean(m0, m1)", M.average().name());
    assertEquals("(b@t1 - a@t0)", BeforeAfter.of("a@t0", "b@t1").change().name());
    assertEquals("(ab@t1 - a@t0)", BeforeAfter.of("a@t0", "ab@t1").change().name());
    assertEquals("(@b - @a)", BeforeAfter.of("@a", "@b").change().name());
    assertEquals("log(months)", new Derivation.Logarithm("months").name());
  }

  @Test
  void derivedColumnsAreMadeFromTheRowsUsed() {
    Derivation.CentredMean average = M.average();
    double[] values = average.values(List.of(new double[] {1, 5}, new double[] {3, 9}));
    assertArrayEquals(new double[] {-2.5, 2.5}, values);
    double[] change = M.change().values(List.of(new double[] {1, 5}, new double[] {3, 9}));
    assertArrayEquals(new double[] {-2, -4}, change);
    refused("positive", () -> new Derivation.Logarithm("t").values(List.of(new double[] {1, 0})));
    MediationResult result = within().through(M).withinSubject().fit(data());
    double mean =
        Arrays.stream(result.equation("(y1 - y0)").fit().equation().values("centred mean(m0, m1)"))
            .average()
            .orElseThrow();
    assertEquals(0, mean, 1e-14);
  }

  @Test
  void unsuitableMeasuresAreRefused() {
    assertThrows(InvalidInputException.class, () -> BeforeAfter.of("m", "m"));
    refused("start with within", () -> PrePost.from("arm").through(M).to(Y).withinSubject());
    refused("start with from", () -> within().through(M).changeScores());
    refused("no covariates", () -> within().through(M).adjustingFor("age").withinSubject());
    refused("needs a mediator", () -> PrePost.from("arm").to(Y).changeScores());
    refused("needs an outcome", () -> PrePost.from("arm").through(M).residualisedChange());
    refused(
        "needs more occasions",
        () -> PrePost.from("arm").through(M, K).inSeries().to(Y).halfLongitudinal());
    refused("m0 has two parts", () -> PrePost.from("m0").through(M).to(Y).changeScores());
    InvalidInputException all =
        assertThrows(InvalidInputException.class, () -> PrePost.from("arm").withinSubject());
    assertEquals(3, all.problems().size());
  }

  @Test
  void aTakenColumnNameIsRefused() {
    Map<String, double[]> columns = columns();
    columns.put("(m1 - m0)", new double[columns.get("m0").length]);
    refused(
        "already",
        () -> PrePost.from("arm").through(M).to(Y).changeScores().fit(Dataset.of(columns)));
  }

  private static void refused(String because, org.junit.jupiter.api.function.Executable work) {
    InvalidInputException refusal = assertThrows(InvalidInputException.class, work);
    assertTrue(refusal.getMessage().contains(because), refusal.getMessage());
  }
}

package org.socialcure.scoring.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Document;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.InstrumentColumns;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.reliability.ItemKeying.Verdict;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

class ScaleItemsTest {
  private static final double NA = Double.NaN;
  private static final PersonBootstrap FEW = new PersonBootstrap(200, 1);

  /** The scale of a golden file, with its reversed items turned round. */
  private static ScaleItems scale(ReferenceCase reference) {
    String model = reference.golden().text("model");
    Dataset data = Dataset.readCsv(reference.data(), CsvOptions.defaults());
    List<String> names = reference.golden().get("values", "item_stats").names();
    String reversed = model.replaceAll(".*reversed: (.*) ?\\(min.*", "$1").strip();
    String[] turned =
        reversed.isEmpty() || reversed.equals("none") ? new String[0] : reversed.split(", ");
    return ScaleItems.of(data, names)
        .reversing(1, 6, turned)
        .withMissing(
            model.contains("pairwise") ? MissingItems.PAIRWISE : MissingItems.COMPLETE_ROWS);
  }

  static List<ReferenceCase> scales() {
    return ReferenceCase.all("alpha_.*");
  }

  static List<ReferenceCase> completeScales() {
    return ReferenceCase.all("alpha_.*_complete");
  }

  @ParameterizedTest
  @MethodSource("scales")
  void alphaAndItemsAgreeWithPsych(ReferenceCase reference) {
    Reference values = reference.golden().get("values");
    ScaleItems scale = scale(reference);
    assertEquals(values.integer("n"), scale.people());
    Alpha alpha = scale.alpha();
    assertValue(values.number("raw_alpha_formula"), alpha.raw(), 1e-11);
    assertValue(values.number("guttman", "lambda3"), alpha.standardized(), 1e-11);
    scale
        .items()
        .forEach(
            item -> {
              Reference stats = values.get("item_stats", item.item());
              assertEquals(stats.integer("n"), item.n());
              assertClose(stats.number("mean"), item.mean().orElseThrow(), 1e-12);
              assertClose(stats.number("sd"), item.sd().orElseThrow(), 1e-12);
              assertClose(stats.number("r.drop"), item.restCorrelation().orElseThrow(), 1e-10);
              assertValue(
                  values.number("alpha_if_dropped", item.item(), "raw_alpha"),
                  item.alphaIfDropped(),
                  1e-11);
              for (String other : scale.names()) {
                assertClose(
                    values.number("correlation", item.item(), other),
                    scale.correlations().pair(item.item(), other).r().orElseThrow(),
                    1e-11);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("completeScales")
  void whatNeedsCompleteAnswersAgreesWithPsychToo(ReferenceCase reference) {
    Reference values = reference.golden().get("values");
    ScaleItems scale = scale(reference);
    Alpha alpha = scale.alpha();
    assertValue(values.number("total", "std.alpha"), alpha.standardized(), 1e-11);
    assertClose(values.number("total", "average_r"), alpha.meanCorrelation().orElseThrow(), 1e-11);
    Interval feldt = alpha.raw().limits().orElseThrow();
    assertClose(values.numbers("feldt_ci95_n_all")[0], feldt.lower(), 1e-10);
    assertClose(values.numbers("feldt_ci95_n_all")[1], feldt.upper(), 1e-10);
    scale
        .items()
        .forEach(
            item -> {
              assertValue(
                  values.number("alpha_if_dropped", item.item(), "std.alpha"),
                  item.standardizedAlphaIfDropped(),
                  1e-11);
              assertClose(
                  values.number("item_stats", item.item(), "raw.r"),
                  item.totalCorrelation().orElseThrow(),
                  1e-11);
            });
    SplitHalf halves = scale.splitHalf(ItemMetric.RAW);
    Reference odd = values.get("odd_even");
    assertClose(odd.number("r"), halves.correlation().orElseThrow(), 1e-11);
    assertValue(odd.number("spearman_brown"), halves.spearmanBrown(), 1e-11);
    assertValue(odd.number("guttman_split"), halves.guttman(), 1e-11);
    assertValue(odd.number("horst_unequal_length"), halves.horst(), 1e-11);
    ChangeReference own = scale.changeReference("this sample");
    assertClose(values.number("sum_score", "sd"), own.sd(), 1e-12);
    assertClose(values.number("sum_score", "sem"), own.standardErrorOfMeasurement(), 1e-11);
  }

  @ParameterizedTest
  @MethodSource("scales")
  void guttmansBoundsAgreeWithR(ReferenceCase reference) {
    Reference values = reference.golden().get("values");
    ScaleItems scale = scale(reference);
    assertLambdas(values.get("guttman"), scale.lambdas(ItemMetric.STANDARDIZED));
    if (values.has("lambdas_of_covariances")) {
      GuttmanLambdas raw = scale.lambdas(ItemMetric.RAW);
      assertLambdas(values.get("lambdas_of_covariances"), raw);
      assertValue(values.number("lambdas_of_covariances", "lambda4"), raw.lambda4(), 1e-10);
    }
    if (values.has("all_splits")) {
      SplitHalf splits = scale.splitHalf(ItemMetric.STANDARDIZED);
      assertValue(values.number("all_splits", "highest"), splits.highest(), 1e-11);
      assertValue(values.number("all_splits", "mean"), splits.mean(), 1e-11);
      assertValue(values.number("all_splits", "lowest"), splits.lowest(), 1e-11);
    } else if (values.has("split_half")) {
      // Of five items psych tries five splits of the ten.
      SplitHalf splits = scale.splitHalf(ItemMetric.STANDARDIZED);
      for (double split : values.numbers("split_half", "all")) {
        assertTrue(split <= splits.highest().value().orElseThrow() + 1e-12);
        assertTrue(split >= splits.lowest().value().orElseThrow() - 1e-12);
      }
    }
  }

  private static void assertLambdas(Reference expected, GuttmanLambdas lambdas) {
    assertValue(expected.number("lambda1"), lambdas.lambda1(), 1e-10);
    assertValue(expected.number("lambda2"), lambdas.lambda2(), 1e-10);
    assertValue(expected.number("lambda3"), lambdas.lambda3(), 1e-10);
    assertValue(expected.number("lambda5"), lambdas.lambda5(), 1e-10);
    assertValue(
        expected.number(expected.has("lambda6_smc") ? "lambda6_smc" : "lambda6"),
        lambdas.lambda6(),
        1e-10);
  }

  @ParameterizedTest
  @MethodSource("completeScales")
  void omegaWithOneFactorAgreesWithR(ReferenceCase reference) {
    Reference values = reference.golden().get("values");
    Omega omega = scale(reference).omega();
    assertValue(values.number("cfa_omega", "omega"), omega.raw(), 1e-6);
    double[] loadings =
        values.get("cfa_omega").get("loadings").names().isEmpty()
            ? values.numbers("cfa_omega", "loadings")
            : values.get("cfa_omega", "loadings").names().stream()
                .mapToDouble(item -> values.number("cfa_omega", "loadings", item))
                .toArray();
    // lavaan's covariances have the divisor n.
    double n = values.integer("n");
    double divisor = reference.golden().get("packages").has("lavaan") ? (n - 1) / n : 1;
    for (int i = 0; i < loadings.length; i++) {
      assertEquals(loadings[i], omega.loadings().get(i) * Math.sqrt(divisor), 1e-5);
    }
    if (values.has("psych_omega_1factor")) {
      assertValue(values.number("psych_omega_1factor", "omega_total"), omega.standardized(), 1e-4);
    }
  }

  static List<ReferenceCase> scoredScales() {
    return ReferenceCase.all("scoreitems_.*_none");
  }

  /** The keys of psych's scoreItems: a minus marks a reversed item. */
  @ParameterizedTest
  @MethodSource("scoredScales")
  void alphaOfScoredScalesAgreesWithPsych(ReferenceCase reference) {
    Reference values = reference.golden().get("values");
    Dataset data = Dataset.readCsv(reference.data(), CsvOptions.defaults());
    Reference keys = values.get("keys");
    for (String name : keys.names()) {
      List<String> own = keys.texts(name);
      ScaleItems scale =
          ScaleItems.of(data, own.stream().map(key -> key.replace("-", "")).toList())
              .reversing(
                  1,
                  6,
                  own.stream()
                      .filter(key -> key.startsWith("-"))
                      .map(key -> key.substring(1))
                      .toArray(String[]::new))
              .withMissing(MissingItems.PAIRWISE);
      assertEquals(List.of(), scale.keying().probablyReversed(), name);
      if (values.has("alpha")) {
        assertValue(values.number("alpha", "alpha", name), scale.alpha().raw(), 1e-11);
      }
    }
  }

  static List<ReferenceCase> omegas() {
    return ReferenceCase.all("omega_.*");
  }

  @ParameterizedTest
  @MethodSource("omegas")
  void hierarchicalOmegaAgreesWithPsych(ReferenceCase reference) {
    Reference values = reference.golden().get("values");
    ScaleItems scale =
        ScaleItems.of(
            Dataset.readCsv(reference.data(), CsvOptions.defaults()), values.texts("items"));
    HierarchicalOmega omega = scale.hierarchicalOmega();
    assertValue(values.number("omega_h"), omega.hierarchical(), 1e-4);
    assertValue(values.number("omega_total"), omega.total(), 1e-4);
    assertValue(values.number("omega_lim"), omega.generalShare(), 1e-4);
    assertValue(values.number("alpha"), scale.alpha().standardized(), 1e-10);
    assertValue(values.number("G6"), scale.lambdas(ItemMetric.STANDARDIZED).lambda6(), 1e-10);
    for (int i = 0; i < scale.names().size(); i++) {
      Reference item = values.get("schmid_leiman", scale.names().get(i));
      assertEquals(item.number("g"), omega.generalLoadings().get(i), 1e-3);
      assertEquals(item.number("h2"), omega.communalities().get(i), 1e-3);
    }
  }

  @Test
  void alphaIsResampledAsRDoes() {
    ReferenceCase reference = ReferenceCase.all("bootstrap_alpha_nine").get(0);
    Reference values = reference.golden().get("values");
    Dataset data = Dataset.readCsv(reference.data(), CsvOptions.defaults());
    ScaleItems scale =
        ScaleItems.of(data, data.names()).withBootstrap(new PersonBootstrap(5_000, 3));
    double tolerance = 4 * 3 * values.number("sd") / Math.sqrt(5_000);
    Interval percentile = scale.alpha(AlphaInterval.PERCENTILE).raw().limits().orElseThrow();
    assertEquals(values.numbers("percentile")[0], percentile.lower(), tolerance);
    assertEquals(values.numbers("percentile")[1], percentile.upper(), tolerance);
    Interval bca = scale.alpha(AlphaInterval.BCA).raw().limits().orElseThrow();
    assertTrue(bca.lower() < percentile.lower() + tolerance && bca.upper() > .8);
    // Without a gap, pairs and rows are the same.
    Interval pairs =
        scale
            .withMissing(MissingItems.PAIRWISE)
            .alpha(AlphaInterval.PERCENTILE)
            .raw()
            .limits()
            .orElseThrow();
    assertEquals(percentile.lower(), pairs.lower(), 1e-10);
  }

  private static void assertValue(double expected, ReliabilityEstimate actual, double tolerance) {
    assertEquals(
        expected,
        actual.value().orElseThrow(() -> new AssertionError(actual)),
        tolerance * Math.max(1, Math.abs(expected)));
  }

  // ---- identities

  private static Dataset answers(int seed, int people, int items) {
    Random random = new Random(seed);
    double[][] columns = new double[items][people];
    for (int row = 0; row < people; row++) {
      double person = random.nextGaussian();
      for (int i = 0; i < items; i++) {
        columns[i][row] = Math.rint(3 + person + random.nextGaussian());
      }
    }
    Map<String, double[]> named = new LinkedHashMap<>();
    for (int i = 0; i < items; i++) {
      named.put("i" + (i + 1), columns[i]);
    }
    return Dataset.of(named);
  }

  @Property(tries = 60)
  void alphaOfTwoItemsOfOneVarianceIsSpearmanBrown(
      @ForAll @IntRange(min = 1, max = 9999) int seed) {
    Dataset data = answers(seed, 30, 2);
    double r = data.correlations().pair("i1", "i2").r().orElse(0);
    ReliabilityEstimate standardized = ScaleItems.of(data, data.names()).alpha().standardized();
    if (r > 0.01 && r < 0.99) {
      assertValue(SpearmanBrown.lengthened(r, 2), standardized, 1e-11);
      // The same values in another order have the same variance.
      double[] x = data.numbers("i1");
      double[] y = x.clone();
      Arrays.sort(x);
      Arrays.sort(y);
      double last = y[0];
      System.arraycopy(y, 1, y, 0, y.length - 1);
      y[y.length - 1] = last;
      Dataset same = Dataset.of(Map.of("x", x, "y", y));
      double rho = same.correlations().pair("x", "y").r().orElseThrow();
      assertValue(2 * rho / (1 + rho), ScaleItems.of(same, "x", "y").alpha().raw(), 1e-10);
    }
  }

  @Property(tries = 40)
  void coefficientsDoNotCareForUnitsOrderOrAllKeys(
      @ForAll @IntRange(min = 1, max = 9999) int seed,
      @ForAll @DoubleRange(min = .1, max = 9) double unit) {
    Dataset data = answers(seed, 40, 6);
    ScaleItems given = ScaleItems.of(data, data.names());
    int[] backwards = new int[40];
    Arrays.setAll(backwards, i -> 39 - i);
    ScaleItems turned = ScaleItems.of(data.take(backwards), "i4", "i2", "i6", "i1", "i5", "i3");
    ScaleItems reversed = given.reversing(-9, 15, data.names().toArray(String[]::new));
    Map<String, double[]> scaled = new LinkedHashMap<>();
    data.names()
        .forEach(
            name ->
                scaled.put(
                    name,
                    Arrays.stream(data.numbers(name)).map(value -> unit * value - 3).toArray()));
    ScaleItems otherUnit = ScaleItems.of(Dataset.of(scaled), data.names());
    for (ScaleItems other : List.of(turned, reversed, otherUnit)) {
      assertSame(given.alpha().raw(), other.alpha().raw());
      assertSame(given.alpha().standardized(), other.alpha().standardized());
      assertSame(given.lambdas(ItemMetric.RAW).lambda2(), other.lambdas(ItemMetric.RAW).lambda2());
      assertSame(given.lambdas(ItemMetric.RAW).lambda4(), other.lambdas(ItemMetric.RAW).lambda4());
      assertSame(given.lambdas(ItemMetric.RAW).lambda6(), other.lambdas(ItemMetric.RAW).lambda6());
      assertSame(given.omega().raw(), other.omega().raw());
      assertSame(given.omega().standardized(), other.omega().standardized());
    }
  }

  @Test
  void hierarchicalOmegaDoesNotCareForUnitsOrOrder() {
    Dataset data =
        Dataset.readCsv(ReferenceCase.all("omega_nine").get(0).data(), CsvOptions.defaults());
    double[] other = Arrays.stream(data.numbers("q2")).map(value -> 100 - 7 * value).toArray();
    ScaleItems given = ScaleItems.of(data, data.names());
    ScaleItems changed =
        ScaleItems.of(data.with("q2", other), "q9", "q2", "q4", "q1", "q8", "q3", "q7", "q6", "q5")
            .reversing(0, 200, "q2");
    assertEquals(
        given.hierarchicalOmega().hierarchical().value().orElseThrow(),
        changed.hierarchicalOmega().hierarchical().value().orElseThrow(),
        1e-7);
  }

  private static void assertSame(ReliabilityEstimate one, ReliabilityEstimate other) {
    assertEquals(one.because(), other.because());
    assertEquals(one.value().orElse(0), other.value().orElse(0), 1e-5);
  }

  @Property(tries = 40)
  void theMeanOfAllSplitsIsAlphaAndTheBoundsAreInOrder(
      @ForAll @IntRange(min = 1, max = 9999) int seed,
      @ForAll @IntRange(min = 1, max = 5) int pairs) {
    Dataset data = answers(seed, 25, 2 * pairs);
    ScaleItems scale = ScaleItems.of(data, data.names());
    SplitHalf halves = scale.splitHalf(ItemMetric.RAW);
    GuttmanLambdas lambdas = scale.lambdas(ItemMetric.RAW);
    assertValue(halves.mean().value().orElseThrow(), scale.alpha().raw(), 1e-10);
    assertTrue(
        halves.lowest().value().orElseThrow() <= halves.mean().value().orElseThrow() + 1e-12);
    double two = lambdas.lambda2().value().orElseThrow();
    assertTrue(lambdas.lambda1().value().orElseThrow() <= two + 1e-12);
    assertTrue(lambdas.lambda3().value().orElseThrow() <= two + 1e-12);
    assertTrue(
        halves.guttman().value().orElseThrow() <= halves.highest().value().orElseThrow() + 1e-12);
  }

  @Test
  void omegaIsAlphaWhereEveryItemMeasuresEquallyWell() {
    // Scores made so that every covariance is the same: a and b with c = -(a + b) turned.
    Dataset data = answers(7, 4000, 5);
    ScaleItems scale = ScaleItems.of(data, data.names());
    double alpha = scale.alpha().raw().value().orElseThrow();
    assertEquals(alpha, scale.omega().raw().value().orElseThrow(), 2e-3);
    assertTrue(scale.omega().raw().value().orElseThrow() >= alpha - 1e-4);
  }

  // ---- keys

  @Property(tries = 30)
  void anItemThatIsNotReversedIsFound(
      @ForAll @IntRange(min = 1, max = 9999) int seed,
      @ForAll @IntRange(min = 1, max = 8) int wrong) {
    Dataset data = answers(seed, 150, 8);
    ScaleItems right = ScaleItems.of(data, data.names());
    assertEquals(List.of(), right.keying().questions());
    ScaleItems keyed = right.reversing(-9, 15, "i" + wrong);
    KeyingReport report = keyed.keying();
    assertEquals(
        List.of(wrong), report.probablyReversed().stream().map(ItemKeying::number).toList());
    assertValue(right.alpha().raw().value().orElseThrow(), report.alphaIfReversed(), 1e-12);
    assertEquals(keyed.alpha().raw().value(), report.alpha().value());
    assertTrue(
        report
            .toString()
            .startsWith("Is item " + wrong + " (i" + wrong + ") reversed? It goes against"),
        report.toString());
  }

  @Test
  void severalWrongKeysAreFoundTogether() {
    Dataset data = answers(5, 200, 8);
    KeyingReport report =
        ScaleItems.of(data, data.names()).reversing(-9, 15, "i2", "i5", "i7").keying();
    assertEquals(
        List.of(2, 5, 7), report.probablyReversed().stream().map(ItemKeying::number).toList());
  }

  @Test
  void whatCannotBeToldIsNotTold() {
    Dataset data = answers(5, 200, 4);
    KeyingReport halves = ScaleItems.of(data, data.names()).reversing(-9, 15, "i1", "i2").keying();
    assertEquals(Verdict.HALF_AGAINST_HALF, halves.items().get(3).verdict());
    assertTrue(halves.toString().startsWith("Half of the items go against the other half"));
    Dataset noise =
        data.with("noise", new Random(4).doubles(200).toArray()).with("same", filled(200, 3));
    KeyingReport report = ScaleItems.of(noise, noise.names()).keying();
    assertEquals(Verdict.AS_KEYED, report.items().get(0).verdict());
    assertEquals(Verdict.UNCLEAR, report.items().get(4).verdict());
    assertEquals(Verdict.DOES_NOT_VARY, report.items().get(5).verdict());
    assertEquals("No item seems to be keyed the wrong way.", report.toString());
  }

  private static double[] filled(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  // ---- instruments

  @Test
  void instrumentsComeKeyedAndCoded() {
    Dataset data =
        Dataset.builder()
            .texts("d1", "yes", "no", "more-or-less", "yes", null)
            .texts("d2", "no", "yes", "yes", "no", "no")
            .texts("d3", "no", "yes", "more-or-less", "no", "yes")
            .texts("d4", "no", "yes", "no", "no", "yes")
            .texts("d5", "yes", "no", "no", "yes", "no")
            .texts("d6", "yes", "no", "no", "more-or-less", "no")
            .build();
    InstrumentColumns columns =
        InstrumentColumns.of(Instruments.DE_JONG_GIERVELD_6.inOrder("long-form"), "d{n}");
    Dataset keyed = columns.keyed(data, "total");
    assertEquals(6, keyed.names().size());
    assertEquals(Optional.empty(), keyed.text(keyed.names().get(0), 4));
    assertTrue(
        keyed.names().stream()
            .flatMap(name -> keyed.texts(name).stream().flatMap(Optional::stream))
            .allMatch(List.of("0", "1")::contains));
    ScaleItems items = ScaleItems.of(data, columns);
    assertEquals(4, items.people());
    assertEquals(1, items.leftOut());
    assertEquals("Loneliness (De Jong Gierveld, 6 items)", items.label());
    assertTrue(items.alpha().raw().value().orElseThrow() > .5, items.alpha().toString());
    assertEquals(3, ScaleItems.of(data, columns, "social").names().size());
  }

  @Test
  void theSumOfKeyedItemsIsTheScore() {
    Dataset raw =
        Dataset.of(
            Map.of(
                "u1", new double[] {1, 4, 2, 3},
                "u2", new double[] {2, 3, 2, 3},
                "u3", new double[] {4, 1, 3, 2},
                "u4", new double[] {1, 4, 2, 3},
                "u5", new double[] {1, 3, 3, 3},
                "u6", new double[] {4, 1, 3, NA},
                "u7", new double[] {2, 4, 2, 3},
                "u8", new double[] {1, 4, 1, 4}));
    InstrumentColumns columns = InstrumentColumns.of(Instruments.ULS_8, "u{n}");
    Dataset keyed = columns.keyed(raw, "total");
    assertEquals(4, keyed.number("u3", 1).orElseThrow(), "reversed");
    assertEquals("Loneliness (ULS-8)", ScaleItems.of(raw, columns).label());
    assertEquals(3, ScaleItems.of(raw, Instruments.ULS_8, "u{n}").people());
    assertFalse(keyed.label("u3").equals("u3"));
    Dataset bad = raw.with("u1", new double[] {1, 5, 2, 3});
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> ScaleItems.of(bad, columns));
    assertEquals("row 2, column u1", refused.problems().get(0).where());
    assertFalse(refused.getMessage().contains("5"), "no answer in the message");
    assertThrows(InvalidInputException.class, () -> ScaleItems.of(raw.without("u1"), columns));
    assertThrows(InvalidInputException.class, () -> columns.keyed(raw, "totall"));
    Dataset numbered =
        Dataset.of(
            Map.of(
                "a1",
                new double[] {1, 2},
                "a2",
                new double[] {1, 2},
                "a3",
                new double[] {1, 2},
                "a4",
                new double[] {1, 2},
                "a5",
                new double[] {1, 2},
                "a6",
                new double[] {1, 2}));
    assertThrows(
        InvalidInputException.class,
        () ->
            InstrumentColumns.of(Instruments.DE_JONG_GIERVELD_6, "a{n}").keyed(numbered, "total"));
    assertEquals(
        2,
        ScaleItems.of(
                numbered,
                InstrumentColumns.of(Instruments.DE_JONG_GIERVELD_6, "a{n}")
                    .coding(Coding.of("1=yes", "2=no", "3=more-or-less")))
            .people());
    InvalidInputException none =
        assertThrows(
            InvalidInputException.class,
            () ->
                ScaleItems.of(
                    Dataset.of(
                        Map.of(
                            "o1",
                            new double[1],
                            "o2",
                            new double[1],
                            "o3",
                            new double[1],
                            "o4",
                            new double[1])),
                    InstrumentColumns.of(Instruments.ONS4, "o{n}")));
    assertTrue(none.getMessage().contains("name one of"), none.getMessage());
  }

  // ---- what cannot be had

  static Stream<Dataset> nothing() {
    return Stream.of(
        Dataset.of(Map.of("a", new double[0], "b", new double[0], "c", new double[0])),
        Dataset.of(Map.of("a", new double[] {1}, "b", new double[] {2}, "c", new double[] {3})),
        Dataset.of(
            Map.of(
                "a", new double[] {1, NA}, "b", new double[] {NA, 2}, "c", new double[] {1, 2})));
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void tooFewPeopleAreTold(Dataset data) {
    for (MissingItems missing : MissingItems.values()) {
      ScaleItems scale = ScaleItems.of(data, "a", "b", "c").withMissing(missing).withBootstrap(FEW);
      ScaleReliability all = scale.reliability();
      assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), all.alpha().raw().because());
      assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), all.omega().raw().because());
      all.lambdas()
          .all()
          .forEach(each -> assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), each.because()));
      assertEquals(all, Json.read(Json.write(all), ScaleReliability.class));
      assertThrows(InvalidInputException.class, () -> scale.changeReference("here"));
    }
  }

  @Test
  void noVariationAndTooFewItemsAreTold() {
    Dataset same = Dataset.of(Map.of("a", filled(5, .1), "b", filled(5, .3), "c", filled(5, .7)));
    ScaleItems scale = ScaleItems.of(same, "a", "b", "c").withBootstrap(FEW);
    assertEquals(Optional.of(NotEstimable.NO_VARIATION), scale.alpha().raw().because());
    assertEquals(
        Optional.of(NotEstimable.NO_VARIATION), scale.splitHalf(ItemMetric.RAW).mean().because());
    assertEquals("not estimable, because the values do not vary", scale.omega().raw().toString());
    // One goes up where the other goes down: the sum is always the same.
    Dataset against =
        Dataset.of(Map.of("a", new double[] {.1, .2, .7}, "b", new double[] {.9, .8, .3}));
    assertEquals(
        Optional.of(NotEstimable.NO_VARIATION),
        ScaleItems.of(against, "a", "b").alpha().raw().because());
    Dataset data = answers(3, 50, 5);
    assertEquals(
        Optional.of(NotEstimable.TOO_FEW_ITEMS), ScaleItems.of(data, "i1").alpha().raw().because());
    assertEquals(
        Optional.of(NotEstimable.TOO_FEW_ITEMS),
        ScaleItems.of(data, "i1", "i2").omega().raw().because());
    assertEquals(
        Optional.of(NotEstimable.TOO_FEW_ITEMS),
        ScaleItems.of(data, data.names()).hierarchicalOmega().hierarchical().because());
    assertEquals(
        Optional.of(NotEstimable.TOO_FEW_ITEMS),
        ScaleItems.of(data, "i1", "i2").items().get(0).alphaIfDropped().because());
  }

  @Test
  void oneItemWithoutVariationTakesOnlyWhatRestsOnItsCorrelations() {
    Dataset data = answers(3, 60, 4).with("same", filled(60, 2));
    ScaleItems scale = ScaleItems.of(data, data.names()).withBootstrap(FEW);
    ScaleReliability all = scale.reliability();
    assertTrue(all.alpha().raw().value().isPresent());
    assertEquals(Optional.of(NotEstimable.NO_VARIATION), all.alpha().standardized().because());
    assertEquals(OptionalDouble.empty(), all.alpha().meanCorrelation());
    assertEquals(OptionalDouble.empty(), all.items().get(4).restCorrelation());
    assertEquals(OptionalDouble.of(0), all.items().get(4).sd());
    assertEquals(Optional.of(NotEstimable.NO_SOLUTION), all.lambdas().lambda6().because());
    assertEquals(all, Json.read(Json.write(all), ScaleReliability.class));
  }

  @Test
  void improperSolutionsAndTooManySplitsAreTold() {
    // The first item is the sum of the others.
    Dataset data = answers(3, 60, 6);
    double[] sum = new double[60];
    Arrays.setAll(
        sum, i -> data.number("i1", i).orElseThrow() + data.number("i2", i).orElseThrow());
    Dataset singular = data.select("i1", "i2", "i3").with("sum", sum);
    ScaleItems scale = ScaleItems.of(singular, singular.names());
    assertEquals(Optional.of(NotEstimable.NO_SOLUTION), scale.omega().raw().because());
    assertEquals(
        Optional.of(NotEstimable.NO_SOLUTION), scale.lambdas(ItemMetric.RAW).lambda6().because());
    assertTrue(scale.alpha().raw().value().isPresent());
    Dataset wide = answers(3, 60, 26);
    assertEquals(
        Optional.of(NotEstimable.TOO_MANY_ITEMS),
        ScaleItems.of(wide, wide.names()).lambdas(ItemMetric.RAW).lambda4().because());
    ReliabilityEstimate beyond =
        ScaleItems.of(data, data.names())
            .withBootstrap(new PersonBootstrap(100, 1))
            .withLevel(.999)
            .alpha(AlphaInterval.PERCENTILE)
            .raw();
    assertEquals(Optional.of(NotEstimable.BEYOND_REPLICATES), beyond.because());
    assertTrue(beyond.value().isPresent());
  }

  @Test
  void badInputIsRefused() {
    Dataset data = answers(3, 20, 3).with("huge", filled(20, 1e200)).with("word", words(20));
    assertThrows(InvalidInputException.class, () -> ScaleItems.of(data));
    assertThrows(InvalidInputException.class, () -> ScaleItems.of(data, "i1", "i1"));
    assertThrows(InvalidInputException.class, () -> ScaleItems.of(data, "i1", "i9"));
    assertThrows(InvalidInputException.class, () -> ScaleItems.of(data, "i1", "huge"));
    assertThrows(InvalidInputException.class, () -> ScaleItems.of(data, "i1", "word"));
    ScaleItems scale = ScaleItems.of(data, "i1", "i2");
    assertThrows(InvalidInputException.class, () -> scale.reversing(1, 2, "i1"));
    assertThrows(InvalidInputException.class, () -> scale.reversing(9, -9, "i1"));
    assertThrows(InvalidInputException.class, () -> scale.reversing(-9, 9, "i3"));
    assertThrows(InvalidInputException.class, () -> scale.reversing(-9, 9, "i1", "i1"));
    assertThrows(InvalidInputException.class, () -> scale.withLevel(1));
    assertThrows(
        InvalidInputException.class,
        () -> new ReliabilityEstimate(OptionalDouble.empty(), Optional.empty(), Optional.empty()));
    assertThrows(InvalidInputException.class, () -> ReliabilityEstimate.of(NA));
  }

  private static List<Optional<String>> words(int n) {
    return Stream.generate(() -> Optional.of("word")).limit(n).toList();
  }

  // ---- how it is told

  @Test
  void itIsToldInWordsTablesAndJson() {
    ScaleItems scale =
        ScaleItems.of(answers(11, 120, 7), "i1", "i2", "i3", "i4", "i5", "i6", "i7")
            .reversing(-9, 15, "i6")
            .withLabel("Belonging")
            .withBootstrap(FEW);
    ScaleReliability all = scale.reliability();
    String text = Document.of("Scale", all.section("scale")).text();
    assertTrue(text.contains("Is item 6 (i6) reversed?"), text);
    assertTrue(text.contains("Omega, hierarchical"), text);
    assertTrue(text.contains("120 people, complete rows"), text);
    assertTrue(all.toString().contains("Is item 6 (i6) reversed?"), all.toString());
    assertTrue(all.toString().startsWith("Belonging: 120 people (0 left out), sum "));
    assertEquals(all, Json.read(Json.write(all), ScaleReliability.class));
    assertEquals(
        "Belonging: items i1, i2, i3, i4, i5, i6, i7; 120 people (complete rows, 0 left out)",
        scale.toString());
    assertTrue(all.items().get(5).toString().contains("item-rest r -0."), all.items().toString());
    assertTrue(all.lambdas().toString().startsWith("Guttman's lambdas (raw): "));
    assertTrue(all.alpha().toString().contains("(Feldt)"), all.alpha().toString());
  }

  @ParameterizedTest
  @EnumSource(AlphaInterval.class)
  void aHigherLevelIsWider(AlphaInterval kind) {
    Dataset data = answers(11, 80, 4);
    ScaleItems scale = ScaleItems.of(data, data.names()).withBootstrap(new PersonBootstrap(999, 2));
    Interval usual = scale.alpha(kind).raw().limits().orElseThrow();
    Interval wide = scale.withLevel(.99).alpha(kind).raw().limits().orElseThrow();
    assertTrue(wide.width() > usual.width());
    assertTrue(usual.contains(scale.alpha().raw().value().orElseThrow()));
    assertEquals(.99, wide.level());
  }
}

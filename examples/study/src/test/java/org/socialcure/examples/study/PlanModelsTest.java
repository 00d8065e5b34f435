package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.prepost.Averages;
import org.socialcure.mediation.prepost.Baselines;
import org.socialcure.mediation.prepost.BeforeAfter;
import org.socialcure.mediation.prepost.PrePost;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/** A model in a plan is the model that the same words make in Java, on any CSV of numbers. */
class PlanModelsTest {
  private static final int ROWS = 150;
  private static final Bootstrap FEW = Bootstrap.percentile(40).seed(3);

  @TempDir private Path folder;

  private static Dataset data() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String name :
        List.of("x", "group", "w", "m", "n", "y", "visits", "months", "age", "site", "weight")) {
      columns.put(name, new double[ROWS]);
    }
    for (int i = 0; i < ROWS; i++) {
      double x = random.nextGaussian();
      double m = 0.5 * x + random.nextGaussian();
      double n = 0.4 * m + random.nextGaussian();
      columns.get("x")[i] = x;
      columns.get("group")[i] = i % 3;
      columns.get("w")[i] = random.nextGaussian();
      columns.get("m")[i] = m;
      columns.get("n")[i] = n;
      columns.get("y")[i] = 0.3 * m + 0.3 * n + random.nextGaussian();
      columns.get("visits")[i] = Math.floor(Math.exp(0.3 * m + random.nextDouble() * 2));
      columns.get("months")[i] = 1 + i % 4;
      columns.get("age")[i] = 20 + random.nextInt(60);
      columns.get("site")[i] = i % 12;
      columns.get("weight")[i] = 0.5 + random.nextDouble();
    }
    return Dataset.of(columns);
  }

  record Same(String fields, MediationModel model, Bootstrap bootstrap) {
    @Override
    public String toString() {
      return fields;
    }
  }

  private static Same same(String fields, MediationModel model) {
    return same(fields + ", 'bootstrap': {'replicates': 40}", model, FEW);
  }

  private static Same same(String fields, MediationModel model, Bootstrap bootstrap) {
    return new Same(fields, model.withName("it"), bootstrap);
  }

  private static MediationModel simple() {
    return Mediation.from("x").through("m").to("y").build();
  }

  private static MediationModel visits() {
    return Mediation.from("x").through("m").to("visits").build();
  }

  private static MediationModel template(int number, Map<ModeratorLetter, String> moderators) {
    return Mediation.of(
        ProcessTemplate.of(number),
        new Roles("x", List.of(List.of("m")), "y", moderators, List.of("age")));
  }

  static Stream<Same> plansAndModels() {
    String simple = "'x': 'x', 'mediators': ['m'], 'y': 'y'";
    String visits = "'x': 'x', 'mediators': ['m'], 'y': 'visits'";
    PathModel path = PathModel.parse("m ~ a*x\ny ~ b*m + c*x\nab := a*b");
    String changes =
        "'mediators': [{'before': 'm', 'after': 'n'}], 'y': {'before': 'w', 'after': 'y'}";
    PrePost measures =
        PrePost.from("x").through(BeforeAfter.of("m", "n")).to(BeforeAfter.of("w", "y"));
    return Stream.of(
        same(
            "'design': 'change-score', 'x': 'x', 'covariates': ['age'], " + changes,
            measures.adjustingFor("age").changeScores()),
        same(
            "'design': 'residualised-change', 'x': 'x', 'baselines': 'all', " + changes,
            measures.residualisedChange(Baselines.ALL)),
        same(
            "'design': 'half-longitudinal', 'x': {'before': 'age', 'after': 'x'}, "
                + changes
                + ", 'permutations': 99",
            PrePost.from("age")
                .through(BeforeAfter.of("m", "n"))
                .to(BeforeAfter.of("w", "y"))
                .halfLongitudinal()
                .withPermutationTests(99, 3)),
        same(
            "'design': 'within-subject', 'mediators': [{'before': 'm', 'after': 'n'}, {'before':"
                + " 'x', 'after': 'age'}], 'order': 'serial', 'y': {'before': 'w', 'after': 'y'},"
                + " 'averages': 'all', 'condition': 'diet'",
            PrePost.within("diet")
                .through(BeforeAfter.of("m", "n"), BeforeAfter.of("x", "age"))
                .inSeries()
                .to(BeforeAfter.of("w", "y"))
                .withinSubject(Averages.ALL)),
        same(simple, simple()),
        same(
            "'x': 'x', 'mediators': ['m', 'n'], 'order': 'serial', 'y': 'y', 'covariates': ['age']",
            Mediation.from("x").through("m", "n").inSeries().to("y").adjustingFor("age").build()),
        same(
            "'x': 'x', 'mediators': ['m', 'n'], 'order': 'parallel', 'y': 'y'",
            Mediation.from("x").through("m", "n").to("y").build()),
        same(
            "'x': 'x', 'mediators': [['m', 'n'], 'w'], 'order': 'serial', 'y': 'y'",
            Mediation.from("x").through("m", "n").through("w").to("y").build()),
        same("'path': 'm ~ a*x\\ny ~ b*m + c*x\\nab := a*b'", Mediation.of(path)),
        same(
            "'path': 'm ~ a*x\\ny ~ b*m + c*x\\nab := a*b', 'x': 'x', 'y': 'y'",
            Mediation.of(path).between("x", "y")),
        same(
            "'process': 14, 'x': 'x', 'mediators': ['m'], 'y': 'y', 'v': 'w', 'covariates': ['age']",
            template(14, Map.of(ModeratorLetter.V, "w"))),
        same(
            "'process': 7, 'x': 'x', 'mediators': ['m'], 'y': 'y', 'w': 'w', 'covariates': ['age'],"
                + " 'center': 'products', 'probe': 'moments'",
            template(7, Map.of(ModeratorLetter.W, "w"))
                .withCentring(Centring.PRODUCTS)
                .withProbes(ProbeRule.moments())),
        same(
            "'process': 58, 'x': 'x', 'mediators': ['m'], 'y': 'y', 'w': 'w', 'covariates': ['age'],"
                + " 'probe': [-1, 0.5]",
            template(58, Map.of(ModeratorLetter.W, "w")).withProbes(ProbeRule.values(-1, 0.5))),
        same(
            "'x': 'group', 'mediators': ['m'], 'y': 'y', 'coding': 'helmert'",
            Mediation.from("group")
                .through("m")
                .to("y")
                .build()
                .withCoding("group", CategoricalCoding.of(Scheme.HELMERT))),
        same(
            "'x': 'group', 'mediators': ['m'], 'y': 'y', 'coding': {'group': [[0, 0], [1, 0], [1, 1]]}",
            Mediation.from("group")
                .through("m")
                .to("y")
                .build()
                .withCoding(
                    "group",
                    CategoricalCoding.custom(
                        List.of(List.of(0.0, 0.0), List.of(1.0, 0.0), List.of(1.0, 1.0))))),
        same(
            "'x': 'group', 'mediators': ['m'], 'y': 'y',"
                + " 'coding': {'group': {'scheme': 'indicator', 'first': ['2']}}",
            Mediation.from("group")
                .through("m")
                .to("y")
                .build()
                .withCoding("group", CategoricalCoding.of(Scheme.INDICATOR).startingWith("2"))),
        same(
            visits + ", 'family': 'poisson', 'exposure': 'months'",
            visits().withFamily("visits", Family.POISSON).withExposure("visits", "months")),
        same(
            visits + ", 'family': {'visits': 'quasipoisson'}, 'offset': 'w'",
            visits().withFamily("visits", Family.QUASI_POISSON).withOffset("visits", "w")),
        same(
            simple + ", 'weights': 'weight', 'se': 'hc3'",
            simple().withWeights("weight").withStandardErrors(StandardErrors.HC3)),
        same(simple + ", 'se': 'cluster', 'cluster': 'site'", simple().withClusters("site")),
        same(
            simple + ", 'level': 0.9, 'effects': {'half': 'a*b/2'}",
            simple().withEffect("half", "a*b/2").withLevel(0.9)),
        same(
            simple + ", 'cluster': 'site', 'bootstrap': {'kind': 'cluster', 'replicates': 40}",
            simple().withClusters("site"),
            FEW.withKind(BootstrapKind.CLUSTER)),
        same(
            simple + ", 'cluster': 'site', 'se': 'classical', 'bootstrap': {'replicates': 40}",
            simple().withClusters("site").withStandardErrors(StandardErrors.CLASSICAL),
            FEW.withKind(BootstrapKind.CLUSTER)),
        same(
            simple
                + ", 'cluster': 'site', 'se': 'cr2',"
                + " 'bootstrap': {'kind': 'case', 'replicates': 40}",
            simple().withClusters("site").withStandardErrors(StandardErrors.CR2),
            FEW.withKind(BootstrapKind.CASE)),
        same(
            simple + ", 'bootstrap': {'kind': 'stratified', 'strata': 'site', 'replicates': 40}",
            simple(),
            FEW.withStrata("site")),
        same(
            simple + ", 'effects': {'odds': {'expression': 'exp(a*b)', 'null': 2}}",
            simple().withEffect("odds", "exp(a*b)", 2)),
        same(
            simple
                + ", 'cluster': 'site', 'wildClusterTests': 99,"
                + " 'bootstrap': {'kind': 'wild-cluster', 'replicates': 40}",
            simple().withClusters("site").withWildClusterTests(99, 3),
            FEW.withKind(BootstrapKind.WILD_CLUSTER)),
        same(simple + ", 'monteCarlo': 500", simple().withMonteCarlo(500, 3)),
        same(
            simple + ", 'bootstrap': {'kind': 'wild', 'replicates': 40, 'interval': 'basic'}",
            simple(),
            Bootstrap.of(IntervalMethod.BASIC, 40).seed(3).withKind(BootstrapKind.WILD)),
        same(
            simple + ", 'bootstrap': {'replicates': 40, 'interval': 'bca', 'rule': 'type-7'}",
            simple(),
            Bootstrap.bca(40).seed(3).withRule(QuantileRule.TYPE_7)),
        same(
            simple + ", 'bootstrap': {'replicates': 40, 'compatibility': 'process'}",
            simple().withCompatibility(Compatibility.PROCESS),
            FEW.withCompatibility(Compatibility.PROCESS)));
  }

  @ParameterizedTest
  @MethodSource
  void plansAndModels(Same same) {
    Dataset data = data();
    ModelDocument fromPlan = fit("{'name': 'it', " + same.fields() + "}", data).get(0);

    assertEquals(same.model().fit(data, same.bootstrap()).document(), fromPlan);
  }

  private List<ModelDocument> fit(String models, Dataset data) {
    String json = ("{'seed': 3, 'data': {}, 'models': [" + models + "]}").replace('\'', '"');
    return Fits.of(Plan.read(json), PlanSource.file(folder.resolve("plan.json")), data);
  }

  @Test
  void clustersMayBeWords() {
    Dataset data = data();
    List<Optional<String>> words =
        data.texts("site").stream().map(site -> site.map(it -> "site " + it)).toList();
    String cluster =
        "{'name': 'it', 'x': 'x', 'mediators': ['m'], 'y': 'y', 'se': 'cluster', 'cluster': 'site',"
            + " 'bootstrap': {'replicates': 2}}";

    assertEquals(
        fit(cluster, data).get(0).equations(),
        fit(cluster, data.with("site", words)).get(0).equations());
  }

  @Test
  void problemsOfAllModelsComeTogether() {
    String two =
        "{'name': 'one', 'x': 'x', 'mediators': ['nowhere'], 'y': 'y'},"
            + "{'name': 'two', 'x': 'x', 'mediators': ['elsewhere'], 'y': 'y'}";

    InvalidInputException e = assertThrows(InvalidInputException.class, () -> fit(two, data()));
    assertTrue(e.getMessage().contains("model one, column nowhere"), e.getMessage());
    assertTrue(e.getMessage().contains("model two, column elsewhere"), e.getMessage());
  }

  /**
   * Limits by R for resamples that were drawn once and for all; see the notes in the golden file.
   */
  @ParameterizedTest
  @CsvSource({
    "percentile, type-6, percentile_type6",
    "percentile, type-7, percentile_type7",
    "percentile, normal-scale, percentile_boot_norm_inter",
    "basic, type-7, basic_type7",
    "bias-corrected, type-6, bc/type6",
    "bca, normal-scale, bca_jackknife/boot_norm_inter"
  })
  void suppliedResamplesGiveTheLimitsOfR(String interval, String rule, String key)
      throws IOException {
    for (ReferenceCase reference : ReferenceCase.all("boot\\d+_.*_B\\d*99")) {
      Reference golden = reference.golden();
      Files.write(folder.resolve("draws.csv"), reference.draws());
      List<String> series = reference.series();
      String model =
          "'x': '%s', 'y': '%s', 'bootstrap': {'replicates': %d, 'indices': 'draws.csv',"
              + " 'interval': '%s', 'rule': '%s'}";
      String bootstrap =
          model.formatted(
              series.get(0), series.get(3), golden.integer("values", "B"), interval, rule);
      List<ModelDocument> models =
          fit(
              "{'name': 'simple', 'mediators': ['%s'], %s},".formatted(series.get(2), bootstrap)
                  + "{'name': 'serial', 'mediators': ['%s', '%s'], 'order': 'serial', %s}"
                      .formatted(series.get(1), series.get(2), bootstrap),
              Dataset.readCsv(reference.data(), CsvOptions.defaults()));

      List<String> path =
          new ArrayList<>(List.of("values", "statistics", "", "intervals", "level_0.95"));
      path.addAll(List.of(key.split("/")));
      path.set(2, "simple_indirect");
      check(
          golden.get(path.toArray(String[]::new)),
          models.get(0),
          series.get(0),
          series.get(2),
          series.get(3));
      path.set(2, "ser_ind_x_m1_m2_y");
      check(golden.get(path.toArray(String[]::new)), models.get(1), series.toArray(String[]::new));
    }
  }

  private static void check(Reference limits, ModelDocument model, String... path) {
    ModelDocument.Effect effect =
        model.effects().stream()
            .filter(it -> it.kind() == EffectKind.INDIRECT && it.path().equals(List.of(path)))
            .findFirst()
            .orElseThrow();
    Interval own = effect.interval().orElseThrow();
    assertArrayEquals(
        limits.numbers(), new double[] {own.lower(), own.upper()}, 1e-10, model.name());
  }

  @Test
  void aFileOfResamplesIsReadStrictly() throws IOException {
    String model =
        "{'name': 'it', 'x': 'x', 'mediators': ['m'], 'y': 'y', 'bootstrap': {'indices': 'draws.csv'}}";
    Map<String, String> refused =
        Map.of(
            "1,2,x\n1,2,3\n", "draws.csv, line 1",
            "1,2,3\n", "draws.csv",
            "1,2\n0,1\n", "draws.csv, line 2",
            "1,2\n1,9999\n", "resample 2: an index is beyond the 150 rows");
    for (Map.Entry<String, String> entry : refused.entrySet()) {
      Files.write(folder.resolve("draws.csv"), entry.getKey().getBytes(StandardCharsets.UTF_8));
      InvalidInputException e =
          assertThrows(InvalidInputException.class, () -> fit(model, data()), entry.getKey());
      assertTrue(e.getMessage().contains(entry.getValue()), e.getMessage());
    }
  }
}

package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Caution.Code;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.StandardErrors;

/** Columns of words in a model: coded by themselves, as told, as an event, or refused once. */
class WordsInModelsTest {
  private static final int ROWS = 90;

  private static final CategoricalCoding INDICATOR = CategoricalCoding.of(Scheme.INDICATOR);

  /** Numbers, with words that stand for the codes 0, 1 and 2 of {@code group}. */
  private static Dataset data(String... words) {
    SplittableRandom random = new SplittableRandom(11);
    double[] x = random.doubles(ROWS).toArray();
    double[] noise = random.doubles(ROWS).toArray();
    double[] more = random.doubles(ROWS).toArray();
    double[] m =
        IntStream.range(0, ROWS).mapToDouble(i -> x[i] + 0.1 * (i % 3) + noise[i]).toArray();
    double[] y = IntStream.range(0, ROWS).mapToDouble(i -> m[i] + 2 * more[i]).toArray();
    double mid = Arrays.stream(y).sorted().skip(ROWS / 2).findFirst().orElseThrow();
    return Dataset.builder()
        .numbers("x", x)
        .numbers("m", m)
        .numbers("y", y)
        .numbers("yes", Arrays.stream(y).map(v -> v > mid ? 1 : 0).toArray())
        .numbers("cluster", IntStream.range(0, ROWS).mapToDouble(i -> i % 30).toArray())
        .numbers("weight", IntStream.range(0, ROWS).mapToDouble(i -> 1 + i % 4).toArray())
        .build()
        .with("group", cells(i -> words[i % words.length]))
        .with("answer", cells(i -> y[i] > mid ? "Yes" : "No"));
  }

  private static List<Optional<String>> cells(IntFunction<String> cell) {
    return IntStream.range(0, ROWS).mapToObj(i -> Optional.of(cell.apply(i))).toList();
  }

  private static MediationModel model(String... covariates) {
    return Mediation.from("x").through("m").to("y").adjustingFor(covariates).build();
  }

  private static String refusal(MediationModel model, Dataset data) {
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> model.fit(data));
    assertEquals(1, e.problems().size(), e.getMessage());
    return e.getMessage();
  }

  private static List<Code> codes(MediationResult result) {
    return result.cautions().stream().map(Caution::code).toList();
  }

  @Test
  void aPredictorInWordsIsCodedByItselfWithAWord() {
    Dataset data = data("low", "medium", "high");
    MediationResult alone = model("group").fit(data);
    MediationResult told =
        model("group")
            .withCoding("group", INDICATOR.startingWith("low", "medium", "high"))
            .fit(data);
    assertArrayEquals(told.equation("y").fit().estimates(), alone.equation("y").fit().estimates());
    Caution caution =
        alone.cautions().stream()
            .filter(c -> c.code() == Code.CODED_BY_ITSELF)
            .findFirst()
            .orElseThrow();
    assertTrue(
        caution.message().contains("medium = 1, high = 1")
            && caution.message().contains("against low"),
        caution.message());
    assertFalse(codes(told).contains(Code.CODED_BY_ITSELF));
    assertTrue(alone.toString().contains("reference low"), alone.toString());
  }

  @Test
  void anExposureAndAModeratorInWordsAreCodedToo() {
    Dataset data = data("usual care", "group");
    MediationResult exposure = Mediation.from("group").through("m").to("y").build().fit(data);
    assertTrue(exposure.equation("m").fit().terms().contains("group[group]"));
    MediationResult moderator =
        Mediation.of(PathModel.parse("m ~ x + group + x:group\ny ~ m + x"))
            .between("x", "y")
            .fit(data);
    assertEquals(1, moderator.document().codings().size());
  }

  @Test
  void levelsInWordsComeAsTheyFirstOccurAndNumbersAscend() {
    Dataset data = data("low", "medium", "high");
    MediationResult asTheyOccur =
        model("group").withCoding("group", CategoricalCoding.of(Scheme.SEQUENTIAL)).fit(data);
    assertEquals(
        List.of("group[medium vs low]", "group[high vs medium]"),
        asTheyOccur.document().codings().get(0).columns());
    assertTrue(codes(asTheyOccur).contains(Code.LEVELS_AS_THEY_OCCUR));
    MediationResult told =
        model("group")
            .withCoding(
                "group",
                CategoricalCoding.of(Scheme.SEQUENTIAL).startingWith("low", "medium", "high"))
            .fit(data);
    assertFalse(codes(told).contains(Code.LEVELS_AS_THEY_OCCUR));
    assertArrayEquals(
        told.equation("m").fit().estimates(), asTheyOccur.equation("m").fit().estimates());
    Dataset numbers = data("10", "9", "2");
    double[] values = IntStream.range(0, ROWS).mapToDouble(i -> 10 - i % 3 * 4).toArray();
    assertEquals(
        List.of("2", "6", "10"),
        model("group")
            .withCoding("group", INDICATOR)
            .fit(numbers.with("group", values))
            .document()
            .codings()
            .get(0)
            .levels());
  }

  @Test
  void theOrderIsThatOfTheDataThoughTheFirstRowsAreLeftOut() {
    Dataset data = data("low", "medium", "high");
    List<Optional<String>> cells = new java.util.ArrayList<>(data.texts("group"));
    cells.set(0, Optional.empty());
    double[] x = data.numbers("x");
    x[1] = Double.NaN;
    MediationResult result =
        model("group").withCoding("group", INDICATOR).fit(data.with("group", cells).with("x", x));
    assertEquals(List.of("medium", "high", "low"), result.document().codings().get(0).levels());
  }

  static Stream<List<String>> uncodable() {
    return Stream.of(
        List.of("1", "b", "c"),
        List.of("2021-03-04", "2021-03-05", "2021-03-06"),
        List.of("12,5", "low", "high"),
        List.of("10:30", "11:45", "low"),
        List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"),
        IntStream.range(0, ROWS - 1).mapToObj(i -> i == 0 ? "once" : "often" + i % 2).toList(),
        List.of("only"));
  }

  @ParameterizedTest
  @MethodSource
  void uncodable(List<String> words) {
    Dataset data = data(words.toArray(String[]::new));
    // Where the list is shorter than the rows, its first word would come again at the end.
    Dataset once =
        words.contains("once")
            ? data.with("group", cells(i -> i == 0 ? "once" : "often" + i % 2))
            : data;
    String message = refusal(model("group"), once);
    assertTrue(message.contains("coding") || message.contains("date"), message);
    words.forEach(
        word -> assertFalse(word.length() > 1 && message.contains(word), "a cell: " + message));
  }

  @Test
  void tenLevelsOfTwoRowsAreEnough() {
    Dataset data = data("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    assertEquals(10, model("group").fit(data).document().codings().get(0).levels().size());
  }

  @Test
  void wordsWhereACodingCannotHelpSaySo() {
    Dataset data = data("low", "high");
    assertTrue(refusal(model().withWeights("group"), data).contains("coding cannot help"));
    String outcome = refusal(Mediation.from("x").through("m").to("answer").build(), data);
    assertTrue(outcome.contains("withEvent") && outcome.contains("\"event\""), outcome);
    String coded =
        refusal(
            Mediation.from("x").through("m").to("answer").build().withCoding("answer", INDICATOR),
            data);
    assertTrue(coded.contains("withEvent"), coded);
  }

  @Test
  void levelsThatAreProbablyTheSameAreTold() {
    MediationResult result = model("group").fit(data("Female", "female ", "male"));
    assertTrue(codes(result).contains(Code.LEVELS_ALIKE));
    Dataset clusters =
        data("a", "b").with("cluster", cells(i -> (i % 2 == 0 ? "School " : "school ") + i % 30));
    assertFalse(codes(model().withClusters("cluster").fit(clusters)).contains(Code.LEVELS_ALIKE));
    Dataset alike = clusters.with("cluster", cells(i -> (i < 45 ? "S" : "s") + i % 30));
    assertTrue(codes(model().withClusters("cluster").fit(alike)).contains(Code.LEVELS_ALIKE));
  }

  @Test
  void remarksOnTheDataAreCautions() {
    Dataset data =
        data("a", "b").withRemarks(List.of(new org.socialcure.core.Problem("column id", "is odd")));
    assertTrue(
        model().fit(data).cautions().stream()
            .anyMatch(c -> c.code() == Code.DATA && c.message().contains("column id: is odd")));
  }

  @Test
  void aLevelThatIsNotThereIsToldWithTheNearestOnly() {
    Dataset data = data("low", "medium", "high");
    assertEquals(
        "coding of group: no row that is used has the level 'zz'; there are 3 levels",
        refusal(model("group").withCoding("group", INDICATOR.startingWith("zz")), data));
    assertEquals(
        "coding of group: no row that is used has the level 'medum' (did you mean medium?); there"
            + " are 3 levels",
        refusal(model("group").withCoding("group", INDICATOR.startingWith("medum")), data));
  }

  @Test
  void aColumnWithoutAnyValueIsNamed() {
    double[] nothing = new double[ROWS];
    Arrays.fill(nothing, Double.NaN);
    String message = refusal(model("age"), data("a", "b").with("age", nothing));
    assertTrue(message.startsWith("column age: holds no value in any of the 90 rows"), message);
    double[] half = new double[ROWS];
    double[] rest = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      half[i] = i < 45 ? Double.NaN : i;
      rest[i] = i < 45 ? i : Double.NaN;
    }
    String none =
        refusal(model("half", "rest"), data("a", "b").with("half", half).with("rest", rest));
    assertTrue(none.contains("half (45), rest (45)"), none);
  }

  /** Every other setting, and what becomes of it beside an event. */
  static Stream<Map.Entry<String, UnaryOperator<MediationModel>>> besides() {
    return Map.<String, UnaryOperator<MediationModel>>ofEntries(
        Map.entry("nothing", m -> m),
        Map.entry("logit", m -> m.withFamily("answer", Family.LOGIT)),
        Map.entry("probit", m -> m.withFamily("answer", Family.PROBIT)),
        Map.entry("poisson", m -> m.withFamily("answer", Family.POISSON)),
        Map.entry("weights", m -> m.withWeights("weight")),
        Map.entry("clusters", m -> m.withClusters("cluster")),
        Map.entry("robust", m -> m.withStandardErrors(StandardErrors.HC3)),
        Map.entry("offset", m -> m.withOffset("answer", "weight")),
        Map.entry(
            "exposure",
            m -> m.withFamily("answer", Family.POISSON).withExposure("answer", "weight")),
        Map.entry("coding of another", m -> m.withCoding("group", INDICATOR)),
        Map.entry("centring", m -> m.withCentring(Centring.PRODUCTS)),
        Map.entry("probes", m -> m.withProbes(ProbeRule.moments())),
        Map.entry("level", m -> m.withLevel(0.9)),
        Map.entry("monte carlo", m -> m.withMonteCarlo(200, 1)),
        Map.entry("permutations", m -> m.withPermutationTests(20, 1)))
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource
  void besides(Map.Entry<String, UnaryOperator<MediationModel>> setting) {
    Dataset data = data("low", "medium", "high");
    MediationModel model =
        Mediation.from("x").through("m").to("answer").adjustingFor("group").build();
    UnaryOperator<MediationModel> change = setting.getValue();
    MediationResult words = change.apply(model.withEvent("answer", "Yes")).fit(data);
    Dataset numbers = data.with("answer", data.numbers("yes"));
    MediationResult same = change.apply(model).fit(numbers);
    assertArrayEquals(
        same.equation("answer").fit().estimates(),
        words.equation("answer").fit().estimates(),
        setting.getKey());
    assertEquals(
        same.effects().stream().map(e -> e.estimate()).toList(),
        words.effects().stream().map(e -> e.estimate()).toList());
    assertTrue(words.toString().contains("answer = Yes"), words.toString());
  }

  @Test
  void theOtherValueTurnsTheSigns() {
    Dataset data = data("a", "b");
    MediationModel model =
        Mediation.from("x").through("m").to("answer").build().withFamily("answer", Family.LOGIT);
    double[] yes = model.withEvent("answer", "Yes").fit(data).equation("answer").fit().estimates();
    double[] no = model.withEvent("answer", "No").fit(data).equation("answer").fit().estimates();
    for (int i = 0; i < yes.length; i++) {
      assertEquals(yes[i], -no[i], 1e-8);
    }
  }

  @Test
  void anEventCountsWhereverTheModelUsesTheOutcome() {
    Dataset data = data("a", "b");
    MediationModel mediator = Mediation.from("x").through("answer").to("y").build();
    MediationResult words = mediator.withEvent("answer", "Yes").fit(data, bootstrap());
    MediationResult numbers = mediator.fit(data.with("answer", data.numbers("yes")), bootstrap());
    assertEquals(numbers.indirect("answer").estimate(), words.indirect("answer").estimate());
    assertEquals(numbers.indirect("answer").interval(), words.indirect("answer").interval());
    Dataset coded =
        data.with("answer", Arrays.stream(data.numbers("yes")).map(v -> 2 - v).toArray());
    assertEquals(
        words.indirect("answer").estimate(),
        mediator.withEvent("answer", "1").fit(coded).indirect("answer").estimate());
  }

  private static Bootstrap bootstrap() {
    return Bootstrap.percentile(200).seed(3);
  }

  @Test
  void eventsThatAreNoneAreRefused() {
    Dataset data = data("low", "medium", "high");
    MediationModel model = Mediation.from("x").through("m").to("answer").build();
    assertThrows(NullPointerException.class, () -> model.withEvent("answer", null));
    InvalidInputException unknown =
        assertThrows(InvalidInputException.class, () -> model.withEvent("answr", "Yes"));
    assertTrue(unknown.getMessage().contains("did you mean answer?"), unknown.getMessage());
    assertEquals(
        "event of answer: no row that is used has this value (did you mean Yes?); there are 2"
            + " different values; name one of the two",
        refusal(model.withEvent("answer", "yes"), data));
    assertEquals(
        "event of answer: no row that is used has this value; there are 2 different values; name"
            + " one of the two",
        refusal(model.withEvent("answer", "zz"), data));
    assertTrue(
        refusal(
                Mediation.from("x").through("m").to("group").build().withEvent("group", "low"),
                data)
            .contains("has 3 different values"));
    assertTrue(
        refusal(model.withEvent("answer", "Yes").withCoding("answer", INDICATOR), data)
            .contains("cannot be coded"));
    Moments moments =
        Moments.of(Map.of("x", data.numbers("x"), "m", data.numbers("m"), "y", data.numbers("y")));
    InvalidInputException noRows =
        assertThrows(InvalidInputException.class, () -> model().withEvent("y", "1").fit(moments));
    assertTrue(noRows.getMessage().contains("events"), noRows.getMessage());
  }

  @Test
  void namesAskedForAreHeldAgainstThoseThereAre() {
    MediationResult result = model().fit(data("a", "b"));
    assertTrue(said(() -> result.effect("totl")).contains("did you mean total?"));
    assertTrue(said(() -> result.equation("mm")).contains("there are"));
    assertTrue(said(() -> result.named("a")).contains("there are none"));
    MediationResult long_ =
        Mediation.from("x").through("weight").to("cluster").build().fit(data("a", "b"));
    assertTrue(said(() -> long_.indirect("weigth")).contains("did you mean weight?"));
    assertTrue(said(() -> long_.equation("clusters")).contains("did you mean cluster?"));
    assertTrue(
        said(() -> model("agee").fit(data("a", "b").with("age", new double[ROWS])))
            .contains("did you mean age?"));
  }

  private static String said(Runnable step) {
    return assertThrows(InvalidInputException.class, step::run).getMessage();
  }
}

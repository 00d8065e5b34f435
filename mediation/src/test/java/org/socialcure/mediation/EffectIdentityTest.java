package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKey;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.NoProportion;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.report.Report;

/** Effects are told apart by what they are, not by what they are called. */
class EffectIdentityTest {
  private static final int ROWS = 120;

  /** A moderated model with a covariate that does nothing. */
  private static Dataset data(Function<Random, Double> w) {
    Random random = new Random(20261125);
    double[] x = new double[ROWS];
    double[] m = new double[ROWS];
    double[] n = new double[ROWS];
    double[] y = new double[ROWS];
    double[] moderator = new double[ROWS];
    double[] product = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = random.nextGaussian();
      moderator[i] = w.apply(random);
      m[i] = 0.6 * x[i] + random.nextGaussian();
      n[i] = 0.4 * x[i] + 0.3 * m[i] + random.nextGaussian();
      y[i] = 0.3 * x[i] + 0.5 * m[i] + 0.4 * n[i] + random.nextGaussian();
      product[i] = random.nextGaussian();
    }
    return Dataset.builder()
        .numbers("x", x)
        .numbers("m", m)
        .numbers("n", n)
        .numbers("y", y)
        .numbers("w", moderator)
        .numbers("x:w", product)
        .build();
  }

  private static Dataset data() {
    return data(Random::nextGaussian);
  }

  private static MediationModel simple() {
    return Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*m + c*x")).between("x", "y");
  }

  @Test
  void namesOfTheAuthorAreBesideTheModelsOwnEffects() {
    MediationModel model =
        Mediation.of(
                PathModel.parse(
                    """
                    m ~ a*x
                    y ~ b*m + c*x
                    direct := c
                    total := c + a*b
                    `indirect via m` := 2*a*b
                    """))
            .between("x", "y");
    MediationResult result = model.fit(data(), Bootstrap.percentile(200).seed(1));

    double total = result.total().orElseThrow().estimate();
    assertEquals(total, result.named("total").estimate(), 1e-12);
    assertEquals(
        result.direct().orElseThrow().estimate(), result.named("direct").estimate(), 1e-12);
    assertEquals(
        2 * result.indirect("m").estimate(), result.named("indirect via m").estimate(), 1e-12);
    assertNotEquals(result.total().orElseThrow(), result.named("total"));
    assertTrue(result.total().orElseThrow().key() instanceof EffectKey.Sum);
    assertTrue(result.named("total").key() instanceof EffectKey.Named);
    // A name of two effects is refused with the ways to either, not answered with one of them.
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> result.effect("total"));
    assertTrue(refused.getMessage().contains("named("), refused.getMessage());
    assertEquals(
        3, result.document().effects().stream().filter(e -> e.kind() == EffectKind.NAMED).count());
    assertEquals(
        1, result.document().effects().stream().filter(e -> e.kind() == EffectKind.TOTAL).count());
  }

  @Test
  void probesThatAgreeInFiveDigitsKeepTheirEffects() {
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ a*x + w + a3*x:w\ny ~ b*m + c*x"))
            .between("x", "y")
            .withProbes("w", ProbeRule.values(2018999.0, 2019000.1, 2019001.0));
    MediationResult result = model.fit(data(random -> 2019000 + random.nextGaussian()));

    List<Effect> indirect =
        result.effects().stream().filter(e -> e.kind() == EffectKind.INDIRECT).toList();
    assertEquals(
        List.of(2018999.0, 2019000.1, 2019001.0),
        indirect.stream().map(e -> e.at().get("w")).toList());
    assertEquals(3, indirect.stream().map(Effect::name).distinct().count());
    assertEquals(3, indirect.stream().map(Effect::label).distinct().count());
    Set<Double> told =
        result.document().effects().stream()
            .filter(e -> e.kind() == EffectKind.INDIRECT)
            .map(e -> e.at().get("w"))
            .collect(Collectors.toSet());
    assertEquals(3, told.size());
  }

  @Test
  void aColumnNamedLikeAProductIsAColumn() {
    PathModel path =
        PathModel.of(
            List.of(
                Equation.linear("m", Term.of("x"), Term.of("w"), Term.of("x", "w"), Term.of("x:w")),
                Equation.linear("y", Term.of("m"), Term.of("x"), Term.of("x:w"))));
    MediationResult result =
        Mediation.of(path).between("x", "y").fit(data(), Bootstrap.percentile(50).seed(1));

    double[] column = data().numbers("x:w");
    Dataset renamed =
        Dataset.builder()
            .numbers("x", data().numbers("x"))
            .numbers("m", data().numbers("m"))
            .numbers("y", data().numbers("y"))
            .numbers("w", data().numbers("w"))
            .numbers("z", column)
            .build();
    PathModel plain =
        PathModel.of(
            List.of(
                Equation.linear("m", Term.of("x"), Term.of("w"), Term.of("x", "w"), Term.of("z")),
                Equation.linear("y", Term.of("m"), Term.of("x"), Term.of("z"))));
    MediationResult expected =
        Mediation.of(plain).between("x", "y").fit(renamed, Bootstrap.percentile(50).seed(1));
    assertEquals(
        expected.equation("m").coefficient("z").estimate(),
        result.equation("m").coefficient("(x:w)").estimate());
    assertEquals(
        expected.equation("m").coefficient("x:w").estimate(),
        result.equation("m").coefficient("x:w").estimate());
    assertEquals(
        expected.equation("y").coefficient("z").estimate(),
        result.equation("y").coefficient("x:w").estimate());
    assertEquals(
        expected.effects().stream().map(Effect::estimate).toList(),
        result.effects().stream().map(Effect::estimate).toList());
    assertTrue(result.report().html().contains("x:w"));
  }

  @Test
  void whateverAQuestionGaveCanBeAskedAgain() {
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ a*x + w + a3*x:w\ny ~ b*m + c*x")).between("x", "y");
    MediationResult result = model.fit(data(), Bootstrap.percentile(60).seed(5));
    List<Effect> conditional = result.conditional(Map.of("w", 0.25));
    Effect asked = result.estimate("a*b + 0.25*a3*b");
    Effect contrast = result.contrast(conditional.get(1), asked);

    assertEquals(EffectKind.INDIRECT, conditional.get(1).kind());
    double[] first = result.replicates(conditional.get(1));
    assertArrayEquals(first, result.replicates(asked), 1e-12);
    assertArrayEquals(new double[first.length], result.replicates(contrast), 1e-12);
    List<Effect> joint = result.simultaneous(List.of(conditional.get(1), asked));
    assertEquals(2, joint.size());
    joint.forEach(e -> assertTrue(e.simultaneous().orElseThrow().interval().isPresent()));
  }

  @Test
  void anEffectOfAnotherResultIsRefused() {
    MediationResult one = simple().fit(data(), Bootstrap.percentile(50).seed(1));
    MediationResult other = simple().fit(data(), Bootstrap.percentile(50).seed(2));
    Effect effect = other.indirect("m");
    for (Function<MediationResult, Object> question :
        List.<Function<MediationResult, Object>>of(
            r -> r.replicates(effect),
            r -> r.simultaneous(List.of(effect)),
            r -> r.contrast(effect, effect),
            r -> r.monteCarlo(effect, 1000, 1),
            r -> r.permutationTest(effect, 99, 1))) {
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> question.apply(one));
      assertTrue(refused.getMessage().contains("another result"), refused.getMessage());
    }
    assertNotEquals(one.indirect("m"), effect);
    assertEquals(one.indirect("m").key(), effect.key());
    assertEquals(effect, other.effect(one.indirect("m").key()));
  }

  @Test
  void aRatioIsTestedOnTheScaleOfItsLogarithm() {
    MediationModel model =
        simple()
            .withEffect("ratio", "exp(a*b)")
            .withEffect("product", "a*b")
            .withEffect("half", "a*b", 0.5)
            .withEffect("ratio of two", "exp(a*b)", 2);
    MediationResult plain = model.fit(data());
    Inference ratio = plain.named("ratio").classical().orElseThrow();
    Inference product = plain.named("product").classical().orElseThrow();

    assertEquals(1, plain.named("ratio").nullValue());
    assertEquals(product.p().orElseThrow(), ratio.p().orElseThrow(), 1e-12);
    assertEquals(
        Math.exp(product.interval().orElseThrow().lower()),
        ratio.interval().orElseThrow().lower(),
        1e-12);
    assertEquals(
        Math.exp(product.interval().orElseThrow().upper()),
        ratio.interval().orElseThrow().upper(),
        1e-12);
    double estimate = plain.named("product").estimate();
    double se = product.se().orElseThrow();
    assertEquals(
        (estimate - 0.5) / se,
        plain.named("half").classical().orElseThrow().statistic().orElseThrow(),
        1e-12);
    assertEquals(
        (estimate - Math.log(2)) / se,
        plain.named("ratio of two").classical().orElseThrow().statistic().orElseThrow(),
        1e-12);

    MediationResult drawn = model.fit(data(), Bootstrap.percentile(500).seed(3));
    assertEquals(drawn.named("product").p(), drawn.named("ratio").p());
    assertTrue(drawn.named("ratio").toString().contains("against 1"), drawn.named("ratio") + "");
    assertTrue(Report.of(drawn.document()).text().contains("for the value 1"));
    assertThrows(InvalidInputException.class, () -> simple().withEffect("e", "a", Double.NaN));
  }

  @Test
  void monteCarloIsAskedForAndSaysItsDrawsAndSeed() {
    MediationResult result = simple().fit(data());
    Effect indirect = result.indirect("m");
    assertTrue(
        indirect.normalTheory().stream()
            .noneMatch(t -> t.method() instanceof InferenceMethod.MonteCarlo));
    Inference asked = result.monteCarlo(indirect, 2000, 7);
    assertEquals(new InferenceMethod.MonteCarlo(2000, 7), asked.method());
    MediationResult requested = simple().withMonteCarlo(2000, 7).fit(data());
    List<Inference> tests = requested.indirect("m").normalTheory();
    assertTrue(tests.contains(asked), tests.toString());
    assertEquals(7, requested.document().model().monteCarlo().orElseThrow().seed());
    assertThrows(InvalidInputException.class, () -> simple().withMonteCarlo(10, 1));
  }

  @Test
  void oneThreadIsOneThread() {
    MediationModel model = simple().withMonteCarlo(2000, 1).withPermutationTests(99, 1);
    Set<String> before = threads();
    MediationResult one = model.fit(data(), Bootstrap.bca(200).seed(1).withThreads(1));
    one.document();
    one.monteCarlo(one.indirect("m"), 5000, 3);
    Set<String> after = threads();
    after.removeAll(before);
    assertEquals(Set.of(), after);
    assertEquals(
        one.document(), model.withThreads(3).fit(data(), Bootstrap.bca(200).seed(1)).document());
    assertThrows(InvalidInputException.class, () -> model.withThreads(0));
    assertThrows(InvalidInputException.class, () -> Bootstrap.percentile(10).withThreads(0));
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(n -> n.contains("resampling") || n.contains("commonPool"))
        .collect(Collectors.toSet());
  }

  @Test
  void optionsAreCheckedWhenTheyAreSet() {
    MediationModel model = simple();
    assertThrows(NullPointerException.class, () -> model.withName(null));
    assertThrows(NullPointerException.class, () -> model.withCentring(null));
    assertThrows(NullPointerException.class, () -> model.withStandardErrors(null));
    assertThrows(NullPointerException.class, () -> model.withCompatibility(null));
    assertThrows(NullPointerException.class, () -> model.withCoding("x", null));
    assertThrows(NullPointerException.class, () -> model.withProbes("x", null));
    assertThrows(NullPointerException.class, () -> model.withWeights(null));
    assertThrows(NullPointerException.class, () -> model.withFamily("y", null));
    assertThrows(InvalidInputException.class, () -> model.withLevel(1));
  }

  @Test
  void aModeratorInWordsIsToldInWords() {
    Dataset plain = data();
    String[] sex = new String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      sex[i] = plain.numbers("w")[i] > 0 ? "woman" : "man";
    }
    MediationResult result =
        Mediation.of(PathModel.parse("m ~ a*x + sex + a3*x:sex\ny ~ b*m + c*x"))
            .between("x", "y")
            .withCoding("sex", CategoricalCoding.of(CategoricalCoding.Scheme.INDICATOR))
            .fit(
                plain.with("sex", Arrays.stream(sex).map(Optional::of).toList()),
                Bootstrap.percentile(100).seed(1));
    String text = result.report().text();
    assertTrue(text.contains("woman"), text);
    assertTrue(result.effects().stream().anyMatch(e -> e.label().contains("sex = woman")), text);
    String effects = text.substring(text.indexOf("Conditional"), text.indexOf("Labels"));
    assertTrue(!effects.contains("sex[woman]"), effects);
    Effect contrast =
        result.effects().stream().filter(e -> e.kind() == EffectKind.CONTRAST).findFirst().get();
    assertTrue(contrast.label().contains("sex = woman minus sex = man"), contrast.label());
  }

  @Test
  void aProportionThatIsNotToldKeepsItsNumber() {
    // The total is near zero here, so that no share of it means anything.
    Dataset plain = data();
    double[] y = plain.numbers("y").clone();
    double[] m = plain.numbers("m");
    double[] x = plain.numbers("x");
    for (int i = 0; i < ROWS; i++) {
      y[i] = y[i] - 1.1 * x[i];
    }
    MediationResult result = simple().fit(plain.with("y", y), Bootstrap.percentile(200).seed(1));
    EffectSize share =
        result.effectSizes().stream()
            .filter(s -> s.kind() == EffectSize.Kind.PROPORTION_MEDIATED)
            .findFirst()
            .orElseThrow();
    assertTrue(share.withheld().isPresent(), share.toString());
    assertEquals(
        result.indirect("m").estimate() / result.total().orElseThrow().estimate(),
        share.estimate().orElseThrow(),
        1e-12);
    assertTrue(
        result.cautions().stream().anyMatch(c -> c.code() == Caution.Code.PROPORTION_MEDIATED));
    assertEquals(NoProportion.class, share.withheld().get().getClass());
  }
}

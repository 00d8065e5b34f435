package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;

/** What nobody means to write is refused with its reason, or told as what it is. */
class UnusualInputTest {
  private static final int ROWS = 90;
  private static final String MODERATED = "m ~ a*x + w + a3*x:w\ny ~ b*m + c*x";

  private static Dataset data() {
    Random random = new Random(20261130);
    double[] x = random.doubles(ROWS, -1, 1).toArray();
    double[] w = random.doubles(ROWS, -1, 1).toArray();
    double[] m = new double[ROWS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      m[i] = x[i] + 0.5 * random.nextGaussian();
      y[i] = m[i] + 0.3 * x[i] + 0.5 * random.nextGaussian();
    }
    return Dataset.builder()
        .numbers("x", x)
        .numbers("w", w)
        .numbers("m", m)
        .numbers("y", y)
        .build();
  }

  private static MediationModel simple() {
    return Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*m + c*x")).between("x", "y");
  }

  private static MediationModel moderated() {
    return Mediation.of(PathModel.parse(MODERATED)).between("x", "y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "two\nlines", "\u0000"})
  void aNameThatCannotBeSeenIsRefused(String name) {
    MediationModel model = simple();
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> model.withEffect(name, "a*b"));
    assertTrue(refused.getMessage().contains("visible"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/(b-b)", "a/0", "log(-a*a)", "exp(1e6*a)", "sqrt(-a*a)"})
  void anEffectThatIsNoNumberIsRefusedAtOnce(String expression) {
    MediationModel model = simple().withEffect("q", expression);
    Dataset data = data();
    for (Supplier<Object> fit :
        List.<Supplier<Object>>of(
            () -> model.fit(data),
            () -> model.fit(data, Bootstrap.percentile(50)),
            () -> simple().fit(data).estimate(expression))) {
      InvalidInputException refused = assertThrows(InvalidInputException.class, fit::get);
      assertTrue(refused.getMessage().contains("not a finite number"), refused.getMessage());
    }
  }

  @Test
  void whatAnAuthorWroteKeepsItsCase() {
    MediationResult result = simple().withEffect("odds", "exp(a*b)").fit(data());
    assertEquals("odds", result.named("odds").label());
    assertEquals("exp(a*b)", result.estimate("exp(a*b)").label());
    assertTrue(result.named("odds").toString().startsWith("odds: "));
  }

  @Test
  void zeroHasOneSign() {
    assertEquals(ProbeRule.values(0, 1), ProbeRule.values(0.0, -0.0, 1));
    MediationResult result = moderated().fit(data());
    assertEquals(
        result.conditional(Map.of("w", 0.0)).get(1), result.conditional(Map.of("w", -0.0)).get(1));
    double[] signed =
        Arrays.stream(data().numbers("w")).map(w -> w > 0 ? 1 : w > -0.5 ? 0.0 : -0.0).toArray();
    MediationResult binary = moderated().fit(data().with("w", signed));
    assertEquals(2, binary.effects().stream().filter(e -> e.kind() == EffectKind.INDIRECT).count());
  }

  @Test
  void probesCloseTogetherAreToldApart() {
    double[] close = Arrays.stream(data().numbers("w")).map(w -> 1 + 1e-7 * w).toArray();
    MediationResult result =
        moderated()
            .withProbes("w", ProbeRule.values(1 - 1e-8, 1, 1 + 1e-8))
            .fit(data().with("w", close));
    List<String> labels =
        result.effects().stream()
            .filter(e -> e.kind() == EffectKind.INDIRECT)
            .map(Effect::label)
            .toList();
    assertEquals(3, labels.stream().distinct().count(), labels::toString);
    assertTrue(result.toString().contains("0.99999999"), result::toString);
  }

  @Test
  void manyWordsWithoutACodingAreRefusedWithTheRemedy() {
    List<Optional<String>> words =
        Arrays.stream(data().numbers("w")).mapToObj(w -> Optional.of("w" + w)).toList();
    Dataset data = data().with("w", words);
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> moderated().fit(data));
    assertEquals(1, refused.problems().size());
    assertTrue(refused.getMessage().contains("coding"), refused.getMessage());
  }

  @Test
  void aMissingModeratorValueIsRefused() {
    Map<String, Double> at = new HashMap<>();
    at.put("w", null);
    MediationResult result = moderated().fit(data());
    assertThrows(InvalidInputException.class, () -> result.conditional(at));
  }

  @Test
  void aStandardErrorBeyondAllNumbersIsAbsent() {
    Effect effect =
        moderated().fit(data(), Bootstrap.percentile(50)).conditional(Map.of("w", 1e308)).get(1);
    assertTrue(effect.se().isEmpty());
    assertFalse(effect.toString().contains("NaN"), effect::toString);
  }

  @Test
  void everyAnswerPrintsItselfReadably() {
    MediationResult result =
        moderated().withEffect("q", "b*c").fit(data(), Bootstrap.percentile(50));
    String printed =
        ""
            + result.regions()
            + result.regions().stream().map(r -> r.curve().toString()).toList()
            + result.effects().stream().map(Effect::standardised).toList()
            + simple().fit(data(), Bootstrap.percentile(50)).effectSizes()
            + result.cautions()
            + result.equations().stream()
                .map(
                    e ->
                        e.fit().coefficients()
                            + " "
                            + e.fit().measures()
                            + e.fit().coefficient("x"))
                .toList()
            + result.equation("m").fit().waldTest(List.of("x", "w"))
            + result.document();
    for (String raw : List.of("Optional", "[kind=", "[name=", "[code=", "NaN", "@")) {
      assertFalse(printed.contains(raw), raw);
    }
  }

  /** To some programs {@code w*x} is a product. */
  @Test
  void aLabelThatIsAColumnIsToldFromAProduct() {
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ w*x\ny ~ b*m + c*x")).between("x", "y");
    List<String> told = told(model.fit(data()), Caution.Code.LABEL_LIKE_A_COLUMN);
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.get(0).contains("w + x + w:x"), told::toString);
    assertEquals(List.of(), told(simple().fit(data()), Caution.Code.LABEL_LIKE_A_COLUMN));
  }

  @Test
  void replicatesInWhichAnEffectIsNoNumberAreCounted() {
    double c = simple().fit(data()).estimate("c").estimate();
    MediationResult result =
        simple()
            .withEffect("depth", "log(c - " + (c - 0.05) + ")")
            .fit(data(), Bootstrap.percentile(200).seed(3));
    List<String> told = told(result, Caution.Code.REPLICATES_WITHOUT_EFFECT);
    Effect depth = result.named("depth");
    long none =
        Arrays.stream(result.replicates(result.estimate("c"))).filter(v -> v <= c - 0.05).count();
    assertTrue(none > 10 && none < 190);
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.get(0).contains(depth.label() + ": in " + none + " of 200"), told::toString);
  }

  @Test
  void replicatesTooFewForTheLevelGiveNoPValueEither() {
    Effect few = simple().fit(data(), Bootstrap.percentile(38)).indirect("m");
    assertTrue(few.interval().isEmpty() && few.p().isEmpty(), few::toString);
    Effect enough = simple().fit(data(), Bootstrap.percentile(39)).indirect("m");
    assertTrue(enough.interval().isPresent() && enough.p().isPresent(), enough::toString);
  }

  @Test
  void resamplesThatCannotBeEstimatedAreToldByTheirReason() {
    double[] rare = new double[ROWS];
    rare[0] = 1;
    MediationResult result =
        Mediation.of(PathModel.parse("m ~ a*x + r\ny ~ b*m + c*x"))
            .between("x", "y")
            .fit(data().with("r", rare), Bootstrap.percentile(60));
    List<String> told = told(result, Caution.Code.DEGENERATE_REPLICATES);
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.get(0).matches(".*\\(rank-deficient \\d+\\)\\. .*"), told::toString);
  }

  private static List<String> told(MediationResult result, Caution.Code code) {
    return result.cautions().stream().filter(c -> c.code() == code).map(Caution::message).toList();
  }

  @Test
  void nullIsRefusedWhereItIsGiven() {
    assertThrows(NullPointerException.class, () -> CategoricalCoding.of(null));
    assertThrows(NullPointerException.class, () -> simple().question().withTemplate(null));
    assertThrows(NullPointerException.class, () -> simple().path().paths("x", null));
    assertThrows(NullPointerException.class, () -> simple().path().equation(null));
  }
}

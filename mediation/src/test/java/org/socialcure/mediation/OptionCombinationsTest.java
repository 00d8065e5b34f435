package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * What Monte Carlo draws, a null of one's own, another program's rules and a thread budget mean
 * with every other option: each pair gives an answer of the same model, or is refused with its
 * reason.
 */
class OptionCombinationsTest {
  private static final int ROWS = 80;
  private static final Dataset DATA = data();

  private static Dataset data() {
    Random random = new Random(8);
    double[] x = new double[ROWS];
    double[] m = new double[ROWS];
    double[] y = new double[ROWS];
    double[] visits = new double[ROWS];
    double[] weight = new double[ROWS];
    double[] site = new double[ROWS];
    double[] w = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = random.nextGaussian();
      w[i] = random.nextGaussian();
      m[i] = 0.5 * x[i] + random.nextGaussian();
      y[i] = 0.4 * m[i] + 0.2 * x[i] + random.nextGaussian();
      visits[i] = Math.floor(4 * random.nextDouble() + Math.max(0, m[i]));
      weight[i] = 0.5 + random.nextDouble();
      site[i] = i % 16;
    }
    return Dataset.of(
        Map.of("x", x, "m", m, "y", y, "visits", visits, "weight", weight, "site", site, "w", w));
  }

  /** Every model of the table: a base and one more option. */
  static Stream<MediationModel> models() {
    List<MediationModel> models = new ArrayList<>();
    MediationModel linear = model("y");
    for (StandardErrors kind : StandardErrors.values()) {
      models.add(
          kind.usesClusters()
              ? linear.withClusters("site").withStandardErrors(kind)
              : linear.withStandardErrors(kind));
    }
    models.add(linear.withWeights("weight"));
    models.add(linear.withWeights("weight").withStandardErrors(StandardErrors.HC3));
    models.add(
        Mediation.of(PathModel.parse("m ~ a*x + w + a3*x:w\ny ~ b*m + c*x"))
            .between("x", "y")
            .withCentring(Centring.PRODUCTS));
    models.add(model("visits").withFamily("visits", Family.POISSON));
    models.add(model("visits").withFamily("visits", Family.QUASI_POISSON).withClusters("site"));
    return models.stream();
  }

  private static MediationModel model(String outcome) {
    return Mediation.of(PathModel.parse("m ~ a*x\n" + outcome + " ~ b*m + c*x"))
        .between("x", outcome);
  }

  private static Effect indirect(MediationResult result) {
    return result.effects().stream()
        .filter(e -> e.name().startsWith("indirect via m"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("models")
  void drawsAreOfTheCoefficientsAndErrorsOfTheModel(MediationModel model) {
    MediationResult result = model.fit(DATA);
    Effect effect = indirect(result);
    Inference drawn = result.monteCarlo(effect, 20_000, 5);
    // Draws of the same covariance as the delta method's, so that their spread is near its error.
    double delta = effect.classical().orElseThrow().se().orElseThrow();
    double spread = drawn.se().orElseThrow();
    assertTrue(spread > 0.9 * delta && spread < 1.6 * delta, delta + " and " + spread);
    assertTrue(drawn.interval().orElseThrow().contains(effect.estimate()));
    List<Inference> requested =
        indirect(model.withMonteCarlo(20_000, 5).withThreads(1).fit(DATA)).normalTheory();
    assertTrue(requested.contains(drawn), "asked of the model or of the result, it is the same");
  }

  @ParameterizedTest
  @MethodSource("models")
  void aNullOfOnesOwnMovesNothingButTheTest(MediationModel model) {
    MediationModel both =
        model
            .withEffect("product", "a*b")
            .withEffect("from 0.1", "a*b", 0.1)
            .withEffect("shifted", "a*b - 0.1");
    for (IntervalMethod method :
        List.of(IntervalMethod.PERCENTILE, IntervalMethod.BASIC, IntervalMethod.BIAS_CORRECTED)) {
      MediationResult result = both.fit(DATA, Bootstrap.of(method, 200).seed(2));
      Effect plain = result.named("product");
      Effect moved = result.named("from 0.1");
      assertEquals(plain.estimate(), moved.estimate());
      assertEquals(plain.interval(), moved.interval());
      assertEquals(result.named("shifted").bootstrap().orElseThrow().p(), moved.p());
      assertEquals(
          result.named("shifted").classical().orElseThrow().p().orElseThrow(),
          moved.classical().orElseThrow().p().orElseThrow(),
          1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void rulesOfAnotherProgramNeverChangeAnEstimate(MediationModel model) {
    MediationResult own = model.fit(DATA, Bootstrap.percentile(200).seed(2));
    for (Compatibility rules : Compatibility.values()) {
      MediationResult said =
          model.withCompatibility(rules).fit(DATA, Bootstrap.percentile(200).seed(2));
      MediationResult ofTheBootstrap =
          model.fit(DATA, Bootstrap.percentile(200).seed(2).withCompatibility(rules));
      assertEquals(said.document(), ofTheBootstrap.document());
      assertEquals(
          own.effects().stream().map(Effect::estimate).toList(),
          said.effects().stream().map(Effect::estimate).toList());
      assertEquals(rules, said.document().model().compatibility());
    }
  }

  @Test
  void twoProgramsAtOnceAreRefused() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                model("y")
                    .withCompatibility(Compatibility.PROCESS)
                    .fit(DATA, Bootstrap.percentile(50).withCompatibility(Compatibility.LAVAAN)));
    assertTrue(refused.getMessage().contains("say it once"), refused.getMessage());
  }

  @ParameterizedTest
  @MethodSource("models")
  void theNumberOfThreadsChangesNoBit(MediationModel model) {
    for (BootstrapKind kind : List.of(BootstrapKind.CASE, BootstrapKind.BAYESIAN)) {
      Bootstrap bootstrap = Bootstrap.percentile(100).seed(3).withKind(kind);
      MediationModel drawn = model.withMonteCarlo(500, 1);
      assertEquals(
          drawn.withThreads(1).fit(DATA, bootstrap).document(),
          drawn.withThreads(4).fit(DATA, bootstrap).document());
      assertEquals(
          drawn.withThreads(4).fit(DATA, bootstrap.withThreads(1)).document(),
          drawn.fit(DATA, bootstrap).document());
    }
  }

  @Test
  void drawsOfWhatIsNoIndirectEffectAreRefused() {
    MediationResult result = model("y").fit(DATA);
    for (Effect effect : List.of(result.direct().orElseThrow(), result.estimate("a*b"))) {
      assertThrows(InvalidInputException.class, () -> result.monteCarlo(effect, 1000, 1));
    }
    assertTrue(
        indirect(model("y").withMonteCarlo(1000, 1).fit(DATA)).normalTheory().stream()
            .anyMatch(t -> t.method() instanceof InferenceMethod.MonteCarlo));
  }

  @Test
  void drawsOfAModelWithoutIndirectEffectsAreRefused() {
    MediationModel named =
        Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*m + c*x\nab := a*b")).withMonteCarlo(1000, 1);
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> named.fit(DATA));
    assertTrue(refused.getMessage().contains("between("), refused.getMessage());
    assertThrows(
        InvalidInputException.class,
        () ->
            Mediation.of(PathModel.parse("y ~ c*x"))
                .between("x", "y")
                .withPermutationTests(99, 1)
                .fit(DATA));
  }
}

package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.StandardErrors;

/** Equations through the origin, and what they mean together with every other option. */
class NoInterceptTest {
  private static final int ROWS = 60;
  private static final PathModel PATH = PathModel.parse("m ~ 0 + a*x\ny ~ 0 + b*m + c*x");
  private static final MediationModel MODEL = Mediation.of(PATH).between("x", "y");

  private static Dataset data() {
    Random random = new Random(17);
    double[] x = new double[ROWS];
    double[] m = new double[ROWS];
    double[] y = new double[ROWS];
    double[] w = new double[ROWS];
    double[] v = new double[ROWS];
    double[] site = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = 1 + random.nextGaussian();
      m[i] = 0.5 * x[i] + random.nextGaussian();
      y[i] = 0.4 * m[i] + 0.2 * x[i] + random.nextGaussian();
      w[i] = 0.5 + random.nextDouble();
      v[i] = Math.floor(3 * random.nextDouble() + Math.max(0, m[i]));
      site[i] = i % 30;
    }
    return Dataset.of(Map.of("x", x, "m", m, "y", y, "weight", w, "visits", v, "site", site));
  }

  @ParameterizedTest
  @CsvSource({
    "y ~ 0 + x, y ~ 0 + x",
    "y ~ x + 0, y ~ 0 + x",
    "y ~ x - 1, y ~ 0 + x",
    "y ~ x -1, y ~ 0 + x",
    "y ~ -1 + x, y ~ 0 + x",
    "y ~ - 1 + b*x + w, y ~ 0 + b*x + w",
    "y ~ x - 1 + w, y ~ 0 + x + w",
    "poisson(y) ~ 0 + x + offset(t), poisson(y) ~ 0 + x + offset(t)",
    "y ~ 1 + x, y ~ x",
    "y ~ x-1, y ~ `x-1`",
    "y ~ pre-post, y ~ `pre-post`"
  })
  void howItIsWritten(String syntax, String printed) {
    PathModel model = PathModel.parse(syntax);
    assertEquals(printed, model.syntax());
    assertEquals(model, PathModel.parse(model.syntax()));
  }

  @ParameterizedTest
  @CsvSource({
    "y ~ 0, neither an intercept nor a predictor",
    "y ~ 0 + 1 + x, say one of the two",
    "y ~ a*1 + x - 1, say one of the two",
    "y ~ 0 + a*1 + x, say one of the two",
    "y ~ 1 - 1 + x, say one of the two",
    "y ~ x - 2, no minus sign",
    "y ~ x - w, no minus sign",
    "y ~ 0*x, cannot be fixed",
    "y ~ 2 + x, cannot be fixed"
  })
  void whatContradictsItselfIsRefused(String syntax, String reason) {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> PathModel.parse(syntax));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  @Test
  void anEquationIsMadeWithoutInterceptInJavaToo() {
    assertEquals(
        PATH.equations().get(0),
        Equation.linear("m", Term.of("x").labelled("a")).withoutIntercept());
    assertThrows(
        InvalidInputException.class,
        () -> Equation.linear("m", Term.of("x")).withInterceptLabel("i").withoutIntercept());
    assertFalse(PATH.equationsText().contains("i_y"), PATH::equationsText);
    assertThrows(InvalidInputException.class, () -> PATH.expression("`y~1`"));
  }

  @Test
  void effectsAddUpToTheTotalThroughTheOrigin() {
    MediationResult result = MODEL.fit(data());
    double total = result.total().orElseThrow().estimate();
    double[] x = data().numbers("x");
    double[] y = data().numbers("y");
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < ROWS; i++) {
      xy += x[i] * y[i];
      xx += x[i] * x[i];
    }
    assertEquals(xy / xx, total, 1e-12);
    Inference inference = result.total().orElseThrow().classical().orElseThrow();
    assertEquals(ROWS - 1, inference.df().orElseThrow());
    assertTrue(result.report().text().contains("No intercept: R², F and null deviance"));
    // Where only one of the equations has none, the sum has no regression of its own.
    MediationResult mixed =
        Mediation.of(PathModel.parse("m ~ a*x\ny ~ 0 + b*m + c*x")).between("x", "y").fit(data());
    assertTrue(mixed.total().orElseThrow().classical().orElseThrow().df().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(names = {"CASE", "BAYESIAN", "RESIDUAL", "WILD", "CLUSTER"})
  void everyBootstrapVariesAboutTheEstimate(BootstrapKind kind) {
    MediationModel model = kind == BootstrapKind.CLUSTER ? MODEL.withClusters("site") : MODEL;
    for (IntervalMethod method : List.of(IntervalMethod.PERCENTILE, IntervalMethod.STUDENTIZED)) {
      MediationResult result = model.fit(data(), Bootstrap.of(method, 800).seed(5).withKind(kind));
      Effect effect = result.indirect("m");
      double mean = java.util.Arrays.stream(result.replicates(effect)).average().orElseThrow();
      double delta = effect.classical().orElseThrow().se().orElseThrow();
      assertEquals(effect.estimate(), mean, 0.25 * delta, kind.toString());
      assertTrue(effect.interval().orElseThrow().contains(effect.estimate()));
      assertEquals(delta, effect.se().orElseThrow(), 0.5 * delta);
    }
  }

  @Test
  void aReplicateIsTheEquationOfItsRows() {
    int[] rows = new Random(2).ints(ROWS, 0, ROWS).toArray();
    MediationResult result =
        MODEL.fit(data(), Bootstrap.percentile(2).withIndices(new int[][] {rows, rows}));
    Dataset drawn =
        Dataset.of(Map.of("x", pick("x", rows), "m", pick("m", rows), "y", pick("y", rows)));
    assertEquals(
        MODEL.fit(drawn).indirect("m").estimate(),
        result.replicates(result.indirect("m"))[0],
        1e-12);
  }

  private static double[] pick(String name, int[] rows) {
    double[] column = data().numbers(name);
    return java.util.Arrays.stream(rows).mapToDouble(r -> column[r]).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void robustErrorsWeightsAndTestsGoWithIt(StandardErrors kind) {
    MediationModel model =
        kind == StandardErrors.CLUSTER || kind == StandardErrors.CR2
            ? MODEL.withClusters("site").withStandardErrors(kind)
            : MODEL.withStandardErrors(kind);
    for (MediationModel each : List.of(model, model.withWeights("weight"))) {
      MediationResult result = each.withMonteCarlo(500, 3).fit(data());
      assertTrue(result.indirect("m").classical().orElseThrow().se().orElseThrow() > 0);
      assertEquals(1, result.equation("m").coefficients().size());
    }
    if (kind == StandardErrors.CLASSICAL) {
      MediationResult result = model.withPermutationTests(99, 1).fit(data());
      assertTrue(result.indirect("m").normalTheory().size() > 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "quasipoisson", "negbin"})
  void countsGoThroughTheOriginToo(String family) {
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ 0 + a*x\n" + family + "(visits) ~ b*m + c*x - 1"))
            .between("x", "visits");
    MediationResult result = model.fit(data(), Bootstrap.percentile(60).seed(1));
    assertTrue(result.indirect("m").se().orElseThrow() > 0);
    assertEquals(Family.GAUSSIAN, result.equation("m").equation().family());
    assertTrue(result.report().html().contains("Rate ratio"));
  }

  @Test
  void momentsAndCentringAreRefusedWithTheReason() {
    Moments moments =
        Moments.of(
            Map.of("x", data().numbers("x"), "m", data().numbers("m"), "y", data().numbers("y")));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> MODEL.fit(moments));
    assertTrue(refused.getMessage().contains("give the rows"), refused.getMessage());
    MediationModel moderated =
        Mediation.of(PathModel.parse("m ~ 0 + a*x + w + x:w\ny ~ b*m + c*x")).between("x", "y");
    Dataset data = data().with("w", data().numbers("weight"));
    assertTrue(moderated.fit(data).effects().size() > 1);
    refused =
        assertThrows(
            InvalidInputException.class, () -> moderated.withCentring(Centring.PRODUCTS).fit(data));
    assertTrue(refused.getMessage().contains("centring"), refused.getMessage());
  }
}

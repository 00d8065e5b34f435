package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Caution.Code;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.NoEffectSize;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.StandardErrors;

/** Models that make sense to a program but hardly to a person: answered, cautioned or refused. */
class UnlikelyFitsTest {
  private static final int ROWS = 60;
  private static final MediationModel MODEL =
      Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*m + c*x")).between("x", "y");

  private static Dataset data() {
    Random random = new Random(31);
    double[] x = new double[ROWS];
    double[] m = new double[ROWS];
    double[] y = new double[ROWS];
    double[] months = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = Math.rint(100 * random.nextGaussian()) / 100;
      m[i] = Math.rint(100 * (0.5 * x[i] + random.nextGaussian())) / 100;
      y[i] = Math.floor(Math.exp(0.3 * m[i] + 1) * 2 * random.nextDouble());
      months[i] = 1 + random.nextInt(12);
    }
    return Dataset.of(Map.of("x", x, "m", m, "y", y, "months", months));
  }

  private static Optional<NoEffectSize> missing(MediationResult result, EffectSize.Kind kind) {
    return result.effectSizes().stream()
        .filter(s -> s.kind() == kind)
        .findFirst()
        .orElseThrow()
        .absent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identical", "exact"})
  void anOutcomeThatIsAFunctionOfTheMediator(String kind) {
    double factor = kind.equals("identical") ? 1 : 2;
    double[] y = Arrays.stream(data().numbers("m")).map(m -> factor * m + (factor - 1)).toArray();
    MediationResult result = MODEL.fit(data().with("y", y), Bootstrap.percentile(50));
    assertEquals(factor, result.equation("y").coefficient("m").estimate(), 1e-12);
    assertEquals(
        Optional.of(NoEffectSize.PERFECT_CORRELATION),
        missing(result, EffectSize.Kind.R2_MEDIATED));
    assertEquals(
        Optional.of(NoEffectSize.PERFECT_CORRELATION), missing(result, EffectSize.Kind.KAPPA2));
    assertTrue(result.report().text().contains("perfectly correlated"));
    assertTrue(result.cautions().toString().contains("perfectly, to rounding"));
  }

  @Test
  void momentsOfWhatIsNotRelated() {
    Moments moments =
        Moments.ofCorrelations(
            90,
            List.of("x", "m", "y"),
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            List.of(List.of(1.0, 0.2, 0.0), List.of(0.2, 1.0, 0.0), List.of(0.0, 0.0, 1.0)));
    MediationResult result = MODEL.fit(moments);
    assertEquals(0, result.indirect("m").estimate());
    assertFalse(result.report().html().contains("NaN"));
  }

  @ParameterizedTest
  @EnumSource
  void anExposureNeedsALogLinkAndAnOffsetDoesNot(Family family) {
    double[] outcome =
        family.isBinary()
            ? Arrays.stream(data().numbers("y")).map(y -> y > 2 ? 1 : 0).toArray()
            : data().numbers("y");
    Dataset data = data().with("y", outcome);
    MediationModel model = MODEL.withFamily("y", family);
    assertTrue(
        Double.isFinite(
            model.withOffset("y", "months").fit(data).equation("y").coefficient("m").estimate()));
    for (MediationModel exposed :
        List.of(
            model.withExposure("y", "months"),
            MODEL.withExposure("y", "months").withFamily("y", family))) {
      if (family.hasLogLink()) {
        assertTrue(exposed.fit(data).equation("y").equation().offset().isPresent());
      } else {
        InvalidInputException refused =
            assertThrows(InvalidInputException.class, () -> exposed.fit(data));
        assertTrue(refused.getMessage().contains("log link"), refused.getMessage());
      }
    }
    // An offset named afterwards takes the place of the exposure.
    model.withExposure("y", "months").withOffset("y", "months").fit(data);
  }

  @Test
  void twoValuesInALinearEquationAreSaid() {
    double[] two = Arrays.stream(data().numbers("m")).map(m -> m > 0 ? 1 : 0).toArray();
    Dataset data = data().with("m", two);
    for (MediationModel model : List.of(MODEL, MODEL.withStandardErrors(StandardErrors.HC3))) {
      List<Code> codes = codes(model.fit(data));
      assertEquals(1, codes.stream().filter(c -> c == Code.TWO_VALUES_IN_LINEAR_EQUATION).count());
    }
    assertFalse(
        codes(MODEL.withFamily("m", Family.LOGIT).fit(data))
            .contains(Code.TWO_VALUES_IN_LINEAR_EQUATION));
    assertFalse(codes(MODEL.fit(data())).contains(Code.TWO_VALUES_IN_LINEAR_EQUATION));
  }

  private static List<Code> codes(MediationResult result) {
    return result.cautions().stream().map(c -> c.code()).toList();
  }

  @Test
  void fewEventsAreCautioned() {
    double[] rare = new double[ROWS];
    for (int i : new int[] {4, 17, 30, 51}) {
      rare[i] = 1;
    }
    MediationResult result = MODEL.withFamily("y", Family.LOGIT).fit(data().with("y", rare));
    assertTrue(Stream.of(result.cautions().toString()).allMatch(c -> c.contains("4 events for 2")));
  }
}

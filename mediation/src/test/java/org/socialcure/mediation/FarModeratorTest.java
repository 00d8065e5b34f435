package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.Interval;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.CurvePoint;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * A moderator far from zero, such as a date in days, gives what the same moderator gives after its
 * origin was moved by hand. The data are multiples of powers of two, so that neither the move nor
 * the products round.
 */
class FarModeratorTest {
  private static final int ROWS = 160;
  private static final double FAR = 2_019_000;
  private static final double RELATIVE = 1e-8;

  private static final MediationModel MODEL =
      Mediation.of(PathModel.parse("m ~ a*x + w + a3*x:w\ny ~ b*m + c*x + v*w + c3*x:w\nd := a*b"))
          .between("x", "y");

  private static Dataset data(double origin) {
    Random random = new Random(20261130);
    double[] x = new double[ROWS];
    double[] w = new double[ROWS];
    double[] m = new double[ROWS];
    double[] y = new double[ROWS];
    double[] k = new double[ROWS];
    double[] group = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = Math.rint(random.nextGaussian() * 1024) / 1024;
      double near = Math.rint(random.nextGaussian() * 1024) / 1024;
      w[i] = near + origin;
      m[i] = 0.5 * x[i] + 0.4 * x[i] * near + random.nextGaussian();
      y[i] = 0.5 * m[i] + 0.2 * x[i] + 0.3 * x[i] * near + random.nextGaussian();
      k[i] = Math.max(0, Math.rint(1.5 + 0.4 * m[i] + random.nextGaussian()));
      group[i] = i % 20;
    }
    return Dataset.builder()
        .numbers("x", x)
        .numbers("w", w)
        .numbers("m", m)
        .numbers("y", y)
        .numbers("k", k)
        .numbers("group", group)
        .build();
  }

  private static void assertSame(MediationResult near, MediationResult far) {
    for (double w : new double[] {-1, 0.5, 2}) {
      List<Effect> expected = near.conditional(Map.of("w", w));
      List<Effect> actual = far.conditional(Map.of("w", w + FAR));
      assertEquals(2, expected.size());
      for (int e = 0; e < expected.size(); e++) {
        assertClose(expected.get(e).estimate(), actual.get(e).estimate());
        assertSame(
            expected.get(e).classical().orElseThrow(), actual.get(e).classical().orElseThrow());
        if (expected.get(e).bootstrap().isPresent()) {
          assertSame(
              expected.get(e).bootstrap().orElseThrow(), actual.get(e).bootstrap().orElseThrow());
        }
      }
    }
  }

  private static void assertSame(Inference expected, Inference actual) {
    assertClose(expected.se().orElseThrow(), actual.se().orElseThrow());
    Interval limits = expected.interval().orElseThrow();
    assertClose(limits.lower(), actual.interval().orElseThrow().lower());
    assertClose(limits.upper(), actual.interval().orElseThrow().upper());
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, RELATIVE * Math.max(1, Math.abs(expected)));
  }

  @ParameterizedTest
  @EnumSource(
      value = StandardErrors.class,
      names = {"CLASSICAL", "HC3", "HC4"})
  void conditionalStandardErrors(StandardErrors kind) {
    MediationModel model = MODEL.withStandardErrors(kind);
    assertSame(model.fit(data(0)), model.fit(data(FAR)));
  }

  @Test
  void clusters() {
    MediationModel model = MODEL.withClusters("group");
    assertSame(model.fit(data(0)), model.fit(data(FAR)));
  }

  @ParameterizedTest
  @EnumSource(names = {"PERCENTILE", "NORMAL", "BCA", "STUDENTIZED"})
  void bootstrapLimits(IntervalMethod method) {
    Bootstrap bootstrap = Bootstrap.of(method, 200).seed(4);
    assertSame(MODEL.fit(data(0), bootstrap), MODEL.fit(data(FAR), bootstrap));
  }

  @Test
  void regionsOfSignificance() {
    List<SignificanceRegions> near = MODEL.fit(data(0)).regions();
    List<SignificanceRegions> far = MODEL.fit(data(FAR)).regions();
    assertFalse(near.isEmpty());
    assertEquals(near.size(), far.size());
    for (int r = 0; r < near.size(); r++) {
      assertFalse(near.get(r).bounds().isEmpty());
      for (int b = 0; b < near.get(r).bounds().size(); b++) {
        assertClose(near.get(r).bounds().get(b), far.get(r).bounds().get(b) - FAR);
      }
      for (int i = 0; i < near.get(r).curve().size(); i++) {
        CurvePoint expected = near.get(r).curve().get(i);
        CurvePoint actual = far.get(r).curve().get(i);
        assertClose(expected.estimate(), actual.estimate());
        assertClose(expected.se().orElseThrow(), actual.se().orElseThrow());
      }
    }
  }

  /** Counts are estimated by scoring, which stops at the digits that it was asked for. */
  @Test
  void counts() {
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ a*x + w + a3*x:w\nk ~ b*m + c*x + v*w + c3*x:w"))
            .between("x", "k")
            .withFamily("k", Family.POISSON);
    List<Effect> near = model.fit(data(0)).conditional(Map.of("w", 0.5));
    List<Effect> far = model.fit(data(FAR)).conditional(Map.of("w", FAR + 0.5));
    for (int e = 0; e < near.size(); e++) {
      assertEquals(near.get(e).se().orElseThrow(), far.get(e).se().orElseThrow(), 1e-6);
    }
  }
}

package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.CurvePoint;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.effect.SimpleSlopes;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;

/** Centring moves coefficients; effects, and the values they are asked for and told at, stay. */
class CentringTest {
  private static final MediationModel MODEL =
      Mediation.of(
              PathModel.parse(
                  "m ~ a*x + w + a3*x:w\ny ~ b*m + c*x + z + b3*m:z\nmine := (a + a3*w)*b"))
          .between("x", "y")
          .withProbes("w", ProbeRule.values(1, 2, 3))
          .withProbes("z", ProbeRule.moments());
  private static final Bootstrap BOOTSTRAP = Bootstrap.percentile(60).seed(4);

  private static Dataset data() {
    Random random = new Random(25);
    int n = 120;
    double[] x = new double[n];
    double[] w = new double[n];
    double[] z = new double[n];
    double[] m = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 4 + random.nextGaussian();
      w[i] = 1 + random.nextInt(3);
      z[i] = -2 + random.nextGaussian();
      m[i] = 0.3 * x[i] + 0.3 * x[i] * w[i] + random.nextGaussian();
      y[i] = 0.4 * m[i] + 0.2 * m[i] * z[i] + random.nextGaussian();
    }
    return Dataset.of(Map.of("x", x, "w", w, "z", z, "m", m, "y", y));
  }

  @ParameterizedTest
  @EnumSource
  void effectsAreTheSameWhereTheyAreAskedForAndTold(Centring centring) {
    MediationResult plain = MODEL.fit(data(), BOOTSTRAP);
    MediationResult centred = MODEL.withCentring(centring).fit(data(), BOOTSTRAP);
    assertEquals(plain.effects().size(), centred.effects().size());
    for (Effect effect : plain.effects()) {
      if (effect.name().startsWith("mine")) {
        // The author writes in coefficients, which centring moves.
        continue;
      }
      Effect other = centred.effect(effect.key());
      assertEquals(effect.label(), other.label());
      assertEquals(effect.estimate(), other.estimate(), 1e-9, effect.label());
      assertEquals(effect.se().orElseThrow(), other.se().orElseThrow(), 1e-8, effect.label());
    }
    assertEquals(plain.document().moderators(), centred.document().moderators());
    Map<String, Double> at = Map.of("w", 2.5, "z", 0.5);
    List<Effect> asked = plain.conditional(at);
    for (int i = 0; i < asked.size(); i++) {
      assertEquals(asked.get(i).estimate(), centred.conditional(at).get(i).estimate(), 1e-9);
    }
  }

  @Test
  void anAuthorsEffectIsThatOfTheModelAtTheSameValues() {
    MediationResult centred =
        Mediation.of(PathModel.parse("m ~ a*x + w + a3*x:w\ny ~ b*m + c*x\nmine := (a + a3*w)*b"))
            .between("x", "y")
            .withProbes(ProbeRule.values(1, 2, 3))
            .withCentring(Centring.PRODUCTS)
            .fit(data());
    for (int value = 1; value <= 3; value++) {
      assertEquals(
          centred.effect("indirect via m at w = " + value).estimate(),
          centred.effect("mine at w = " + value).estimate(),
          1e-12);
    }
  }

  @Test
  void regionsCurvesAndPredictionsAreOnTheModeratorsOwnScale() {
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ a*x + w + a3*x:w\ny ~ b*m + c*x")).between("x", "y");
    MediationResult plain = model.fit(data(), BOOTSTRAP);
    MediationResult centred = model.withCentring(Centring.PRODUCTS).fit(data(), BOOTSTRAP);
    assertEquals(plain.regions().size(), centred.regions().size());
    assertTrue(plain.regions().size() >= 2);
    for (int r = 0; r < plain.regions().size(); r++) {
      SignificanceRegions one = plain.regions().get(r);
      SignificanceRegions other = centred.regions().get(r);
      assertEquals(one.bounds().size(), other.bounds().size());
      for (int b = 0; b < one.bounds().size(); b++) {
        assertEquals(one.bounds().get(b), other.bounds().get(b), 1e-8);
      }
      for (int p = 0; p < one.curve().size(); p++) {
        CurvePoint point = one.curve().get(p);
        assertEquals(point.at(), other.curve().get(p).at(), 1e-9);
        assertEquals(point.estimate(), other.curve().get(p).estimate(), 1e-9);
        assertEquals(point.interval().lower(), other.curve().get(p).interval().lower(), 1e-8);
      }
    }
    List<SimpleSlopes.Point> points = plain.document().slopes().get(0).points();
    for (int p = 0; p < points.size(); p++) {
      SimpleSlopes.Point other = centred.document().slopes().get(0).points().get(p);
      assertEquals(points.get(p).focal(), other.focal(), 1e-12);
      assertEquals(points.get(p).predicted(), other.predicted(), 1e-9);
    }
  }

  @Test
  void aDirectEffectThatAMediatorModeratesIsToldAtTheMediatorsMean() {
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*m + c*x + d*x:m")).between("x", "y");
    MediationResult centred = model.withCentring(Centring.PRODUCTS).fit(data());
    Effect direct =
        centred.effects().stream().filter(e -> e.name().equals("direct")).findFirst().orElseThrow();
    double mean = java.util.Arrays.stream(data().numbers("m")).average().orElseThrow();
    assertEquals(mean, direct.at().get("m"), 1e-12);
    assertEquals(centred.equation("y").coefficient("x").estimate(), direct.estimate(), 1e-12);
    double uncentred =
        model.fit(data()).conditional(Map.of()).get(0).estimate()
            + mean * model.fit(data()).equation("y").coefficient("x:m").estimate();
    assertEquals(uncentred, direct.estimate(), 1e-9);
  }
}

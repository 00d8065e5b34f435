package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.linear.SymmetricMatrix;
import org.socialcure.testsupport.Reference;

class MonteCarloTest {
  private static final int DRAWS = 40_000;

  /** The draws have the mean and the covariance asked for, singular ones too. */
  @Test
  void momentsOfTheDraws() {
    double[] mean = {1, -2, 5, 3};
    // The third is the sum of the first two, the fourth a constant.
    double[][] covariance = {
      {4, 1, 5, 0},
      {1, 1, 2, 0},
      {5, 2, 7, 0},
      {0, 0, 0, 0}
    };
    double[][] own =
        MonteCarlo.replicates(
            mean,
            covariance,
            List.of(b -> b[0], b -> b[1], b -> b[2], b -> b[3]),
            DRAWS,
            1,
            Work.unheard(OptionalInt.empty()));
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = 0;
        for (int r = 0; r < DRAWS; r++) {
          sum += (own[i][r] - mean[i]) * (own[j][r] - mean[j]);
        }
        double error =
            Math.sqrt(
                (covariance[i][i] * covariance[j][j] + covariance[i][j] * covariance[i][j])
                    / DRAWS);
        assertEquals(covariance[i][j], sum / DRAWS, 4 * error);
      }
      double average = Arrays.stream(own[i]).average().orElseThrow();
      assertEquals(mean[i], average, 4 * Math.sqrt(covariance[i][i] / DRAWS));
    }
    for (int r = 0; r < 100; r++) {
      assertEquals(own[0][r] - 1 + own[1][r] + 2 + 5, own[2][r], 1e-9);
      assertEquals(3, own[3][r]);
    }
  }

  @Test
  void almostPerfectCorrelationIsNoReasonToRefuse() {
    double[][] covariance = {{1e-8, 1e-4}, {1e-4, 1 + 1e-13}};
    double[][] own =
        MonteCarlo.replicates(
            new double[2],
            covariance,
            List.of(b -> b[0], b -> b[1]),
            100,
            1,
            Work.unheard(OptionalInt.empty()));
    for (int r = 0; r < 100; r++) {
      assertEquals(own[0][r] * 1e4, own[1][r], 1e-5);
    }
  }

  @Test
  void theFirstDrawsDoNotDependOnHowManyFollow() {
    double[][] covariance = {{1}};
    double[] few =
        MonteCarlo.replicates(
            new double[1],
            covariance,
            List.of(b -> b[0]),
            10,
            3,
            Work.unheard(OptionalInt.empty()))[0];
    double[] many =
        MonteCarlo.replicates(
            new double[1],
            covariance,
            List.of(b -> b[0]),
            1000,
            3,
            Work.unheard(OptionalInt.empty()))[0];
    assertArrayEquals(few, Arrays.copyOf(many, 10));
  }

  /** A product of three paths: the exact variance of independent factors, and its delta limits. */
  @Test
  void serialIndirectEffect() {
    Reference file = Goldens.goldens("ols_m6_.*").values().iterator().next();
    GoldenEffect model = new GoldenEffect(file);
    Reference effect =
        Goldens.parts(file.get("effects")).stream()
            .filter(e -> e.text("expression").chars().filter(c -> c == '*').count() == 2)
            .filter(e -> !e.text("expression").contains(" "))
            .findFirst()
            .orElseThrow();
    String expression = effect.text("expression");
    double[][] own =
        MonteCarlo.replicates(
            model.coefficients(),
            model.covariance(),
            List.of(at -> model.evaluate(expression, 0, at).value()),
            DRAWS,
            2019,
            Work.unheard(OptionalInt.empty()));
    Replicates replicates = Replicates.of(effect.number("estimate"), own[0]);
    double[] paths = new double[3];
    double[] errors = new double[3];
    String[] names = expression.replace("`", "").split("\\*");
    for (int i = 0; i < 3; i++) {
      String[] name = names[i].split("~");
      paths[i] = file.number("equations", name[0], "coefficients", name[1], "estimate");
      errors[i] = file.number("equations", name[0], "coefficients", name[1], "se");
    }
    double mean = paths[0] * paths[1] * paths[2];
    double square = 1;
    for (int i = 0; i < 3; i++) {
      square *= paths[i] * paths[i] + errors[i] * errors[i];
    }
    double sd = Math.sqrt(square - mean * mean);
    assertEquals(mean, replicates.mean(), 4 * sd / Math.sqrt(DRAWS));
    assertEquals(1, replicates.standardError() / sd, 0.03);
    double[] gradient = model.evaluate(expression, 0, model.coefficients()).gradient();
    double delta = Math.sqrt(SymmetricMatrix.form(model.covariance(), gradient));
    assertTrue(delta < sd);
  }

  @Test
  void refusesWhatIsNoCovariance() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            MonteCarlo.replicates(
                new double[2],
                new double[][] {{1, 2}, {2, 1}},
                List.of(b -> b[0]),
                10,
                1,
                Work.unheard(OptionalInt.empty())));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            MonteCarlo.replicates(
                new double[2],
                new double[][] {{0, 1}, {1, 1}},
                List.of(b -> b[0]),
                10,
                1,
                Work.unheard(OptionalInt.empty())));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            MonteCarlo.replicates(
                new double[2],
                new double[][] {{1}},
                List.of(),
                10,
                1,
                Work.unheard(OptionalInt.empty())));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            MonteCarlo.replicates(
                new double[1],
                new double[][] {{1}},
                List.of(),
                0,
                1,
                Work.unheard(OptionalInt.empty())));
  }
}

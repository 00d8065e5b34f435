package org.socialcure.mediation.internal.refit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Regression;

class SystemRefitTest {
  private static final int ROWS = 1300;

  private final Random random = new Random(8);
  private final double[] x = random.doubles(ROWS).map(v -> 30 + 9 * v).toArray();
  private final double[] m =
      IntStream.range(0, ROWS).mapToDouble(i -> 0.2 * x[i] + random.nextGaussian()).toArray();
  private final double[] y =
      IntStream.range(0, ROWS).mapToDouble(i -> 0.5 * m[i] + random.nextGaussian()).toArray();
  private final double[] z =
      IntStream.range(0, ROWS)
          .mapToDouble(i -> random.nextDouble() < 1 / (1 + Math.exp(-y[i] + 3)) ? 1 : 0)
          .toArray();
  private final double[] weights = random.doubles(ROWS).map(v -> 0.5 + v).toArray();

  @Test
  void equationsTogetherAreEquationsAlone() {
    List<Regression> equations =
        List.of(
            Regression.of("m", m).term("x", x),
            Regression.of("z", z).term("y", y).term("m", m).withFamily(Family.LOGIT),
            Regression.of("y", y).term("x", x).term("m", m).withOffset(x),
            Regression.of("y2", y).term("m", m).withWeights(weights),
            Regression.of("x", x).term("y", y).term("m", m));
    SystemRefit system = SystemRefit.of(equations, DrawnClusters.SAME);
    SystemRefit.Workspace workspace = system.workspace();
    assertEquals(2 + 3 + 3 + 2 + 3, system.size());
    double[] together = new double[system.size() + 1];
    for (int replicate = 0; replicate < 5; replicate++) {
      double[] frequencies = new double[ROWS];
      IntStream.range(0, ROWS).forEach(draw -> frequencies[random.nextInt(ROWS)]++);
      assertEquals(RefitOutcome.ESTIMATED, system.refit(frequencies, together, workspace));
      List<CoefficientCovariance> covariances =
          system.covariances(frequencies, workspace).orElseThrow();
      int start = 0;
      for (int e = 0; e < equations.size(); e++) {
        EquationRefit single = EquationRefit.of(equations.get(e));
        EquationRefit.Workspace own = single.workspace();
        double[] alone = new double[single.size()];
        single.refit(frequencies, alone, own);
        CoefficientCovariance covariance = single.covariance(frequencies, own).orElseThrow();
        double[] part = Arrays.copyOfRange(together, start, start + alone.length);
        assertArrayEquals(alone, part, 1e-10);
        for (int j = 0; j < alone.length; j++) {
          double[] unit = new double[alone.length];
          unit[j] = 1;
          assertEquals(covariance.of(unit, part), covariances.get(e).of(unit, part), 1e-10);
        }
        start += alone.length;
      }
      assertEquals(0, together[system.size()]);
    }
  }

  @Test
  void theFirstEquationThatFailsSaysWhy() {
    double[] rare = new double[ROWS];
    rare[0] = 1;
    SystemRefit system =
        SystemRefit.of(
            List.of(Regression.of("m", m).term("x", x), Regression.of("y", y).term("rare", rare)),
            DrawnClusters.SAME);
    double[] frequencies = new double[ROWS];
    Arrays.fill(frequencies, 1);
    double[] coefficients = new double[system.size()];
    assertEquals(
        RefitOutcome.ESTIMATED, system.refit(frequencies, coefficients, system.workspace()));
    frequencies[0] = 0;
    assertEquals(
        RefitOutcome.RANK_DEFICIENT, system.refit(frequencies, coefficients, system.workspace()));
  }
}

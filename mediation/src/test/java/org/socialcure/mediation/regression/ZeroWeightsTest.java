package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.mediation.model.Family;

/** A row of weight zero is no row of an equation, as it is none of a model. */
class ZeroWeightsTest {
  private static final int ROWS = 60;
  private static final int[] COUNTED = IntStream.range(0, ROWS).filter(i -> i % 5 != 3).toArray();

  private final double[] x = new double[ROWS];
  private final double[] y = new double[ROWS];
  private final double[] offset = new double[ROWS];
  private final double[] weights = new double[ROWS];
  private final double[] clusters = new double[ROWS];

  ZeroWeightsTest() {
    Random random = new Random(21);
    for (int i = 0; i < ROWS; i++) {
      x[i] = random.nextGaussian();
      // Every family takes 0 and 1.
      y[i] = x[i] + 2 * random.nextGaussian() > 0 ? 1 : 0;
      offset[i] = 0.1 * random.nextGaussian();
      clusters[i] = i % 6;
    }
    Arrays.stream(COUNTED).forEach(i -> weights[i] = 0.5 + random.nextDouble());
    // What a row that does not count holds is nobody's concern.
    x[3] = Double.NaN;
  }

  private static double[] counted(double[] column) {
    return Arrays.stream(COUNTED).mapToDouble(i -> column[i]).toArray();
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void theyAreLeftOutAndCounted(Family family) {
    Regression all =
        Regression.of("y", y)
            .term("x", x)
            .withFamily(family)
            .withWeights(weights)
            .withOffset(offset)
            .withClusters(clusters)
            .withStandardErrors(StandardErrors.CLUSTER);
    RegressionFit own = all.fit();
    RegressionFit expected =
        Regression.of("y", counted(y))
            .term("x", counted(x))
            .withFamily(family)
            .withWeights(counted(weights))
            .withOffset(counted(offset))
            .withClusters(counted(clusters))
            .withStandardErrors(StandardErrors.CLUSTER)
            .fit();
    assertEquals(expected.coefficients(), own.coefficients());
    assertEquals(expected.measures(), own.measures());
    assertEquals(COUNTED.length, own.rows());
    assertEquals(ROWS - COUNTED.length, own.zeroWeights());
    assertArrayEquals(counted(weights), own.equation().weights().orElseThrow());
    assertTrue(own.toString().contains("48 rows (12 of weight zero left out)"), own.toString());
    assertEquals(0, expected.zeroWeights());
    assertFalse(expected.toString().contains("zero"));
  }

  @Test
  void withoutThemNothingChanges() {
    double[] alike = new double[ROWS];
    Arrays.fill(alike, 2);
    x[3] = 0;
    Regression plain = Regression.of("y", y).term("x", x);
    assertEquals(
        plain.fit().coefficient("x").p(),
        plain.withWeights(alike).fit().coefficient("x").p(),
        1e-14);
  }
}

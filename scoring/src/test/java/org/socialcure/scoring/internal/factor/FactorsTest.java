package org.socialcure.scoring.internal.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Correlations made of known factors give these factors back. */
class FactorsTest {
  private static final double[] LOADINGS = {.8, .7, .6, .75, .65, .55, .5, .6, .85};

  /** Three factors of three items each, with correlations of their own. */
  private static double[][] correlations(double[][] phi) {
    double[][] r = new double[9][9];
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 9; j++) {
        r[i][j] = i == j ? 1 : LOADINGS[i] * LOADINGS[j] * phi[i / 3][j / 3];
      }
    }
    return r;
  }

  private static double[][] phi(double first, double second, double third) {
    return new double[][] {{1, first, second}, {first, 1, third}, {second, third, 1}};
  }

  @Property(tries = 100)
  void aGeneralFactorIsFoundAgain(
      @ForAll @DoubleRange(min = .3, max = .9) double g1,
      @ForAll @DoubleRange(min = .3, max = .9) double g2,
      @ForAll @DoubleRange(min = .3, max = .9) double g3) {
    double[] g = {g1, g2, g3};
    GeneralFactor found =
        GeneralFactor.of(correlations(phi(g1 * g2, g1 * g3, g2 * g3))).orElseThrow();
    for (int i = 0; i < 9; i++) {
      assertEquals(LOADINGS[i] * g[i / 3], found.general()[i], 1e-5);
      assertEquals(1 - LOADINGS[i] * LOADINGS[i], found.uniquenesses()[i], 1e-5);
      double rest = 0;
      for (double loading : found.group()[i]) {
        rest += loading * loading;
      }
      assertEquals(LOADINGS[i] * LOADINGS[i], found.general()[i] * found.general()[i] + rest, 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource(FactorSolution.Discrepancy.class)
  void oneFactorIsFoundAgain(FactorSolution.Discrepancy discrepancy) {
    FactorSolution one =
        FactorSolution.of(correlations(phi(1, 1, 1)), 1, discrepancy).orElseThrow();
    double sign = Math.signum(one.loadings()[0][0]);
    for (int i = 0; i < 9; i++) {
      assertEquals(LOADINGS[i], sign * one.loadings()[i][0], 1e-8);
    }
  }

  /** A factor that goes against the other two: its general loadings are below 0. */
  @Test
  void aFactorMayPointTheOtherWay() {
    GeneralFactor found = GeneralFactor.of(correlations(phi(-.4, -.3, .5))).orElseThrow();
    double g = Math.sqrt(.4 * .3 / .5);
    assertEquals(-LOADINGS[0] * g, found.general()[0], 1e-5);
    assertTrue(found.general()[3] > 0 && found.general()[8] > 0);
  }

  @ParameterizedTest
  @CsvSource({"-.4, .3, .5", ".9, .9, .5", "0, .3, .5"})
  void correlationsThatNoGeneralFactorGivesAreMetWithinBounds(double a, double b, double c) {
    GeneralFactor found = GeneralFactor.of(correlations(phi(a, b, c))).orElseThrow();
    assertTrue(found.atBound());
    assertTrue(Arrays.stream(found.general()).allMatch(Double::isFinite));
    assertTrue(
        Arrays.stream(found.group()).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite));
  }

  @Test
  void solutionsWithinBoundsAreProperOnesWhereThereAreSome() {
    double[][] r = correlations(phi(.4, .3, .5));
    FactorSolution proper =
        FactorSolution.of(r, 3, FactorSolution.Discrepancy.MINIMUM_RESIDUAL).orElseThrow();
    FactorSolution within = FactorSolution.withinBounds(r, 3).orElseThrow();
    assertFalse(within.atBound());
    assertFalse(GeneralFactor.of(r).orElseThrow().atBound());
    assertArrayEquals(proper.uniquenesses(), within.uniquenesses(), 1e-7);
  }

  @Test
  void anItemIsHeldAtTheBound() {
    double[][] heywood = {{1, .9, .8}, {.9, 1, .5}, {.8, .5, 1}};
    FactorSolution one = FactorSolution.withinBounds(heywood, 1).orElseThrow();
    assertTrue(one.atBound());
    // The loadings explain what they explain, and the uniqueness is the rest.
    for (int i = 0; i < 3; i++) {
      assertEquals(1, one.loadings()[i][0] * one.loadings()[i][0] + one.uniquenesses()[i], 1e-12);
    }
    double[][] same = {{1, 1, .5}, {1, 1, .5}, {.5, .5, 1}};
    assertTrue(FactorSolution.withinBounds(same, 1).orElseThrow().atBound());
  }

  @Test
  void anItemWithoutAVarianceOfItsOwnHasNoSolution() {
    // r12 r13 / r23 is above 1: the first loading would be too.
    double[][] heywood = {{1, .9, .8}, {.9, 1, .5}, {.8, .5, 1}};
    for (FactorSolution.Discrepancy discrepancy : FactorSolution.Discrepancy.values()) {
      assertEquals(Optional.empty(), FactorSolution.of(heywood, 1, discrepancy));
    }
    double[][] singular = {{1, 1, .5}, {1, 1, .5}, {.5, .5, 1}};
    assertEquals(
        Optional.empty(),
        FactorSolution.of(singular, 1, FactorSolution.Discrepancy.MAXIMUM_LIKELIHOOD));
    assertTrue(FactorSolution.isIdentified(6, 3));
    assertFalse(FactorSolution.isIdentified(5, 3));
  }

  @Test
  void rotationKeepsWhatTheFactorsExplain() {
    double[][] r = correlations(phi(.4, .3, .5));
    FactorSolution factors =
        FactorSolution.of(r, 3, FactorSolution.Discrepancy.MINIMUM_RESIDUAL).orElseThrow();
    Oblimin rotated = Oblimin.of(factors.loadings()).orElseThrow();
    for (int i = 0; i < 9; i++) {
      double[] implied = new double[9];
      for (int j = 0; j < 9; j++) {
        for (int f = 0; f < 3; f++) {
          for (int h = 0; h < 3; h++) {
            implied[j] +=
                rotated.loadings()[i][f] * rotated.correlations()[f][h] * rotated.loadings()[j][h];
          }
        }
      }
      implied[i] += factors.uniquenesses()[i];
      assertArrayEquals(r[i], implied, 1e-6);
    }
  }
}

package org.socialcure.mediation.internal.refit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;

class EquationRefitTest {
  private static final int ROWS = 80;

  private static Regression equation(Family family, SplittableRandom random) {
    double[] x = new double[ROWS];
    double[] z = new double[ROWS];
    double[] y = new double[ROWS];
    double[] weights = new double[ROWS];
    double[] offset = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = 1000 + 10 * random.nextDouble();
      z[i] = random.nextInt(3);
      weights[i] = 0.5 + random.nextDouble();
      offset[i] = random.nextDouble();
      double eta = 0.2 * (x[i] - 1005) - 0.4 * z[i] + 0.5;
      y[i] =
          switch (family) {
            case GAUSSIAN -> eta + random.nextDouble();
            case LOGIT, PROBIT -> random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
            default -> Math.floor(-3 * Math.log(random.nextDouble()) * Math.exp(eta));
          };
    }
    return Regression.of("y", y)
        .term("x", x)
        .term("z", z)
        .withWeights(weights)
        .withOffset(offset)
        .withFamily(family);
  }

  private static double[] frequencies(SplittableRandom random) {
    double[] frequencies = new double[ROWS];
    for (int draw = 0; draw < ROWS; draw++) {
      frequencies[random.nextInt(ROWS)]++;
    }
    return frequencies;
  }

  private static double[] repeated(double[] values, double[] frequencies) {
    return IntStream.range(0, values.length)
        .flatMap(i -> IntStream.generate(() -> i).limit((long) frequencies[i]))
        .mapToDouble(i -> values[i])
        .toArray();
  }

  private static Regression repeated(Regression equation, double[] frequencies) {
    Regression repeated =
        Regression.of(equation.outcome(), repeated(equation.outcomeValues(), frequencies));
    for (String term : List.of("x", "z")) {
      repeated = repeated.term(term, repeated(equation.values(term), frequencies));
    }
    return repeated
        .withWeights(repeated(equation.weights().orElseThrow(), frequencies))
        .withOffset(repeated(equation.offset().orElseThrow(), frequencies))
        .withFamily(equation.family());
  }

  private static double[] unit(int coefficient) {
    double[] unit = new double[3];
    unit[coefficient] = 1;
    return unit;
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void frequenciesAreCopiesOfRows(Family family) {
    SplittableRandom random = new SplittableRandom(11 + family.ordinal());
    Regression equation = equation(family, random);
    EquationRefit refit = EquationRefit.of(equation);
    EquationRefit.Workspace workspace = refit.workspace();
    assertEquals(3, refit.size());
    double[] coefficients = new double[3];
    for (int replicate = 0; replicate < 30; replicate++) {
      double[] frequencies = frequencies(random);
      assertEquals(RefitOutcome.ESTIMATED, refit.refit(frequencies, coefficients, workspace));
      RegressionFit expected = repeated(equation, frequencies).fit();
      CoefficientCovariance covariance = refit.covariance(frequencies, workspace).orElseThrow();
      for (int j = 0; j < 3; j++) {
        double error = expected.coefficients().get(j).standardError();
        assertEquals(expected.estimates()[j], coefficients[j], 1e-8 * error);
        for (int k = 0; k < 3; k++) {
          double scale = error * expected.coefficients().get(k).standardError();
          assertEquals(expected.covariance()[j][k], covariance.of(unit(j), unit(k)), 1e-7 * scale);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void theWholeSampleGivesTheFit(Family family) {
    Regression equation = equation(family, new SplittableRandom(5 + family.ordinal()));
    EquationRefit refit = EquationRefit.of(equation);
    double[] coefficients = new double[3];
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 1);
    refit.refit(ones, coefficients, refit.workspace());
    RegressionFit fit = equation.fit();
    for (int j = 0; j < 3; j++) {
      assertEquals(
          fit.estimates()[j], coefficients[j], 1e-8 * fit.coefficients().get(j).standardError());
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void saysWhyAReplicateCannotBeEstimated(Family family) {
    Regression equation = equation(family, new SplittableRandom(21 + family.ordinal()));
    EquationRefit refit = EquationRefit.of(equation);
    EquationRefit.Workspace workspace = refit.workspace();
    double[] untouched = {7, 8, 9};
    double[] y = equation.outcomeValues();
    double[] z = equation.values("z");

    double[] one = new double[ROWS];
    one[4] = ROWS;
    assertEquals(RefitOutcome.NO_VARIANCE, refit.refit(one, untouched, workspace));

    double[] sameZ = IntStream.range(0, ROWS).mapToDouble(i -> z[i] == 1 ? 2 : 0).toArray();
    assertEquals(RefitOutcome.RANK_DEFICIENT, refit.refit(sameZ, untouched, workspace));

    if (family != Family.GAUSSIAN) {
      double[] sameY = IntStream.range(0, ROWS).mapToDouble(i -> y[i] == y[0] ? 1 : 0).toArray();
      assertEquals(RefitOutcome.NO_VARIANCE, refit.refit(sameY, untouched, workspace));
    }
    assertArrayEquals(new double[] {7, 8, 9}, untouched);
  }

  @ParameterizedTest
  @EnumSource(
      value = Family.class,
      names = {"LOGIT", "PROBIT"})
  void recognisesSeparation(Family family) {
    Regression equation = equation(family, new SplittableRandom(3));
    double[] y = equation.outcomeValues();
    double[] x = equation.values("x");
    EquationRefit refit = EquationRefit.of(equation);
    double[] apart =
        IntStream.range(0, ROWS).mapToDouble(i -> (x[i] > 1005) == (y[i] == 1) ? 1 : 0).toArray();
    assertEquals(RefitOutcome.SEPARATED, refit.refit(apart, new double[3], refit.workspace()));
  }

  @Test
  void aConstantOutcomeHasNoVariance() {
    double[] x = {1, 2, 3, 4, 5, 6};
    double[] y = {2, 2, 2, 5, 1, 7};
    EquationRefit refit = EquationRefit.of(Regression.of("y", y).term("x", x));
    double[] frequencies = {2, 2, 2, 0, 0, 0};
    assertEquals(
        RefitOutcome.NO_VARIANCE, refit.refit(frequencies, new double[2], refit.workspace()));
  }

  @Test
  void momentsHaveNoRowsToWeight() {
    Moments moments =
        new Moments(
            20,
            List.of("x", "y"),
            List.of(0.0, 0.0),
            List.of(List.of(1.0, 0.5), List.of(0.5, 1.0)));
    Regression equation = Regression.fromMoments(moments, "y", List.of("x"));
    assertThrows(IllegalArgumentException.class, () -> EquationRefit.of(equation));
  }
}

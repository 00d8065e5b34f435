package org.socialcure.mediation.internal.refit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * The standard errors of a resample, from frequencies, are those of a data set in which every row
 * stands as often as it was drawn, estimated as any other: for every kind and family, with weights
 * and offsets, and with clusters that were drawn as wholes or split.
 */
class ReplicateErrorsTest {
  private static final int ROWS = 60;

  private final SplittableRandom random = new SplittableRandom(77);
  private final double[] x = column(() -> random.nextDouble() * 3);
  private final double[] z = column(() -> random.nextDouble() + (random.nextInt(3) == 0 ? 2 : 0));
  private final double[] weights = column(() -> 0.3 + random.nextDouble() * 2);
  private final double[] offset = column(() -> random.nextDouble() / 2);

  /** Clusters of 2 to 8 rows. */
  private final double[] sites =
      IntStream.range(0, ROWS).mapToDouble(i -> Math.floor(Math.sqrt(3.5 * i))).toArray();

  private static double[] column(java.util.function.DoubleSupplier values) {
    return IntStream.range(0, ROWS).mapToDouble(i -> values.getAsDouble()).toArray();
  }

  private Regression equation(Family family) {
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double mean = 0.2 + 0.4 * x[i] - 0.3 * z[i] + 0.1 * (sites[i] % 3);
      double noise = random.nextGaussian();
      y[i] =
          family == Family.GAUSSIAN
              ? mean + noise * (1 + x[i])
              : family.isBinary()
                  ? mean + noise > 0.2 ? 1 : 0
                  : Math.floor(Math.exp(mean + 0.7 * noise) + random.nextDouble());
    }
    return Regression.of("y", y)
        .term("x", x)
        .term("z", z)
        .withWeights(weights)
        .withOffset(offset)
        .withFamily(family)
        .withClusters(sites);
  }

  static Stream<Arguments> kinds() {
    List<Arguments> all = new ArrayList<>();
    for (Family family : Family.values()) {
      for (StandardErrors kind : StandardErrors.values()) {
        if (kind != StandardErrors.CR2 || family == Family.GAUSSIAN) {
          for (DrawnClusters drawn : DrawnClusters.values()) {
            all.add(Arguments.of(family, kind, drawn));
          }
        }
      }
    }
    return all.stream();
  }

  private double[] frequencies(DrawnClusters drawn) {
    double[] frequencies = new double[ROWS];
    if (drawn == DrawnClusters.SAME) {
      IntStream.range(0, ROWS).forEach(i -> frequencies[random.nextInt(ROWS)]++);
      return frequencies;
    }
    int groups = (int) sites[ROWS - 1] + 1;
    double[] counts = new double[groups];
    IntStream.range(0, groups).forEach(g -> counts[random.nextInt(groups)]++);
    return Arrays.stream(sites).map(site -> counts[(int) site]).toArray();
  }

  /** The rows written out; a cluster drawn as a whole and again gets a code of its own. */
  private Regression writtenOut(Regression equation, double[] frequencies, DrawnClusters drawn) {
    List<Integer> rows = new ArrayList<>();
    List<Double> codes = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      for (int copy = 0; copy < frequencies[i]; copy++) {
        rows.add(i);
        codes.add(sites[i] + (drawn == DrawnClusters.DISTINCT ? 1000.0 * copy : 0));
      }
    }
    return Regression.of("y", pick(equation.outcomeValues(), rows))
        .term("x", pick(x, rows))
        .term("z", pick(z, rows))
        .withWeights(pick(weights, rows))
        .withOffset(pick(offset, rows))
        .withFamily(equation.family())
        .withStandardErrors(equation.standardErrors())
        .withClusters(codes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double[] pick(double[] values, List<Integer> rows) {
    return rows.stream().mapToDouble(i -> values[i]).toArray();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("kinds")
  void areThoseOfTheRowsWrittenOut(Family family, StandardErrors kind, DrawnClusters drawn) {
    Regression equation = equation(family).withStandardErrors(kind);
    EquationRefit refit = EquationRefit.of(equation, drawn);
    EquationRefit.Workspace workspace = refit.workspace();
    double[] coefficients = new double[3];
    int compared = 0;
    for (int replicate = 0; replicate < 20; replicate++) {
      double[] frequencies = frequencies(drawn);
      if (refit.refit(frequencies, coefficients, workspace) != RefitOutcome.ESTIMATED) {
        continue;
      }
      RegressionFit expected = writtenOut(equation, frequencies, drawn).fit();
      CoefficientCovariance own = refit.covariance(frequencies, workspace).orElseThrow();
      for (int j = 0; j < 3; j++) {
        double[] unit = new double[3];
        unit[j] = 1;
        double error = expected.coefficients().get(j).standardError();
        // Iterated equations rest where a step is 1e-10 standard errors long.
        double tolerance = family == Family.GAUSSIAN ? 1e-10 : 1e-7;
        assertEquals(1, Math.sqrt(own.of(unit)) / error, tolerance, () -> "replicate");
      }
      compared++;
    }
    assertTrue(compared >= 15, compared + " compared");
  }

  @Test
  void aRowThatDeterminesACoefficientAloneLeavesNoStandardError() {
    double[] rare = new double[ROWS];
    rare[0] = 1;
    rare[1] = 1;
    double[] frequencies = new double[ROWS];
    Arrays.fill(frequencies, 1);
    frequencies[1] = 0;
    for (StandardErrors kind : StandardErrors.values()) {
      Regression equation =
          Regression.of("y", equation(Family.GAUSSIAN).outcomeValues())
              .term("rare", rare)
              .withClusters(sites)
              .withStandardErrors(kind);
      EquationRefit refit = EquationRefit.of(equation);
      EquationRefit.Workspace workspace = refit.workspace();
      assertEquals(
          RefitOutcome.ESTIMATED, refit.refit(frequencies, new double[2], workspace), kind.name());
      boolean divides =
          kind == StandardErrors.HC2 || kind == StandardErrors.HC3 || kind == StandardErrors.HC4;
      assertEquals(divides, refit.covariance(frequencies, workspace).isEmpty(), kind.name());
    }
  }

  @Test
  void oneClusterLeavesNoStandardError() {
    double[] frequencies = Arrays.stream(sites).map(site -> site == 10 ? 2 : 0).toArray();
    Regression equation =
        Regression.of("y", equation(Family.GAUSSIAN).outcomeValues())
            .term("x", x)
            .withClusters(sites)
            .withStandardErrors(StandardErrors.CLUSTER);
    for (DrawnClusters drawn : DrawnClusters.values()) {
      EquationRefit refit = EquationRefit.of(equation, drawn);
      EquationRefit.Workspace workspace = refit.workspace();
      assertEquals(RefitOutcome.ESTIMATED, refit.refit(frequencies, new double[2], workspace));
      assertEquals(drawn == DrawnClusters.SAME, refit.covariance(frequencies, workspace).isEmpty());
    }
  }
}

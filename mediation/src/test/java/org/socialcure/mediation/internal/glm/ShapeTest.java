package org.socialcure.mediation.internal.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapeTest {
  /** Counts on both sides of where summing ends and the asymptotic series begins. */
  private static double[][] counts(double theta) {
    Random random = new Random(4);
    double[] means = new double[300];
    double[] y = new double[300];
    for (int i = 0; i < y.length; i++) {
      means[i] = 20 + 10.0 * i % 400;
      double gamma = 0;
      for (int k = 0; k < theta; k++) {
        gamma -= Math.log(1 - random.nextDouble());
      }
      y[i] = Math.rint(means[i] * gamma / theta);
    }
    return new double[][] {y, means};
  }

  private static double logLikelihood(double[][] counts, double theta) {
    Response response = Response.negativeBinomial(theta);
    double sum = 0;
    for (int i = 0; i < counts[0].length; i++) {
      sum += response.logLikelihood(counts[0][i], Math.log(counts[1][i]));
    }
    return sum;
  }

  @Test
  void isTheMaximumOfTheLikelihoodWithItsCurvature() {
    for (double truth : new double[] {1, 5, 20}) {
      double[][] counts = counts(truth);
      Shape shape = new Shape(counts[0], counts[1], null);
      double theta = shape.estimate(1);
      assertEquals(truth, theta, truth / 2);
      double h = 1e-3 * theta;
      double middle = logLikelihood(counts, theta);
      double up = logLikelihood(counts, theta + h);
      double down = logLikelihood(counts, theta - h);
      double curvature = shape.information(theta);
      assertEquals(-(up - 2 * middle + down) / (h * h), curvature, 1e-3 * curvature);
      assertEquals(0, (up - down) / (2 * h) / Math.sqrt(curvature), 1e-3);
      assertEquals(theta, shape.estimate(1e-4), 1e-10 * theta);
      assertEquals(theta, shape.estimate(1e7), 1e-10 * theta);
    }
  }

  @Test
  void countsThatVaryLessThanPoissonCountsHaveNone() {
    double[] y = {5, 5, 6, 5, 4, 5};
    double[] means = {5, 5, 5, 5, 5, 5};
    assertTrue(Double.isInfinite(new Shape(y, means, null).estimate(3)));
  }
}
